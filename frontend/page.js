// @ts-check
// The page's entry: every quiz in the page comes to life, with the answers kept in this browser. The scripts of cases,
// tests, reviews and progress come after this one and use its parts.
import { all } from "./dom.js";
import { adopt } from "./html.js";
import { mountItem } from "./item/item.js";
import { mountQuiz } from "./quiz.js";
import { openShelf, swtech } from "./registry.js";
import { openStore } from "./store/store.js";

/** Bring the quiz *el* to life. @param {HTMLElement} el */
function enhance(el) {
  if (el.classList.contains("is-live")) return;
  el.classList.add("is-live");
  mountQuiz(el, openStore(el.dataset.course ?? ""), languages);
}

/** @type {Pick<import("./item/item.js").Around, "other" | "adopt">} the other edition's bank, asked for when it is wanted */
const languages = {
  async other({ id, bank }, lang) {
    const { items, words } = await swtech.load(lang, bank);
    const found = /** @type {{ id: string, html: string }[]} */ (items).find((item) => item.id === id);
    if (!found) throw new Error(id);
    return { html: found.html, words };
  },
  adopt: (section) => adopt(section, section.lang),
};

// The contents' marks may ask for this script on a page that has it already.
if (!swtech.enhance) {
  openShelf();
  Object.assign(swtech, {
    enhance,
    mountItem: (/** @type {HTMLElement} */ el, /** @type {import("./item/item.js").Around} */ around) =>
      mountItem(el, { ...languages, ...around }),
    openStore,
  });
  // A test first looks at the page's address: test.js brings it to life.
  for (const el of all(document, ".sw-quiz")) if (!el.closest(".sw-test")) enhance(el);
}
