// @ts-check
// The line that stays in sight while a test is taken: how much is answered, the time that is left, the pause.
import { button, fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { clockText, createClock, notice } from "./clock.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./frame.js").Frame} Frame */

/**
 * @param {Frame} frame @param {Draft} draft
 * @param {{ strip: HTMLElement, hide: (hidden: boolean) => void, finish: () => void, tick: (elapsed: number) => void,
 *   save: () => void }} around *hide*: hide the questions, or show them again; *tick*: called when time has passed;
 *   *save*: called when the draft has changed
 */
export function createBar({ words, lang, say }, draft, { strip, hide, finish, tick, save }) {
  const limit = draft.address.minutes * 60_000;
  const clock = createClock(draft.elapsed, () => {
    tick(clock.elapsed());
    draw();
  });
  let left = limit - draft.elapsed;
  let paused = false;
  let place = 0;

  const count = make("a", { href: `#${strip.id}`, class: "sw-test-count" });
  count.addEventListener("click", (event) => {
    event.preventDefault();
    strip.scrollIntoView();
    strip.focus({ preventScroll: true });
  });
  const time = make("span", { class: "sw-test-time" });
  // A timer is never read out by itself: what matters is announced.
  const timer = make("span", { class: "sw-test-timer", role: "timer", "aria-live": "off" }, time);
  const pause = button(words.test_pause, "sw-test-pause", () => rest(!paused));
  const end = button(words.test_finish, "is-primary", finish);
  const over = make("p", { class: "sw-test-note" }, words.test_over_about);
  const stopped = make("p", { class: "sw-test-note sw-test-paused" }, words.test_paused);
  const free = button(words.test_limit_off, "sw-test-free", () => {
    draft.free = !draft.free;
    if (paused) rest(false);
    left = limit - clock.elapsed();
    draft.elapsed = clock.elapsed();
    save();
    draw();
    say(draft.free ? words.test_limit_gone : timeLeft());
  });
  const el = make("div", { class: "sw-test-bar" }, count, timer, pause, end);

  const timeLeft = () => (left > 0 ? fill(words.test_left, { time: clockText(left) }) : words.test_over_about);

  /** @param {boolean} stop */
  function rest(stop) {
    paused = stop;
    pause.textContent = stop ? words.test_go_on : words.test_pause;
    pause.classList.toggle("is-primary", stop);
    if (stop) clock.stop();
    else clock.start();
    stopped.hidden = !stop;
    count.hidden = stop;
    // Without the questions the page is short: what is said of the pause must not lie above the screen.
    if (stop) place = scrollY;
    hide(stop);
    if (stop) el.scrollIntoView({ block: "center" });
    else scrollTo(0, place);
    say(stop ? words.test_paused : "");
  }

  function draw() {
    const before = left;
    left = limit - clock.elapsed();
    const limited = limit > 0 && !draft.free;
    const text = left > 0 ? clockText(left) : words.test_over;
    if (time.textContent !== text) time.textContent = text;
    const leaving = document.activeElement === pause;
    timer.hidden = !limited;
    pause.hidden = !limited || left <= 0;
    over.hidden = end.hidden = !limited || left > 0;
    el.classList.toggle("is-over", !over.hidden);
    // Where the pause had the focus it would be nowhere now.
    if (leaving && pause.hidden) end.focus({ preventScroll: true });
    free.hidden = !limit;
    free.textContent = draft.free ? words.test_limit_on : words.test_limit_off;
    const what = limited ? notice(limit, before, left) : null;
    if (what === "half") say(words.test_half);
    else if (what === "over") say(words.test_over_about);
    else if (what) say(counted(words, "test_left_minutes", what, lang));
  }

  stopped.hidden = true;
  time.before(make("span", { class: "sw-test-left" }, `${fill(words.test_left, { time: "" }).trim()} `));
  draw();
  return {
    el,
    /** What stands below the line: that time is over, that it does not run. */
    notes: [over, stopped],
    /** The button that switches the limit off and on. */
    free,
    clock,
    /** @param {number} n @param {number} total */
    count(n, total) {
      count.replaceChildren(
        // The numbers stay together on a narrow screen.
        fill(words.test_to_questions, { n, total }).replace(/(\d) (\S+) (?=\d)/, "$1\u00a0$2\u00a0"),
        make("span", { class: "sw-hidden" }, `. ${words.test_strip}`),
      );
    },
  };
}
