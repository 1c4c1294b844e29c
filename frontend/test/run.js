// @ts-check
// A test that is taken: answers in any order, marks for later, a clock; nothing is said of an answer before the end.
import { fill, make, one } from "../dom.js";
import { createFinish } from "./ask.js";
import { createBar } from "./bar.js";
import { bare } from "./draft.js";
import { answerOf, createPaper, fillIn, judge, settle } from "./paper.js";
import { createStrip } from "./strip.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("./paper.js").Entry} Entry */
/** @typedef {import("./paper.js").Judged} Judged */

/** So often the time is written down while nothing else is, in milliseconds: a crash costs no more. */
const EVERY = 5000;

/**
 * Take the test in *draft*, or go on with it.
 * @param {Frame} frame @param {import("./questions.js").Question[]} questions @param {Draft} draft
 * @param {(judged: Judged[]) => void} finished called when everything is judged and nothing of it is kept yet
 * @param {string} [at] the id of a section to begin with
 */
export async function runTest(frame, questions, draft, finished, at = "") {
  const { words, drawer, store } = frame;
  const marked = new Set(draft.marks);
  let written = draft.elapsed;
  let busy = false;
  // Whether this test is on the desk, as far as this window knows.
  let kept = drawer.draft()?.started === draft.started;

  /** Another window may have gone on with this test, or finished it: it is not finished or written over from here. */
  function overtaken() {
    const now = kept ? drawer.draft() : draft;
    if (now?.started === draft.started && now.changes <= draft.changes) return false;
    // Without the place in the address: two windows that both go on by themselves would take turns for ever.
    location.replace(location.href.split("#")[0]);
    return true;
  }

  function write() {
    if (overtaken()) return;
    kept = drawer.keep(draft);
    frame.warn(!kept);
  }

  const entries = createPaper(questions, {}, { input: answered, changed: dress });
  const strip = createStrip(words, entries);
  const list = make("div", { class: "sw-test-list" });
  const bar = createBar(frame, draft, { strip: strip.el, hide, finish: () => asking.press(), tick, save: write });
  const open = () => entries.filter(({ item }) => !draft.responses[item.id]);
  const asking = createFinish(frame, {
    open,
    marked: () => entries.filter(({ item }) => marked.has(item.id)),
    finish: () => void finish(),
  });

  /** @type {Map<Entry, HTMLElement>} the buttons that mark for later */
  const flags = new Map(
    entries.map((entry) => {
      const flag = make("button", { type: "button", class: "sw-button sw-test-mark" }, words.test_mark);
      flag.addEventListener("click", () => {
        const { id } = entry.item;
        if (!marked.delete(id)) marked.add(id);
        draft.marks = [...marked];
        write();
        draw(entry);
      });
      return [entry, flag];
    }),
  );

  /** A card may have been exchanged for the one in the other language: its button goes along. @param {Entry} entry */
  function dress(entry) {
    const flag = flags.get(entry);
    if (flag) one(entry.item.section, ".sw-actions")?.append(flag);
  }

  /** @param {Entry} entry */
  function answered(entry) {
    const { id } = entry.item;
    const answer = answerOf(entry);
    if (answer) draft.responses[id] = answer;
    else delete draft.responses[id];
    draft.elapsed = bar.clock.elapsed();
    write();
    draw(entry);
  }

  /** @param {Entry} entry */
  function draw(entry) {
    const { id } = entry.item;
    strip.set(entry, draft.responses[id] ? "answered" : "open", marked.has(id));
    flags.get(entry)?.setAttribute("aria-pressed", String(marked.has(id)));
    bar.count(entries.length - open().length, entries.length);
  }

  /** @param {number} elapsed */
  function tick(elapsed) {
    draft.elapsed = elapsed;
    if (elapsed - written < EVERY && !document.hidden) return;
    written = elapsed;
    write();
  }

  /** @param {boolean} hidden */
  function hide(hidden) {
    for (const node of [strip.el, legend, list, asking.el]) node.hidden = hidden;
  }

  async function finish() {
    if (busy) return;
    busy = true;
    bar.clock.stop();
    const ready = await settle(entries, draft.responses);
    if (overtaken()) return;
    if (ready) {
      draft.elapsed = bar.clock.elapsed();
      finished(judge(entries));
    } else {
      busy = false;
      bar.clock.start();
      asking.say(words.test_failed);
    }
  }

  const legend = strip.legend(["answered", "open", "marked"]);
  const heading = make("h2", {}, words.test_questions);
  const { n, seed } = { n: entries.length, seed: draft.address.seed };
  const about = make("p", { class: "sw-test-about" }, fill(words.test_settings, { n, seed }));
  const stop = store.onChange(() => void (busy || overtaken()));
  frame.show([heading, about, strip.el, legend, bar.free, bar.el, ...bar.notes, list, asking.el], () => {
    stop();
    bar.clock.close();
  });
  for (const entry of entries) {
    list.append(entry.item.section);
    dress(entry);
  }
  await fillIn(entries, draft.responses);
  // What belongs to an older revision of a question, or to one that is gone, is no answer any more.
  draft.responses = bare(entries.flatMap((entry) => {
    const [answer, before] = [answerOf(entry), draft.responses[entry.item.id]];
    return answer ? [[entry.item.id, before ?? answer]] : [];
  }));
  for (const entry of entries) draw(entry);
  write();
  bar.clock.start();
  const first = entries.find(({ item }) => item.section.id === at);
  if (first) first.item.focus();
  else frame.lead(heading);
}
