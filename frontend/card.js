// @ts-check
// One question in one language: answer, check, feedback, hint, the rest again, the answer. Kinds differ only in their
// controls, modes only in their buttons.
import { all, button, data, make, one } from "./dom.js";
import { firstOpen, lock, openRest, typedFields } from "./fields.js";
import { choice, multiple } from "./kinds/chosen.js";
import { order } from "./kinds/order.js";
import { match, sort } from "./kinds/placed.js";
import { gap, short } from "./kinds/typed.js";
import { CHOSEN, line, mark, unmark, verdict } from "./marks.js";
import { score } from "./scoring.js";

/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {import("./types.js").Response} Response */

/** @type {Record<import("./types.js").KindName, import("./types.js").Kind>} */
const kinds = { choice, multiple, match, order, sort, gap, short };

/**
 * Where the answering of a question stands, in whatever language it is shown.
 * @typedef {object} State
 * @property {Response | null} response
 * @property {string} lang the language in which typed answers were typed
 * @property {Outcome | null} outcome of the judged answer that is shown
 * @property {Outcome | null} kept whose right parts stay while the rest is mended
 * @property {boolean} full whether everything is shown
 * @property {boolean} touched
 * @property {boolean} seen an answer was judged or shown since the page was opened
 * @property {boolean} hinted
 * @property {number} tries
 */

/**
 * Bring a question's HTML to life.
 * @param {HTMLElement} section @param {import("./item.js").Around} around @param {State} [before]
 */
