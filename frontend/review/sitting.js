// @ts-check
// Where a sitting stands: what is still to be asked, what is asked again because it went wrong, how the rest went.
// Pure. After a reload the same is read from the logs: the browser keeps only when it began and what was to be asked.
import { attemptsOf } from "../store/log.js";
import { AGAIN, gradeOf, isEnded } from "../study/grade.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../study/grade.js").Grade} Grade */
/** @typedef {{ grade: Grade, sure: boolean }} Result of the first answer in the sitting: the only one that counts */

/**
 * @typedef {object} Sitting
 * @property {string[]} todo not asked yet, the next one first
 * @property {string[]} again went wrong and come again at the end, the next one first
 * @property {ReadonlyMap<string, Result>} results
 */

/** @param {string[]} todo @returns {Sitting} */
export const begin = (todo) => ({ todo, again: [], results: new Map() });

/** What is asked now, or null at the end. @param {Sitting} sitting */
export const now = ({ todo, again }) => todo[0] ?? again[0] ?? null;

/** Whether what is asked now went wrong before in this sitting. @param {Sitting} sitting */
export const isRepeat = ({ todo }) => !todo.length;

/** The place of what is asked now, and of how many there are. @param {Sitting} sitting */
export const place = ({ todo, results }) => ({ n: results.size + 1, total: results.size + todo.length });

/**
 * Return the sitting after *attempt* at *id*. What went wrong comes again until it is right; a case does not, it is long.
 * @param {Sitting} sitting @param {string} id @param {Attempt} attempt @returns {Sitting}
 */
export function after({ todo, again, results }, id, attempt) {
  const first = !results.has(id);
  const grade = gradeOf(attempt);
  const failed = first
    ? grade === AGAIN && !id.startsWith("case:")
    : again.includes(id) && attempt.outcome.verdict !== "right";
  const waiting = again.filter((other) => other !== id);
  return {
    todo: todo.filter((other) => other !== id),
    again: failed ? [...waiting, id] : waiting,
    results: first ? new Map([...results, [id, { grade, sure: attempt.sure !== false }]]) : results,
  };
}

/** Leave out *id*, for later or for good. @param {Sitting} sitting @param {string} id @returns {Sitting} */
export function without({ todo, again, results }, id) {
  const others = (/** @type {string[]} */ ids) => ids.filter((other) => other !== id);
  return { todo: others(todo), again: others(again), results };
}

/** @param {Attempt} attempt */
const isOfSitting = (attempt) =>
  attempt.mode === "review" || attempt.mode === "card" || (attempt.mode === "case" && isEnded(attempt));

/**
 * Return the sitting that began at *since* to ask *ids*, as far as the logs tell; of those not answered in it, what
 * *open* no longer wants is left out.
 * @param {string[]} ids @param {string} since @param {ReadonlyMap<string, Log>} logs @param {(id: string) => boolean} open
 * @returns {Sitting}
 */
export function resume(ids, since, logs, open) {
  const given = ids.flatMap((id) =>
    attemptsOf(logs.get(id) ?? [])
      .filter((attempt) => attempt.at >= since && isOfSitting(attempt))
      .map((attempt) => ({ id, attempt })),
  );
  given.sort((a, b) => (a.attempt.at < b.attempt.at ? -1 : Number(a.attempt.at > b.attempt.at)));
  const answered = new Set(given.map(({ id }) => id));
  const start = begin(ids.filter((id) => answered.has(id) || open(id)));
  return given.reduce((sitting, { id, attempt }) => after(sitting, id, attempt), start);
}
