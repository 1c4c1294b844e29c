// @ts-check
// The questions of a test on the page: mounted, numbered, filled in again, judged all at once.
import { fill, one } from "../dom.js";
import { fragment } from "../html.js";
import { swtech } from "../registry.js";

/** @typedef {import("../item/item.js").Item} Item */
/** @typedef {import("../types.js").Outcome} Outcome */
/** @typedef {import("./draft.js").Answer} Answer */
/** @typedef {import("./questions.js").Question} Question */

/** @typedef {{ question: Question, item: Item, number: number }} Entry */
/** @typedef {{ entry: Entry, answer: Answer | null, outcome: Outcome }} Judged */

/** Kinds whose answers are typed, so that they are right in one language alone. */
const TYPED = new Set(["gap", "short"]);

/**
 * Bring *questions* to life, in their order. In the mode "test" nothing is said of an answer before `judge`.
 * @param {Question[]} questions
 * @param {Partial<import("../item/item.js").Around>} [around] in addition to the mode "test"
 * @param {{ input?: (entry: Entry) => void, changed?: (entry: Entry) => void }} [events] *input*: the response has
 *   changed; *changed*: the card was exchanged for the one in the other language
 * @returns {Entry[]}
 */
export function createPaper(questions, around = {}, { input, changed } = {}) {
  return questions.map((question, at) => {
    const section = /** @type {HTMLElement} */ (one(fragment(question.html), ".sw-item"));
    const count = one(section, ".sw-count");
    if (count && questions.length > 1) count.textContent = fill("{n} / {total}", { n: at + 1, total: questions.length });
    const item = swtech.mountItem(section, {
      words: question.words,
      mode: "test",
      onInput: () => input?.(entry),
      onJudged: () => changed?.(entry),
      ...around,
    });
    const entry = { question, item, number: at + 1 };
    return entry;
  });
}

/** Return what is answered in *entry*, or null. @param {Entry} entry @returns {Answer | null} */
export function answerOf({ item }) {
  const response = item.response();
  return response === null ? null : { response, lang: item.payload.lang, revision: item.payload.revision };
}

/**
 * Show *entry* in the language of a typed answer; all other answers are the same in both.
 * @param {Entry} entry @param {Answer} answer @returns {Promise<boolean>} whether it is shown in that language
 */
async function inLanguageOf({ item }, answer) {
  const mine = () => !TYPED.has(item.payload.kind) || item.payload.lang === answer.lang;
  if (!mine()) await item.flip();
  return mine();
}

/**
 * Fill in *answers* again; an answer to an older revision of a question is left out.
 * @param {Entry[]} entries @param {Record<string, Answer>} answers
 */
export async function fillIn(entries, answers) {
  for (const entry of entries) {
    const answer = answers[entry.item.id];
    if (!answer || answer.revision !== entry.item.payload.revision) continue;
    await inLanguageOf(entry, answer);
    entry.item.fill(answer.response, answer.lang);
  }
}

/**
 * Get ready to judge: what was typed in a language is judged in it.
 * @param {Entry[]} entries @param {Record<string, Answer>} answers @returns {Promise<boolean>} whether all are ready
 */
export async function settle(entries, answers) {
  let ready = true;
  for (const entry of entries) {
    const answer = answers[entry.item.id];
    if (answer && !(await inLanguageOf(entry, answer))) ready = false;
  }
  return ready;
}

/** Judge everything, with full marks and rationale on every card. @param {Entry[]} entries @returns {Judged[]} */
export const judge = (entries) =>
  entries.map((entry) => {
    const answer = answerOf(entry);
    const { outcome } = entry.item.finish();
    return { entry, answer, outcome };
  });
