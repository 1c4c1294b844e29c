// @ts-check
// A question in a sitting: two buttons that answer and say how sure, then the whole answer, then on.
import { fragment } from "../html.js";
import { one } from "../dom.js";
import { swtech } from "../registry.js";

/** @typedef {import("./run.js").Asking} Asking */
/** @typedef {import("./run.js").View} View */

/**
 * Return the HTML of the question *id* of *bank*, and the words that the engine speaks.
 * @param {string} lang @param {string} bank @param {string} id
 */
export async function loadItem(lang, bank, id) {
  const { items, words } = await swtech.load(lang, bank);
  const found = /** @type {{ id: string, html: string }[]} */ (items).find((item) => item.id === id);
  const section = found && /** @type {HTMLElement | null} */ (fragment(found.html).querySelector(".sw-item"));
  if (!section) throw new Error(id);
  return { section, words: /** @type {import("../types.js").Words} */ (words) };
}

/**
 * @param {import("./frame.js").Frame} frame @param {string} bank @param {string} id @param {Asking} asking
 * @returns {Promise<View>}
 */
export async function itemView({ lang, words, store }, bank, id, { answer, next }) {
  const [{ section, words: spoken }, histories] = await Promise.all([loadItem(lang, bank, id), store.load([id])]);
  const item = swtech.mountItem(section, {
    words: { ...spoken, next: words.review_next },
    mode: "review",
    onAttempt: (_, attempt) => answer(attempt),
    next: () => next(),
  });
  const history = histories.get(id);
  if (history) {
    // How often it was answered decides the order of its choices: places are not learnt by heart. Then all is open again.
    item.restore(history);
    item.clear();
  }
  return {
    get section() {
      return item.section;
    },
    heading: () => one(item.section, ".sw-stem"),
  };
}
