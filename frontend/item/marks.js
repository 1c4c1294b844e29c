// @ts-check
// What is shown of a judged answer: a mark in each row that it is about, the feedback there, and the verdict below.
import { all, fill, make } from "../dom.js";

/** @typedef {import("../types.js").Card} Card */
/** @typedef {import("../types.js").Outcome} Outcome */
/** @typedef {import("../types.js").Part} Part */
/** @typedef {import("../types.js").Response} Response */

/** Kinds whose rows are the choices themselves: a row that was missed is the answer. */
export const CHOSEN = new Set(["choice", "multiple"]);

/**
 * Mark the rows of *card*. Without *full* nothing is said of a choice that was not taken.
 * @param {Card} card @param {Response | null} response @param {Outcome} result @param {HTMLElement[]} feedback
 * @param {boolean} full
 */
export function mark(card, response, result, feedback, full) {
  // An id may be called as every object's own things are: «constructor» is a choice like any other.
  const states = new Map(Object.entries(result.parts));
  for (const row of all(card.body, "[data-part]")) {
    const part = row.dataset.part ?? "";
    const state = states.get(part);
    if (!state || (state === "missed" && !full && CHOSEN.has(card.payload.kind))) continue;
    row.classList.add(`is-${state}`);
    const missed = state === "missed";
    // What is said of a part tells its answer: not before it is tried, unless asked.
    const said = missed && !full ? [] : feedback;
    const text = said.find((node) => node.dataset.for === part && isAbout(card, node, part, response, result));
    const word = make("span", { class: text && !missed ? "sw-hidden" : "sw-word" }, `${wordFor(card, state)}${text ? ". " : ""}`);
    const holder = make("div", { class: "sw-said" }, word);
    if (text) holder.append(text);
    if (row.classList.contains("sw-gap")) markGap(card, row, word, text);
    // A single field is all there is to judge: the verdict below says the rest.
    else if (text || !row.classList.contains("sw-field")) row.append(holder);
  }
}

/**
 * A blank stands in a sentence: its sign beside it, what is said of it below.
 * @param {Card} card @param {HTMLElement} row @param {HTMLElement} word @param {HTMLElement | undefined} text
 */
function markGap(card, row, word, text) {
  word.className = "sw-hidden";
  row.append(make("span", { class: "sw-sign" }, word));
  if (!text) return;
  const said = make("div", { class: `sw-said sw-said-gap ${row.className.replace("sw-gap", "")}` }, text);
  said.dataset.of = row.dataset.part;
  card.body.append(said);
}

/**
 * Some feedback is about a whole part, some about one choice for a gap or one expected wrong answer.
 * @param {Card} card @param {HTMLElement} node @param {string} part @param {Response | null} response
 * @param {Outcome} result
 */
function isAbout(card, node, part, response, result) {
  const { choice: about } = node.dataset;
  if (!about) return true;
  if (card.payload.kind === "short") return result.remarks[part] === about;
  return typeof response === "object" && response !== null && !Array.isArray(response) && response[part] === about;
}

/** @param {Card} card @param {Part} state */
function wordFor({ payload, words }, state) {
  // An entry is right or wrong beside the others, whatever its place is.
  if (payload.kind === "order" && state !== "missed") return words[state === "right" ? "ordered" : "misplaced"];
  if (state !== "missed") return words[state];
  if (payload.kind === "choice") return words.solution;
  return payload.kind === "multiple" ? words.missed : words.unanswered;
}

/** Take the marks away: all of them, or those of one row. @param {Card} card @param {HTMLElement} [row] */
export function unmark(card, row) {
  for (const one of row ? [row] : all(card.body, "[data-part]")) {
    one.classList.remove("is-right", "is-wrong", "is-missed", "is-tried");
    for (const node of all(one, ".sw-said, .sw-sign")) node.remove();
  }
  for (const said of all(card.body, ".sw-said-gap")) if (!row || said.dataset.of === row.dataset.part) said.remove();
}

/** @param {string} text @param {string} sort */
export const line = (text, sort) => make("p", { class: `sw-verdict is-${sort}` }, text);

/**
 * Return what is said of the whole answer, with kind remarks on spelling.
 * @param {Card} card @param {import("../types.js").Kind} kind @param {Outcome} result @returns {Node[]}
 */
export function verdict(card, kind, result) {
  const { words } = card;
  const slips = result.verdict === "wrong" ? [] : (kind.remarks?.(card, result) ?? []);
  const lines = slips.map(({ answer, kind: slip }) =>
    line(fill(slip === "typo" ? words.typo : words.folded, { answer }), "slip"),
  );
  // A slip of spelling says «right» itself.
  if (result.verdict === "right" && lines.length) return lines;
  const percent = Math.round(result.score * 100);
  return [line(fill(words[result.verdict], { percent }), result.verdict), ...lines];
}
