// @ts-check
// The time that a student spends on a test: it counts only while the page is in sight and nobody has stopped it.

/** A machine that slept, or a page that was frozen: more than this between two ticks is not counted. */
const LONGEST_STEP = 5000;

/** @typedef {ReturnType<typeof createClock>} Clock */

/**
 * @param {number} before milliseconds spent already @param {() => void} tick called every second that counts, and
 *   when the counting stops
 */
export function createClock(before, tick) {
  let spent = before;
  /** @type {number | null} */
  let since = null;
  let wanted = false;
  let timer = 0;

  function take() {
    if (since === null) return;
    const now = performance.now();
    spent += Math.min(Math.max(now - since, 0), LONGEST_STEP);
    since = now;
  }

  function go() {
    if (since !== null || !wanted || document.hidden) return;
    since = performance.now();
    timer = window.setInterval(() => {
      take();
      tick();
    }, 1000);
  }

  function halt() {
    if (since === null) return;
    take();
    since = null;
    clearInterval(timer);
    tick();
  }

  const seen = () => (document.hidden ? halt() : go());
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", halt);
  window.addEventListener("pageshow", go);

  return {
    /** Milliseconds spent by now. */
    elapsed() {
      take();
      return spent;
    },
    start() {
      wanted = true;
      go();
    },
    stop() {
      wanted = false;
      halt();
    },
    /** Stop for good. */
    close() {
      wanted = false;
      halt();
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", halt);
      window.removeEventListener("pageshow", go);
    },
  };
}

const MINUTE = 60_000;

/** Return *ms* as minutes and seconds. @param {number} ms */
export function clockText(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * Return what is to be said of a time limit that goes from *before* to *after* milliseconds left: "half", the minutes
 * that are left (5 or 1), "over", or null.
 * @param {number} limit @param {number} before @param {number} after @returns {"half" | "over" | 5 | 1 | null}
 */
export function notice(limit, before, after) {
  const passed = (/** @type {number} */ mark) => before > mark && after <= mark;
  if (passed(0)) return "over";
  if (limit > MINUTE && passed(MINUTE)) return 1;
  if (limit > 5 * MINUTE && passed(5 * MINUTE)) return 5;
  return passed(limit / 2) ? "half" : null;
}
