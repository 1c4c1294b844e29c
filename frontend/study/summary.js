// @ts-check
// On the first page, for those who have answered something: what waits today, where to go on, how far things are.
import { data, fill, make } from "../dom.js";
import { attemptsOf } from "../store/log.js";
import { signOf } from "./sign.js";

/** @typedef {import("./mastery.js").ChapterProgress} ChapterProgress */
/** @typedef {import("./study.js").Overview} Overview */
/** @typedef {Record<string, string>} Words */

const REVIEW = "review.html";
const PROGRESS = "progress.html";

/**
 * Return the chapter to go on with: the one answered last while it has questions left, else the next that has some.
 * @param {Pick<Overview, "chapters" | "logs" | "things">} overview @returns {ChapterProgress | null}
 */
export function whereToGoOn({ chapters, logs, things }) {
  let latest = "";
  let slug = "";
  for (const [id, { chapter }] of things) {
    const attempts = attemptsOf(logs.get(id) ?? []);
    const at = attempts[attempts.length - 1]?.at ?? "";
    if (at > latest) [latest, slug] = [at, chapter];
  }
  const from = Math.max(0, chapters.findIndex((chapter) => chapter.slug === slug));
  const inTurn = [...chapters.slice(from), ...chapters.slice(0, from)];
  return inTurn.find(({ total, answered }) => answered < total) ?? null;
}

/** What waits today, with the way to it. @param {Overview} overview @param {Words} words */
function today({ queue: { due, fresh } }, words) {
  const link = (/** @type {string} */ text, style = "sw-primary") => make("a", { href: REVIEW, class: style }, text);
  if (due) {
    const more = fresh ? [make("span", { class: "sw-summary-more" }, fill(words.study_fresh, { n: fresh }))] : [];
    return make("p", { class: "sw-summary-today" }, link(fill(words.study_today, { n: due })), ...more);
  }
  const more = fresh ? [" ", link(fill(words.study_take, { n: fresh }), "")] : [];
  return make("p", {}, words.study_nothing, ...more);
}

/** @param {ChapterProgress} chapter @param {Words} words */
const row = ({ number, title, href, state, answered, total, due }, words) =>
  make(
    "li",
    {},
    /** @type {Node} */ (signOf(state)),
    make(
      "div",
      {},
      make("a", { href }, `${number}. ${title}`),
      make(
        "p",
        { class: "sw-summary-figures" },
        [
          words[`study_${state}`],
          fill(words.study_answered, { n: answered, total }),
          ...(due ? [fill(words.study_due, { n: due })] : []),
        ]
          // A line breaks between the parts, not within them.
          .map((part) => part.replace(/ /g, "\u00a0"))
          .join(" · "),
      ),
    ),
  );

/**
 * Show *overview* in the frame *el*.
 * @param {HTMLElement} el @param {Overview} overview @param {Words} common the words that every page has
 */
export function paintSummary(el, overview, common) {
  /** @type {Words} */
  const words = { ...common, ...data(el, ".sw-words") };
  const begun = overview.chapters.filter(({ state, due }) => state !== "new" || due > 0);
  const next = whereToGoOn(overview);
  const goOn = next && make("p", {}, words.study_go_on, " ", make("a", { href: next.href }, next.title));
  const box = make(
    "section",
    { class: "sw-summary", "aria-labelledby": "sw-summary" },
    make("h2", { id: "sw-summary" }, words.study_title),
    today(overview, words),
    ...(goOn ? [goOn] : []),
    ...(begun.length ? [make("ol", { class: "sw-summary-chapters" }, ...begun.map((chapter) => row(chapter, words)))] : []),
    make("p", {}, make("a", { href: PROGRESS }, words.study_progress)),
  );
  el.querySelector(".sw-summary")?.remove();
  el.append(box);
}
