// @ts-check
// One thing at a time, from the first to the last: review and cards are run alike. What each thing is, its view knows.
import { button, fill, make, one } from "../dom.js";
import { after, isRepeat, now, place, without } from "./sitting.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./sitting.js").Sitting} Sitting */

/** @typedef {{ readonly section: HTMLElement, heading: () => HTMLElement | null }} View */
/**
 * @typedef {object} Asking what a view can do
 * @property {(attempt: Attempt) => void} answer called once, before anything is said of the answer
 * @property {(seen?: Attempt) => void} next go on; *seen* is an answer that was given elsewhere, to a case
 * @property {() => void} later leave it out of this sitting
 */

/**
 * @typedef {object} Plan
 * @property {(id: string, asking: Asking) => Promise<View | null> | View} view null for what the course has no longer
 * @property {(id: string) => string} note what is said above the thing; empty for nothing
 * @property {(sitting: Sitting) => void} finish
 */

/**
 * Ask everything that is left of *sitting*. With *lead* its first heading gets the focus: after a tap, not after a reload.
 * @param {Frame} frame @param {Sitting} sitting @param {Plan} plan @param {boolean} lead
 */
export function run(frame, sitting, plan, lead) {
  const { words, store } = frame;
  let current = sitting;
  /** What was asked for last: a script that comes late must not push aside what is there by then. */
  let turn = 0;

  /** @param {boolean} focus */
  async function ask(focus) {
    const id = now(current);
    if (id === null) return finish();
    const mine = (turn += 1);
    const repeat = isRepeat(current);
    // How often something has to be repeated nobody knows before: there it is said how much is left.
    const count = repeat ? fill(words.review_more, { n: current.again.length }) : fill(words.review_place, place(current));
    const end = button(words.review_end, "", finish);
    const bar = make("div", { class: "sw-sitting" }, make("p", { class: "sw-count" }, count), end);
    // Whatever comes now, or never does, the sitting can be ended. Later on the thing before stands there meanwhile.
    if (mine === 1) frame.show(bar, make("p", { class: "sw-study-note" }, words.review_wait));
    /** @type {View | null} */
    let view;
    try {
      view = await opened(id, repeat);
    } catch {
      if (mine !== turn) return;
      const skip = button(words.review_later, "", () => leaveOut(id, true));
      const [note, ways] = frame.failure(() => void ask(true), skip);
      frame.show(bar, note, ways);
      if (focus) one(ways, "button")?.focus();
      return;
    }
    if (mine !== turn) return;
    if (!view) return leaveOut(id, focus);
    const note = repeat ? words.review_repeat : plan.note(id);
    frame.show(bar, ...(note ? [make("p", { class: "sw-study-note" }, note)] : []), view.section);
    if (!focus) return;
    frame.lead(view.heading());
    frame.say(note ? `${count}. ${note}` : count);
  }

  /** @param {string} id @param {boolean} focus */
  function leaveOut(id, focus) {
    current = without(current, id);
    void ask(focus);
  }

  function finish() {
    turn += 1;
    frame.say("");
    plan.finish(current);
  }

  /** @param {string} id @param {boolean} repeat */
  const opened = (id, repeat) =>
    plan.view(id, {
      answer(attempt) {
        current = after(current, id, attempt);
        void store.append(id, repeat ? { ...attempt, retry: true } : attempt);
      },
      next(seen) {
        if (seen) current = after(current, id, seen);
        void ask(true);
      },
      later: () => leaveOut(id, true),
    });

  void ask(lead);
}
