// @ts-check
// How far the student has come, chapter by chapter and objective by objective, and what will not stay in memory.
import { fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { nameList } from "../review/named.js";
import { meterOf, stateOf } from "./state.js";

/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {import("../study/mastery.js").ChapterProgress} ChapterProgress */
/** @typedef {import("../types.js").Words} Words */

const REVIEW = "review.html";
/** So many of what is forgotten are named: more than that is not for one evening. */
const MOST = 10;

/** @type {Set<string>} chapters whose objectives are shown, over every repainting */
const open = new Set();

/** @param {Words} words @param {number} due */
const dueLink = (words, due) => make("a", { href: REVIEW, class: "sw-due" }, fill(words.progress_due, { n: due }));

/** @param {Words} words @param {import("./state.js").Sums} sums */
const figures = (words, { answered, mastered, total }) =>
  make(
    "p",
    { class: "sw-figures" },
    make("span", {}, fill(words.study_answered, { n: answered, total })),
    " · ",
    make("span", {}, fill(words.progress_gained, { n: mastered })),
  );

/** @param {Words} words @param {{ state: string }[]} objectives */
const goals = (words, objectives) =>
  fill(words.progress_goals, { n: objectives.filter(({ state }) => state === "mastered").length, total: objectives.length });

/** @param {ChapterProgress} chapter @param {Words} words */
function chapterRow({ slug, number, title, href, objectives, ...sums }, words) {
  const rows = objectives.map(({ id, text, ...mine }) =>
    make(
      "li",
      { class: "sw-goal" },
      make("a", { href: `${href}#objective-${id}` }, text),
      make("p", { class: "sw-goal-state" }, stateOf(mine.state, words), ...(mine.due ? [dueLink(words, mine.due)] : [])),
      figures(words, mine),
    ),
  );
  const fold = make(
    "details",
    { open: open.has(slug) },
    make("summary", {}, goals(words, objectives)),
    make("ul", {}, ...rows),
  );
  fold.addEventListener("toggle", () => void (fold.open ? open.add(slug) : open.delete(slug)));
  return make(
    "li",
    { class: "sw-chapter" },
    make("p", { class: "sw-chapter-title" }, make("a", { href }, `${number}. ${title}`)),
    make("p", { class: "sw-goal-state" }, stateOf(sums.state, words), ...(sums.due ? [dueLink(words, sums.due)] : [])),
    ...(sums.answered ? [meterOf(sums)] : []),
    figures(words, sums),
    fold,
  );
}

/** @param {ChapterProgress[]} chapters @param {"answered" | "mastered" | "total"} name */
const sum = (chapters, name) => chapters.reduce((all, chapter) => all + chapter[name], 0);

/**
 * Show *overview* in *el*.
 * @param {HTMLElement} el @param {Overview} overview @param {Words} words
 */
export function showChapters(el, { chapters, queue, catalogue, schedules }, words) {
  const sums = { answered: sum(chapters, "answered"), mastered: sum(chapters, "mastered"), total: sum(chapters, "total") };
  const whole = make(
    "div",
    { class: "sw-whole" },
    meterOf(sums),
    figures(words, sums),
    make("p", { class: "sw-figures" }, goals(words, chapters.flatMap(({ objectives }) => objectives))),
    make("p", {}, queue.due ? dueLink(words, queue.due) : words.review_nothing),
  );
  el.replaceChildren(
    schedules.size ? whole : make("p", { class: "sw-study-note" }, words.progress_none),
    make("ol", { class: "sw-chapter-list" }, ...chapters.map((chapter) => chapterRow(chapter, words))),
  );
  if (queue.leeches.length) void showLeeches(el, queue.leeches, catalogue, words);
}

/**
 * Name what was forgotten again and again, each with the way to read about it.
 * @param {HTMLElement} el @param {Overview["queue"]["leeches"]} leeches
 * @param {import("../study/things.js").Catalogue} catalogue @param {Words} words
 */
async function showLeeches(el, leeches, catalogue, words) {
  const lang = document.documentElement.lang;
  const lapses = new Map(leeches.map(({ id, lapses }) => [id, lapses]));
  const things = leeches.slice(0, MOST).map(({ thing }) => thing);
  const said = (/** @type {{ id: string }} */ { id }) => counted(words, "review_lapses", lapses.get(id) ?? 0, lang);
  const list = await nameList(lang, catalogue, things, said);
  // Painted anew meanwhile, another one may stand here.
  el.querySelector(".sw-leeches")?.remove();
  el.append(
    make("section", { class: "sw-leeches" }, make("h3", {}, words.review_leeches), make("p", {}, words.review_leeches_note), list),
  );
}
