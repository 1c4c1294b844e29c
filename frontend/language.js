// @ts-check
// The twin of swtech.language: folding and the comparison of typed answers. tests/golden/language.json holds both.

/** @typedef {{ kind: "exact" | "folded" | "typo" | null, answer: string | null }} Match */

/** The nine letters that a Russian keyboard lacks, in the order in which they are offered beside a field. */
export const KAZAKH_LETTERS = "әғқңөұүһі";

/** Each language's own name for itself. */
export const ENDONYMS = { kk: "Қазақша", ru: "Русский" };

/** @param {string} from @param {string} to */
const table = (from, to) => new Map(Array.from(from, (letter, index) => [letter, Array.from(to)[index]]));

const KEYBOARD = table("әғқңөұүһіё", "агкноуухие");
const LOOK_ALIKES = table("ABCEHIKMOPTXYƏËaceikmhopxyəë", "АВСЕНІКМОРТХУӘЁасеікмһорхуәё");

const WORD = /[A-Za-zËëƏə\u0400-\u052f]+/g;
const CYRILLIC = /[\u0400-\u052f]/;
const SPACES = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const DASHES = / ?[-\u2010-\u2015\u2212] ?/g;
const INVISIBLE = /[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g;
const DOUBLE_QUOTES = /[«»„“”‟″]/g;
const SINGLE_QUOTES = /[‘’‚‛′ʼ`]/g;

const EDGES = "[ .,;:!?…\"'«»„“”()]+";
const EDGE = new RegExp(`^${EDGES}|${EDGES}$`, "g");
const APART = /[-"'.,;:!?…() ]+/g;
const DIGITS = /[0-9]+/g;
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 10;

/** @param {string} text */
const trim = (text) => text.replace(/^ +| +$/g, "");

/** @param {string} text @param {Map<string, string | undefined>} letters */
const translate = (text, letters) => Array.from(text, (letter) => letters.get(letter) ?? letter).join("");

/**
 * Return *text* composed, in lower case, with single spaces and nothing invisible.
 * @param {string} text
 */
export function normalise(text) {
  return trim(text.normalize("NFC").replace(INVISIBLE, "").replace(SPACES, " ")).toLowerCase();
}

/**
 * Return *text* as it comes from a Russian keyboard: «Әлеуметтік» gives «алеуметтик».
 * @param {string} text
 */
export function fold(text) {
  const cyrillic = text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(WORD, (word) => (CYRILLIC.test(word) ? translate(word, LOOK_ALIKES) : word));
  return translate(trim(cyrillic.replace(SPACES, " ")).toLowerCase(), KEYBOARD)
    .replace(DASHES, "-")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'");
}

/** @param {string} text */
const plainForm = (text) => normalise(text).replace(EDGE, "");

/** @param {string} text */
const answerKey = (text) => trim(fold(text).replace(APART, " "));

/**
 * Return how many slips lie between two words, or *limit* + 1 for more: a letter left out, added, changed, or two
 * neighbours swapped.
 * @param {string} typed @param {string} answer @param {number} limit
 */
export function slips(typed, answer, limit) {
  const left = Array.from(typed);
  const right = Array.from(answer);
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const now = [row];
    for (let column = 1; column <= right.length; column++) {
      const changed = left[row - 1] === right[column - 1] ? 0 : 1;
      let cost = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + changed);
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2] + 1);
      now.push(cost);
    }
    before = last;
    last = now;
  }
  return Math.min(last[right.length], limit + 1);
}

/** @param {string} typed @param {string} answer @returns {number | null} */
function slipsFrom(typed, answer) {
  const letters = Array.from(answer).length;
  const limit = Number(letters >= ONE_SLIP_FROM) + Number(letters >= TWO_SLIPS_FROM);
  const digits = (/** @type {string} */ text) => (text.match(DIGITS) ?? []).join(" ");
  if (!typed || Array.from(typed)[0] !== Array.from(answer)[0] || digits(typed) !== digits(answer)) return null;
  const count = slips(typed, answer, limit);
  return count <= limit ? count : null;
}

/**
 * Return how near *typed* is to the nearest of *answers*: exact, folded, a typo, or null.
 * @param {string} typed
 * @param {string[]} answers
 * @param {{ exact?: boolean, distractors?: string[] }} [options] *distractors* are never taken for a typo
 * @returns {Match}
 */
export function compareAnswer(typed, answers, { exact = false, distractors = [] } = {}) {
  const none = { kind: null, answer: null };
  const plain = plainForm(typed);
  if (!plain) return none;
  for (const answer of answers) if (plainForm(answer) === plain) return { kind: "exact", answer };
  if (exact || distractors.some((other) => plainForm(other) === plain)) return none;
  const key = answerKey(typed);
  for (const answer of answers) if (key && answerKey(answer) === key) return { kind: "folded", answer };
  const wrong = distractors.map(answerKey);
  if (wrong.includes(key)) return none;
  /** @type {{ count: number, answer: string } | null} */
  let best = null;
  for (const answer of answers) {
    const count = slipsFrom(key, answerKey(answer));
    if (count !== null && (!best || count < best.count)) best = { count, answer };
  }
  if (!best) return none;
  const { count, answer } = best;
  if (wrong.some((other) => slips(key, other, count) <= count)) return none;
  return { kind: "typo", answer };
}
