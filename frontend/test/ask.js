// @ts-check
// «Finish», and the question that it asks, in the page, when something is not answered yet or was to be looked at again.
import { button, make } from "../dom.js";
import { counted } from "../plural.js";
import { linkTo } from "./strip.js";

/** @typedef {import("./paper.js").Entry} Entry */

/**
 * @param {import("./frame.js").Frame} frame
 * @param {{ open: () => Entry[], marked: () => Entry[], finish: () => void }} around
 */
export function createFinish({ words, lang }, { open, marked, finish }) {
  const control = button(words.test_finish, "is-primary", press);
  const place = make("div", {}, control);
  const said = make("p", { class: "sw-test-said", role: "status" });
  const el = make("div", { class: "sw-test-finish" }, place, said);

  /** @param {string} text @param {Entry[]} entries */
  const line = (text, entries) =>
    make(
      "p",
      {},
      `${text} `,
      ...entries.flatMap((entry, at) => {
        const link = linkTo(entry, { class: "sw-test-number" }, String(entry.number));
        link.addEventListener("click", close);
        return [...(at ? [" "] : []), link];
      }),
    );

  function close() {
    place.replaceChildren(control);
  }

  function press() {
    said.textContent = "";
    const [left, again] = [open(), marked()];
    const first = left[0] ?? again[0];
    if (!first) return finish();
    const back = button(words.test_return, "", () => {
      close();
      first.item.focus();
    });
    const question = make(
      "div",
      { class: "sw-test-panel sw-test-ask", role: "group", tabindex: "-1", "aria-labelledby": "test-ask" },
      make(
        "div",
        { id: "test-ask" },
        ...(left.length ? [line(counted(words, "test_open", left.length, lang), left)] : []),
        ...(again.length ? [line(words.test_marked_list, again)] : []),
      ),
      make("div", { class: "sw-test-actions" }, button(words.test_finish_anyway, "is-primary", finish), back),
    );
    place.replaceChildren(question);
    question.focus({ preventScroll: true });
    question.scrollIntoView({ block: "nearest" });
  }

  return {
    el,
    press,
    /** Say why it did not finish. @param {string} text */
    say(text) {
      said.textContent = text;
      said.scrollIntoView({ block: "nearest" });
    },
  };
}
