// @ts-check
// The questions of a test: drawn from the catalogue by seed, their HTML from the scripts of their banks.
import { pick } from "../draw.js";
import { swtech } from "../registry.js";

/** @typedef {import("../study/things.js").CatalogueChapter} CatalogueChapter */
/** @typedef {import("./wanted.js").Wanted} Wanted */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} html from swtech.rendering
 * @property {import("../types.js").Words} words what the engine speaks
 * @property {CatalogueChapter} chapter
 * @property {{ id: string, text: string }} objective
 */

/** @param {string} lang @returns {Promise<CatalogueChapter[]>} */
const catalogue = async (lang) => (await swtech.load(lang, "_catalogue")).chapters;

/**
 * Return the ids of the items that *wanted* draws, in the order of the test.
 * @param {string} lang @param {Wanted} wanted @returns {Promise<string[]>}
 */
export async function drawn(lang, { slugs, n, seed, levels }) {
  const items = (await catalogue(lang)).flatMap((chapter) => (slugs.includes(chapter.slug) ? chapter.items : []));
  return pick(Object.fromEntries(items.map(({ id, level }) => [id, level])), levels, n, seed);
}

/**
 * Return the questions with these *ids*; what the course has no longer is left out. Only the banks that are needed load.
 * @param {string} lang @param {string[]} ids @returns {Promise<Question[]>}
 */
export async function questionsOf(lang, ids) {
  /** @type {Map<string, Omit<Question, "html" | "words">>} */
  const known = new Map();
  for (const chapter of await catalogue(lang))
    for (const { id, objective } of chapter.items) {
      const text = chapter.objectives.find((one) => one.id === objective)?.text ?? "";
      if (ids.includes(id)) known.set(id, { id, chapter, objective: { id: objective, text } });
    }
  const slugs = [...new Set([...known.values()].map(({ chapter }) => chapter.slug))];
  const banks = new Map(
    await Promise.all(slugs.map(async (slug) => /** @type {const} */ ([slug, await swtech.load(lang, slug)]))),
  );
  return ids.flatMap((id) => {
    const found = known.get(id);
    if (!found) return [];
    const { items, words } = banks.get(found.chapter.slug);
    const html = /** @type {{ id: string, html: string }[]} */ (items).find((item) => item.id === id)?.html;
    return html ? { ...found, html, words } : [];
  });
}
