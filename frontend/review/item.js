// @ts-check
// A question in a sitting: two buttons that answer and say how sure, then the whole answer, then on.
import { all, one } from "../dom.js";
import { shuffle } from "../draw.js";
import { adopt, fragment } from "../html.js";
import { swtech } from "../registry.js";
import { attemptsOf } from "../store/log.js";

/** @typedef {import("./run.js").Asking} Asking */
/** @typedef {import("./run.js").View} View */

/**
 * Return the HTML of the question *id* of *bank*, and the words that the engine speaks; null when it is not there.
 * @param {string} lang @param {string} bank @param {string} id
 */
export async function loadItem(lang, bank, id) {
  const { items, words } = await swtech.load(lang, bank);
  const found = /** @type {{ id: string, html: string }[]} */ (items).find((item) => item.id === id);
  const section = found && /** @type {HTMLElement | null} */ (fragment(found.html).querySelector(".sw-item"));
  return section ? { section, words: /** @type {import("../types.js").Words} */ (words) } : null;
}

/**
 * Put the choices of the question in *section* into the order of its next try: places are not learnt by heart.
 * @param {HTMLElement} section @param {string} id @param {number} tries
 */
function mix(section, id, tries) {
  if (!section.matches(".sw-kind-choice, .sw-kind-multiple")) return;
  const rows = new Map(all(section, ".sw-rows > .sw-row").map((row) => [row.dataset.part ?? "", row]));
  for (const part of shuffle([...rows.keys()], id, tries)) {
    const row = /** @type {HTMLElement} */ (rows.get(part));
    row.parentElement?.append(row);
  }
}

/**
 * @param {import("./frame.js").Frame} frame @param {string} bank @param {string} id @param {Asking} asking
 * @returns {Promise<View | null>}
 */
export async function itemView({ lang, words, store }, bank, id, { answer, next }) {
  const [found, histories] = await Promise.all([loadItem(lang, bank, id), store.load([id])]);
  if (!found) return null;
  const history = histories.get(id);
  const tries = attemptsOf(history?.log ?? []).length;
  mix(found.section, id, tries);
  const item = swtech.mountItem(found.section, {
    words: { ...found.words, next: words.review_next },
    mode: "review",
    adopt(section) {
      adopt(section, section.lang);
      mix(section, id, tries);
    },
    onAttempt: (_, attempt) => answer(attempt),
    next: () => next(),
  });
  if (history) {
    // How often it was answered decides the order of what is put in order, too. Then all is open again.
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
