// @ts-check
// What this browser keeps now, and whether it means to keep it.
import { button, make, number } from "../dom.js";
import { attemptsOf } from "../store/log.js";
import { kindOf } from "../study/things.js";

/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("../types.js").Words} Words */

const MEGABYTE = 2 ** 20;

/** @param {ReadonlyMap<string, Log>} logs */
export const answersIn = (logs) => [...logs.values()].reduce((sum, log) => sum + attemptsOf(log).length, 0);

/** @param {ReadonlyMap<string, Log>} logs */
function counts(logs) {
  const found = { item: 0, card: 0, case: 0 };
  for (const [id, log] of logs) if (attemptsOf(log).length) found[kindOf(id)] += 1;
  return found;
}

/** The megabytes that the browser says it has taken for this site, or null. @returns {Promise<number | null>} */
async function size() {
  try {
    const { usage } = await navigator.storage.estimate();
    return usage === undefined ? null : usage / MEGABYTE;
  } catch {
    return null;
  }
}

/** Whether the browser has promised to keep it, or null where it makes no promises. @returns {Promise<boolean | null>} */
async function promised() {
  try {
    return await navigator.storage.persisted();
  } catch {
    return null;
  }
}

/**
 * Show in *el* what is kept.
 * @param {HTMLElement} el @param {Store} store @param {Words} words
 */
export async function showStored(el, store, words) {
  const [{ logs, damaged }, megabytes, kept] = await Promise.all([store.all(), size(), store.shared ? null : promised()]);
  const found = counts(logs);
  const answers = answersIn(logs);
  /** @type {[string, string | number | null][]} */
  const rows = [
    [words.data_answers, answers],
    [words.data_items, found.item],
    [words.data_cards, found.card],
    [words.data_cases, found.case],
    [words.data_damaged, damaged || null],
    [words.data_size, megabytes === null ? null : words.data_megabytes.replace("{n}", number(Math.max(0.1, megabytes)))],
  ];
  const list = rows.flatMap(([name, value]) =>
    value === null ? [] : [make("dt", {}, name), make("dd", {}, String(value))],
  );
  el.replaceChildren(
    ...(store.shared ? [make("p", { class: "sw-study-note" }, words.data_tab)] : []),
    make("dl", { class: "sw-stored" }, ...list),
    ...(damaged ? [make("p", { class: "sw-figures" }, words.data_damaged_note)] : []),
    ...(kept === null ? [] : [promise(kept, words)]),
  );
}

/** @param {boolean} kept @param {Words} words */
function promise(kept, words) {
  const line = make("p", { role: "status" }, kept ? words.data_kept : words.data_loose);
  const box = make("div", { class: "sw-promise" }, line);
  if (kept) return box;
  const ask = button(words.data_keep, "", async () => {
    const agreed = await navigator.storage.persist().catch(() => false);
    line.textContent = agreed ? words.data_kept : words.data_keep_no;
    line.tabIndex = -1;
    line.focus();
    ask.remove();
  });
  box.append(make("div", { class: "sw-buttons" }, ask));
  return box;
}
