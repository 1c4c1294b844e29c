// @ts-check
// How far something has come, as a sign: a circle that fills up, so that it tells without colour.

/** @typedef {import("./mastery.js").State} State */

/** @type {Record<State, string>} what fills the circle */
const FILLED = {
  new: "",
  seen: "M8 8V2.5A5.5 5.5 0 0 1 13.5 8Z",
  practised: "M8 2.5a5.5 5.5 0 0 1 0 11Z",
  mastered: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z",
};

/** @param {string} name @param {Record<string, string>} attributes */
export function svg(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** Return the sign of *state*; its word stands beside it. @param {State} state */
export function signOf(state) {
  const sign = svg("svg", { viewBox: "0 0 16 16", class: `sw-phase is-${state}`, "aria-hidden": "true" });
  sign.append(svg("circle", { cx: "8", cy: "8", r: "6.25" }), svg("path", { d: FILLED[state] }));
  if (state === "mastered") sign.append(svg("path", { d: "m5 8.2 2.1 2.1L11 6", class: "sw-tick" }));
  return sign;
}
