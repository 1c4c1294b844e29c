// @ts-check
// How far something has come: a sign with its word, and a bar beside which the numbers stand.
import { make } from "../dom.js";
import { signOf } from "../study/sign.js";

/** @typedef {import("../study/mastery.js").State} State */
/** @typedef {{ answered: number, mastered: number, total: number }} Sums */

/** Return *state* as a sign and its word. @param {State} state @param {import("../types.js").Words} words */
export const stateOf = (state, words) => make("span", { class: "sw-state" }, signOf(state), words[`progress_${state}`]);

/** Return a bar with each of *parts* filled, the paler one first. @param {number[]} parts shares, 0 to 1 */
export function meter(...parts) {
  const node = make("div", { class: "sw-meter", "aria-hidden": "true" });
  for (const part of parts) {
    const fill = make("div");
    fill.style.inlineSize = `${100 * part}%`;
    node.append(fill);
  }
  return node;
}

/** Return a bar of what is answered, and of it what is mastered. @param {Sums} sums */
export const meterOf = ({ answered, mastered, total }) => (total ? meter(answered / total, mastered / total) : meter(0, 0));
