// @ts-check
// How well the student's confidence matches what comes out: two bars with their numbers, and one piece of advice.
import { sayDay } from "../dates.js";
import { fill, make } from "../dom.js";
import { swtech } from "../registry.js";
import { meter } from "./state.js";

/** @typedef {import("../study/calibration.js").Calibration} Calibration */
/** @typedef {import("../study/calibration.js").Share} Share */
/** @typedef {import("../types.js").Words} Words */

/** Below this many answers chance speaks louder than the student: of all, and of each sort. */
const ENOUGH = { all: 20, each: 5 };
/** Of what one says to know for sure at most one in five should be wrong. */
const SURE = 0.8;
/** From here on doubt is modesty. */
const MODEST = 0.75;
/** Less apart than this, doubt says nothing; where hardly anything is right, there is something else to say. */
const APART = 0.1;
const HALF = 0.5;

/**
 * Return the name of the advice that *calibration* gives, or null while there is too little to tell.
 * @param {Pick<Calibration, "sure" | "unsure">} calibration
 * @returns {"over" | "under" | "flat" | "good" | null}
 */
export function adviceOf({ sure, unsure }) {
  if (sure.n + unsure.n < ENOUGH.all) return null;
  const known = (/** @type {Share} */ { n, share }) => (n >= ENOUGH.each ? share : null);
  const [a, b] = [known(sure), known(unsure)];
  if (a !== null && a < SURE) return b !== null && a >= HALF && a - b < APART ? "flat" : "over";
  if (b !== null && b >= MODEST) return "under";
  return "good";
}

/** @param {Words} words @param {Share} share */
const said = (words, { n, right, share }) =>
  share === null ? words.progress_share_none : fill(words.progress_share, { right, n, percent: Math.round(100 * share) });

/** Show *calibration* in *el*. @param {HTMLElement} el @param {Calibration} calibration @param {Words} words */
export function showConfidence(el, calibration, words) {
  const { sure, unsure, weeks } = calibration;
  const n = sure.n + unsure.n;
  if (!n) return el.replaceChildren(make("p", { class: "sw-study-note" }, words.progress_unasked));
  const advice = adviceOf(calibration);
  const rows = /** @type {const} */ ([["sure", sure], ["unsure", unsure]]).flatMap(([name, share]) => [
    make("dt", {}, words[name]),
    make("dd", { class: `is-${name}` }, meter(share.share ?? 0), make("span", { class: "sw-figures" }, said(words, share))),
  ]);
  el.replaceChildren(
    make("dl", { class: "sw-confident" }, ...rows),
    make(
      "p",
      { class: "sw-advice" },
      advice ? words[`progress_${advice}`] : fill(words.progress_few, { n, least: ENOUGH.all }),
    ),
  );
  if (weeks.length > 1) el.append(weekTable(weeks, words));
}

/** @param {Calibration["weeks"]} weeks @param {Words} words */
function weekTable(weeks, words) {
  const head = [words.progress_week, words.sure, words.unsure].map((text) => make("th", { scope: "col" }, text));
  const short = (/** @type {Share} */ { n, right }) => (n ? fill(words.progress_of, { right, n }) : "–");
  const rows = [...weeks].reverse().map(({ day, sure, unsure }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, sayDay(swtech.study.startOf(day), document.documentElement.lang)),
      make("td", {}, short(sure)),
      make("td", {}, short(unsure)),
    ),
  );
  return make(
    "details",
    { class: "sw-weeks" },
    make("summary", {}, words.progress_weeks),
    make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows)),
  );
}
