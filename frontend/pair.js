// @ts-check
// What asks for one of two taps: how sure, or how it went. It stands in sittings alone, where the keys 1 and 2 press them.
import { button, make } from "./dom.js";

/**
 * Return two buttons under what they are about.
 * @param {string} text @param {[string, string, (event: MouseEvent) => void][]} controls their words, style and action
 */
export function pairOf(text, controls) {
  const pair = make("div", { class: "sw-confidence", role: "group", "aria-label": text });
  pair.append(...controls.map(([label, style, action]) => button(label, style, action)));
  [...pair.children].forEach((control, at) => control.setAttribute("aria-keyshortcuts", String(at + 1)));
  return make("div", { class: "sw-asked" }, make("p", { class: "sw-instruction", "aria-hidden": "true" }, text), pair);
}
