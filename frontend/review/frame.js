// @ts-check
// The frame in which review and cards work: its words, its store, one thing at a time, short announcements, two keys.
import { all, button, data, make, one } from "../dom.js";
import { swtech } from "../registry.js";

/** @typedef {import("../types.js").Words} Words */

/**
 * @typedef {object} Frame
 * @property {HTMLElement} el
 * @property {Words} words
 * @property {string} lang
 * @property {import("../types.js").Store} store
 * @property {(...nodes: Node[]) => void} show take away what was there and show *nodes*
 * @property {(heading: HTMLElement | null) => void} lead bring what is shown into view and the focus to *heading*
 * @property {(text: string) => void} say announce to a screen reader alone
 * @property {(load: () => Promise<void>, wanted?: () => boolean) => Promise<void>} attempt do what may fail to load; if
 *   it fails and is still *wanted*, say so and offer it again
 */

/** Where a digit is something to be typed. */
const TYPING = "input:not([type=radio], [type=checkbox]), select, textarea";

/** Open the frame that swtech.rendering.study wrote. @param {HTMLElement} el @returns {Frame} */
export function openFrame(el) {
  /** @type {Words} */
  const words = data(el, ".sw-words");
  const store = swtech.openStore(el.dataset.course ?? "");
  const said = make("p", { class: "sw-hidden", role: "status" });
  const stage = make("div", { class: "sw-stage" });
  el.append(said, stage);

  store.onRefused((refused) => {
    one(el, ".sw-unsaved")?.remove();
    if (refused) el.prepend(make("p", { class: "sw-unsaved", role: "status" }, words.unsaved));
  });

  // Keys of one sign work only while the focus is in the thing that is asked: whoever dictates does not press them
  // unawares, and whoever writes an answer with digits writes them.
  stage.addEventListener("keydown", (event) => {
    const place = ["1", "2"].indexOf(event.key);
    const target = /** @type {Element} */ (event.target);
    if (place < 0 || event.ctrlKey || event.altKey || event.metaKey || event.repeat || target.matches(TYPING)) return;
    const pair = all(stage, ".sw-confidence").find((group) => group.getClientRects().length > 0);
    const control = pair && all(pair, "button")[place];
    if (!control) return;
    event.preventDefault();
    control.click();
  });

  /** @type {Frame} */
  const frame = {
    el,
    words,
    lang: el.lang,
    store,
    show: (...nodes) => stage.replaceChildren(...nodes),
    lead(heading) {
      if (!heading) return;
      heading.tabIndex = -1;
      stage.scrollIntoView();
      heading.focus({ preventScroll: true });
    },
    say(text) {
      said.textContent = text;
    },
    async attempt(load, wanted = () => true) {
      try {
        await load();
      } catch {
        if (!wanted()) return;
        const note = make("p", { class: "sw-study-note", role: "alert" }, words.review_failed);
        const again = button(words.review_retry, "is-primary", () => void frame.attempt(load, wanted));
        frame.show(note, make("div", { class: "sw-actions" }, again));
      }
    },
  };
  return frame;
}
