// @ts-check
// The numbers of the questions: what is answered, what the student wants to come back to, what is right; each leads
// to its question. A sign and words say it, the colour repeats it.
import { fill, make } from "../dom.js";

/** @typedef {import("./paper.js").Entry} Entry */
/** @typedef {"open" | "answered" | "right" | "partly" | "wrong" | "unanswered"} Mark */

/** @type {Record<Mark | "marked", string>} */
export const SIGNS = { open: "○", answered: "●", right: "✓", partly: "◐", wrong: "✕", unanswered: "–", marked: "?" };

/** Return the words for a mark. @param {Record<string, string>} words @param {Mark | "marked"} mark */
export const wordOf = (words, mark) =>
  ({
    open: words.test_is_open,
    answered: words.test_is_answered,
    marked: words.test_is_marked,
    right: words.right,
    partly: words.test_partly,
    wrong: words.wrong,
    unanswered: words.unanswered,
  })[mark];

/**
 * Return a link to the question *entry*: it goes there without a new address, so that "back" leaves the test.
 * @param {Entry} entry @param {Record<string, string>} attributes @param {...(Node | string)} children
 */
export function linkTo(entry, attributes, ...children) {
  const link = make("a", { href: `#${entry.item.section.id}`, ...attributes }, ...children);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    entry.item.focus();
  });
  return link;
}

/** @param {Record<string, string>} words @param {Entry[]} entries */
export function createStrip(words, entries) {
  /** @type {Map<Entry, { link: HTMLElement, sign: HTMLElement }>} */
  const places = new Map();
  const list = make("ol", { class: "sw-strip-list" });
  for (const entry of entries) {
    const sign = make("span", { class: "sw-strip-sign", "aria-hidden": "true" });
    const link = linkTo(entry, { class: "sw-strip-place" }, make("span", {}, String(entry.number)), sign);
    places.set(entry, { link, sign });
    list.append(make("li", {}, link));
  }
  const el = make("nav", { class: "sw-strip", id: "test-questions", "aria-label": words.test_questions, tabindex: "-1" }, list);

  return {
    el,
    /** @param {Entry} entry @param {Mark} mark @param {boolean} [marked] */
    set(entry, mark, marked = false) {
      const { link, sign } = /** @type {{ link: HTMLElement, sign: HTMLElement }} */ (places.get(entry));
      const said = [wordOf(words, mark), ...(marked ? [wordOf(words, "marked")] : [])].join(", ");
      link.className = `sw-strip-place is-${mark}${marked ? " is-marked" : ""}`;
      link.setAttribute("aria-label", `${fill(words.test_number, { n: entry.number })}: ${said}`);
      sign.textContent = `${SIGNS[mark]}${marked ? ` ${SIGNS.marked}` : ""}`;
    },
    /** Return what the signs mean. @param {(Mark | "marked")[]} marks */
    legend: (marks) =>
      make(
        "p",
        { class: "sw-strip-legend", "aria-hidden": "true" },
        ...marks.map((mark) => make("span", { class: `is-${mark}` }, make("b", {}, SIGNS[mark]), ` ${wordOf(words, mark)}`)),
      ),
  };
}
