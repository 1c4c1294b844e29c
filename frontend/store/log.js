// @ts-check
// What is kept of one question, card or case: its log, oldest entry first. Pure: reading, mending, merging.
//
// The order of the log is the order in which things happened, whatever the clock said then. A log only grows; "begun
// anew" is an entry like an attempt, so that two tabs, two machines and a file can be joined without losing a thing.

/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("../types.js").Response} Response */

/** The form of a record; 1 had {attempts, reset} and no names for its attempts. */
export const VERSION = 2;

const MODES = /** @type {const} */ (["practice", "test", "review", "card", "case"]);
const LONGEST = { id: 160, text: 4000, parts: 200, log: 20000 };
const ID = /^(?:(?:card|case):)?[\w./-]{1,160}$/;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @param {number} [limit] @returns {value is string} */
const isText = (value, limit = LONGEST.id) => typeof value === "string" && value.length <= limit;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** Times are compared as texts, so they have one form. @param {unknown} value @returns {value is string} */
const isTime = (value) => isText(value, 40) && TIME.test(value) && Number.isFinite(Date.parse(value));

/** Tell whether *id* can be the name of something that is asked: an item, a card or a case. @param {string} id */
export const isId = (id) => ID.test(id);

let count = 0;

/** Return a name for an entry that no other entry has, in this browser or another one. */
export function newUid() {
  const random = new Uint32Array(2);
  globalThis.crypto.getRandomValues(random);
  count += 1;
  return [Date.now(), count, ...random].map((part) => part.toString(36)).join("-");
}

/** @param {unknown} value @returns {Response | null} */
function readResponse(value) {
  if (typeof value === "string") return value.slice(0, LONGEST.text);
  if (Array.isArray(value))
    return value.length <= LONGEST.parts && value.every((one) => isText(one, LONGEST.text)) ? [...value] : null;
  return readTexts(value);
}

/** @param {unknown} value @returns {Record<string, string> | null} */
function readTexts(value) {
  if (!isObject(value)) return null;
  const pairs = Object.entries(value);
  if (pairs.length > LONGEST.parts || !pairs.every(([key, text]) => isText(key) && isText(text, LONGEST.text))) return null;
  return /** @type {Record<string, string>} */ (Object.fromEntries(pairs));
}

/** @param {unknown} value @returns {import("../types.js").Outcome | null} */
function readOutcome(value) {
  if (!isObject(value)) return null;
  const { score, verdict, parts = {}, remarks = {} } = value;
  const share = typeof score === "number" && score >= 0 && score <= 1;
  if (!share || (verdict !== "right" && verdict !== "partly" && verdict !== "wrong")) return null;
  const states = readTexts(parts);
  const said = readTexts(remarks);
  if (!states || !said || !Object.values(states).every((state) => /^(right|wrong|missed)$/.test(state))) return null;
  return { score, verdict, parts: /** @type {Record<string, import("../types.js").Part>} */ (states), remarks: said };
}

/**
 * Return *value* as an entry made of known fields alone, or null when it is none. A file from elsewhere is hostile.
 * @param {unknown} value @returns {Entry | null}
 */
export function readEntry(value) {
  if (!isObject(value) || !isTime(value.at)) return null;
  const uid = isText(value.uid, 80) && value.uid ? value.uid : value.at;
  if (value.reset === true) return { uid, at: value.at, reset: true };
  const response = readResponse(value.response);
  const outcome = readOutcome(value.outcome);
  if (response === null || !outcome || !isText(value.lang, 8)) return null;
  if (typeof value.revision !== "number" || !Number.isInteger(value.revision)) return null;
  const mode = MODES.find((known) => known === value.mode);
  return {
    uid,
    at: value.at,
    lang: value.lang,
    revision: value.revision,
    response,
    outcome,
    ...(mode && { mode }),
    ...(typeof value.sure === "boolean" && { sure: value.sure }),
    ...(value.hinted === true && { hinted: true }),
    ...(value.retry === true && { retry: true }),
  };
}

/** @param {unknown[]} values @returns {{ log: Log, sound: boolean }} */
function readEntries(values) {
  /** @type {Map<string, Entry>} */
  const found = new Map();
  let sound = true;
  for (const value of values.slice(-LONGEST.log)) {
    const entry = readEntry(value);
    if (!entry) sound = false;
    else if (found.has(entry.uid) && !(isObject(value) && "uid" in value)) {
      // Two unnamed attempts of one instant, from before entries had names.
      const uid = `${entry.uid}/${found.size}`;
      found.set(uid, { ...entry, uid });
    } else found.set(entry.uid, entry);
  }
  return { log: [...found.values()], sound };
}

/**
 * Return the log in *record*, and whether all of it could be read. Records of the first form are brought to this one.
 * @param {unknown} record @returns {{ log: Log, sound: boolean }}
 */
export function readRecord(record) {
  if (record === undefined) return { log: [], sound: true };
  if (!isObject(record)) return { log: [], sound: false };
  if (Array.isArray(record.log)) {
    const { log, sound } = readEntries(record.log);
    return { log, sound: sound && record.v === VERSION };
  }
  if (!Array.isArray(record.attempts)) return { log: [], sound: false };
  const { log, sound } = readEntries(record.attempts);
  const { reset } = record;
  if (!isTime(reset)) return { log, sound: sound && reset === undefined };
  const later = log.findIndex(({ at }) => at > reset);
  const at = later < 0 ? log.length : later;
  return { log: [...log.slice(0, at), { uid: `reset/${reset}`, at: reset, reset: true }, ...log.slice(at)], sound };
}

/** Return the record that keeps *log*. @param {Log} log */
export const writeRecord = (log) => ({ v: VERSION, log });

/**
 * Return *mine* with those entries of *theirs* that it lacks, put in by their time; neither list changes its order.
 * @param {Log} mine @param {Log} theirs @returns {Log}
 */
export function merge(mine, theirs) {
  const known = new Set(mine.map(({ uid }) => uid));
  const fresh = theirs.filter(({ uid }) => !known.has(uid));
  if (!fresh.length) return mine;
  /** @type {Log} */
  const merged = [];
  for (const entry of mine) {
    while (fresh.length && fresh[0].at < entry.at) merged.push(/** @type {Entry} */ (fresh.shift()));
    merged.push(entry);
  }
  return [...merged, ...fresh].slice(-LONGEST.log);
}

/** @typedef {import("../types.js").KeptAttempt} KeptAttempt */

/** @param {Entry} entry @returns {entry is KeptAttempt} */
const isAttempt = (entry) => !("reset" in entry);

/** Return the attempts of *log*, oldest first. @param {Log} log @returns {KeptAttempt[]} */
export const attemptsOf = (log) => log.filter(isAttempt);

/**
 * Return the attempt that is to be shown: the last one, unless the student has begun anew since.
 * @param {Log} log @returns {KeptAttempt | null}
 */
export function current(log) {
  const last = log[log.length - 1];
  return last && isAttempt(last) ? last : null;
}
