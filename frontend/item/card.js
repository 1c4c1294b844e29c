// @ts-check
// One question in one language: answer, check, feedback, hint, the rest again, the answer. Kinds differ only in their
// controls, modes only in their buttons.
import { createActions } from "./actions.js";
import { all, data, make, one, reveal as intoView } from "../dom.js";
import { firstOpen, lock, openRest } from "./fields.js";
import { asTyped, judged, languagesOf, setLanguages, standing } from "./judging.js";
import { choice, multiple } from "../kinds/chosen.js";
import { order } from "../kinds/order.js";
import { match, sort } from "../kinds/placed.js";
import { gap, short } from "../kinds/typed.js";
import { CHOSEN, line, mark, unmark, verdict } from "./marks.js";
import { score } from "../scoring.js";

/** @typedef {import("../types.js").Outcome} Outcome */
/** @typedef {import("../types.js").Response} Response */

/** @type {Record<import("../types.js").KindName, import("../types.js").Kind>} */
const kinds = { choice, multiple, match, order, sort, gap, short };

/** What is kept where a student says that nothing comes to her mind. @type {Record<import("../types.js").KindName, Response>} */
const NOTHING = { choice: "", multiple: [], match: {}, order: [], sort: {}, gap: {}, short: "" };

/**
 * Where the answering of a question stands, in whatever language it is shown.
 * @typedef {object} State
 * @property {Response | null} response
 * @property {string} lang the language in which typed answers were typed
 * @property {string[]} [langs] the same of each field
 * @property {Outcome | null} outcome of the judged answer that is shown
 * @property {Outcome | null} kept whose right parts stay while the rest is mended
 * @property {boolean} full whether everything is shown
 * @property {boolean} touched
 * @property {boolean} seen an answer was judged or shown since the page was opened
 * @property {boolean} hinted
 * @property {number} tries
 * @property {string} shown the name of the attempt that is shown
 */

/**
 * Bring a question's HTML to life.
 * @param {HTMLElement} section @param {import("./item.js").Around} around @param {State} [before]
 */