export function mountCard(section, around, before) {
  const { words, next, mode = "practice" } = around;
  const payload = /** @type {import("./types.js").Payload} */ (data(section, ".sw-payload"));
  const kind = kinds[payload.kind];
  const body = /** @type {HTMLElement} */ (one(section, ".sw-body"));
  const folded = /** @type {HTMLElement} */ (one(section, ".sw-answer"));
  const stem = /** @type {HTMLElement} */ (one(section, ".sw-stem"));
  const feedback = all(folded, ".sw-feedback");
  const rationale = one(folded, ".sw-rationale");
  const key = one(folded, ".sw-key");
  const backLink = rationale && one(rationale, ".sw-back-link");

  const said = make("p", { class: "sw-hidden", role: "status" });
  const status = make("div", { class: "sw-status", role: "status" });
  const after = make("div", { class: "sw-after" });
  const actions = make("div", { class: "sw-actions" });
  /** @type {import("./types.js").Card} */
  const card = { section, body, payload, words, announce: (text) => void (said.textContent = text) };
  /** @type {State} */
  let now = {
    response: null, lang: payload.lang, outcome: null, kept: null,
    full: false, touched: false, seen: false, hinted: false, tries: 0,
  };

  // ---- buttons --------------------------------------------------------------------------------------------------
  const check = button(words.check, "is-primary", () => submit());
  const sure = button(words.sure, "is-primary", () => submit(true));
  const unsure = button(words.unsure, "", () => submit(false));
  const asks = make("div", { class: "sw-confidence", role: "group", "aria-label": words.confidence }, sure, unsure);
  const amend = button(words.amend, "is-primary", () => mend());
  const retry = button(words.retry, "", () => {
    clear();
    now.seen = true;
    around.onReset?.(payload.id);
    focusFirst();
  });
  const show = button(words.show, "", () => reveal());
  const onward = button(words.next, "is-primary", () => next?.());
  const hint = hintButton();

  function hintButton() {
    const details = one(section, ".sw-hint");
    const text = details && one(details, ".sw-hint-text");
    if (!details || !text) return null;
    const control = button(words.hint, "", () => openHint(Boolean(text.hidden)));
    const id = `${section.id}-hint`;
    text.id = id;
    text.hidden = true;
    control.setAttribute("aria-expanded", "false");
    control.setAttribute("aria-controls", id);
    details.replaceWith(text);
    return { control, text };
  }

  /** @param {boolean} open */
  function openHint(open) {
    if (!hint) return;
    hint.text.hidden = !open;
    hint.control.setAttribute("aria-expanded", String(open));
    if (open && !now.outcome) now.hinted = true;
  }

  function arrange() {
    const done = now.outcome !== null;
    const right = now.outcome?.verdict === "right";
    const practice = mode === "practice";
    check.hidden = done || !practice;
    asks.hidden = done || mode !== "review";
    if (hint) hint.control.hidden = done || mode === "test";
    amend.hidden = !done || now.full || right || !practice;
    show.hidden = !done || now.full || right || !practice;
    retry.hidden = !done || !(now.full || right) || !practice;
    onward.hidden = !done || !next;
    onward.classList.toggle("is-primary", now.full || right || !practice);
    section.classList.toggle("is-done", done);
  }

  // ---- answering ------------------------------------------------------------------------------------------------
  /** An order stands in some order from the first: only a student who has touched it has answered. */
  const response = () => (payload.kind === "order" && !now.touched && !now.outcome ? null : kind.read(card));

  /** @param {boolean} [confidence] */
  function submit(confidence) {
    if (now.outcome) return;
    const given = kind.read(card);
    if (given === null) {
      status.replaceChildren(line(words.nothing, "note"));
      focusFirst();
      return;
    }
    const result = score(payload, given);
    /** @type {import("./types.js").Attempt} */
    const attempt = {
      at: new Date().toISOString(),
      lang: payload.lang,
      revision: payload.revision,
      response: given,
      outcome: result,
      mode,
      ...(confidence !== undefined && { sure: confidence }),
      ...(now.hinted && { hinted: /** @type {true} */ (true) }),
      ...(now.seen && { retry: /** @type {true} */ (true) }),
    };
    // Written down before anything is said of it.
    around.onAttempt?.(payload.id, attempt);
    now.touched = now.seen = true;
    now.tries += 1;
    // A button that is hidden while it has the focus makes the browser lay out the page there and then.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    display(given, result, payload.lang, mode === "review" || result.verdict === "right");
    around.onJudged?.();
    // Without scrolling: the rows just marked stay under the student's eyes. Last of all, since it waits for the layout.
    [amend, onward, retry].find((control) => !control.hidden)?.focus({ preventScroll: true });
  }

  /** Keep what is right, open the rest. */
  function mend() {
    const { outcome } = now;
    if (!outcome) return;
    openRest(card, outcome);
    Object.assign(now, { outcome: null, kept: outcome, full: false });
    status.replaceChildren();
    after.replaceChildren();
    arrange();
    const field = firstOpen(body);
    if (field instanceof HTMLInputElement && field.type === "text") field.select();
    (field ?? stem).focus();
    around.onJudged?.();
  }

  function reveal() {
    const { outcome } = now;
    if (!outcome) return;
    now.seen = true;
    display(now.response, outcome, now.lang, true);
    const shown = CHOSEN.has(payload.kind) ? stem : key;
    shown?.setAttribute("tabindex", "-1");
    shown?.focus({ preventScroll: CHOSEN.has(payload.kind) });
  }

  /** @param {Response | null} given @param {Outcome} result @param {string} lang @param {boolean} full */
  function display(given, result, lang, full) {
    unmark(card);
    Object.assign(now, { response: given, lang, outcome: result, kept: null, full });
    for (const input of typedFields(body)) input.lang = lang;
    mark(card, given, result, feedback, full);
    lock(body, true);
    openHint(false);
    status.replaceChildren(...(given === null ? [line(words.unanswered, "wrong")] : verdict(card, kind, result)));
    after.replaceChildren();
    if (full && result.verdict !== "right" && key && !CHOSEN.has(payload.kind)) after.append(key);
    if (full && rationale) {
      if (backLink) rationale.append(backLink);
      after.append(rationale);
    } else if (backLink) after.append(backLink);
    arrange();
  }

  function clear() {
    unmark(card);
    Object.assign(now, { response: null, lang: payload.lang, outcome: null, kept: null, full: false, hinted: false });
    lock(body, false);
    openHint(false);
    status.replaceChildren();
    after.replaceChildren();
    card.announce("");
    for (const input of typedFields(body)) input.lang = payload.lang;
    kind.clear(card, now.tries);
    arrange();
  }

  function focusFirst() {
    (firstOpen(body) ?? stem).focus();
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
  actions.append(...[check, asks, amend, hint?.control, onward, retry, show].flatMap((node) => node ?? []));
  body.after(said, status, after, actions);
  if (hint) status.before(hint.text);
  kind.setup?.(card);
  const changed = () => {
    now.touched = true;
    if (!now.outcome) {
      status.replaceChildren();
      around.onInput?.();
    }
  };
  body.addEventListener("input", (event) => {
    // What is typed now is typed in this language.
    if (event.target instanceof HTMLInputElement) event.target.lang = now.lang = payload.lang;
    changed();
  });
  // What is pressed answers as what is typed does; a tap on the text says nothing.
  body.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("button")) changed();
  });
  body.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || now.outcome || mode !== "practice") return;
    if (!(field instanceof HTMLInputElement) || field.type !== "text") return;
    // Else the same key press would go on to the button that gets the focus.
    event.preventDefault();
    submit();
  });
  if (before) resume(before);
  arrange();
  section.classList.add("is-live");

  /** Take up where the question stood in the other language. @param {State} state */
  function resume(state) {
    now = { ...state };
    const { response: given, outcome, kept } = state;
    if (given !== null) kind.fill(card, given);
    for (const input of typedFields(body)) input.lang = state.lang;
    if (outcome) display(given, judged(given, outcome, state.lang), state.lang, state.full);
    else if (kept) {
      mark(card, given, kept, feedback, false);
      openRest(card, kept);
      if (given !== null) kind.fill(card, given);
    }
  }

  /**
   * What was typed in the other language keeps the outcome it got there; all else is judged anew.
   * @param {Response | null} given @param {Outcome} outcome @param {string} lang
   */
  function judged(given, outcome, lang) {
    const typed = payload.kind === "gap" || payload.kind === "short";
    return given === null || (typed && lang !== payload.lang) ? outcome : score(payload, given);
  }

  return {
    payload,
    section,
    stem,
    judged,
    outcome: () => now.outcome,
    full: () => now.full,
    response,
    state: () => ({ ...now, response: now.outcome ? now.response : kind.read(card) }),
    /** Show an attempt from the store, unless the student is already answering. @param {import("./types.js").Attempt} last */
    restore(last, /** @type {number} */ tries) {
      now.tries = tries;
      if (now.touched) return;
      if (last.revision !== payload.revision) return void status.replaceChildren(line(words.revised, "note"));
      kind.fill(card, last.response);
      const outcome = judged(last.response, last.outcome, last.lang);
      display(last.response, outcome, last.lang, outcome.verdict === "right");
    },
    /** @param {Response} given */
    fill(given) {
      now.touched = true;
      kind.fill(card, given);
    },
    /** Judge what stands there and show everything; nothing there is nothing right. */
    finish() {
      const given = response();
      const result = score(payload, given);
      display(given, result, now.lang, true);
      return { response: given, outcome: result };
    },
    clear,
  };
}
