// @ts-check
// The search page: reads Sphinx's own index, folded on both sides. Nothing is fetched, so it works from a folder too.
import { fold } from "../language.js";

/** @typedef {import("./site.js").Site} Site */
/** @typedef {number | number[]} Pages one page is a bare number in Sphinx's index */
/**
 * @typedef {object} Index
 * @property {string[]} docnames
 * @property {string[]} titles
 * @property {Record<string, Pages>} terms
 * @property {Record<string, Pages>} titleterms
 * @property {Record<string, [number, string | null][]>} alltitles
 */
/** @typedef {{ page: number, words: number, score: number, headings: [string, string][] }} Found */

const EXACT = { title: 15, text: 5 };
const PARTLY = { title: 7, text: 2 };
/** From this length on, a word that only begins like an indexed one, or that an indexed one begins, counts too. */
const BEGINNING = 3;
const STEM = 5;
const WORD = /[\p{L}\p{N}_]+/gu;

const script = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The stemmer of language_data.js, which Sphinx writes for the edition's language. */
const stemmer = () => {
  const made = /** @type {any} */ (globalThis).Stemmer;
  return made ? new made() : { stemWord: (/** @type {string} */ word) => word };
};

/** @param {string} text @returns {string[]} */
function terms(text) {
  const stem = stemmer();
  const words = text.normalize("NFC").match(WORD) ?? [];
  return [...new Set(words.map((word) => stem.stemWord(fold(word)).toLowerCase()))];
}

/** @param {string} word @param {string} indexed @returns {"exact" | "partly" | null} */
function likeness(word, indexed) {
  if (word === indexed) return "exact";
  if (word.length >= BEGINNING && indexed.startsWith(word)) return "partly";
  if (indexed.length >= STEM && word.startsWith(indexed)) return "partly";
  return null;
}

/**
 * Return the pages that hold the query's words, best first, and whether they hold all of them.
 * @param {Index} index @param {string} query
 */
export function find(index, query) {
  const words = terms(query);
  /** @type {Map<number, Map<string, number>>} */
  const scores = new Map();
  for (const [table, kind] of /** @type {const} */ ([[index.titleterms, "title"], [index.terms, "text"]])) {
    for (const [indexed, pages] of Object.entries(table)) {
      for (const word of words) {
        const like = likeness(word, indexed);
        if (!like) continue;
        const score = (like === "exact" ? EXACT : PARTLY)[kind];
        for (const page of Array.isArray(pages) ? pages : [pages]) {
          const found = scores.get(page) ?? new Map();
          scores.set(page, found.set(word, Math.max(found.get(word) ?? 0, score)));
        }
      }
    }
  }
  const headings = headingsWith(index, words);
  const found = Array.from(scores, ([page, each]) => ({
    page,
    words: each.size,
    score: Array.from(each.values()).reduce((sum, score) => sum + score, 0),
    headings: headings.get(page) ?? [],
  }));
  const all = found.filter((each) => each.words === words.length);
  const shown = all.length ? all : found;
  shown.sort((a, b) => b.words - a.words || b.score - a.score || a.page - b.page);
  return { found: shown, complete: all.length > 0, words: words.length };
}

/**
 * Return the sections whose titles hold most of the query's words, label and title by page.
 * @param {Index} index @param {string[]} words @returns {Map<number, [string, string][]>}
 */
function headingsWith(index, words) {
  /** @type {Map<number, { most: number, best: [string, string][] }>} */
  const pages = new Map();
  for (const [title, places] of Object.entries(index.alltitles)) {
    const inTitle = terms(title);
    const held = words.filter((word) => inTitle.some((term) => likeness(word, term))).length;
    if (!held) continue;
    for (const [page, label] of places) {
      const { most, best } = pages.get(page) ?? { most: 0, best: [] };
      if (!label || held < most) continue;
      pages.set(page, { most: held, best: [...(held > most ? [] : best), [label, title]] });
    }
  }
  return new Map(Array.from(pages, ([page, { best }]) => [page, best]));
}

/** @param {string} html titles come from Sphinx as HTML */
const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";

/** @param {Index} index @param {string} query @param {Site} site */
function show(index, query, site) {
  const { found, complete, words } = find(index, query);
  const list = /** @type {HTMLElement} */ (document.getElementById("search-results"));
  list.replaceChildren(
    ...found.map(({ page, headings }) => {
      const entry = document.createElement("li");
      entry.append(link(`${index.docnames[page]}.html`, plain(index.titles[page])));
      if (headings.length) {
        const below = document.createElement("ul");
        for (const [label, title] of headings) {
          const line = document.createElement("li");
          line.append(link(`${index.docnames[page]}.html#${label}`, plain(title)));
          below.append(line);
        }
        entry.append(below);
      }
      return entry;
    }),
  );
  if (!found.length) return say(site.words.search_none.replace("{query}", query));
  const form = new Intl.PluralRules(site.lang).select(found.length);
  const count = site.words[`search_${form}`].replace("{count}", String(found.length));
  say(complete || words === 1 ? `${count}.` : `${site.words.search_some} ${count}.`);
}

/** @param {string} href @param {string} text */
function link(href, text) {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = text;
  return made;
}

/** @param {string} text */
function say(text) {
  const status = document.getElementById("sw-search-status");
  if (status) status.textContent = text;
}

const data = document.getElementById("sw-site");
const input = /** @type {HTMLInputElement | null} */ (document.getElementById("sw-search-input"));
if (data && input) {
  const site = /** @type {Site} */ (JSON.parse(data.textContent ?? ""));
  const asked = new URLSearchParams(location.search).get("q");
  const query = (asked ?? "").trim();
  input.value = query;
  if (query) {
    say(site.words.search_wait);
    // Sphinx's index is a script that calls this one function; the name is Sphinx's, not ours.
    /** @type {any} */ (globalThis).Search = {
      setIndex: (/** @type {Index} */ index) => show(index, query, site),
    };
    const loading = document.createElement("script");
    loading.src = script.dataset.index ?? "searchindex.js";
    loading.addEventListener("error", () => say(site.words.search_failed));
    document.body.append(loading);
  } else {
    if (asked !== null) say(site.words.search_empty);
    input.focus();
  }
}
