// @ts-check
// What is to be asked today, and in which order.
import { dayOf } from "./days.js";
import { AGAIN } from "./grade.js";
import { isDue } from "./mastery.js";

/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./things.js").Thing} Thing */

/** @typedef {Thing & { why: "due" | "changed" | "new", sureAndWrong: boolean, retrievability: number }} Entry */
/**
 * @typedef {object} Queue
 * @property {Entry[]} entries what is left for today, in order: what is due, then what is new
 * @property {number} due how many of them were answered before
 * @property {number} fresh how many of them are new
 * @property {number} done how many things were answered today in a way that counts
 * @property {number} introduced how many items and cards were answered today for the first time
 * @property {{ day: number, due: number }[]} load for today and the next days, what falls due if nothing else is answered
 * @property {{ id: string, thing: Thing, lapses: number }[]} leeches what was forgotten again and again, the worst first
 */

const DAYS = 14;
const LEECH = 4;
/** Retrievability differs in earnest by so much; within it, chapters and kinds take turns. */
const BAND = 0.05;
/** The faces with which a term is brought in; the others only to those who have begun with them on the page of cards. */
const ALWAYS = ["definition", "term"];

/**
 * Return the queue of the day of *now*.
 * @param {Thing[]} things all there is, in the order in which a student meets it
 * @param {Map<string, Schedule>} schedules of everything that was ever answered
 * @param {{ now: Date, fresh: number }} options *fresh*: how many new things a day
 * @returns {Queue}
 */
export function queueOf(things, schedules, { now, fresh }) {
  const today = dayOf(now);
  const due = things.flatMap((thing) => {
    const schedule = schedules.get(thing.id);
    return schedule && isDue(schedule, now) ? entryOf(thing, schedule) : [];
  });
  const first = (/** @type {Thing} */ { id }) => schedules.get(id)?.counted[0]?.day;
  const introduced = things.filter((thing) => thing.kind !== "case" && first(thing) === today).length;
  const added = newOf(things, schedules, due, today, Math.max(0, fresh - introduced));
  return {
    entries: [...ordered(due), ...takeTurns(added, null)],
    due: due.length,
    fresh: added.length,
    done: things.filter(({ id }) => lastDay(schedules.get(id)) === today).length,
    introduced,
    load: loadOf(things, schedules, today),
    leeches: things
      .map((thing) => ({ id: thing.id, thing, lapses: schedules.get(thing.id)?.lapses ?? 0 }))
      .filter(({ lapses }) => lapses >= LEECH)
      .sort((a, b) => b.lapses - a.lapses),
  };
}

/** @param {Schedule | undefined} schedule @returns {number | undefined} the day of the last attempt that counted */
const lastDay = (schedule) => schedule?.counted[schedule.counted.length - 1]?.day;

/** @param {Thing} thing @param {Schedule} schedule @returns {Entry} */
function entryOf(thing, { changed, counted, retrievability }) {
  const last = counted[counted.length - 1];
  const why = changed ? "changed" : "due";
  return { ...thing, why, sureAndWrong: last.sure === true && last.grade === AGAIN, retrievability };
}

/** Sure and wrong first, then what is nearest to being forgotten. @param {Entry[]} due @returns {Entry[]} */
function ordered(due) {
  const band = (/** @type {Entry} */ one) => (one.sureAndWrong ? -1 : Math.floor(one.retrievability / BAND));
  const sorted = [...due].sort((a, b) => band(a) - band(b) || a.retrievability - b.retrievability);
  /** @type {Entry[]} */
  const result = [];
  while (sorted.length) {
    const end = sorted.findIndex((one) => band(one) !== band(sorted[0]));
    const peers = sorted.splice(0, end < 0 ? sorted.length : end);
    result.push(...takeTurns(peers, result[result.length - 1] ?? null));
  }
  return result;
}

/**
 * Put *peers* in such an order that neighbours differ in term, chapter and kind where they can.
 * @param {Entry[]} peers @param {Entry | null} before @returns {Entry[]}
 */
function takeTurns(peers, before) {
  const rest = [...peers];
  /** @type {Entry[]} */
  const result = [];
  const alike = (/** @type {Entry} */ one, /** @type {Entry | null} */ last) =>
    last === null
      ? 0
      : (one.term !== undefined && one.term === last.term ? 4 : 0) + (one.chapter === last.chapter ? 2 : 0) + (one.kind === last.kind ? 1 : 0);
  let last = before;
  while (rest.length) {
    let best = 0;
    for (let at = 1; at < rest.length && alike(rest[best], last) > 0; at += 1)
      if (alike(rest[at], last) < alike(rest[best], last)) best = at;
    [last] = rest.splice(best, 1);
    result.push(last);
  }
  return result;
}

/**
 * Return at most *limit* things that were never asked: from the chapters that were begun, then from the one after them.
 * A term shows one new face a day: the second would only repeat what the first has just told.
 * @param {Thing[]} things @param {Map<string, Schedule>} schedules @param {Entry[]} due @param {number} today
 * @param {number} limit @returns {Entry[]}
 */
function newOf(things, schedules, due, today, limit) {
  const chapters = [...new Set(things.map(({ chapter }) => chapter))];
  const begun = new Set(things.filter(({ id }) => schedules.has(id)).map(({ chapter }) => chapter));
  const furthest = Math.max(...chapters.map((chapter, at) => (begun.has(chapter) ? at : -1)));
  const next = [...chapters.slice(furthest + 1), ...chapters].find((chapter) => !begun.has(chapter));
  const faces = new Set([...ALWAYS, ...things.flatMap(({ id, face }) => (face && schedules.has(id) ? face : []))]);
  const told = new Set(due.map(({ term }) => term));
  for (const { id, term } of things) if (lastDay(schedules.get(id)) === today) told.add(term);

  /** @type {Entry[]} */
  const found = [];
  for (const chapter of [...chapters.filter((one) => begun.has(one)), next])
    for (const thing of things) {
      if (found.length >= limit) return found;
      if (thing.chapter !== chapter || thing.kind === "case" || schedules.get(thing.id)?.counted.length) continue;
      if (thing.face && (!faces.has(thing.face) || told.has(thing.term))) continue;
      told.add(thing.term);
      found.push({ ...thing, why: "new", sureAndWrong: false, retrievability: 0 });
    }
  return found;
}

/** @param {Thing[]} things @param {Map<string, Schedule>} schedules @param {number} today */
function loadOf(things, schedules, today) {
  const load = Array.from({ length: DAYS }, (_, after) => ({ day: today + after, due: 0 }));
  for (const { id } of things) {
    const due = schedules.get(id)?.due;
    const slot = due && load[Math.max(0, dayOf(due) - today)];
    if (slot) slot.due += 1;
  }
  return load;
}
