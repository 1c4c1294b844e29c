// @ts-check
// Native lists, with the chosen words set in full over them: a closed list cuts its words off on a phone.
import { all, make, one } from "../dom.js";

/** Show what is chosen. @param {HTMLSelectElement} select */
export function mirror(select) {
  const shown = select.parentElement && one(select.parentElement, ".sw-select-shown");
  if (shown) shown.textContent = select.selectedOptions[0]?.textContent ?? "";
  select.parentElement?.classList.toggle("is-empty", !select.value);
}

/** Choose *value*, or nothing when the list does not have it. @param {HTMLSelectElement} select @param {string} value */
export function put(select, value) {
  select.value = value;
  if (select.selectedIndex < 0) select.value = "";
  mirror(select);
}

/** Bring the lists below *body* to life. @param {HTMLElement} body */
export function enliven(body) {
  for (const select of /** @type {HTMLSelectElement[]} */ (all(body, "select"))) {
    select.parentElement?.classList.add("is-live");
    select.before(make("span", { class: "sw-select-shown", "aria-hidden": "true" }));
    select.addEventListener("change", () => mirror(select));
    mirror(select);
  }
}
