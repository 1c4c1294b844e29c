// @ts-check
// What there is to ask: the catalogue's items, cards and cases in one list.

/** @typedef {"item" | "card" | "case"} ThingKind */
/** @typedef {"definition" | "term" | "kk-ru" | "ru-kk"} Face what a card asks; see docs/decisions/0010 */
/** @typedef {{ id: string, objective: string, level: string, revision: number, section: string }} CatalogueItem */
/**
 * @typedef {object} CatalogueChapter
 * @property {string} slug
 * @property {number} number
 * @property {string} title
 * @property {string} href
 * @property {{ id: string, text: string }[]} objectives
 * @property {CatalogueItem[]} items
 */
/**
 * @typedef {object} Catalogue what swtech.load(lang, "_catalogue") gives
 * @property {string} course
 * @property {string} version
 * @property {CatalogueChapter[]} chapters
 * @property {{ id: string, chapter: string, same?: true }[]} terms *same*: both languages spell it alike, so there is nothing to translate
 * @property {{ id: string, revision: number, chapter: string, title: string, href: string }[]} cases
 */
/**
 * @typedef {object} Thing
 * @property {string} id
 * @property {ThingKind} kind
 * @property {string} chapter its slug
 * @property {number} revision 0 for cards: a term has none
 * @property {string} [term] cards
 * @property {Face} [face] cards
 */

/** The faces of a term's cards, in the order in which they are first shown. */
export const FACES = /** @type {const} */ (["definition", "term", "kk-ru", "ru-kk"]);

/** @param {string} term @param {Face} face */
export const cardId = (term, face) => `card:${term}/${face}`;

/** @param {string} id @returns {ThingKind} */
export const kindOf = (id) => (id.startsWith("card:") ? "card" : id.startsWith("case:") ? "case" : "item");

/**
 * Mix two lists evenly, each in its own order: seven and three give a b a a b a a b a a.
 * @template T @param {T[]} many @param {T[]} few @returns {T[]}
 */
export function weave(many, few) {
  const placed = [many, few].flatMap((list, second) => list.map((one, at) => ({ one, at: (at + 0.5) / list.length, second })));
  return placed.sort((a, b) => a.at - b.at || a.second - b.second).map(({ one }) => one);
}

/**
 * Return all things of *catalogue* in the order in which a student meets them: chapter by chapter, its questions mixed
 * with cards that show the term, then the other faces, then its cases.
 * @param {Catalogue} catalogue @returns {Thing[]}
 */
export function thingsOf(catalogue) {
  return catalogue.chapters.flatMap(({ slug, items }) => {
    const terms = catalogue.terms.filter(({ chapter }) => chapter === slug);
    const cards = (/** @type {Face} */ face) =>
      terms.filter(({ same }) => !same || !face.includes("-")).map(({ id }) => thing(cardId(id, face), "card", slug, 0, { term: id, face }));
    const [first, ...others] = FACES;
    return [
      ...weave(items.map(({ id, revision }) => thing(id, "item", slug, revision)), cards(first)),
      ...others.flatMap(cards),
      ...catalogue.cases
        .filter(({ chapter }) => chapter === slug)
        .map(({ id, revision }) => thing(id, "case", slug, revision)),
    ];
  });
}

/**
 * @param {string} id @param {ThingKind} kind @param {string} chapter @param {number} revision
 * @param {{ term: string, face: Face }} [card] @returns {Thing}
 */
const thing = (id, kind, chapter, revision, card) => ({ id, kind, chapter, revision, ...card });
