// @ts-check
// Answers into a file and out of one. Where a browser saves no files, or opens none, the same goes as text.
import { copy } from "../clipboard.js";
import { button, fill, make } from "../dom.js";
import { LARGEST, fileName, readFile, writeFile } from "./file.js";
import { saying } from "./say.js";
import { answersIn } from "./stored.js";

/** @typedef {import("../types.js").Store} Store */
/** @typedef {import("../types.js").Words} Words */

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
export function openCarry(el, store, words) {
  el.append(exporting(el, store, words), importing(el, store, words));
}

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
function exporting(el, store, words) {
  const course = el.dataset.course ?? "";
  const { line, say } = saying();
  let address = "";

  async function write() {
    const { logs } = await store.all();
    return logs.size ? writeFile(course, logs, new Date()) : null;
  }

  const save = button(words.data_export, "is-primary", async () => {
    const text = await write();
    if (text === null) return say(words.data_nothing);
    if (!("download" in HTMLAnchorElement.prototype)) return void (fold.open = true);
    // The one before has long been read by now.
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const name = fileName(course, new Date());
    const link = make("a", { href: address, download: name, hidden: true });
    el.append(link);
    link.click();
    link.remove();
    say(fill(words.data_exported, { name }));
  });

  const area = make("textarea", { rows: "5", readonly: true, spellcheck: "false" });
  const told = saying();
  const fold = make(
    "details",
    { class: "sw-fold" },
    make("summary", {}, words.data_as_text),
    make("label", { class: "sw-field" }, make("span", {}, words.data_text), area),
    make("div", { class: "sw-buttons" }, button(words.copy, "", async () => told.say((await copy(area)) ? words.data_copied : words.data_by_hand))),
    told.line,
  );
  fold.addEventListener("toggle", async () => {
    area.value = fold.open ? ((await write()) ?? "") : "";
    told.say(fold.open && !area.value ? words.data_nothing : "");
  });
  return make("div", { class: "sw-carry" }, make("div", { class: "sw-buttons" }, save), line, fold);
}

/** @param {HTMLElement} el @param {Store} store @param {Words} words */
function importing(el, store, words) {
  const course = el.dataset.course ?? "";
  const { line, say } = saying();

  /** @param {string} text */
  async function take(text) {
    const read = readFile(text, course);
    if ("fault" in read) return say(fill(words[`data_${read.fault}`], { course: read.course ?? "" }));
    const before = answersIn((await store.all()).logs);
    await store.join(read.logs);
    const added = answersIn((await store.all()).logs) - before;
    say(fill(words.data_taken, { added, known: answersIn(read.logs) - added, refused: read.refused }));
  }

  // Any file can be chosen: a phone that got it through a messenger does not know what kind it is.
  const input = make("input", { type: "file", hidden: true });
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    if (!file) return;
    say("");
    try {
      if (file.size > LARGEST) say(fill(words.data_large, { n: LARGEST / 2 ** 20 }));
      else await take(await file.text());
    } catch {
      // It was moved or taken away while it was read.
      say(words.data_unreadable);
    }
    // The same file can be chosen again.
    input.value = "";
  });

  const area = make("textarea", { rows: "5", spellcheck: "false" });
  const fold = make(
    "details",
    { class: "sw-fold" },
    make("summary", {}, words.data_paste),
    make("label", { class: "sw-field" }, make("span", {}, words.data_text), area),
    make("div", { class: "sw-buttons" }, button(words.data_add, "", () => void take(area.value))),
  );
  return make(
    "div",
    { class: "sw-carry" },
    make("div", { class: "sw-buttons" }, button(words.data_import, "", () => input.click())),
    input,
    fold,
    line,
  );
}
