// @ts-check
// The record of work: one sheet on the screen and on paper, where nothing else of the page is printed.
import { sayDate } from "../dates.js";
import { button, fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { swtech } from "../registry.js";
import { workOf } from "./work.js";
import { field } from "./say.js";

/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("../types.js").Words} Words */

const LONGEST = 120;

/** Mark the way from the page to *sheet*: on paper, what lies beside it is left out. @param {HTMLElement} sheet */
function putOnPaper(sheet) {
  for (let node = sheet.parentElement; node && node !== document.documentElement; node = node.parentElement)
    node.classList.add("sw-holds-record");
}

/** @param {string} name @param {string | Node} value */
const row = (name, value) => [make("dt", {}, name), make("dd", {}, value)];

/** A cell that says its column where the head has no room. @param {string} label @param {string} text */
const cell = (label, text) => make("td", {}, make("span", { class: "sw-cell-label" }, `${label}: `), text);

/** @param {Overview} overview @param {Words} words */
function table({ chapters }, words) {
  const of = (/** @type {number} */ n, /** @type {number} */ total) => fill(words.progress_of, { right: n, n: total });
  const cells = (/** @type {import("../study/mastery.js").Progress} */ { answered, mastered, total }) => [
    cell(words.record_answered, of(answered, total)),
    cell(words.record_mastered, of(mastered, total)),
  ];
  const head = [words.record_what, words.record_answered, words.record_mastered].map((text) => make("th", { scope: "col" }, text));
  const groups = chapters.map(({ number, title, objectives, ...sums }) =>
    make(
      "tbody",
      {},
      make("tr", { class: "sw-record-chapter" }, make("th", { scope: "row" }, `${number}. ${title}`), ...cells(sums)),
      // Of a chapter that was not begun its own line says enough.
      ...objectives
        .filter(() => sums.answered)
        .map(({ text, ...mine }) => make("tr", {}, make("th", { scope: "row" }, text), ...cells(mine))),
    ),
  );
  return make("table", {}, make("caption", {}, words.record_table), make("thead", {}, make("tr", {}, ...head)), ...groups);
}

/**
 * Make the record in *el*; gives what fills it with what is known now.
 * @param {HTMLElement} el @param {Store} store @param {Words} words
 */
export function openRecord(el, store, words) {
  const lang = document.documentElement.lang;
  const date = (/** @type {number | Date} */ time) => sayDate(new Date(time), lang);
  const settings = () => store.desk.read("settings") ?? {};
  const kept = settings().name;
  const { input, box } = field(words.record_field, { maxlength: String(LONGEST), autocomplete: "name" });
  input.value = typeof kept === "string" ? kept.slice(0, LONGEST) : store.profile.name;
  const name = make("dd", { class: "sw-record-name" });
  const sign = () => (name.textContent = input.value.trim());
  input.addEventListener("input", () => {
    store.desk.write("settings", { ...settings(), name: input.value.trim() });
    sign();
  });
  sign();

  // Folded away on the screen, where it is long; on paper it is always whole.
  const sheet = make("div", { class: "sw-record is-folded", id: "sw-record" });
  const fold = button(words.record_show, "", () => {
    const folded = sheet.classList.toggle("is-folded");
    fold.setAttribute("aria-expanded", String(!folded));
  });
  fold.setAttribute("aria-expanded", "false");
  fold.setAttribute("aria-controls", sheet.id);
  const tools = make("div", { class: "sw-buttons" }, button(words.record_print, "is-primary", () => print()), fold);
  el.append(make("div", { class: "sw-record-tools" }, box, tools), sheet);
  putOnPaper(sheet);

  /** @param {Overview} overview */
  function show(overview) {
    const { catalogue, logs, now } = overview;
    const { answers, days, tests, cases } = workOf(logs, swtech.study.dayOf);
    const [first, last] = [days[0], days[days.length - 1]].map((day) => day !== undefined && date(swtech.study.startOf(day)));
    const period = first === last ? first : fill(words.record_period, { first: first || "", last: last || "" });
    const titles = new Map(catalogue.cases.map(({ id, title }) => [id, title]));
    const done = cases.filter(({ id }) => titles.has(id));
    sheet.replaceChildren(
      make("h3", {}, words.record_title),
      make("p", { class: "sw-record-course" }, fill(words.record_course, { title: el.dataset.title ?? "", version: catalogue.version })),
      make(
        "dl",
        { class: "sw-record-facts" },
        make("dt", {}, words.record_name),
        name,
        ...row(words.record_made, date(now)),
        ...(first ? row(words.record_days, `${period} (${counted(words, "record_n_days", days.length, lang)})`) : []),
        ...row(words.record_answers, String(answers)),
      ),
      table(overview, words),
      make("p", { class: "sw-figures" }, words.record_rule),
      make("h4", {}, words.record_tests),
      tests.length
        ? make("ul", {}, ...tests.map(({ at, answered, right }) => make("li", {}, fill(words.record_test, { date: date(at), n: answered, right }))))
        : make("p", {}, words.record_no_tests),
      make("h4", {}, words.record_cases),
      done.length
        ? make(
            "ul",
            {},
            ...done.map(({ id, at, same, total }) =>
              make("li", {}, fill(words.record_case, { title: titles.get(id) ?? "", date: date(at), n: same, total })),
            ),
          )
        : make("p", {}, words.record_no_cases),
      make("p", { class: "sw-record-plain" }, words.record_plain),
    );
  }
  return show;
}
