// @ts-check
// Which cards are taken, and in which order. Pure.
import { rank } from "../draw.js";
import { FACES } from "../study/things.js";

/** @typedef {import("../study/things.js").Face} Face */
/** @typedef {import("../study/things.js").Thing} Thing */
/** @typedef {{ chapters: string[], faces: Face[], n: number }} Choice */

const SHORTEST = 1;
const LONGEST = 200;
export const USUAL = 20;

/**
 * Return a choice made of known chapters and faces, whatever the browser kept; at first, the whole course and the two
 * faces with which a term is brought in.
 * @param {any} kept @param {string[]} chapters @returns {Choice}
 */
export function readChoice(kept, chapters) {
  const listed = (/** @type {any} */ value) => (Array.isArray(value) ? value : null);
  const slugs = listed(kept?.chapters)?.filter((slug) => chapters.includes(slug)) ?? chapters;
  const faces = listed(kept?.faces);
  return {
    chapters: slugs,
    faces: FACES.filter((face) => (faces ? faces.includes(face) : face === "definition" || face === "term")),
    n: size(kept?.n),
  };
}

/** Return *n* as the size of a deck. @param {unknown} n */
export function size(n) {
  const whole = Math.round(Number(n));
  return n === "" || n == null || !Number.isFinite(whole) ? USUAL : Math.min(Math.max(whole, SHORTEST), LONGEST);
}

/**
 * Return the ids of those *cards* that fit *choice*.
 * @param {Thing[]} cards @param {Pick<Choice, "chapters" | "faces">} choice
 */
export const fitting = (cards, { chapters, faces }) =>
  cards.flatMap(({ id, chapter, face }) => (chapters.includes(chapter) && face && faces.includes(face) ? id : []));

/**
 * Return *ids* in the order in which they are asked: what is due, then what was not asked today, then the rest; inside
 * each as *seed* ranks them, and a term's second face after all first ones, since one tells much of the other.
 * @param {string[]} ids @param {string} seed @param {(id: string) => 0 | 1 | 2} turn
 */
export function dealt(ids, seed, turn) {
  const faces = new Map();
  return rank(ids, seed)
    .map((id, at) => {
      const term = id.slice(0, id.lastIndexOf("/"));
      const face = faces.get(term) ?? 0;
      faces.set(term, face + 1);
      return { id, at, turn: turn(id), face };
    })
    .sort((a, b) => a.turn - b.turn || a.face - b.face || a.at - b.at)
    .map(({ id }) => id);
}
