// @ts-check
// choice and multiple: rows with a radio button or a checkbox.
import { all } from "../dom.js";

/** @typedef {import("../types.js").Card} Card */

/** @param {Card} card @returns {HTMLInputElement[]} */
const inputs = ({ body }) => all(body, "input");

/** @param {Card} card @param {readonly string[]} chosen */
function check(card, chosen) {
  for (const input of inputs(card)) input.checked = chosen.includes(input.value);
}

/** @param {Card} card */
const chosen = (card) => inputs(card).flatMap((input) => (input.checked ? [input.value] : []));

/** @type {import("../types.js").Kind} */
export const choice = {
  read: (card) => chosen(card)[0] ?? null,
  fill: (card, response) => check(card, [String(response)]),
  clear: (card) => check(card, []),
};

/** @type {import("../types.js").Kind} */
export const multiple = {
  read(card) {
    const ids = chosen(card);
    return ids.length ? ids : null;
  },
  fill: (card, response) => check(card, Array.isArray(response) ? response : []),
  clear: (card) => check(card, []),
};
