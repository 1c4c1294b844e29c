// @ts-check
// What can be said of a student's work: everything is worked out from the logs, when it is wanted, and kept nowhere.
import { swtech } from "../registry.js";
import { calibration } from "./calibration.js";
import { dayOf, startOf } from "./days.js";
import { mastery } from "./mastery.js";
import { queueOf } from "./queue.js";
import { schedule } from "./schedule.js";
import { settings } from "./settings.js";
import { thingsOf } from "./things.js";

/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("./calibration.js").Calibration} Calibration */
/** @typedef {import("./mastery.js").ChapterProgress} ChapterProgress */
/** @typedef {import("./queue.js").Queue} Queue */
/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./things.js").Catalogue} Catalogue */
/** @typedef {import("./things.js").Thing} Thing */

/**
 * @typedef {object} Overview everything about one student at one moment
 * @property {Date} now
 * @property {Catalogue} catalogue
 * @property {Map<string, Log>} logs
 * @property {Map<string, Thing>} things by id, in the order of the course
 * @property {Map<string, Schedule>} schedules of every thing that was ever answered and still exists
 * @property {ChapterProgress[]} chapters
 * @property {Queue} queue
 * @property {Calibration} calibration
 */

/**
 * @typedef {object} Study `swtech.study`
 * @property {(store: Store, lang: string, now?: Date) => Promise<Overview>} look read all logs and work everything out;
 *   may fail as the catalogue's script may
 * @property {() => Promise<void>} refresh paint the marks in the contents anew, after answers of this page
 * @property {(time: number | Date) => number} dayOf the student's day, a whole number; it begins at four in the morning
 * @property {(day: number) => Date} startOf
 */

/** @param {{ catalogue: Catalogue, logs: Map<string, Log>, settings: Settings, now: Date }} parts @returns {Overview} */
export function overview({ catalogue, logs, settings: { fresh }, now }) {
  const list = thingsOf(catalogue);
  /** @type {Map<string, Schedule>} */
  const schedules = new Map();
  for (const { id, revision } of list) {
    const log = logs.get(id);
    // What was only begun anew was never answered.
    if (log?.some((entry) => !("reset" in entry))) schedules.set(id, schedule(id, log, { now, revision }));
  }
  return {
    now,
    catalogue,
    logs,
    things: new Map(list.map((thing) => [thing.id, thing])),
    schedules,
    chapters: mastery(catalogue, list, schedules, now),
    queue: queueOf(list, schedules, { now, fresh }),
    calibration: calibration(logs.values()),
  };
}

/** @param {() => Promise<void>} refresh @returns {Study} */
export const createStudy = (refresh) => ({
  refresh,
  async look(store, lang, now = new Date()) {
    const [catalogue, { logs }] = await Promise.all([swtech.load(lang, "_catalogue"), store.all()]);
    return overview({ catalogue, logs, settings: settings(store), now });
  },
  dayOf,
  startOf,
});
