// @ts-check
// The frame in which review and cards work: its words, its store, one thing at a time, short announcements, two keys.
import { all, button, data, make, one } from "../dom.js";
import { swtech } from "../registry.js";
import { unsavedNotice } from "../unsaved.js";

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
 * @property {(load: () => Promise<void>) => Promise<void>} attempt do what may fail to load; if it fails, say so and offer
 *   it again
 * @property {(again: () => void, ...ways: Node[]) => HTMLElement[]} failure what is shown when something did not load: *again*
 *   tries again, *ways* lead on
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
  el.append(unsavedNotice(store, words), said, stage);

  // Keys of one sign work only while the focus is in the thing that is asked: whoever dictates does not press them
  // unawares, and whoever writes an answer with digits writes them.
  stage.addEventListener("keydown", (event) => {
    const place = ["1", "2"].indexOf(event.key);
    const target = /** @type {Element} */ (event.target);
    if (place < 0 || event.ctrlKey || event.altKey || event.metaKey || event.repeat || target.matches(TYPING)) return;
    // A digit that is meant for the second choice must not say that nothing comes to mind.
    const card = target.closest(".sw-item");
    if (card && one(card, ".sw-payload") && !card.matches(".is-begun")) return;
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
    async attempt(load) {
      try {
        await load();
      } catch {
        frame.show(...frame.failure(() => void frame.attempt(load)));
      }
    },
    failure: (again, ...ways) => [
      make("p", { class: "sw-study-note", role: "alert" }, words.review_failed),
      make("div", { class: "sw-actions" }, button(words.review_retry, "is-primary", again), ...ways),
    ],
  };
  return frame;
}
