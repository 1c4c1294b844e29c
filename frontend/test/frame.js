// @ts-check
// The frame in which a test is composed, taken and looked at: its words, its store, one view at a time.
import { data, make, one } from "../dom.js";
import { swtech } from "../registry.js";
import { unsavedNotice } from "../unsaved.js";
import { openDrawer } from "./draft.js";
import { openForm } from "./form.js";

/** @typedef {import("./wanted.js").Wanted} Wanted */

/**
 * @typedef {object} Frame
 * @property {Record<string, string>} words
 * @property {string} lang
 * @property {import("../types.js").Store} store
 * @property {import("./draft.js").Drawer} drawer
 * @property {Wanted} standard the test that the page's author asks for
 * @property {HTMLFormElement} sheet the form, to be put into a view
 * @property {import("./form.js").Form} form
 * @property {(nodes: Node[], leave?: () => void) => void} show show a view; *leave* is called when the next one comes
 * @property {() => void} wait say that something loads, until the next view comes
 * @property {(heading: HTMLElement) => void} lead bring what is shown into view and the focus to *heading*
 * @property {(text: string) => void} say announce to a screen reader alone
 * @property {(refused: boolean) => void} warn say that the browser keeps nothing of the test, or take that back
 */

/** Open the frame in *el*, a `.sw-test` that swtech.rendering wrote. @param {HTMLElement} el @returns {Frame} */
export function openFrame(el) {
  const { standard, words } = data(el, ".sw-test-data");
  const store = swtech.openStore(el.dataset.course ?? "");
  const sheet = /** @type {HTMLFormElement} */ (one(el, ".sw-test-form"));
  const form = openForm(sheet, words);
  const said = make("p", { class: "sw-hidden", role: "status" });
  // The test that is taken is kept apart from the answers: the browser may refuse either.
  const refused = { answers: false, test: false };
  let tell = () => {};
  const note = unsavedNotice(
    {
      onRefused(listener) {
        tell = () => listener(refused.answers || refused.test);
        store.onRefused((now) => {
          refused.answers = now;
          tell();
        });
      },
    },
    words,
  );
  const stage = make("div", { class: "sw-test-stage" });
  let left = () => {};

  // What can be read without a script has been read by now, or never will be.
  for (const old of [".sw-test-head", ".sw-quiz"]) one(el, old)?.remove();
  sheet.remove();
  sheet.hidden = false;
  el.append(said, note, stage);
  el.classList.add("is-live");
  // With narrow screens and large letters the header is taller than the sheet assumes; what sticks must lie below it.
  const header = document.querySelector(".sw-header");
  if (header)
    new ResizeObserver(() => el.style.setProperty("--sw-header-size", `${header.getBoundingClientRect().height}px`)).observe(header);

  /** @type {Frame} */
  const frame = {
    words,
    lang: el.lang,
    store,
    drawer: openDrawer(store.desk, form.chapters),
    standard,
    sheet,
    form,
    show(nodes, leave = () => {}) {
      left();
      left = leave;
      stage.replaceChildren(...nodes);
      said.textContent = "";
    },
    wait() {
      stage.append(make("p", { class: "sw-test-about" }, words.test_wait));
      said.textContent = words.test_wait;
    },
    lead(heading) {
      heading.tabIndex = -1;
      el.scrollIntoView();
      heading.focus({ preventScroll: true });
    },
    say: (text) => void (said.textContent = text),
    warn(now) {
      // What was said already is not said again with every answer.
      if (refused.test === now) return;
      refused.test = now;
      tell();
    },
  };
  return frame;
}
