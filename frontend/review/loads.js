// @ts-check
// How much is to be asked: today, tomorrow, and in the next two weeks.
import { fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { swtech } from "../registry.js";

/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {{ kind: import("../study/things.js").ThingKind }} Kinded */

const KINDS = /** @type {const} */ (["item", "card", "case"]);

/** @param {Kinded[]} things @param {string} kind */
const among = (things, kind) => things.filter((one) => one.kind === kind).length;

/** Say how many of each kind *things* are: «12 вопросов, 3 карточки». @param {Frame} frame @param {Kinded[]} things */
export function amounts({ words, lang }, things) {
  const parts = KINDS.flatMap((kind) => {
    const count = among(things, kind);
    return count ? [counted(words, `review_n_${kind}s`, count, lang)] : [];
  });
  return parts.join(", ");
}

/** Say what falls due tomorrow; null for nothing. @param {Frame} frame @param {Overview} look */
export function tomorrow(frame, { things, schedules, now }) {
  const end = swtech.study.startOf(swtech.study.dayOf(now) + 1);
  const what = amounts(frame, [...things.values()].filter(({ id }) => schedules.get(id)?.due?.getTime() === end.getTime()));
  return what ? fill(frame.words.review_tomorrow, { what }) : null;
}

/** The table of today: what kind, how many to repeat, how many new. @param {Frame} frame @param {Overview} look */
export function today({ words }, { queue }) {
  const old = queue.entries.filter(({ why }) => why !== "new");
  const fresh = queue.entries.filter(({ why }) => why === "new");
  const row = (/** @type {string} */ name, /** @type {number[]} */ counts) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...counts.map((count) => make("td", {}, String(count))));
  const rows = KINDS.flatMap((kind) => {
    const counts = [among(old, kind), among(fresh, kind)];
    return counts.some(Boolean) ? [row(words[`review_${kind}s`], counts)] : [];
  });
  const heads = [words.review_kind, words.review_due, words.review_fresh];
  return make(
    "table",
    { class: "sw-today" },
    make("thead", {}, make("tr", {}, ...heads.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, ...rows),
    ...(rows.length > 1 ? [make("tfoot", {}, row(words.review_all, [old.length, fresh.length]))] : []),
  );
}

/** @param {number} day */
function dated(day) {
  const date = swtech.study.startOf(day);
  return [date.getDate(), date.getMonth() + 1].map((part) => String(part).padStart(2, "0"));
}

/** The next two weeks as columns; the list says the same in words. @param {Frame} frame @param {Overview} look */
export function ahead({ words }, { queue }) {
  if (!queue.load.some(({ due }) => due)) return "";
  const most = Math.max(1, ...queue.load.map(({ due }) => due));
  const columns = queue.load.map(({ day, due }, at) => {
    const [date, month] = dated(day);
    const bar = make("span", { class: "sw-bar" });
    bar.style.blockSize = `${(due / most) * 100}%`;
    // The month stands where it begins.
    const below = at === 0 || date === "01" ? `.${month}` : "";
    const seen = make(
      "span",
      { class: "sw-column", "aria-hidden": "true" },
      make("span", { class: "sw-bar-room" }, make("span", { class: "sw-bar-count" }, due ? String(due) : ""), bar),
      make("span", { class: "sw-bar-day" }, date, ...(below ? [make("span", { class: "sw-bar-month" }, below)] : [])),
    );
    const said = make("span", { class: "sw-hidden" }, fill(words.review_day, { date: `${date}.${month}`, n: due }));
    return make("li", { class: at === 0 ? "is-today" : null }, said, seen);
  });
  return make(
    "section",
    { class: "sw-ahead" },
    make("h2", { id: "review-ahead" }, words.review_ahead),
    make("p", { class: "sw-instruction" }, words.review_ahead_note),
    make("ol", { class: "sw-columns", role: "list", "aria-labelledby": "review-ahead" }, ...columns),
  );
}
