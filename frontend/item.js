// @ts-check
// One item: check, feedback in the rows it is about, hint, answer, again. Kinds differ only in their controls.
import { all, button, data, fill, make, one } from "./dom.js";
import { choice, multiple } from "./kinds/chosen.js";
import { order } from "./kinds/order.js";
import { match, sort } from "./kinds/placed.js";
import { gap, short } from "./kinds/typed.js";
import { score } from "./scoring.js";

/** @typedef {import("./types.js").Attempt} Attempt */
/** @typedef {import("./types.js").Card} Card */
/** @typedef {import("./types.js").History} History */
/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Response} Response */
/** @typedef {import("./types.js").Words} Words */

/** @type {Record<import("./types.js").KindName, import("./types.js").Kind>} */
const kinds = { choice, multiple, match, order, sort, gap, short };

/** Kinds whose marked rows already show what the answer is. */
const SHOWN_BY_MARKS = new Set(["choice", "multiple"]);

/**
 * What the quiz around an item needs of it.
 * @typedef {object} Item
 * @property {string} id
 * @property {HTMLElement} section
 * @property {() => Outcome | null} outcome
 * @property {(history: History) => void} restore show the last attempt, unless the student is already answering
 * @property {() => void} clear begin anew
 * @property {() => void} focus
 */

/**
 * @typedef {object} Around
 * @property {Words} words
 * @property {(id: string, attempt: Attempt) => void} onAttempt
 * @property {(id: string) => void} onReset
 * @property {() => void} [next] go to the next item, when there is one
 */

/**
 * Bring an item's HTML to life.
 * @param {HTMLElement} section @param {Around} around @returns {Item}
 */
