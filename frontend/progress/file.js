// @ts-check
// Answers as one file, and back again. Pure. A file is hostile: nothing of it goes on that was not read and made anew.
import { isoDate } from "../dates.js";
import { VERSION as RECORD, isId, isObject, readRecord } from "../store/log.js";

/** @typedef {import("../types.js").Log} Log */

/**
 * @typedef {object} Read
 * @property {Map<string, Log>} logs
 * @property {number} refused how many answers could not be read
 */
/** @typedef {{ fault: "unreadable" | "foreign" | "newer" | "course" | "none", course?: string }} Fault *course*: the file's */

export const FORMAT = "swtech-progress";
export const VERSION = 1;
/** A student's answers of years are a few megabytes. */
export const LARGEST = 20 * 2 ** 20;

/**
 * Return the text of the file.
 * @param {string} course @param {ReadonlyMap<string, Log>} logs @param {Date} now
 */
export const writeFile = (course, logs, now) =>
  JSON.stringify({ format: FORMAT, version: VERSION, course, exported: now.toISOString(), logs: Object.fromEntries(logs) });

/** Return the name of the file. @param {string} course @param {Date} now */
export const fileName = (course, now) => `${course}-answers-${isoDate(now)}.json`;

/**
 * Return the logs in *text*, rebuilt entry by entry, or what is wrong with it as a whole.
 * @param {string} text @param {string} course @returns {Read | Fault}
 */
export function readFile(text, course) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "unreadable" };
  }
  if (!isObject(value) || value.format !== FORMAT || !isObject(value.logs)) return { fault: "foreign" };
  if (typeof value.version !== "number" || value.version < 1) return { fault: "foreign" };
  if (value.version > VERSION) return { fault: "newer" };
  // Only a text is shown: an object could answer with anything when asked for one.
  if (typeof value.course !== "string") return { fault: "foreign" };
  if (value.course !== course) return { fault: "course", course: value.course.slice(0, 60) };
  /** @type {Map<string, Log>} */
  const logs = new Map();
  let refused = 0;
  for (const [id, entries] of Object.entries(value.logs)) {
    const told = Array.isArray(entries) ? entries.length : 1;
    const { log } = isId(id) && Array.isArray(entries) ? readRecord({ v: RECORD, log: entries }) : { log: [] };
    if (log.length) logs.set(id, log);
    refused += told - log.length;
  }
  return logs.size ? { logs, refused } : { fault: "none" };
}
