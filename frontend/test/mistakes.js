// @ts-check
// After a test: what was not right, once more, with everything that practice offers.
import { button, fill, make, number } from "../dom.js";
import { current } from "../store/log.js";
import { createPaper } from "./paper.js";

/** The place in the address of a result whose mistakes are practised. */
export const MISTAKES = "mistakes";

/**
 * Practise *questions*.
 * @param {import("./frame.js").Frame} frame @param {import("./questions.js").Question[]} questions
 * @param {string} since when the test was begun @param {() => void} back show the result again
 */
export function practise(frame, questions, since, back) {
  const { words, store } = frame;
  const said = make("p", { class: "sw-test-about", role: "status" });
  /** @type {import("./paper.js").Entry[]} */
  const entries = createPaper(
    questions,
    {
      mode: "practice",
      // It was judged just before, with its answer: no test of memory.
      onAttempt: (id, attempt) => void store.append(id, { ...attempt, retry: true }),
      onReset: (id) => {
        said.textContent = "";
        void store.reset([id]);
      },
      onJudged() {
        const outcomes = entries.flatMap(({ item }) => item.outcome() ?? []);
        const points = number(outcomes.reduce((sum, { score }) => sum + score, 0));
        const done = outcomes.length === entries.length;
        said.textContent = done ? fill(words.finished, { points, total: entries.length }) : "";
      },
    },
  );
  // The place in the address leads here, in the other language too.
  const heading = make("h2", { id: MISTAKES, "data-stays": true }, fill(words.test_mistakes, { n: questions.length }));
  const list = make("div", { class: "sw-test-list" }, ...entries.map(({ item }) => item.section));
  frame.show([
    heading,
    make("p", { class: "sw-instruction" }, words.test_mistakes_about),
    list,
    said,
    make("div", { class: "sw-test-actions" }, button(words.test_back, "", back)),
  ]);
  frame.lead(heading);
  // What was practised before the page was loaded anew stands there; what the test itself has kept does not.
  void store.load(entries.map(({ item }) => item.id)).then((histories) => {
    for (const { item } of entries) {
      const history = histories.get(item.id);
      const last = history && current(history.log);
      if (history && last?.mode === "practice" && last.at >= since) item.restore(history);
    }
  });
}
