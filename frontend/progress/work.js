// @ts-check
// What the record of work tells, gathered from the logs. Pure but for the days, which are the student's own.
import { attemptsOf } from "../store/log.js";
import { isEnded } from "../study/grade.js";
import { kindOf } from "../study/things.js";

/** @typedef {import("../types.js").Log} Log */
/** @typedef {{ at: number, answered: number, right: number }} Test *at*: when it was finished, in milliseconds */
/** @typedef {{ id: string, at: number, same: number, total: number }} CaseDone *same*: decisions that an expert would take */

/**
 * @typedef {object} Work
 * @property {number} answers
 * @property {number[]} days the days on which something was answered, the first one first
 * @property {Test[]} tests
 * @property {CaseDone[]} cases the last way through each that came to an ending
 */

/**
 * Return the tests: one judges all its answers in one moment, when it is finished.
 * @param {ReadonlyMap<string, Log>} logs @returns {Test[]}
 */
function testsOf(logs) {
  /** @type {Map<string, Test>} */
  const tests = new Map();
  for (const { mode, at, outcome } of [...logs.values()].flatMap(attemptsOf)) {
    if (mode !== "test") continue;
    const { answered, right } = tests.get(at) ?? { answered: 0, right: 0 };
    tests.set(at, { at: Date.parse(at), answered: answered + 1, right: right + Number(outcome.verdict === "right") });
  }
  return [...tests.values()].sort((a, b) => a.at - b.at);
}

/** @param {ReadonlyMap<string, Log>} logs @returns {CaseDone[]} */
function casesOf(logs) {
  return [...logs].flatMap(([id, log]) => {
    const done = kindOf(id) === "case" ? attemptsOf(log).filter(isEnded) : [];
    if (!done.length) return [];
    const { at, outcome } = done[done.length - 1];
    const parts = Object.values(outcome.parts);
    return { id, at: Date.parse(at), same: parts.filter((part) => part === "right").length, total: parts.length };
  });
}

/**
 * @param {ReadonlyMap<string, Log>} logs @param {(time: number) => number} dayOf @returns {Work}
 */
export function workOf(logs, dayOf) {
  const times = [...logs.values()].flatMap((log) => attemptsOf(log).map(({ at }) => Date.parse(at)));
  return {
    answers: times.length,
    days: [...new Set(times.map(dayOf))].sort((a, b) => a - b),
    tests: testsOf(logs),
    cases: casesOf(logs).sort((a, b) => a.at - b.at),
  };
}
