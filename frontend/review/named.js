// @ts-check
// What a question, a card or a case is called, and where one reads about it: for lists of what goes wrong.
import { make } from "../dom.js";
import { loadTerms } from "./card.js";
import { loadItem } from "./item.js";

/** @typedef {import("../study/study.js").Catalogue} Catalogue */
/** @typedef {import("../study/things.js").Thing} Thing */
/** @typedef {{ title: string, href: string | null }} Named */

/** @param {string} lang @param {Catalogue} catalogue @param {Thing} thing @returns {Promise<Named | null>} */
async function named(lang, catalogue, { id, kind, chapter, term: name = "" }) {
  if (kind === "case") return catalogue.cases.find((one) => one.id === id) ?? { title: id, href: null };
  if (kind === "card") {
    const term = (await loadTerms(lang)).get(name);
    return { title: term?.term ?? name, href: term?.href ?? null };
  }
  const found = await loadItem(lang, chapter, id);
  const item = catalogue.chapters.flatMap(({ items }) => items).find((one) => one.id === id);
  const title = found?.section.querySelector(".sw-stem")?.textContent?.trim();
  return title ? { title, href: item?.section ?? null } : null;
}

/**
 * Return *things* as a list of links to where one reads about them, *after* each what is said of it. Cards of one term
 * are one line. What does not load is left out.
 * @param {string} lang @param {Catalogue} catalogue @param {Thing[]} things @param {(thing: Thing) => string} [after]
 */
export async function nameList(lang, catalogue, things, after = () => "") {
  const found = await Promise.all(things.map((thing) => named(lang, catalogue, thing).catch(() => null)));
  const seen = new Set();
  const lines = things.flatMap((thing, at) => {
    const one = found[at];
    const key = thing.term ?? thing.id;
    if (!one || seen.has(key)) return [];
    seen.add(key);
    const text = after(thing);
    const title = one.href ? make("a", { href: one.href }, one.title) : one.title;
    return [make("li", {}, title, ...(text ? [" ", make("span", { class: "sw-after-name" }, `(${text})`)] : []))];
  });
  return make("ul", { class: "sw-names" }, ...lines);
}
