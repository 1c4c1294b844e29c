// @ts-check
// What a test is made of, and how an address says it. Pure; swtech.rendering.wanted draws the same test.

/** @typedef {"remember" | "understand" | "apply" | "analyse"} Level */
/** @typedef {{ slug: string, title: string, totals: number[] }} Chapter *totals*: how many items of each level */
/**
 * @typedef {object} Wanted
 * @property {string[]} slugs chapters, in the order of the course
 * @property {number} n
 * @property {string} seed
 * @property {Level[]} levels none means all
 * @property {number} minutes the time limit; 0 means none
 */

/** What items ask of the mind, from the least to the most. */
export const LEVELS = /** @type {const} */ (["remember", "understand", "apply", "analyse"]);
const LONGEST = { seed: 40, minutes: 300 };
const NAMES = ["chapters", "n", "seed", "levels", "minutes"];

/**
 * Return how many items there are to draw from.
 * @param {Chapter[]} chapters @param {readonly string[]} slugs @param {readonly Level[]} levels
 */
export const available = (chapters, slugs, levels) =>
  chapters
    .filter(({ slug }) => slugs.includes(slug))
    .flatMap(({ totals }) => totals.filter((_, at) => !levels.length || levels.includes(LEVELS[at])))
    .reduce((sum, count) => sum + count, 0);

/** @param {number} value @param {number} most */
const within = (value, most) => Math.min(Math.max(Math.floor(value) || 1, 1), Math.max(most, 1));

/**
 * Return *wanted* as a test that can be drawn: no longer than there are items, all levels by name being all levels.
 * @param {Wanted} wanted @param {Chapter[]} chapters @returns {Wanted}
 */
export function sound({ slugs, n, seed, levels, minutes }, chapters) {
  const some = LEVELS.filter((level) => levels.includes(level));
  const few = some.length === LEVELS.length ? [] : some;
  return {
    slugs: chapters.flatMap(({ slug }) => (slugs.includes(slug) ? slug : [])),
    n: within(n, available(chapters, slugs, few)),
    // By characters, as Python counts them.
    seed: [...seed.trim()].slice(0, LONGEST.seed).join("") || "1",
    levels: few,
    minutes: minutes > 0 ? within(minutes, LONGEST.minutes) : 0,
  };
}

/**
 * Return the test that an address asks for, or null when it asks for none. What it leaves out or says wrongly is as in
 * *standard*; levels and time are free unless it says otherwise.
 * @param {string} search @param {Chapter[]} chapters @param {Wanted} standard @returns {Wanted | null}
 */
export function readAddress(search, chapters, standard) {
  const query = new URLSearchParams(search);
  if (!NAMES.some((name) => query.has(name))) return null;
  const list = (/** @type {string} */ name) => (query.get(name) ?? "").split(",");
  const whole = (/** @type {string} */ name, /** @type {number} */ otherwise) =>
    /^[0-9]{1,4}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : otherwise;
  const slugs = chapters.map(({ slug }) => slug).filter((slug) => list("chapters").includes(slug));
  return sound(
    {
      slugs: slugs.length ? slugs : standard.slugs,
      n: whole("n", standard.n),
      seed: query.get("seed")?.trim() || standard.seed,
      levels: LEVELS.filter((level) => list("levels").includes(level)),
      minutes: whole("minutes", 0),
    },
    chapters,
  );
}

/** Return the address's query that asks for *wanted*. @param {Wanted} wanted */
export function writeAddress({ slugs, n, seed, levels, minutes }) {
  const some = levels.length ? `&levels=${levels.join(",")}` : "";
  const limit = minutes ? `&minutes=${minutes}` : "";
  return `?chapters=${slugs.join(",")}&n=${n}&seed=${encodeURIComponent(seed)}${some}${limit}`;
}

/** Tell whether two tests are the same, their time limit included. @param {Wanted} a @param {Wanted} b */
export const isSame = (a, b) => writeAddress(a) === writeAddress(b);

/** Return a seed that nobody has chosen. */
export const randomSeed = () => String(1 + Math.floor(Math.random() * 9999));
