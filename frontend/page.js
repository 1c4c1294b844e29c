// @ts-check
// The page's entry: every quiz in the page comes to life, with the answers kept in this browser.
import { all } from "./dom.js";
import { mountQuiz } from "./quiz.js";
import { openStore } from "./store.js";

/** @type {Map<string, import("./types.js").Host>} */
const stores = new Map();

/** Bring the quiz *el* to life. @param {HTMLElement} el */
function enhance(el) {
  if (el.classList.contains("is-live")) return;
  el.classList.add("is-live");
  const course = el.dataset.course ?? "";
  const store = stores.get(course) ?? openStore(course);
  stores.set(course, store);
  mountQuiz(el, store);
}

const scope = /** @type {{ swtech?: Record<string, unknown> }} */ (/** @type {unknown} */ (globalThis));
scope.swtech = { ...scope.swtech, enhance };

// A test first looks at the page's address: test.js brings it to life.
for (const el of all(document, ".sw-quiz")) if (!el.closest(".sw-test")) enhance(el);
