// @ts-check
// The form in which a deck is chosen: what is asked, from which chapters, how many cards.
import { all, button, fill, make } from "../dom.js";
import { counted } from "../plural.js";
import { FACES } from "../study/things.js";
import { fitting, readChoice, size } from "./deck.js";

/** @typedef {import("./deck.js").Choice} Choice */
/**
 * @typedef {object} Offered
 * @property {{ slug: string, number: number, title: string }[]} chapters
 * @property {import("../study/things.js").Thing[]} cards all there are
 * @property {unknown} kept the choice of the last time
 * @property {(id: string) => boolean} isDue
 */

/**
 * Return the form; *start* is called with a choice that some card fits.
 * @param {import("./frame.js").Frame} frame @param {Offered} offered @param {(choice: Choice) => void} start
 */
export function deckForm({ words, lang }, { chapters, cards, kept, isDue }, start) {
  const slugs = chapters.map(({ slug }) => slug);
  const choice = readChoice(kept, slugs);
  const faces = FACES.map((face) => box("faces", face, words[`cards_${face.replace("-", "_")}`], choice.faces));
  const boxes = chapters.map(({ slug, number, title }) => box("chapters", slug, `${number}. ${title}`, choice.chapters));

  const every = button(words.cards_everything, "sw-quiet", () => tick(true));
  const none = button(words.cards_nothing, "sw-quiet", () => tick(false));
  const sum = make("summary");
  const legend = make("legend", { class: "sw-hidden" }, words.cards_chapters);
  const listed = make("fieldset", {}, legend, make("div", { class: "sw-every" }, every, none), ...boxes);
  // Most take all chapters: the list is folded up unless it says something.
  const folded = make("details", { class: "sw-chapters", open: choice.chapters.length < slugs.length }, sum, listed);

  const field = make("input", { type: "number", name: "n", min: "1", max: "200", inputmode: "numeric" });
  field.value = String(choice.n);
  const status = make("p", { class: "sw-study-note", role: "status" });
  const go = button(words.cards_start, "is-primary", () => {
    if (fitting(cards, read()).length) return start(read());
    // The status says what is missing; whoever pressed the button is led there.
    folded.open ||= !chosen("chapters").length;
    all(chosen("faces").length ? folded : form, "input")[0].focus();
  });
  const form = make(
    "div",
    { class: "sw-deck" },
    make("fieldset", {}, make("legend", {}, words.cards_faces), ...faces),
    folded,
    make("label", { class: "sw-study-field" }, make("span", {}, words.cards_n), field),
    status,
    make("div", { class: "sw-actions" }, go),
  );

  /** @param {string} name @returns {HTMLInputElement[]} */
  const ticks = (name) => all(form, `input[name="${name}"]`);
  const chosen = (/** @type {string} */ name) => ticks(name).flatMap((tick) => (tick.checked ? tick.value : []));
  const read = () => readChoice({ chapters: chosen("chapters"), faces: chosen("faces"), n: size(field.value) }, slugs);

  function update() {
    const wanted = read();
    const n = wanted.chapters.length;
    const total = slugs.length;
    sum.textContent = n === total ? words.cards_chapters_all : fill(words.cards_chapters_some, { n, total });
    const ids = fitting(cards, wanted);
    const what = counted(words, "review_n_cards", ids.length, lang);
    const due = ids.filter(isDue).length;
    status.textContent = ids.length ? fill(words.cards_count, { what, due }) : words.cards_none;
  }

  /** @param {boolean} checked */
  function tick(checked) {
    for (const one of ticks("chapters")) one.checked = checked;
    update();
  }

  form.addEventListener("change", update);
  field.addEventListener("change", () => void (field.value = String(size(field.value))));
  update();
  return form;
}

/** @param {string} name @param {string} value @param {string} text @param {string[]} checked */
function box(name, value, text, checked) {
  const input = make("input", { type: "checkbox", name, value });
  input.checked = checked.includes(value);
  return make("label", { class: "sw-choice" }, input, make("span", {}, text));
}
