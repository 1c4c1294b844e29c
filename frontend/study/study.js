// @ts-check
// What can be said of a student's work: everything is worked out from the logs, when it is wanted, and kept nowhere.
import { swtech } from "../registry.js";
import { calibration } from "./calibration.js";
import { dayOf, startOf } from "./days.js";
import { mastery } from "./mastery.js";
import { queueOf } from "./queue.js";
import { schedule } from "./schedule.js";
import { cardId, kindOf, readCardId, thingsOf } from "./things.js";

/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("./calibration.js").Calibration} Calibration */
/** @typedef {import("./mastery.js").ChapterProgress} ChapterProgress */
/** @typedef {import("./queue.js").Queue} Queue */
/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./things.js").Catalogue} Catalogue */
/** @typedef {import("./things.js").Thing} Thing */

/** @typedef {{ fresh: number }} Settings *fresh*: how many new items and cards a day */

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
 * @property {(lang: string) => Promise<Catalogue>} catalogue load the catalogue; may fail like any script
 * @property {(store: Store, lang: string, now?: Date) => Promise<Overview & { damaged: number }>} look
 *   read all logs and work everything out; *damaged* is the store's count
 * @property {(parts: { catalogue: Catalogue, logs: Map<string, Log>, settings: Settings, now: Date }) => Overview} overview
 *   the same, pure
 * @property {(id: string, log: Log, options: { now: Date, revision?: number }) => Schedule} schedule one thing's
 * @property {(logs: Iterable<Log>) => Calibration} calibration
 * @property {(store: Store) => Settings} settings
 * @property {(store: Store, change: Partial<Settings>) => Settings} set change settings; gives them as they are then
 * @property {() => Promise<void>} refresh paint the marks in the contents anew, after answers of this page
 * @property {(time: number | Date) => number} dayOf the student's day, a whole number; it begins at four in the morning
 * @property {(day: number) => Date} startOf
 * @property {typeof kindOf} kindOf
 * @property {typeof cardId} cardId
 * @property {typeof readCardId} readCardId
 */

export const FRESH = { least: 0, usual: 10, most: 50 };

/** @param {Store} store @returns {Settings} */
function settings(store) {
  const { fresh } = store.desk.read("settings") ?? {};
  return { fresh: Number.isInteger(fresh) && fresh >= FRESH.least && fresh <= FRESH.most ? fresh : FRESH.usual };
}

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
  catalogue: (lang) => swtech.load(lang, "_catalogue"),
  async look(store, lang, now = new Date()) {
    const [catalogue, { logs, damaged }] = await Promise.all([this.catalogue(lang), store.all()]);
    return { ...overview({ catalogue, logs, settings: settings(store), now }), damaged };
  },
  overview,
  schedule,
  calibration,
  settings,
  set(store, change) {
    store.desk.write("settings", { ...store.desk.read("settings"), ...change });
    return settings(store);
  },
  dayOf,
  startOf,
  kindOf,
  cardId,
  readCardId,
});
