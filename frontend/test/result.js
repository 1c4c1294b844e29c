// @ts-check
// After a test: the points, what they say of each objective, every question with its answer, and what to do next.
import { copy } from "../clipboard.js";
import { button, fill, make, number } from "../dom.js";
import { clockText } from "./clock.js";
import { factsOf } from "./start.js";
import { createStrip } from "./strip.js";
import { randomSeed, writeAddress } from "./wanted.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./paper.js").Judged} Judged */
/** @typedef {import("./questions.js").Question} Question */

/** @param {Judged} judged @returns {import("./strip.js").Mark} */
const markOf = ({ answer, outcome }) => (answer ? outcome.verdict : "unanswered");

/** Return the points of *judged*. @param {Judged[]} judged */
export const pointsOf = (judged) => judged.reduce((sum, { outcome }) => sum + outcome.score, 0);

/** Return the questions that were not answered right. @param {Judged[]} judged @returns {Question[]} */
export const mistakesOf = (judged) =>
  judged.flatMap(({ outcome, entry }) => (outcome.verdict === "right" ? [] : entry.question));

/**
 * Return the test's result objective by objective, in the order of the course.
 * @param {Frame} frame @param {Judged[]} judged
 */
function byObjective({ words }, judged) {
  /** @type {Map<string, Judged[]>} */
  const groups = new Map();
  for (const one of judged) {
    const { id } = one.entry.question.objective;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  const chapters = [...new Set(judged.map(({ entry }) => entry.question.chapter))].sort((a, b) => a.number - b.number);
  return chapters.flatMap(({ number: at, title, href, objectives }) => {
    const rows = objectives.flatMap(({ id, text }) => {
      const mine = groups.get(id);
      if (!mine) return [];
      const n = mine.filter(({ outcome }) => outcome.verdict === "right").length;
      const whole = n === mine.length;
      const share = make("span", { class: "sw-objective-share" }, fill(words.test_right_of, { n, total: mine.length }));
      const link = make("a", { href: `${href}#objective-${id}` }, text);
      return make("li", { class: whole ? "is-right" : n ? "is-partly" : "is-wrong" }, link, " ", share);
    });
    return [make("h3", {}, `${at}. ${title}`), make("ul", { class: "sw-objective-list" }, ...rows)];
  });
}

/** @param {Frame} frame @param {Draft} draft */
function linkTo({ words }, { address }) {
  const status = make("p", { class: "sw-status", role: "status" });
  const field = make("input", { type: "text", readonly: true });
  field.value = new URL(writeAddress(address), location.href).href.replace(/#.*$/, "");
  const take = button(words.copy, "", async () => {
    status.textContent = (await copy(field)) ? words.copied : words.copy_by_hand;
  });
  const label = make("label", { class: "sw-maker-field" }, make("span", {}, words.test_link), field);
  return make("div", {}, make("div", { class: "sw-maker-link" }, label, take), status);
}

/**
 * Show the result of the test in *draft*.
 * @param {Frame} frame @param {Judged[]} judged @param {Draft} draft
 * @param {{ again: () => void, compose: () => void, practise: () => void }} choices @param {string} [at] the id of a
 *   section to begin with
 */
export function showResult(frame, judged, draft, choices, at = "") {
  const { words } = frame;
  const count = (/** @type {string} */ mark) => judged.filter((one) => markOf(one) === mark).length;
  const total = judged.length;
  const points = pointsOf(judged);
  const wrong = mistakesOf(judged).length;
  const other = { ...draft.address, seed: randomSeed() };

  const strip = createStrip(words, judged.map(({ entry }) => entry));
  for (const one of judged) strip.set(one.entry, markOf(one));

  const percent = total ? Math.round((100 * points) / total) : 0;
  const heading = make("h2", { class: "sw-test-points" },
    fill(words.test_result, { points: number(points), total }), make("span", {}, ` · ${percent} %`));
  const summary = { right: count("right"), partly: count("partly"), wrong: count("wrong"), open: count("unanswered") };
  const ways = make(
    "div",
    { class: "sw-test-actions" },
    ...(wrong ? [button(fill(words.test_mistakes, { n: wrong }), "is-primary", choices.practise)] : []),
    button(words.test_repeat, "", choices.again),
    make("a", { class: "sw-button", href: writeAddress(other) }, words.test_other),
    button(words.test_change, "", choices.compose),
  );
  const list = make("div", { class: "sw-test-list" }, ...judged.map(({ entry }) => entry.item.section));
  frame.show([
    heading,
    make("p", { class: "sw-test-about" }, fill(words.test_summary, summary).replace(/: (?=\d)/g, ":\u00a0")),
    make("p", { class: "sw-test-about" }, fill(words.test_spent, { time: clockText(draft.elapsed) })),
    ways,
    make("h2", {}, words.test_objectives),
    make("p", { class: "sw-instruction" }, words.test_objectives_help),
    ...byObjective(frame, judged),
    make("h2", {}, words.test_answers),
    strip.el,
    strip.legend(["right", "partly", "wrong", "unanswered"]),
    list,
    make("div", { class: "sw-test-panel" }, factsOf(frame, draft.address), linkTo(frame, draft)),
    make("p", { class: "sw-instruction" }, words.test_private),
  ]);
  const first = judged.find(({ entry }) => entry.item.section.id === at);
  if (first) first.entry.item.focus();
  else frame.lead(heading);
}
