// @ts-check
// Pages with a test or with the form that makes a link to one. Loaded after quiz.js, only where needed.
import { all, placeIn } from "../dom.js";
import { newDraft } from "./draft.js";
import { openFrame } from "./frame.js";
import { mountMaker } from "./maker.js";
import { MISTAKES, practise } from "./mistakes.js";
import { createPaper, fillIn, judge, settle } from "./paper.js";
import { drawn, questionsOf } from "./questions.js";
import { mistakesOf, pointsOf, showResult } from "./result.js";
import { runTest } from "./run.js";
import { showFailure, showStart } from "./start.js";
import { isSame, readAddress, writeAddress } from "./wanted.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./paper.js").Judged} Judged */
/** @typedef {import("./wanted.js").Wanted} Wanted */

/** @param {HTMLElement} el */
async function mountTest(el) {
  const frame = openFrame(el);
  const { lang, store, drawer, form, standard } = frame;
  const asked = () => readAddress(location.search, form.chapters, standard);
  let search = location.search;
  let loading = false;

  /** Give the test an address of its own: it survives a reload and goes along to the other language. @param {Wanted} wanted */
  function go(wanted) {
    const now = asked();
    if (now && isSame(now, wanted)) return;
    try {
      history.pushState(null, "", writeAddress(wanted));
      search = location.search;
    } catch {
      // Some browsers give local files no new address: the test goes without.
    }
  }

  /** Load what *load* loads; when it fails, say so and offer it again. @param {() => Promise<void>} load */
  async function tried(load) {
    // A second tap while the first one was loading.
    if (loading) return;
    loading = true;
    frame.wait();
    try {
      await load();
    } catch {
      showFailure(frame, () => void tried(load));
    } finally {
      loading = false;
    }
  }

  const start = (/** @type {Wanted} */ wanted, at = "") =>
    tried(async () => {
      const ids = await drawn(lang, wanted);
      go(wanted);
      await take(newDraft(wanted, ids), at);
    });

  const resume = (/** @type {Draft} */ draft, at = "") =>
    tried(async () => {
      go(draft.address);
      await take(draft, at);
    });

  /** @param {Draft} draft @param {string} at */
  async function take(draft, at) {
    const questions = await questionsOf(lang, draft.ids);
    await runTest(frame, questions, draft, (judged) => finished(judged, draft), at);
  }

  /** @param {Judged[]} judged @param {Draft} draft */
  function finished(judged, draft) {
    const at = new Date().toISOString();
    // Written down before anything is shown; what was not answered is no attempt.
    for (const { entry, answer, outcome } of judged)
      if (answer) void store.append(entry.item.id, { at, ...answer, outcome, mode: "test" });
    drawer.finish(draft, pointsOf(judged));
    show(judged, draft);
  }

  /** @param {Judged[]} judged @param {Draft} draft @param {string} [at] */
  function show(judged, draft, at = "") {
    showResult(frame, judged, draft, {
      again: () => void start(draft.address),
      compose: begin,
      practise: mistakes,
    }, at === MISTAKES ? "" : at);
    if (at === MISTAKES) mistakes();

    function mistakes() {
      mark(`#${MISTAKES}`);
      practise(frame, mistakesOf(judged), draft.started, () => {
        mark("");
        show(judged, draft);
      });
    }
  }

  /** Say in the address where in the test one is: it is there again after a reload. @param {string} place */
  function mark(place) {
    try {
      history.replaceState(history.state, "", `${location.pathname}${location.search}${place}`);
    } catch {
      // Some browsers give local files no new address.
    }
  }

  /** Show the last result once more. @param {Draft} draft */
  const look = (draft, at = "") =>
    tried(async () => {
      const entries = createPaper(await questionsOf(lang, draft.ids));
      go(draft.address);
      await fillIn(entries, draft.responses);
      // What was typed in the other language would be judged in this one.
      if (!(await settle(entries, draft.responses))) throw new Error("the other edition's questions");
      show(judge(entries), draft, at);
    });

  /** @type {import("./start.js").Choices} */
  const choices = {
    start: (wanted) => void start(wanted),
    resume(draft) {
      // Another window may have gone on with it since this page was opened, or finished it.
      const now = drawer.draft();
      if (now?.started === draft.started) void resume(now);
      else location.reload();
    },
    look: (draft) => void look(draft),
  };

  /** Compose another test. */
  function begin() {
    showStart(frame, null, choices);
    el.scrollIntoView();
  }

  // "Back" from a test leads to where it was started from.
  window.addEventListener("popstate", () => {
    if (location.search !== search) location.reload();
  });

  showStart(frame, asked(), choices);

  // An address may name a question of a test: one follows it to the other language, or somebody has sent it.
  const at = placeIn(location.hash);
  const id = at.replace(/^item-/, "");
  const wanted = asked() ?? standard;
  const [draft, result] = [drawer.draft(), drawer.result()];
  const back = performance.getEntriesByType("navigation").some((one) => "type" in one && one.type === "back_forward");
  if (draft && isSame(draft.address, wanted) && draft.ids.includes(id)) await resume(draft, at);
  else if (result && isSame(result.address, wanted) && (result.ids.includes(id) || at === MISTAKES || (back && !draft))) await look(result, at);
  else if (!draft && at.startsWith("item-"))
    await tried(async () => {
      const ids = await drawn(lang, wanted);
      if (ids.includes(id)) await take(newDraft(wanted, ids), at);
    });
}

for (const el of all(document, ".sw-test")) void mountTest(el);
for (const el of all(document, ".sw-link-maker")) mountMaker(el);
