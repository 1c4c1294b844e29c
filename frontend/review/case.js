// @ts-check
// A case in a sitting: it is played on its own page, and counts when the student comes back from its end.
import { button, make } from "../dom.js";
import { attemptsOf } from "../store/log.js";
import { isEnded } from "../study/grade.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Log} Log */
/** @typedef {import("./run.js").Asking} Asking */
/** @typedef {import("./run.js").View} View */

/**
 * Return the attempt in *log* that came to an ending since *since*, or null.
 * @param {Log} log @param {string} since @returns {Attempt | null}
 */
export const endedSince = (log, since) => attemptsOf(log).find((attempt) => attempt.at >= since && isEnded(attempt)) ?? null;

/**
 * @param {import("./frame.js").Frame} frame @param {{ id: string, title: string, href: string }} found
 * @param {string} since when the sitting began @param {Asking} asking @returns {View}
 */
export function caseView({ words, store }, { id, title, href }, since, { next, later }) {
  const heading = make("h2", { class: "sw-stem" }, title);
  const section = make(
    "section",
    { class: "sw-item sw-case-card is-live" },
    make("p", { class: "sw-head" }, make("span", { class: "sw-label" }, words.case_label)),
    heading,
    make("p", { class: "sw-instruction" }, words.review_case),
    make(
      "div",
      { class: "sw-actions" },
      make("a", { class: "sw-button is-primary", href }, words.review_case_open),
      button(words.review_later, "", () => {
        stop();
        later();
      }),
    ),
  );
  // The student may have played it in another tab, or come back with the browser's own button.
  const stop = store.onChange(async () => {
    if (!section.isConnected) return stop();
    const attempt = endedSince((await store.load([id])).get(id)?.log ?? [], since);
    if (!attempt || !section.isConnected) return;
    stop();
    next(attempt);
  });
  return { section, heading: () => heading };
}
