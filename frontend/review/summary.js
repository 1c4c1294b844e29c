// @ts-check
// The end of a sitting: how it went, what to read again, what comes tomorrow.
import { swtech } from "../registry.js";
import { button, fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { AGAIN, GOOD, HARD } from "../study/grade.js";
import { amounts, tomorrow } from "./loads.js";
import { nameList } from "./named.js";

/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {import("../study/things.js").Thing} Thing */
/** @typedef {import("./sitting.js").Sitting} Sitting */

/**
 * Show how *sitting* went.
 * @param {import("./frame.js").Frame} frame @param {Sitting} sitting @param {Overview} look as it is after it
 * @param {{ title: string, back: string, begin: () => void, left: boolean, unsure: string }} ways *left*: say what is left
 *   for today; *unsure*: what stands between right and wrong
 */
export async function summarise(frame, sitting, look, { title, back, begin, left, unsure }) {
  const { words, lang } = frame;
  // The marks in the contents follow.
  void swtech.study.refresh();
  const results = [...sitting.results];
  const table = make("dl", { class: "sw-results" });
  for (const [name, wanted] of /** @type {const} */ ([["right", GOOD], ["unsure", HARD], ["wrong", AGAIN]])) {
    const count = results.filter(([, { grade }]) => grade === wanted).length;
    const label = name === "unsure" ? unsure : words[`review_${name}`];
    const line = [make("dt", {}, label), make("dd", {}, String(count))];
    table.append(make("div", { class: `sw-result is-${name}` }, ...line));
  }
  const failed = results.filter(([, { grade }]) => grade === AGAIN);
  const certain = failed.filter(([, { sure }]) => sure).length;
  const wrong = failed.flatMap(([id]) => look.things.get(id) ?? []);
  const heading = make("h2", {}, title);
  const { entries } = look.queue;
  const rest = left && entries.length ? fill(words.review_left, { what: amounts(frame, entries) }) : "";
  const list = wrong.length ? await nameList(lang, look.catalogue, wrong) : null;
  frame.show(
    heading,
    ...(results.length ? [table] : []),
    ...(certain ? [make("p", {}, counted(words, "review_overconfident", certain, lang))] : []),
    ...(list ? [make("h3", {}, words.review_reread), list] : []),
    make("p", {}, `${rest} ${tomorrow(frame, look) ?? words.review_tomorrow_none}`.trim()),
    make("div", { class: "sw-actions" }, button(back, "is-primary", begin)),
  );
  frame.lead(heading);
}
