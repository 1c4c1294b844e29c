// @ts-check
// What an answer is to the scheduler, by docs/decisions/0010. Apart from it, so that nobody need load it for this.

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {1 | 2 | 3} Grade ts-fsrs's own numbers; 4, easy, is never given */

export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;

/** From this score on an answer is not taken for a wrong one. */
const HALF = 0.5;

/**
 * Return how an attempt counts: wrong or under one half, right and sure without the hint, or between the two.
 * @param {Pick<Attempt, "outcome" | "sure" | "hinted">} attempt @returns {Grade}
 */
export function gradeOf({ outcome, sure, hinted }) {
  if (outcome.verdict === "wrong" || outcome.score < HALF) return AGAIN;
  return outcome.verdict === "right" && sure !== false && !hinted ? GOOD : HARD;
}

/** Tell whether *attempt* at a case came to an ending: it is told step by step, and only its ending is an answer.
 * @param {Attempt} attempt */
export const isEnded = ({ outcome }) => Boolean(outcome.remarks.ending);
