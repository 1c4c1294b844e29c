// @ts-check
// How far a student has come, by the rule of docs/decisions/0010.

/** @typedef {import("./schedule.js").Schedule} Schedule */
/** @typedef {import("./things.js").Catalogue} Catalogue */
/** @typedef {import("./things.js").Thing} Thing */
/** @typedef {"new" | "seen" | "practised" | "mastered"} State */
/** @typedef {{ id: string, state: State, due: boolean }} ItemState an item is new, practised or mastered */

/**
 * @typedef {object} Progress
 * @property {State} state
 * @property {number} total how many items there are
 * @property {number} answered
 * @property {number} mastered
 * @property {number} due of a chapter: items, cards and cases; of an objective: its items
 */
/** @typedef {Progress & { id: string, text: string, items: ItemState[] }} ObjectiveProgress */
/**
 * @typedef {Progress & { slug: string, number: number, title: string, href: string, objectives: ObjectiveProgress[] }}
 *   ChapterProgress
 */

/** The share of an objective's items that must be mastered. */
const ENOUGH = 4 / 5;

/** Tell whether a thing is to be asked on the day that begins before *now*. @param {Schedule | undefined} schedule @param {Date} now */
export const isDue = (schedule, now) => schedule?.due != null && schedule.due <= now;

/** Tell whether what *schedule* is of is mastered. @param {Schedule | undefined} schedule */
export function isMastered(schedule) {
  const counted = schedule?.counted ?? [];
  const last = counted[counted.length - 1];
  // Of one day only one attempt counts, so two of them are of two days.
  return last !== undefined && last.right && !last.aided && counted.filter(({ right }) => right).length >= 2;
}

/** @param {State[]} states @returns {State} what all of them have reached, or "seen" when something has begun */
function least(states) {
  for (const state of /** @type {const} */ (["mastered", "practised"]))
    if (states.length && states.every((one) => one === "mastered" || one === state)) return state;
  return states.some((state) => state !== "new") ? "seen" : "new";
}

/**
 * Return every chapter of *catalogue* with its objectives.
 * @param {Catalogue} catalogue @param {Thing[]} things
 * @param {Map<string, Schedule>} schedules of everything that was ever answered @param {Date} now
 * @returns {ChapterProgress[]}
 */
export function mastery(catalogue, things, schedules, now) {
  return catalogue.chapters.map(({ slug, number, title, href, objectives: all, items }) => {
    const objectives = all.map(({ id, text }) => {
      const mine = items.filter(({ objective }) => objective === id).map((item) => itemState(item.id, schedules, now));
      const sums = sumOf(mine);
      const enough = mine.length > 0 && sums.mastered >= ENOUGH * mine.length;
      const state = enough ? /** @type {const} */ ("mastered") : least(mine.map((one) => one.state));
      return { id, text, items: mine, ...sums, state };
    });
    const waiting = things.filter(({ id, chapter }) => chapter === slug && isDue(schedules.get(id), now));
    const every = objectives.flatMap((one) => one.items);
    const state = least(objectives.filter((one) => one.items.length).map((one) => one.state));
    return { slug, number, title, href, objectives, ...sumOf(every), state, due: waiting.length };
  });
}

/** @param {string} id @param {Map<string, Schedule>} schedules @param {Date} now @returns {ItemState} */
function itemState(id, schedules, now) {
  const schedule = schedules.get(id);
  const state = isMastered(schedule) ? "mastered" : schedule ? "practised" : "new";
  return { id, state, due: isDue(schedule, now) };
}

/** @param {ItemState[]} items */
const sumOf = (items) => ({
  total: items.length,
  answered: items.filter(({ state }) => state !== "new").length,
  mastered: items.filter(({ state }) => state === "mastered").length,
  due: items.filter(({ due }) => due).length,
});
