// @ts-check
// The fields of a question: open to answer, locked once judged, and partly open when only the rest is to be mended.
import { all } from "../dom.js";
import { CHOSEN, unmark } from "./marks.js";
import { put } from "../kinds/selects.js";

/** @typedef {import("../types.js").Card} Card */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLButtonElement} Field */

/** @param {ParentNode} root @returns {Field[]} */
const fields = (root) => all(root, "input, select, button");

/** @param {ParentNode} root @returns {HTMLInputElement[]} */
export const typedFields = (root) => all(root, 'input[type="text"]');

/** @param {ParentNode} root @param {boolean} locked */
export function lock(root, locked) {
  for (const field of fields(root)) {
    if (field instanceof HTMLInputElement && field.type === "text") field.readOnly = locked;
    else field.disabled = locked;
  }
}

/** Return the first field that can be used. @param {HTMLElement} body @returns {Field | undefined} */
export const firstOpen = (body) =>
  fields(body).find((field) => !field.disabled && !(field instanceof HTMLInputElement && field.readOnly));

/**
 * Open what is not right yet. What is right keeps its place, its mark and its lock; a choice that proved wrong keeps
 * its mark and what was said of it, and cannot be taken again. In an order what is right among itself stands, and the
 * rest is moved past it.
 * @param {Card} card @param {import("../types.js").Outcome} result
 */
export function openRest(card, { parts }) {
  const { body, payload } = card;
  lock(body, false);
  for (const row of all(body, "[data-part]")) {
    const state = parts[row.dataset.part ?? ""];
    if (state === "right") lock(row, true);
    else if (state === "wrong" && CHOSEN.has(payload.kind)) {
      for (const input of /** @type {HTMLInputElement[]} */ (all(row, "input"))) input.checked = false;
      lock(row, true);
      row.classList.add("is-tried");
    } else {
      unmark(card, row);
      // What was typed stays to be mended; what was chosen is chosen again.
      for (const select of /** @type {HTMLSelectElement[]} */ (all(row, "select"))) put(select, "");
      for (const input of /** @type {HTMLInputElement[]} */ (all(row, "input:checked"))) input.checked = false;
    }
  }
  // The letters beside a field belong to no row.
  for (const keys of all(body, ".sw-keys")) lock(keys, false);
}
