// @ts-check
// Quiet marks in the list of contents: how far each chapter has come, and how much of it is to be repeated today.
import { all, fill, make } from "../dom.js";
import { signOf } from "./sign.js";

/** @typedef {import("./mastery.js").ChapterProgress} ChapterProgress */

/**
 * Return a chapter's mark, or null for a chapter that was not begun.
 * @param {ChapterProgress} chapter @param {Record<string, string>} words
 */
function markOf({ state, due }, words) {
  if (state === "new" && !due) return null;
  const said = [state === "new" ? "" : words[`study_${state}`], due ? fill(words.study_due, { n: due }) : ""];
  const text = said.filter(Boolean).join(", ");
  return make(
    "span",
    { class: "sw-mark", title: text },
    ...(due ? [make("span", { class: "sw-mark-due", "aria-hidden": "true" }, String(due))] : []),
    ...(state === "new" ? [] : [signOf(state)]),
    // Read after the chapter's title, as one name of the link.
    make("span", { class: "sw-hidden" }, ` (${text})`),
  );
}

/** In the order in which a chapter goes through them. */
const SHOWN = /** @type {const} */ (["seen", "practised", "mastered"]);

/**
 * Return what the marks mean, for whoever sees them; each says it itself to whoever hears.
 * @param {ChapterProgress[]} chapters @param {Record<string, string>} words
 */
function legendOf(chapters, words) {
  const due = chapters.reduce((sum, chapter) => sum + chapter.due, 0);
  const states = SHOWN.filter((state) => chapters.some((chapter) => chapter.state === state));
  return make(
    "p",
    { class: "sw-mark-legend", "aria-hidden": "true" },
    ...states.map((state) => make("span", {}, signOf(state), ` ${words[`study_${state}`]}`)),
    ...(due ? [make("span", {}, fill(words.study_due, { n: due }))] : []),
  );
}

/**
 * Mark the chapters in *contents*; marks that are there already are made anew.
 * @param {Element} contents the list that the page's template wrote
 * @param {ChapterProgress[]} chapters @param {{ page: string, words: Record<string, string> }} site
 */
export function paintMarks(contents, chapters, { page, words }) {
  for (const old of all(contents, ".sw-mark")) old.remove();
  contents.parentElement?.querySelector(".sw-mark-legend")?.remove();
  const marked = chapters.filter(({ state, due }) => state !== "new" || due);
  if (marked.length) contents.after(legendOf(marked, words));
  const byHref = new Map(chapters.map((chapter) => [chapter.href, chapter]));
  for (const link of all(contents, "a[href]")) {
    // The entry of this very page leads to its top.
    const href = link.getAttribute("aria-current") === "page" ? `${page}.html` : (link.getAttribute("href") ?? "");
    const chapter = byHref.get(href);
    const mark = chapter && markOf(chapter, words);
    if (mark) link.append(mark);
  }
}
