// @ts-check
// Where the reader is: marks the section in the list beside the text, and takes it along to the other language.

/** @returns {HTMLElement[]} the targets of the page's list of sections, in reading order */
function sections() {
  return Array.from(document.querySelectorAll(".sw-onpage a"), (link) =>
    document.getElementById(decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1))),
  ).filter((found) => found !== null);
}

/** Return what gives the label of the section that is being read, "" at the top of the page. */
export function setUpReading() {
  const all = sections();
  const links = Array.from(document.querySelectorAll(".sw-onpage a"));

  const current = () => {
    if (scrollY < 8) return "";
    const line = innerHeight / 3;
    let label = "";
    for (const section of all) if (section.getBoundingClientRect().top <= line) label = section.id;
    return label;
  };
  const mark = () => {
    const label = current();
    for (const link of links) {
      const here = decodeURIComponent(/** @type {HTMLAnchorElement} */ (link).hash.slice(1)) === label;
      if (here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let due = false;
  addEventListener("scroll", () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      mark();
    });
  }, { passive: true });
  mark();
  return current;
}

/**
 * Let the language switch lead to the section that is being read, with the address's own parameters.
 * @param {() => string} section
 */
export function setUpLanguage(section) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".sw-language"));
  if (!link) return;
  const page = link.href;
  const aim = () => {
    const asked = location.hash.slice(1);
    const shown = asked && document.getElementById(asked);
    // What stands in the address by itself goes along, whatever is under the eyes.
    const stays = shown && "stays" in shown.dataset;
    // A page too short to scroll shows what its address asks for all the same.
    const label = (stays && asked) || question() || section() || (shown && shown.getBoundingClientRect().top < innerHeight ? asked : "");
    link.href = page + location.search + (label ? `#${label}` : "");
  };
  for (const event of ["pointerenter", "pointerdown", "focus", "click"]) link.addEventListener(event, aim);
}

/**
 * Return the id of the question under the reader's eyes, or "": whoever changes the language in the middle of a test
 * wants to go on with the same question.
 */
function question() {
  if (scrollY < 8) return "";
  for (const item of document.querySelectorAll(".sw-item")) {
    const { top, bottom } = item.getBoundingClientRect();
    if (top <= innerHeight / 3 && bottom > innerHeight / 3) return item.id;
  }
  return "";
}

/** A table wider than the screen scrolls in its own box; the keyboard must reach that box. */
export function setUpTables(/** @type {string} */ label) {
  for (const box of document.querySelectorAll(".table-wrapper")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", label);
  }
}