export function mountItem(section, { words, onAttempt, onReset, next }) {
  const payload = /** @type {import("./types.js").Payload} */ (data(section, ".sw-payload"));
  const kind = kinds[payload.kind];
  const body = /** @type {HTMLElement} */ (one(section, ".sw-body"));
  const folded = /** @type {HTMLElement} */ (one(section, ".sw-answer"));
  const stem = /** @type {HTMLElement} */ (one(section, ".sw-stem"));
  const feedback = all(folded, ".sw-feedback");
  const rationale = one(folded, ".sw-rationale");
  const key = one(folded, ".sw-key");

  const said = make("p", { class: "sw-hidden", role: "status" });
  const status = make("div", { class: "sw-status", role: "status" });
  const after = make("div", { class: "sw-after" });
  const actions = make("div", { class: "sw-actions" });

  /** @type {Outcome | null} */
  let outcome = null;
  let touched = false;
  let attempts = 0;

  /** @type {Card} */
  const card = { section, body, payload, words, announce: (text) => void (said.textContent = text) };

  /** @param {string} text @param {string} sort */
  const line = (text, sort) => make("p", { class: `sw-verdict is-${sort}` }, text);

  // ---- buttons --------------------------------------------------------------------------------------------------
  const check = button(words.check, "is-primary", () => submit());
  const retry = button(words.retry, "", () => {
    clear();
    onReset(payload.id);
    focusFirst();
  });
  const show = button(words.show, "", () => reveal());
  const onward = button(words.next, "is-primary", () => next?.());
  const hint = hintButton();

  function hintButton() {
    const details = one(section, ".sw-hint");
    const text = details && one(details, ".sw-hint-text");
    if (!details || !text) return null;
    const control = button(words.hint, "", () => {
      text.hidden = !text.hidden;
      control.setAttribute("aria-expanded", String(!text.hidden));
    });
    const id = `${section.id}-hint`;
    text.id = id;
    text.hidden = true;
    control.setAttribute("aria-expanded", "false");
    control.setAttribute("aria-controls", id);
    details.replaceWith(text);
    return control;
  }

  function arrange() {
    const done = outcome !== null;
    check.hidden = done;
    if (hint) hint.hidden = done;
    retry.hidden = !done;
    onward.hidden = !done || !next;
    show.hidden = !done || outcome?.verdict === "right" || SHOWN_BY_MARKS.has(payload.kind) || key?.parentNode === after;
    section.classList.toggle("is-done", done);
  }

  // ---- answering ------------------------------------------------------------------------------------------------
  function submit() {
    const response = kind.read(card);
    if (response === null) {
      status.replaceChildren(line(words.nothing, "note"));
      focusFirst();
      return;
    }
    touched = true;
    const result = score(payload, response);
    const at = new Date().toISOString();
    attempts += 1;
    display(response, result);
    // Without scrolling: the rows just marked stay under the student's eyes.
    (next ? onward : retry).focus({ preventScroll: true });
    onAttempt(payload.id, { at, lang: payload.lang, revision: payload.revision, response, outcome: result });
  }

  /** @param {Response} response @param {Outcome} result @param {string} [lang] the language it was typed in */
  function display(response, result, lang = payload.lang) {
    unmark();
    outcome = result;
    if (lang !== payload.lang) for (const input of typedFields()) input.lang = lang;
    mark(response, result);
    lock(true);
    status.replaceChildren(...verdict(result));
    if (rationale) after.append(rationale);
    arrange();
  }

  function reveal() {
    if (key) after.prepend(key);
    arrange();
    key?.setAttribute("tabindex", "-1");
    key?.focus();
  }

  function clear() {
    unmark();
    outcome = null;
    lock(false);
    status.replaceChildren();
    after.replaceChildren();
    card.announce("");
    for (const input of typedFields()) input.lang = payload.lang;
    kind.clear(card, attempts);
    arrange();
  }

  // ---- showing --------------------------------------------------------------------------------------------------
  /** @param {Outcome} result @returns {Node[]} */
  function verdict(result) {
    const slips = result.verdict === "wrong" ? [] : (kind.remarks?.(card, result) ?? []);
    const lines = slips.map(({ answer, kind: slip }) =>
      line(fill(slip === "typo" ? words.typo : words.folded, { answer }), "slip"),
    );
    // A slip of spelling says «right» itself.
    if (result.verdict === "right" && lines.length) return lines;
    const percent = Math.round(result.score * 100);
    return [line(fill(words[result.verdict], { percent }), result.verdict), ...lines];
  }

  /** @param {Response} response @param {Outcome} result */
  function mark(response, result) {
    for (const row of all(body, "[data-part]")) {
      const part = row.dataset.part ?? "";
      const state = result.parts[part];
      if (!state) continue;
      row.classList.add(`is-${state}`);
      const text = feedback.find((node) => node.dataset.for === part && isAbout(node, part, response, result));
      const word = make("span", { class: text ? "sw-hidden" : "sw-word" }, `${wordFor(state)}${text ? ". " : ""}`);
      const holder = make("div", { class: "sw-said" }, word);
      if (text) holder.append(text);
      if (row.classList.contains("sw-gap")) markGap(row, word, text);
      // A single field is all there is to judge: the verdict below says the rest.
      else if (text || !row.classList.contains("sw-field")) row.append(holder);
    }
  }

  /** A blank stands in a sentence: its sign beside it, what is said of it below. @param {HTMLElement} row
   * @param {HTMLElement} word @param {HTMLElement | undefined} text */
  function markGap(row, word, text) {
    word.className = "sw-hidden";
    row.append(make("span", { class: "sw-sign" }, word));
    if (text) body.append(make("div", { class: `sw-said sw-said-gap ${row.className.replace("sw-gap", "")}` }, text));
  }

  /**
   * Some feedback is about a whole part, some about one choice for a gap or one expected wrong answer.
   * @param {HTMLElement} node @param {string} part @param {Response} response @param {Outcome} result
   */
  function isAbout(node, part, response, result) {
    const { choice: about } = node.dataset;
    if (!about) return true;
    if (payload.kind === "short") return result.remarks[part] === about;
    return typeof response === "object" && !Array.isArray(response) && response[part] === about;
  }

  /** @param {import("./types.js").Part} state */
  function wordFor(state) {
    if (state !== "missed") return words[state];
    if (payload.kind === "choice") return words.right;
    return payload.kind === "multiple" ? words.missed : words.unanswered;
  }

  function unmark() {
    for (const row of all(body, "[data-part]")) row.classList.remove("is-right", "is-wrong", "is-missed");
    for (const node of all(body, ".sw-said, .sw-sign")) node.remove();
  }

  const typedFields = () => /** @type {HTMLInputElement[]} */ (all(body, 'input[type="text"]'));

  /** @param {boolean} locked */
  function lock(locked) {
    for (const field of all(body, "input, select, button")) {
      if (field.matches('input[type="text"]')) /** @type {HTMLInputElement} */ (field).readOnly = locked;
      else /** @type {HTMLInputElement} */ (field).disabled = locked;
    }
  }

  function focusFirst() {
    const fields = /** @type {HTMLInputElement[]} */ (all(body, "input, select, button"));
    (fields.find((field) => !field.disabled) ?? stem).focus();
  }

  // ---- set up ---------------------------------------------------------------------------------------------------
  stem.tabIndex = -1;
  const situation = one(section, ".sw-situation");
  if (situation) {
    // Whoever is led to the question hears what it is about.
    situation.id = `${section.id}-situation`;
    stem.setAttribute("aria-describedby", situation.id);
  }
  folded.remove();
  actions.append(...[check, hint, onward, retry, show].flatMap((node) => node ?? []));
  const hintText = one(section, ".sw-hint-text");
  body.after(said, status, after, actions);
  if (hintText) status.before(hintText);
  kind.setup?.(card);
  body.addEventListener("input", () => {
    touched = true;
    if (!outcome) status.replaceChildren();
  });
  body.addEventListener("click", () => void (touched = true));
  body.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || outcome) return;
    if (!(field instanceof HTMLInputElement) || field.type !== "text") return;
    // Else the same key press would go on to the button that gets the focus.
    event.preventDefault();
    submit();
  });
  arrange();
  section.classList.add("is-live");

  return {
    id: payload.id,
    section,
    outcome: () => outcome,
    restore(history) {
      attempts = history.attempts.length;
      const last = history.attempts[attempts - 1];
      if (touched || !last || last.revision !== payload.revision || (history.reset ?? "") >= last.at) return;
      kind.fill(card, last.response);
      // What was typed in the other language keeps the outcome it got there.
      const typed = payload.kind === "gap" || payload.kind === "short";
      const kept = typed && last.lang !== payload.lang;
      display(last.response, kept ? sound(last.outcome) : score(payload, last.response), last.lang);
    },
    clear,
    focus() {
      // The whole question comes into view, its situation too, not its stem alone in the middle of the screen.
      section.scrollIntoView();
      stem.focus({ preventScroll: true });
    },
  };
}

/** Return a stored outcome with every field in place. @param {Partial<Outcome>} outcome @returns {Outcome} */
function sound({ score: points, verdict, parts, remarks }) {
  const share = typeof points === "number" && points >= 0 && points <= 1 ? points : 0;
  const known = verdict === "right" || verdict === "partly" || verdict === "wrong";
  return { score: share, verdict: known ? verdict : "wrong", parts: parts ?? {}, remarks: remarks ?? {} };
}