export function mountCard(section, around, before) {
  const { words, next, mode = "practice" } = around;
  const payload = /** @type {import("../types.js").Payload} */ (data(section, ".sw-payload"));
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
  /** @type {import("../types.js").Card} */
  const card = { section, body, payload, words, announce: (text) => void (said.textContent = text) };
  /** @type {State} */
  let now = {
    response: null, lang: payload.lang, outcome: null, kept: null,
    full: false, touched: false, seen: false, hinted: false, tries: 0, shown: "",
  };

  const actions = createActions(section, { words, mode, next }, {
    submit,
    mend,
    reveal,
    hinted: () => void (now.hinted ||= !now.outcome),
    again() {
      clear();
      now.seen = true;
      around.onReset?.(payload.id);
      focusFirst();
    },
  });

  function arrange() {
    actions.arrange(now);
    section.classList.toggle("is-done", now.outcome !== null);
    begun();
  }

  /** Whether something stands there that is not judged: a key for a whole answer works only then. */
  const begun = () => void section.classList.toggle("is-begun", now.touched && !now.outcome);

  // ---- answering ------------------------------------------------------------------------------------------------
  /** An order stands in some order from the first: only a student who has touched it has answered. */
  const response = () => (payload.kind === "order" && !now.touched && !now.outcome ? null : kind.read(card));

  /** @param {boolean} [confidence] whoever is unsure may have no answer at all */
  function submit(confidence) {
    if (now.outcome) return;
    // Whoever moved nothing in an order and is unsure has no answer.
    const given = confidence === false ? response() : kind.read(card);
    if (given === null && confidence !== false) {
      status.replaceChildren(line(words.nothing, "note"));
      focusFirst();
      return;
    }
    const typed = asTyped(card, around.payloads);
    const result = score(typed, given);
    /** @type {import("../types.js").Attempt} */
    const attempt = {
      at: new Date().toISOString(),
      lang: typed.lang,
      revision: payload.revision,
      response: given ?? NOTHING[payload.kind],
      outcome: result,
      mode,
      ...(confidence !== undefined && { sure: confidence }),
      ...(now.hinted && { hinted: /** @type {true} */ (true) }),
      ...(now.seen && { retry: /** @type {true} */ (true) }),
    };
    // Written down before anything is said of it.
    around.onAttempt?.(payload.id, attempt);
    now.touched = now.seen = true;
    now.shown = attempt.at;
    now.tries += 1;
    // A button that is hidden while it has the focus makes the browser lay out the page there and then.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const shown = payload.kind === "order" && now.kept ? standing(now.kept, result) : result;
    display(given, shown, typed.lang, mode === "review" || result.verdict === "right", typed);
    around.onJudged?.();
    // Last of all, since it waits for the layout.
    actions.focusNext();
    // Once it is painted, what lies below the screen is brought up; the verdict comes before the way on.
    setTimeout(() => [actions.row, status].forEach(intoView));
  }

  /** Keep what is right, open the rest. */
  function mend() {
    const { outcome } = now;
    if (!outcome) return;
    now.touched = true;
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
    now.touched = now.seen = true;
    display(now.response, outcome, now.lang, true);
    const shown = CHOSEN.has(payload.kind) ? stem : key;
    shown?.setAttribute("tabindex", "-1");
    shown?.focus({ preventScroll: CHOSEN.has(payload.kind) });
  }

  /**
   * @param {Response | null} given @param {Outcome} result @param {string} lang @param {boolean} full
   * @param {import("../types.js").Payload} [typed] the item as it was judged
   */
  function display(given, result, lang, full, typed = around.payloads?.get(lang) ?? payload) {
    unmark(card);
    Object.assign(now, { response: given, lang, outcome: result, kept: null, full });
    setLanguages(body, () => lang);
    mark(card, given, result, feedback, full);
    lock(body, true);
    actions.closeHint();
    status.replaceChildren(...(given === null ? [line(words.unanswered, "wrong")] : verdict({ ...card, payload: typed }, kind, result)));
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
    Object.assign(now, { response: null, lang: payload.lang, outcome: null, kept: null, full: false, hinted: false, shown: "" });
    // A review clears what it took from the store only to know how often it was asked.
    if (mode !== "practice") now.seen = false;
    lock(body, false);
    actions.closeHint();
    status.replaceChildren();
    after.replaceChildren();
    card.announce("");
    setLanguages(body, () => payload.lang);
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
  body.after(said, status, after, actions.row);
  if (actions.hint) status.before(actions.hint);
  kind.setup?.(card);
  const changed = () => {
    now.touched = true;
    begun();
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
    setLanguages(body, (at) => state.langs?.[at] || state.lang);
    if (outcome) display(given, judged(payload, around.payloads, { response: given, outcome, lang: state.lang }), state.lang, state.full);
    else if (kept) {
      mark(card, given, kept, feedback, false);
      openRest(card, kept);
      if (given !== null) kind.fill(card, given);
    }
  }

  return {
    payload,
    section,
    stem,
    outcome: () => now.outcome,
    full: () => now.full,
    response,
    state: () => ({
      ...now,
      response: now.outcome ? now.response : kind.read(card),
      langs: languagesOf(body),
    }),
    /**
     * Show an attempt from the store, or that there is none, unless the student is already answering.
     * @param {import("../types.js").KeptAttempt | null} last @param {number} tries
     */
    restore(last, tries) {
      now.tries = tries;
      if (now.touched || (last?.uid ?? "") === now.shown) return;
      if (!last) return void clear();
      now.shown = last.uid;
      if (last.revision !== payload.revision) return void status.replaceChildren(line(words.revised, "note"));
      // It stands there to be read: an answer after that is no test of memory.
      now.seen = true;
      kind.fill(card, last.response);
      const outcome = judged(payload, around.payloads, last);
      // A text, a list and a set of places are empty alike.
      const given = Object.keys(last.response).length ? last.response : null;
      display(given, outcome, last.lang, outcome.verdict === "right");
    },
    /** @param {Response} given @param {string} [lang] in which it was typed */
    fill(given, lang = payload.lang) {
      now.touched = true;
      now.lang = lang;
      kind.fill(card, given);
      setLanguages(body, () => lang);
    },
    /** Judge what stands there and show everything; nothing there is nothing right. */
    finish() {
      // A whole test is judged at once: nobody wants all of it read out.
      status.setAttribute("aria-live", "off");
      const given = response();
      const typed = asTyped(card, around.payloads);
      const result = score(typed, given);
      display(given, result, now.lang, true, typed);
      return { response: given, outcome: result };
    },
    clear,
  };
}
