// @ts-check
// Which language a typed answer is judged in: the one it was typed in, also when the card has been exchanged since.
import { typedFields } from "./fields.js";
import { score } from "../scoring.js";

/** @typedef {import("../types.js").Card} Card */
/** @typedef {import("../types.js").Outcome} Outcome */
/** @typedef {import("../types.js").Payload} Payload */
/** @typedef {import("../types.js").Response} Response */
/** @typedef {Map<string, Payload> | undefined} Payloads the item in each language in which it was shown */

/** @param {HTMLInputElement} input */
const partOf = (input) => /** @type {HTMLElement | null} */ (input.closest("[data-part]"))?.dataset.part;

/**
 * Return the item as what stands in its fields has to be judged.
 * @param {Card} card @param {Payloads} payloads @returns {Payload}
 */
export function asTyped({ body, payload }, payloads) {
  const inputs = typedFields(body).filter((input) => input.value.trim());
  const foreign = inputs.filter((input) => input.lang !== payload.lang);
  const there = foreign.length ? payloads?.get(foreign[0].lang) : undefined;
  if (!there) return payload;
  if (foreign.length === inputs.length) return there;
  // Blanks in two languages: each is judged in its own.
  const parts = new Set(foreign.map(partOf));
  const gaps = payload.gaps?.map((gap) => (parts.has(gap.id) && there.gaps?.find(({ id }) => id === gap.id)) || gap);
  return { ...payload, gaps };
}

/**
 * Return the outcome of an answer given before. All is judged anew but what was typed in a language that is not here: it
 * keeps the outcome it got.
 * @param {Payload} payload @param {Payloads} payloads
 * @param {{ response: Response | null, outcome: Outcome, lang: string }} given
 */
export function judged(payload, payloads, { response, outcome, lang }) {
  if (response === null) return outcome;
  const typed = payload.kind === "gap" || payload.kind === "short";
  const own = typed && lang !== payload.lang ? payloads?.get(lang) : payload;
  return own ? score(own, response) : outcome;
}

/** @param {Outcome} outcome */
const right = ({ parts }) => Object.values(parts).filter((part) => part === "right").length;

/**
 * Return *now* for an order that was mended, as it is shown: where as many entries are right among themselves as before,
 * they are those that stood, and not others that happen to be as many.
 * @param {Outcome} before @param {Outcome} now @returns {Outcome}
 */
export const standing = (before, now) => (right(now) === right(before) ? { ...now, parts: before.parts } : now);

/** Return the language of each typed field of *body*. @param {HTMLElement} body */
export const languagesOf = (body) => typedFields(body).map(({ lang }) => lang);

/** Give the typed fields of *body* their languages. @param {HTMLElement} body @param {(at: number) => string} lang */
export const setLanguages = (body, lang) => typedFields(body).forEach((input, at) => void (input.lang = lang(at)));
