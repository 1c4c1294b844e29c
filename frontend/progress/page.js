// @ts-check
// The entry of progress.js: what the student has done, and the student's own data. Each tool has its frame on the page.
import { all, data, make, one, placeIn } from "../dom.js";
import { swtech } from "../registry.js";
import { unsavedNotice } from "../unsaved.js";
import { openCarry } from "./carry.js";
import { showChapters } from "./chapters.js";
import { showConfidence } from "./confidence.js";
import { openErase } from "./erase.js";
import { openPeople } from "./people.js";
import { openRecord } from "./record.js";
import { answersIn, showStored } from "./stored.js";

/** @typedef {import("../types.js").Words} Words */
/** @typedef {{ el: HTMLElement, words: Words }} Frame *el*: the frame's stage, which its tool may empty */

/** @param {string} name @returns {Frame | null} */
function frameOf(name) {
  const frame = one(document, `.sw-study-${name}`);
  if (!frame) return null;
  const el = make("div", { class: "sw-stage" });
  Object.assign(el.dataset, frame.dataset);
  frame.append(el);
  return { el, words: data(frame, ".sw-words") };
}

async function mount() {
  const frames = all(document, ".sw-study");
  const store = swtech.openStore(frames[0]?.dataset.course ?? "");
  const [chapters, confidence, record, stored] = ["progress", "confidence", "record", "stored"].map(frameOf);
  const [carry, people, erase] = ["file", "profiles", "erase"].map(frameOf);
  const showRecord = record && openRecord(record.el, store, record.words);
  const tellErase = erase && openErase(erase.el, store, erase.words);
  if (carry) openCarry(carry.el, store, carry.words);
  if (people) openPeople(people.el, store, people.words);

  for (const frame of [chapters, stored]) {
    if (!frame) continue;
    const notice = unsavedNotice(store, frame.words);
    frame.el.before(notice);
    // It stands in two places and is read out once.
    if (chapters && frame === stored) notice.removeAttribute("role");
  }
  // Asking for nothing is enough to learn whether the browser refuses.
  void store.load([]);

  let shown = "";

  async function look() {
    const { logs } = await store.all();
    // Coming back to the tab changes nothing as a rule, and must not take the focus from where it is.
    const now = JSON.stringify([swtech.study.dayOf(Date.now()), [...logs].map(([id, log]) => [id, log.length])]);
    if (now === shown) return;
    shown = now;
    tellErase?.(answersIn(logs));
    if (stored) void showStored(stored.el, store, stored.words);
    try {
      const overview = await swtech.study.look(store, document.documentElement.lang);
      if (chapters) showChapters(chapters.el, overview, chapters.words);
      if (confidence) showConfidence(confidence.el, overview.calibration, confidence.words);
      showRecord?.(overview);
    } catch {
      shown = "";
      if (chapters) chapters.el.replaceChildren(make("p", { class: "sw-study-note", role: "alert" }, chapters.words.progress_failed));
    }
  }

  store.onChange(() => void look());
  await look();
  // What has just been shown above it has moved the place that the address names.
  if (location.hash) document.getElementById(placeIn(location.hash))?.scrollIntoView();
}

void mount();
