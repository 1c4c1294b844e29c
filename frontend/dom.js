// @ts-check
// The few ways in which the engine makes nodes. Text goes in as text; HTML comes from swtech.rendering alone.

/**
 * Make an element with attributes and children; an attribute that is null or false is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | boolean | null>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  node.append(...children);
  return node;
}

/**
 * Make a button that does *action*.
 * @param {string} text @param {string} style @param {(event: MouseEvent) => void} action
 */
export function button(text, style, action) {
  const node = make("button", { type: "button", class: `sw-button ${style}`.trim() }, text);
  node.addEventListener("click", action);
  return node;
}

/**
 * Return the elements below *root* that match, typed.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} root @param {string} selector @returns {T[]}
 */
export const all = (root, selector) => [.../** @type {NodeListOf<T>} */ (root.querySelectorAll(selector))];

/** @param {ParentNode} root @param {string} selector @returns {HTMLElement | null} */
export const one = (root, selector) => root.querySelector(selector);

/** Scroll no further than is needed to see *node*. @param {Element} node */
export const reveal = (node) => node.scrollIntoView({ block: "nearest" });

/** Return *text* with {names} filled in. @param {string} text @param {Record<string, string | number>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** Return a number as both languages write it: a decimal comma, at most one decimal. @param {number} value */
export const number = (value) => String(Math.round(value * 10) / 10).replace(".", ",");

/**
 * Return what a JSON block below *root* says, or null when there is none.
 * @param {ParentNode} root @param {string} selector @returns {any}
 */
export function data(root, selector) {
  const block = root.querySelector(selector);
  return block ? JSON.parse(block.textContent ?? "null") : null;
}

/** Return the place of the page that *hash* names. A link from elsewhere may hold what is no address. @param {string} hash */
export function placeIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
