// @ts-check
// Before a test: the one that the address asks for, one that was left unfinished, the last result, and the form.
import { asking } from "../asking.js";
import { button, fill, make, number } from "../dom.js";
import { counted } from "../plural.js";
import { isSame } from "./wanted.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./wanted.js").Wanted} Wanted */

/**
 * @typedef {object} Choices what can be done from here
 * @property {(wanted: Wanted) => void} start
 * @property {(draft: Draft) => void} resume
 * @property {(result: Draft) => void} look
 */

/**
 * Return what a test is made of, as a list.
 * @param {Frame} frame @param {Wanted} wanted
 */
export function factsOf({ words, lang, form }, { slugs, n, seed, levels, minutes }) {
  const titles = form.chapters.flatMap(({ slug, title }) => (slugs.includes(slug) ? title : []));
  const whole = slugs.length === form.chapters.length;
  const facts = [
    [words.maker_n, String(n)],
    [words.maker_chapters, whole ? `${words.test_whole} (${titles.length})` : titles.join(" · ")],
    [words.test_levels, levels.map((level) => words[`test_${level}`]).join(" · ") || words.test_every_level],
    [words.test_time, minutes ? counted(words, "test_limit", minutes, lang) : words.test_unlimited],
    [words.maker_seed, seed],
  ];
  return make(
    "dl",
    { class: "sw-test-facts" },
    ...facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, value))),
  );
}

/** @param {string} title @param {string} style @param {...Node} nodes */
const panel = (title, style, ...nodes) =>
  make("section", { class: `sw-test-panel ${style}` }, make("h2", {}, title), ...nodes);

/** @param {...Node} controls */
const actions = (...controls) => make("div", { class: "sw-test-actions" }, ...controls);

/**
 * Show what can be started. *wanted* is what the address asks for; without one the form comes first.
 * @param {Frame} frame @param {Wanted | null} wanted @param {Choices} choices
 */
export function showStart(frame, wanted, choices) {
  const { words, drawer, form, sheet, standard } = frame;
  const [draft, result] = [drawer.draft(), drawer.result()];
  const left = draft && Object.keys(draft.responses).length > 0;
  /** @type {Node[]} */
  const nodes = [];

  if (draft) {
    const values = { n: Object.keys(draft.responses).length, total: draft.ids.length, seed: draft.address.seed };
    const goOn = button(words.test_go_on, "is-primary", () => choices.resume(draft));
    // What was answered is not thrown away by one tap beside the one that goes on with it.
    const anew = left
      ? asking(
          { label: words.test_anew, question: () => words.test_anew_ask, yes: words.test_anew_yes, no: words.test_anew_no },
          () => choices.start(draft.address),
        )
      : button(words.test_anew, "", () => choices.start(draft.address));
    nodes.push(
      panel(
        words.test_draft,
        "sw-test-offer",
        make("p", {}, fill(words.test_draft_about, values)),
        ...(left ? [make("p", { class: "sw-instruction" }, words.test_forget)] : []),
        actions(goOn, anew),
      ),
    );
  }

  form.put(wanted ?? standard);
  sheet.onsubmit = (event) => {
    event.preventDefault();
    const asked = form.read();
    if (!asked) return frame.say(sheet.querySelector(".sw-test-available")?.textContent ?? "");
    form.put(asked);
    choices.start(asked);
  };
  // An unfinished test of the same address is offered already, to go on with and to begin anew.
  const offered = wanted && draft && isSame(draft.address, wanted);
  if (wanted && !offered) {
    nodes.push(
      panel(
        words.test_ready,
        "sw-test-ready",
        factsOf(frame, wanted),
        make("p", {}, words.test_rules),
        actions(button(words.test_start, draft ? "" : "is-primary", () => choices.start(wanted))),
      ),
    );
  }
  if (result) {
    const values = { points: number(result.points ?? 0), total: result.ids.length, seed: result.address.seed };
    const look = button(words.test_look, "", () => choices.look(result));
    nodes.push(panel(words.test_last, "sw-test-last", make("p", {}, fill(words.test_last_about, values)), actions(look)));
  }
  if (wanted) {
    const change = button(words.test_change, "", () => {
      change.replaceWith(sheet);
      sheet.querySelector("input")?.focus();
    });
    nodes.push(change);
  } else nodes.splice(draft ? 1 : 0, 0, sheet);
  frame.show(nodes);
}

/**
 * Say that the questions cannot be loaded, and offer to try again.
 * @param {Frame} frame @param {() => void} again
 */
export function showFailure({ words, show, say }, again) {
  const retry = button(words.test_load_again, "is-primary", again);
  show([make("div", { class: "sw-test-panel" }, make("p", {}, words.test_failed), actions(retry))]);
  say(words.test_failed);
}
