// @ts-check
// Everything erased, and brought back as long as the page is not left.
import { asking } from "../asking.js";
import { button, fill, make } from "../dom.js";
import { saying } from "./say.js";
import { answersIn } from "./stored.js";

/** @param {HTMLElement} el @param {import("../types.js").Store} store @param {import("../types.js").Words} words */
export function openErase(el, store, words) {
  const { line, say } = saying();
  let answers = 0;

  async function erase() {
    const undo = await store.erase();
    const left = answersIn((await store.all()).logs);
    if (!undo || left) {
      // Another window has answered meanwhile: nothing is half gone.
      await undo?.();
      return say(words.data_erase_failed);
    }
    const back = button(words.data_undo, "is-primary", async () => {
      await undo();
      say(words.data_undone);
      opener.focus();
    });
    say(words.data_erased, make("span", { class: "sw-buttons" }, back));
    back.focus();
  }

  const ask = asking(
    {
      label: words.data_erase,
      question: () => fill(words.data_erase_ask, { n: answers }),
      yes: words.data_erase_yes,
      no: words.data_no,
    },
    () => void erase(),
  );
  const opener = /** @type {HTMLButtonElement} */ (ask.querySelector("button"));
  el.append(ask, line);

  /** @param {number} n how many answers there are */
  return (n) => void (answers = n);
}
