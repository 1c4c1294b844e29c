// @ts-check
// The form with which an instructor makes a link to a test.
import { copy } from "../clipboard.js";
import { all, data, one } from "../dom.js";
import { openForm } from "./form.js";
import { writeAddress } from "./wanted.js";

/** @param {HTMLElement} el a `.sw-link-maker` that swtech.rendering wrote */
export function mountMaker(el) {
  /** @type {Record<string, string>} */
  const words = data(el, ".sw-maker-words");
  const links = /** @type {HTMLElement} */ (one(el, ".sw-maker-links"));
  const status = /** @type {HTMLElement} */ (one(el, ".sw-status"));
  openForm(el, words, (wanted) => {
    links.hidden = !wanted;
    status.textContent = "";
    if (!wanted) return;
    for (const link of /** @type {HTMLInputElement[]} */ (all(links, "input")))
      link.value = new URL(`${link.dataset.page}${writeAddress(wanted)}`, location.href).href;
  });
  for (const row of all(links, ".sw-maker-link")) {
    const [field, button] = [one(row, "input"), one(row, "button")];
    if (field instanceof HTMLInputElement && button)
      button.addEventListener("click", async () => {
        status.textContent = (await copy(field)) ? words.copied : words.copy_by_hand;
      });
  }
}
