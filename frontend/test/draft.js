// @ts-check
// What the browser keeps of a test besides the attempts: the one that is not finished yet, and the last result, so that
// a reload, a crash or a look into a chapter loses nothing. Read as if somebody else had written it.
import { isObject } from "../store/log.js";
import { sound } from "./wanted.js";

/** @typedef {import("../types.js").Response} Response */
/** @typedef {import("./wanted.js").Chapter} Chapter */
/** @typedef {import("./wanted.js").Wanted} Wanted */

/** @typedef {{ response: Response, lang: string, revision: number }} Answer */

/**
 * @typedef {object} Draft
 * @property {string} started when; tells one test from the next
 * @property {Wanted} address what the test is made of
 * @property {string[]} ids its items, as they were drawn then
 * @property {Record<string, Answer>} responses
 * @property {string[]} marks the items that the student wants to come back to
 * @property {number} elapsed milliseconds
 * @property {boolean} free whether the time limit is switched off
 * @property {number} changes how often it was written: of two tabs the later one counts
 * @property {number} [points] of a test that is finished
 */

const FORM = 1;
const KEYS = /** @type {const} */ ({ draft: "draft.test", result: "result.test" });

/** @param {unknown} value @returns {value is string[]} */
const isTexts = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");

/** @param {unknown} value @returns {value is Response} */
const isResponse = (value) =>
  typeof value === "string" || isTexts(value) || (isObject(value) && isTexts(Object.values(value)));

/** @param {unknown} value @returns {value is Wanted} */
const isWanted = (value) =>
  isObject(value) &&
  isTexts(value.slugs) &&
  isTexts(value.levels) &&
  typeof value.seed === "string" &&
  typeof value.n === "number" &&
  typeof value.minutes === "number";

/** @param {unknown} value @returns {value is Answer} */
const isAnswer = (value) =>
  isObject(value) && isResponse(value.response) && typeof value.lang === "string" && typeof value.revision === "number";

/**
 * Return answers by id, and nothing else under any name: «constructor» is an id like any other.
 * @param {[string, Answer][]} entries @returns {Record<string, Answer>}
 */
export const bare = (entries) => Object.assign(Object.create(null), Object.fromEntries(entries));

/**
 * Return *value* as a draft, or null when it is none.
 * @param {unknown} value @param {Chapter[]} chapters @returns {Draft | null}
 */
export function readDraft(value, chapters) {
  if (!isObject(value) || value.form !== FORM || !isWanted(value.address) || !isTexts(value.ids)) return null;
  if (!isTexts(value.marks) || !isObject(value.responses) || typeof value.started !== "string") return null;
  const count = (/** @type {unknown} */ number) => (typeof number === "number" && number > 0 ? number : 0);
  const address = sound(value.address, chapters);
  if (!address.slugs.length || !value.ids.length) return null;
  return {
    started: value.started,
    address,
    ids: value.ids,
    responses: bare(
      /** @type {[string, Answer][]} */ (Object.entries(value.responses).filter(([, answer]) => isAnswer(answer))),
    ),
    marks: value.marks,
    elapsed: count(value.elapsed),
    free: value.free === true,
    changes: count(value.changes),
    points: count(value.points),
  };
}

/**
 * Open the drawer in which a test and a result lie.
 * @param {import("../types.js").Store["desk"]} desk @param {Chapter[]} chapters
 */
export const openDrawer = (desk, chapters) => ({
  draft: () => readDraft(desk.read(KEYS.draft), chapters),
  result: () => readDraft(desk.read(KEYS.result), chapters),
  /** @param {Draft} draft @returns {boolean} whether the browser keeps it */
  keep(draft) {
    draft.changes += 1;
    return desk.write(KEYS.draft, { form: FORM, ...draft });
  },
  /** Put *draft* away as the last result. @param {Draft} draft @param {number} points */
  finish(draft, points) {
    desk.write(KEYS.result, { form: FORM, ...draft, points });
    // Another tab may have begun another test meanwhile.
    if (this.draft()?.started === draft.started) desk.write(KEYS.draft, null);
  },
});

/** @typedef {ReturnType<typeof openDrawer>} Drawer */

/** Return a new draft. @param {Wanted} address @param {string[]} ids @returns {Draft} */
export const newDraft = (address, ids) => ({
  started: new Date().toISOString(),
  address,
  ids,
  responses: bare([]),
  marks: [],
  elapsed: 0,
  free: false,
  changes: 0,
});
