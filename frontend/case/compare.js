// @ts-check
// At the end of a story: the student's path beside the expert's, decision by decision, with what stands behind each.
import { button, fill, make, one } from "../dom.js";

/** @typedef {{ question: HTMLElement | null, mine: HTMLElement, expert: HTMLElement | null }} Decision rows of scenes */

/**
 * Return the comparison of the *decisions* that were taken with those an expert would take in the same scenes.
 * @param {Decision[]} decisions @param {Record<string, string>} words
 * @param {(at: number) => void} back go back to a decision, which is open again
 */
export function compare(decisions, words, back) {
  const rows = decisions.map(({ question, mine, expert }, at) => {
    const same = mine === expert || !expert;
    const asked = make("p", { class: "sw-step-question" }, ...copy(question));
    const sides = same
      ? [side(words.case_same, mine, "is-right")]
      : [side(words.case_mine, mine, "is-other"), side(words.case_theirs, expert, "is-right")];
    const again = button(fill(words.case_return, { n: at + 1 }), "sw-return", () => back(at));
    return make("li", {}, asked, make("div", { class: "sw-sides" }, ...sides), again);
  });
  return make("ol", { class: "sw-steps sw-compared", "aria-label": words.case_compared }, ...rows);
}

/** @param {string} label @param {HTMLElement} row @param {string} sort */
function side(label, row, sort) {
  const text = make("p", { class: "sw-step-decision" }, ...copy(one(row, ".sw-choose")));
  const behind = one(row, ".sw-behind")?.cloneNode(true);
  return make("div", { class: `sw-side ${sort}` }, make("p", { class: "sw-side-label" }, label), text, ...(behind ? [behind] : []));
}

/** @param {HTMLElement | null} node */
const copy = (node) => [...(node?.childNodes ?? [])].map((child) => child.cloneNode(true));
