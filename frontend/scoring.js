// @ts-check
// The twin of swtech.scoring, working on an item's payload. tests/golden/scoring.json holds both.
import { compareAnswer, normalise } from "./language.js";

/** @typedef {import("./types.js").Payload} Payload */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Part} Part */

/** @typedef {[string, Part][]} Parts as pairs, so that an id such as "constructor" is an id like any other */

/** @param {number} points @param {number} of @param {Parts} parts @param {[string, string][]} [remarks] @returns {Outcome} */
function outcome(points, of, parts, remarks = []) {
  const score = points / of;
  const verdict = score === 1 ? "right" : score > 0 ? "partly" : "wrong";
  return { score, verdict, parts: Object.fromEntries(parts), remarks: Object.fromEntries(remarks) };
}

/** @param {Parts} parts @param {Part} which */
const count = (parts, which) => parts.filter(([, part]) => part === which).length;

/** @param {unknown} response @returns {string[]} */
const names = (response) =>
  Array.isArray(response) ? [...new Set(response.filter((name) => typeof name === "string"))] : [];

/** @param {unknown} response @param {string} name @returns {string | null} */
function placed(response, name) {
  if (typeof response !== "object" || response === null || Array.isArray(response)) return null;
  if (!Object.prototype.hasOwnProperty.call(response, name)) return null;
  const value = /** @type {Record<string, unknown>} */ (response)[name];
  return typeof value === "string" ? value : null;
}

/** @param {string | null} found @param {string[]} known @param {string} wanted @returns {Part} */
function place(found, known, wanted) {
  if (found === null || !known.includes(found)) return "missed";
  return found === wanted ? "right" : "wrong";
}

/** @param {Payload} payload @param {string[]} chosen */
function choose({ choices = [], key = [] }, chosen) {
  /** @type {Parts} */
  const parts = [];
  for (const id of choices) {
    if (chosen.includes(id)) parts.push([id, key.includes(id) ? "right" : "wrong"]);
    else if (key.includes(id)) parts.push([id, "missed"]);
  }
  return outcome(Math.max(0, count(parts, "right") - count(parts, "wrong")), key.length, parts);
}

/**
 * Return the indexes of the longest rising subsequence of *places*; of equals, the one that begins soonest.
 * @param {number[]} places
 */
export function standing(places) {
  const longest = places.map(() => 1);
  for (let at = places.length - 1; at >= 0; at--)
    for (let later = at + 1; later < places.length; later++)
      if (places[later] > places[at]) longest[at] = Math.max(longest[at], longest[later] + 1);
  /** @type {number[]} */
  const chosen = [];
  let left = Math.max(0, ...longest);
  places.forEach((here, at) => {
    if (left && longest[at] === left && (!chosen.length || here > places[chosen[chosen.length - 1]])) {
      chosen.push(at);
      left -= 1;
    }
  });
  return chosen;
}

/** @type {Record<import("./types.js").KindName, (payload: Payload, response: unknown) => Outcome>} */
const rules = {
  choice: (payload, response) => choose(payload, typeof response === "string" ? [response] : []),

  multiple: (payload, response) => choose(payload, names(response)),

  match({ pairs = [], options = [] }, response) {
    const parts = pairs.map((id) => /** @type {[string, Part]} */ ([id, place(placed(response, id), options, id)]));
    return outcome(count(parts, "right"), parts.length, parts);
  },

  sort({ entries = {}, groups = [] }, response) {
    const parts = Object.entries(entries).map(
      ([id, group]) => /** @type {[string, Part]} */ ([id, place(placed(response, id), groups, group)]),
    );
    return outcome(count(parts, "right"), parts.length, parts);
  },

  order({ sequence = [] }, response) {
    const given = names(response).filter((id) => sequence.includes(id));
    const stand = standing(given.map((id) => sequence.indexOf(id)));
    const right = stand.length > 1 ? stand.map((at) => given[at]) : [];
    const parts = sequence.map(
      (id) =>
        /** @type {[string, Part]} */ ([
          id,
          !given.includes(id) ? "missed" : right.includes(id) ? "right" : "wrong",
        ]),
    );
    return outcome(Math.max(0, stand.length - 1), sequence.length - 1, parts);
  },

  gap({ gaps = [] }, response) {
    /** @type {[string, string][]} */
    const remarks = [];
    const parts = gaps.map(({ id, answers = [], choices, key = "", exact }) => {
      const found = placed(response, id);
      /** @type {Part} */
      let part = "missed";
      if (choices) part = place(found, choices, key);
      else if (found !== null && normalise(found)) {
        const { kind } = compareAnswer(found, answers, { exact });
        part = kind ? "right" : "wrong";
        if (kind) remarks.push([id, kind]);
      }
      return /** @type {[string, Part]} */ ([id, part]);
    });
    return outcome(count(parts, "right"), parts.length, parts, remarks);
  },

  short({ answers = [], distractors = [], exact }, response) {
    if (typeof response !== "string" || !normalise(response)) return outcome(0, 1, [["answer", "missed"]]);
    const { kind } = compareAnswer(response, answers, { exact, distractors: distractors.flat() });
    if (kind) return outcome(1, 1, [["answer", "right"]], [["answer", kind]]);
    const which = distractors.findIndex((expected) => compareAnswer(response, expected, { exact }).kind);
    return outcome(0, 1, [["answer", "wrong"]], which < 0 ? [] : [["answer", `distractor-${which + 1}`]]);
  },
};

/**
 * Return the outcome of *response*, whatever it is, to the item that *payload* describes.
 * @param {Payload} payload @param {unknown} response
 */
export function score(payload, response) {
  return rules[payload.kind](payload, response);
}
