// @ts-check
// match and sort: every row gets a value, from a native list or, for few groups, from a row of radio buttons.
import { all } from "../dom.js";
import { enliven, put as choose } from "./selects.js";

/** @typedef {import("../types.js").Card} Card */

/** @param {Card} card */
const rows = ({ body }) => all(body, "[data-part]");

/** @param {HTMLElement} row @param {string} value */
function put(row, value) {
  const select = row.querySelector("select");
  if (select) choose(select, value);
  for (const input of all(row, "input")) {
    const radio = /** @type {HTMLInputElement} */ (input);
    radio.checked = radio.value === value;
  }
}

/** @param {HTMLElement} row @returns {string} */
function taken(row) {
  const field = /** @type {HTMLSelectElement | HTMLInputElement | null} */ (
    row.querySelector("select, input:checked")
  );
  return field?.value ?? "";
}

/** @type {import("../types.js").Kind} */
const placed = {
  setup: (card) => enliven(card.body),
  read(card) {
    const pairs = rows(card).flatMap((row) => (taken(row) ? [[row.dataset.part ?? "", taken(row)]] : []));
    return pairs.length ? Object.fromEntries(pairs) : null;
  },
  fill(card, response) {
    const values = new Map(Object.entries(response));
    for (const row of rows(card)) put(row, String(values.get(row.dataset.part ?? "") ?? ""));
  },
  clear(card) {
    for (const row of rows(card)) put(row, "");
  },
};

export const match = placed;

/** @type {import("../types.js").Kind} */
export const sort = placed;
