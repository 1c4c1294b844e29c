// @ts-check
// What a reader chose, kept by this browser. Storage may be refused; then the choice lasts as long as the page.

/** The names begin with the course's id: all projects of one host share one storage. */
const key = (/** @type {string} */ course, /** @type {string} */ name) => `${course}.${name}`;

/** @param {string} course @param {string} name @returns {string | null} */
export function recall(course, name) {
  try {
    return localStorage.getItem(key(course, name));
  } catch {
    return null;
  }
}

/** @param {string} course @param {string} name @param {string} value */
export function remember(course, name, value) {
  try {
    localStorage.setItem(key(course, name), value);
  } catch {
    // A private window or a full disk: nothing is lost but the choice.
  }
}
