// @ts-check
// A question before what cannot easily be taken back.
import { button, make } from "./dom.js";

let count = 0;

/**
 * Return a button that asks before it does *act*. A dialog of the browser would speak the browser's language, and some
 * browsers show none.
 * @param {{ label: string, question: () => string, yes: string, no: string, name?: string }} texts *name*: what a screen
 *   reader hears where several buttons look alike
 * @param {() => void} act
 */
export function asking({ label, question, yes, no, name }, act) {
  count += 1;
  const id = `sw-ask-${count}`;
  const text = make("p", { id });
  const group = make("div", { class: "sw-confirm", role: "group", tabindex: "-1", "aria-labelledby": id });
  const opener = button(label, "", () => {
    text.textContent = question();
    show(true);
  });
  if (name) opener.setAttribute("aria-label", name);
  const close = () => {
    show(false);
    opener.focus();
  };
  /** @param {boolean} open */
  const show = (open) => {
    group.hidden = !open;
    opener.hidden = open;
    // The question, not its answer: two quick taps or presses of Enter must not be enough.
    if (open) group.focus();
  };
  group.append(
    text,
    make("div", { class: "sw-buttons" }, button(yes, "is-grave", () => {
      close();
      act();
    }), button(no, "", close)),
  );
  group.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  group.hidden = true;
  return make("div", { class: "sw-asking" }, opener, group);
}
