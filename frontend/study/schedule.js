// @ts-check
// When something is to be asked again. Its log is told to ts-fsrs, which decides; docs/decisions/0010 says what it is told.
import { createEmptyCard, fsrs } from "ts-fsrs";
import { attemptsOf } from "../store/log.js";
import { dayOf, dayOfUtc, startOf, utcOf } from "./days.js";
import { AGAIN, gradeOf, isEnded } from "./grade.js";
import { kindOf } from "./things.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("./grade.js").Grade} Grade */

/**
 * @typedef {object} Counted an attempt of which the scheduler was told
 * @property {number} at when, in milliseconds; never earlier than the one before
 * @property {number} day the student's day; see days.js
 * @property {Grade} grade
 * @property {boolean} right
 * @property {boolean} aided after the hint
 * @property {boolean | null} sure null where confidence was not asked
 */

/**
 * @typedef {object} Schedule
 * @property {Date | null} due the beginning of the day on which it is to be asked; null: never answered in a way that counts
 * @property {boolean} changed its wording has changed since it was last answered, so it is due at once
 * @property {number} lapses how often it counted as Again, the first time included
 * @property {number} reps how often it counted
 * @property {number} stability days until it is remembered with 0.9; 0 when it never counted
 * @property {number} difficulty 1 to 10; 0 when it never counted
 * @property {number} retrievability how surely it is remembered on the day of *now*, 0 to 1
 * @property {Counted[]} counted oldest first
 */

/** What ts-fsrs is asked for; no chance in it, so the same log gives the same day in every browser. */
export const PARAMETERS = { request_retention: 0.9, maximum_interval: 365, enable_fuzz: false, enable_short_term: false };

const scheduler = fsrs(PARAMETERS);

/** @param {string} id @param {Attempt} attempt */
const isUnfinished = (id, attempt) => kindOf(id) === "case" && !isEnded(attempt);

/**
 * Return the attempts that count: the first of each day that is no retry; of a case, one that came to an ending.
 *
 * A clock that was set back cannot turn the order of things: an attempt is never earlier than the one before. One that
 * is dated after *today* was given while the clock was ahead: when, nobody knows, so it waits until its day comes.
 * @param {string} id @param {Log} log @param {number} today @returns {Counted[]}
 */
export function countedOf(id, log, today) {
  /** @type {Counted[]} */
  const counted = [];
  let latest = -Infinity;
  for (const attempt of attemptsOf(log)) {
    const said = Date.parse(attempt.at);
    if (dayOf(said) > today) continue;
    const at = (latest = Math.max(latest, said));
    const day = dayOf(at);
    if (attempt.retry || isUnfinished(id, attempt) || counted[counted.length - 1]?.day === day) continue;
    const right = attempt.outcome.verdict === "right";
    counted.push({ at, day, grade: gradeOf(attempt), right, aided: attempt.hinted === true, sure: attempt.sure ?? null });
  }
  return counted;
}

/**
 * Return what *log* says of the thing *id* on the day of *now*. With *revision*, the present one of its wording, a thing
 * whose last answer was to an earlier one is due at once.
 * @param {string} id @param {Log} log @param {{ now: Date, revision?: number }} options @returns {Schedule}
 */
export function schedule(id, log, { now, revision = 0 }) {
  const today = dayOf(now);
  const counted = countedOf(id, log, today);
  // ts-fsrs counts whole days by the date in UTC: each of the student's days stands for itself there.
  let card = createEmptyCard(utcOf(counted[0]?.day ?? today));
  for (const { day, grade } of counted) card = scheduler.next(card, utcOf(day), grade).card;
  const answers = attemptsOf(log).filter((attempt) => !isUnfinished(id, attempt));
  const changed = counted.length > 0 && answers[answers.length - 1].revision < revision;
  const due = dayOfUtc(card.due);
  return {
    due: counted.length ? startOf(changed ? Math.min(due, today) : due) : null,
    changed,
    lapses: counted.filter(({ grade }) => grade === AGAIN).length,
    reps: counted.length,
    stability: card.stability,
    difficulty: card.difficulty,
    retrievability: counted.length ? scheduler.get_retrievability(card, utcOf(today), false) : 0,
    counted,
  };
}
