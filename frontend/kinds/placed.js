// @ts-check
// match and sort: every row gets a value, from a native list or, for few groups, from a row of radio buttons.
import { all, make, one } from "../dom.js";

/** @typedef {import("../types.js").Card} Card */

/** @param {Card} card */
const rows = ({ body }) => all(body, "[data-part]");

/** Show the chosen words in full: a closed native list cuts them off on a phone. @param {HTMLSelectElement} select */
function mirror(select) {
  const shown = select.parentElement && one(select.parentElement, ".sw-select-shown");
  if (shown) shown.textContent = select.selectedOptions[0]?.textContent ?? "";
  select.parentElement?.classList.toggle("is-empty", !select.value);
}

/** @param {HTMLElement} row @param {string} value */
function put(row, value) {
  const select = row.querySelector("select");
  if (select) {
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
    mirror(select);
  }
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
  setup(card) {
    for (const select of /** @type {HTMLSelectElement[]} */ (all(card.body, "select"))) {
      select.parentElement?.classList.add("is-live");
      select.before(make("span", { class: "sw-select-shown", "aria-hidden": "true" }));
      select.addEventListener("change", () => mirror(select));
      mirror(select);
    }
  },
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
  solution: ({ payload }) => Object.fromEntries((payload.pairs ?? []).map((id) => [id, id])),
};

export const match = placed;

/** @type {import("../types.js").Kind} */
export const sort = { ...placed, solution: ({ payload }) => payload.entries ?? {} };
