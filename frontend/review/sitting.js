// @ts-check
// Where a sitting stands: what is still to be asked, what is asked again because it went wrong, how the rest went.
// Pure. After a reload the same is read from the logs, so nothing but the moment of its beginning is kept.
import { attemptsOf } from "../store/log.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {"good" | "hard" | "again"} Grade how an answer counts for the schedule */
/** @typedef {{ grade: Grade, sure: boolean }} Result of the first answer of the sitting: the only one that counts */

/**
 * @typedef {object} Sitting
 * @property {string[]} todo not asked yet, the next one first
 * @property {string[]} again went wrong and come again at the end, the next one first
 * @property {ReadonlyMap<string, Result>} results
 */

/** From this score on an answer is not taken for a wrong one. */
const HALF = 0.5;

/**
 * Return how *attempt* counts: wrong or under one half, right and sure without the hint, or between the two.
 * @param {Pick<Attempt, "outcome" | "sure" | "hinted">} attempt @returns {Grade}
 */
export function gradeOf({ outcome, sure, hinted }) {
  if (outcome.score < HALF) return "again";
  return outcome.verdict === "right" && sure !== false && !hinted ? "good" : "hard";
}

/** @param {string[]} todo @returns {Sitting} */
export const begin = (todo) => ({ todo, again: [], results: new Map() });

/** What is asked now, or null at the end. @param {Sitting} sitting */
export const now = ({ todo, again }) => todo[0] ?? again[0] ?? null;

/** Whether what is asked now was answered wrong before in this sitting. @param {Sitting} sitting */
export const isRepeat = ({ todo }) => !todo.length;

/** The place of what is asked now, and of how many: repeats have a count of their own. @param {Sitting} sitting */
export function place({ todo, again, results }) {
  return todo.length ? { n: results.size + 1, total: results.size + todo.length } : { n: 1, total: again.length };
}

/**
 * Return the sitting after *attempt* at *id*. What went wrong comes again until it is right.
 * @param {Sitting} sitting @param {string} id @param {Attempt} attempt @returns {Sitting}
 */
export function after({ todo, again, results }, id, attempt) {
  const first = !results.has(id);
  const grade = gradeOf(attempt);
  const settled = first ? grade !== "again" : attempt.outcome.verdict === "right";
  const waiting = again.filter((other) => other !== id);
  return {
    todo: todo.filter((other) => other !== id),
    // A second answer to what had gone right does not open it again.
    again: settled || (!first && !again.includes(id)) ? waiting : [...waiting, id],
    results: first ? new Map([...results, [id, { grade, sure: attempt.sure !== false }]]) : results,
  };
}

/** Leave out what is asked now: a case for later. @param {Sitting} sitting @returns {Sitting} */
export const without = ({ todo, again, results }) => ({ todo: todo.slice(1), again, results });

/**
 * Return the sitting that began at *since* with *todo*, as the logs tell how far it has come.
 * @param {string[]} todo @param {ReadonlyMap<string, Log>} logs @param {string} since
 * @param {readonly string[]} modes the modes in which it is answered @returns {Sitting}
 */
export function resume(todo, logs, since, modes) {
  const given = [...logs].flatMap(([id, log]) =>
    attemptsOf(log).flatMap((attempt) => (attempt.at >= since && modes.includes(attempt.mode ?? "") ? { id, attempt } : [])),
  );
  given.sort((a, b) => (a.attempt.at < b.attempt.at ? -1 : Number(a.attempt.at > b.attempt.at)));
  return given.reduce((sitting, { id, attempt }) => after(sitting, id, attempt), begin(todo));
}
