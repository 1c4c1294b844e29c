// @ts-check
// Small things that the tools of the progress page share: a line that says what has happened, and a field.
import { make } from "../dom.js";

/** Return a line that is read out when something is said in it. */
export function saying() {
  const line = make("p", { class: "sw-status", role: "status" });
  return {
    line,
    /** @param {string} text @param {...Node} nodes */
    say(text, ...nodes) {
      line.replaceChildren(text, ...nodes);
    },
  };
}

/**
 * Return a field with its label above it.
 * @param {string} label @param {Record<string, string | boolean | null>} attributes
 */
export function field(label, attributes) {
  const input = make("input", { type: "text", autocomplete: "off", ...attributes });
  return { input, box: make("label", { class: "sw-field" }, make("span", {}, label), input) };
}
