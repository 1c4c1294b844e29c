// @ts-check
// The buttons below a question, and its hint: which of them there are depends on the mode and on how it stands.
import { button, make, one, reveal as intoView } from "../dom.js";
import { pairOf } from "../pair.js";

/** @typedef {import("./card.js").State} State */

/**
 * Make the buttons of a card.
 * @param {HTMLElement} section
 * @param {{ words: import("../types.js").Words, mode: "practice" | "test" | "review", next?: () => void }} around
 * @param {{ submit: (sure?: boolean) => void, mend: () => void, again: () => void, reveal: () => void, hinted: () => void }} doing
 */
export function createActions(section, { words, mode, next }, { submit, mend, again, reveal, hinted }) {
  const check = button(words.check, "is-primary", () => submit());
  const asks = pairOf(words.confidence, [
    [words.sure, "is-primary", () => submit(true)],
    // The second tap of two is none: what it says without an answer cannot be taken back.
    [words.unsure, "", ({ detail }) => void (detail > 1 || submit(false))],
  ]);
  const amend = button(words.amend, "is-primary", mend);
  const retry = button(words.retry, "", again);
  const show = button(words.show, "", reveal);
  const onward = button(words.next, "is-primary", () => next?.());
  const hint = hintOf();
  const row = make("div", { class: "sw-actions" });
  row.append(...[check, asks, amend, hint?.control, onward, retry, show].flatMap((node) => node ?? []));

  function hintOf() {
    const details = one(section, ".sw-hint");
    const text = details && one(details, ".sw-hint-text");
    if (!details || !text) return null;
    const control = button(words.hint, "", () => openHint(Boolean(text.hidden)));
    text.id = `${section.id}-hint`;
    text.hidden = true;
    control.setAttribute("aria-expanded", "false");
    control.setAttribute("aria-controls", text.id);
    details.replaceWith(text);
    return { control, text };
  }

  /** @param {boolean} open */
  function openHint(open) {
    if (!hint) return;
    hint.text.hidden = !open;
    hint.control.setAttribute("aria-expanded", String(open));
    if (!open) return;
    hinted();
    intoView(hint.text);
  }

  return {
    row,
    /** What the hint says, to be placed before what is said of the answer. */
    hint: hint?.text,
    closeHint: () => openHint(false),

    /** Show the buttons that fit. @param {State} now */
    arrange({ outcome, full }) {
      const done = outcome !== null;
      const right = outcome?.verdict === "right";
      const practice = mode === "practice";
      check.hidden = done || !practice;
      asks.hidden = done || mode !== "review";
      if (hint) hint.control.hidden = done || mode === "test";
      amend.hidden = show.hidden = !done || full || right || !practice;
      retry.hidden = !done || !(full || right) || !practice;
      onward.hidden = !done || !next;
      onward.classList.toggle("is-primary", full || right || !practice);
    },

    /** Focus what comes next, without scrolling: the rows just marked stay under the student's eyes if they can. */
    focusNext: () => [amend, onward, retry].find((control) => !control.hidden)?.focus({ preventScroll: true }),
  };
}
