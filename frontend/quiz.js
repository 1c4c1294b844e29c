// @ts-check
// The engine: one quiz, on a page or in Jupyter. Whoever hosts it keeps the answers and knows the other language.
import { all, button, data, fill, make, number, one } from "./dom.js";
import { mountItem } from "./item/item.js";
import { unsavedNotice } from "./unsaved.js";

/** @typedef {import("./types.js").Host} Host */
/** @typedef {import("./item/item.js").Item} Item */

/**
 * Bring the quiz in *el* to life; *host* keeps the answers. Returns what undoes the subscriptions.
 * @param {HTMLElement} el a `.sw-quiz` that swtech.rendering wrote
 * @param {Host} host
 * @param {Pick<import("./item/item.js").Around, "other" | "adopt">} [languages] where the other language comes from
 */
export function mountQuiz(el, host, languages = {}) {
  /** @type {Record<string, string>} */
  const words = data(el, ".sw-words");
  const sections = all(el, ".sw-item");
  /** @type {Item[]} */
  const items = sections.map((section, at) =>
    mountItem(section, {
      ...languages,
      words,
      next: at + 1 < sections.length ? () => items[at + 1].focus() : undefined,
      onAttempt: (id, attempt) => void host.append(id, attempt),
      onReset(id) {
        progress(false);
        void host.reset([id]);
      },
      // What is said of the answer is painted first: browsers let a press be seen before they go on.
      onJudged: () => void setTimeout(() => progress(true)),
    }),
  );
  const ids = items.map((item) => item.id);

  // ---- progress, for more than one item -----------------------------------------------------------------------
  const line = make("p", { class: "sw-progress-line" });
  const said = make("p", { class: "sw-progress-said", role: "status" });
  const restart = button(words.restart, "", () => {
    for (const item of items) item.clear();
    progress(false);
    void host.reset(ids);
    items[0].focus();
  });
  if (items.length > 1) el.append(make("div", { class: "sw-progress" }, line, said, restart));

  /** @param {boolean} announce */
  function progress(announce) {
    const outcomes = items.flatMap((item) => item.outcome() ?? []);
    const points = number(outcomes.reduce((sum, outcome) => sum + outcome.score, 0));
    const done = outcomes.length === items.length;
    line.textContent = fill(words.progress, { n: outcomes.length, total: items.length, points });
    line.hidden = done;
    restart.hidden = !outcomes.length;
    const text = done ? fill(words.finished, { points, total: items.length }) : "";
    // A restored result is shown; only one just reached is news to a screen reader.
    said.setAttribute("aria-live", announce ? "polite" : "off");
    if (said.textContent !== text) said.textContent = text;
  }

  // ---- answers that are already there -------------------------------------------------------------------------
  async function restore() {
    const histories = await host.load(ids);
    for (const item of items) item.restore(histories.get(item.id) ?? { log: [] });
    progress(false);
  }

  el.prepend(unsavedNotice(host, words));
  progress(false);
  void restore();
  return host.onChange(() => void restore());
}
