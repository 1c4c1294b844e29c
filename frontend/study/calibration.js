// @ts-check
// How well a student's confidence matches what comes out.
import { attemptsOf } from "../store/log.js";
import { dayOf, mondayOf } from "./days.js";

/** @typedef {import("../types.js").Log} Log */
/** @typedef {{ n: number, right: number, share: number | null }} Share *share* is null where there is nothing to share */
/** @typedef {{ sure: Share, unsure: Share, weeks: { day: number, sure: Share, unsure: Share }[] }} Calibration */

/**
 * Return how often an answer was right, of those that were given as sure and of those in doubt; *weeks* by the Monday
 * with which they begin, without those in which nothing was said.
 * @param {Iterable<Log>} logs @returns {Calibration}
 */
export function calibration(logs) {
  const said = [...logs].flatMap((log) =>
    attemptsOf(log).flatMap(({ at, sure, retry, outcome }) =>
      sure === undefined || retry ? [] : [{ sure, right: outcome.verdict === "right", week: mondayOf(dayOf(Date.parse(at))) }],
    ),
  );
  const share = (/** @type {boolean} */ sure, among = said) => {
    const mine = among.filter((one) => one.sure === sure);
    const right = mine.filter((one) => one.right).length;
    return { n: mine.length, right, share: mine.length ? right / mine.length : null };
  };
  const weeks = [...new Set(said.map(({ week }) => week))].sort((a, b) => a - b);
  return {
    sure: share(true),
    unsure: share(false),
    weeks: weeks.map((day) => {
      const among = said.filter(({ week }) => week === day);
      return { day, sure: share(true, among), unsure: share(false, among) };
    }),
  };
}
