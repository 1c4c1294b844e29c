// @ts-check
// short and gap: typed answers, with the nine Kazakh letters beside the field, and blanks with a list.
import { all, make } from "../dom.js";
import { enliven, put } from "./selects.js";
import { KAZAKH_LETTERS, compareAnswer } from "../language.js";

/** @typedef {import("../types.js").Card} Card */
/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/** @param {Card} card @returns {Field[]} */
const fields = ({ body }) => all(body, "input, select");

/** @param {Field} field */
const part = (field) => /** @type {HTMLElement | null} */ (field.closest("[data-part]"))?.dataset.part ?? "";

/**
 * Put *letter* where the caret is. Undo still works: the text goes in the way typed text does.
 * @param {HTMLInputElement} input @param {string} letter
 */
function insert(input, letter) {
  // What is right already is locked.
  if (input.readOnly) return;
  input.focus();
  const start = input.selectionStart ?? input.value.length;
  const end = input.selectionEnd ?? start;
  if (document.execCommand?.("insertText", false, letter)) return;
  input.setRangeText(letter, start, end, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {Card} card */
function setup(card) {
  enliven(card.body);
  const inputs = /** @type {HTMLInputElement[]} */ (all(card.body, "input"));
  if (!inputs.length || card.payload.lang !== "kk") return;
  let last = inputs[0];
  for (const input of inputs) input.addEventListener("focus", () => void (last = input));
  const keys = make("p", { class: "sw-keys", role: "group", "aria-label": card.words.letters, lang: "kk" });
  for (const letter of KAZAKH_LETTERS) {
    const key = make("button", { type: "button", class: "sw-button sw-key-letter" }, letter);
    // The field keeps the focus, and a phone its keyboard.
    key.addEventListener("pointerdown", (event) => event.preventDefault());
    key.addEventListener("click", () => insert(last.readOnly ? (inputs.find((input) => !input.readOnly) ?? last) : last, letter));
    keys.append(key);
  }
  card.body.append(keys);
}

/** @param {Card} card @param {(id: string) => string} value */
function write(card, value) {
  for (const field of fields(card)) {
    if (field instanceof HTMLSelectElement) put(field, value(part(field)));
    else field.value = value(part(field));
  }
}

/** @type {import("../types.js").Kind} */
export const short = {
  setup,
  read: (card) => fields(card)[0]?.value.trim() || null,
  fill: (card, response) => write(card, () => (typeof response === "string" ? response : "")),
  clear: (card) => write(card, () => ""),
  remarks(card, { remarks }) {
    const { answers = [], exact } = card.payload;
    const kind = remarks.answer;
    if (kind !== "folded" && kind !== "typo") return [];
    const { answer } = compareAnswer(fields(card)[0].value, answers, { exact });
    return [{ part: "answer", kind, answer: answer ?? answers[0] }];
  },
};

/** @type {import("../types.js").Kind} */
export const gap = {
  setup,
  read(card) {
    const typed = fields(card).flatMap((field) => (field.value.trim() ? [[part(field), field.value.trim()]] : []));
    return typed.length ? Object.fromEntries(typed) : null;
  },
  fill(card, response) {
    const values = new Map(Object.entries(response));
    write(card, (id) => String(values.get(id) ?? ""));
  },
  clear: (card) => write(card, () => ""),
  remarks(card, { remarks }) {
    const { gaps = [] } = card.payload;
    return gaps.flatMap(({ id, answers, exact }) => {
      const kind = remarks[id];
      if (!answers || (kind !== "folded" && kind !== "typo")) return [];
      const field = fields(card).find((candidate) => part(candidate) === id);
      const { answer } = compareAnswer(field?.value ?? "", answers, { exact });
      return [{ part: id, kind, answer: answer ?? answers[0] }];
    });
  },
};
