// @ts-check
// The menu of a narrow screen. In the page it is a link to the contents, shown by :target; here it becomes a dialog.

/**
 * Turn the links that open and close *panel* into buttons with the keyboard's manners.
 * @param {HTMLElement} panel
 */
export function setUpMenu(panel) {
  const opener = asButton(".sw-menu-button");
  const closer = asButton(".sw-menu-close");
  if (!opener || !closer) return;
  const narrow = matchMedia("(max-width: 63.99em)");
  opener.setAttribute("aria-controls", panel.id);

  /** @param {boolean} open */
  const show = (open) => {
    panel.classList.toggle("sw-open", open);
    document.documentElement.classList.toggle("sw-menu-open", open);
    opener.setAttribute("aria-expanded", String(open));
    if (open) {
      addSections(panel);
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-modal", "true");
      panel.setAttribute("aria-label", panel.querySelector("nav")?.getAttribute("aria-label") ?? "");
      closer.focus();
      panel.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
    } else {
      for (const name of ["role", "aria-modal", "aria-label"]) panel.removeAttribute(name);
    }
  };
  const close = () => {
    show(false);
    opener.focus();
  };
  const isOpen = () => panel.classList.contains("sw-open");

  show(false);
  opener.addEventListener("click", () => (isOpen() ? close() : show(true)));
  closer.addEventListener("click", close);
  panel.addEventListener("click", (event) => {
    // A link within the page leaves the page where it is, so the menu has to go; its backdrop is the panel's own.
    if (event.target === panel) close();
    else if (/** @type {Element} */ (event.target).closest("a[href^='#']")) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (!isOpen()) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      keepInside(panel, event);
    }
  });
  narrow.addEventListener("change", () => isOpen() && show(false));
  if (location.hash === `#${panel.id}`) show(true);
}

/** @param {string} selector @returns {HTMLButtonElement | null} */
function asButton(selector) {
  const link = document.querySelector(selector);
  if (!link) return null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);
  return button;
}

/** @param {HTMLElement} panel @param {KeyboardEvent} event */
function keepInside(panel, event) {
  const stops = Array.from(panel.querySelectorAll("a[href], button")).filter(
    (stop) => stop instanceof HTMLElement && stop.offsetParent !== null,
  );
  const first = /** @type {HTMLElement} */ (stops[0]);
  const last = /** @type {HTMLElement} */ (stops[stops.length - 1]);
  const at = document.activeElement;
  const outside = !panel.contains(at);
  if (event.shiftKey ? at === first || outside : at === last || outside) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}

/** Put the sections of this page under its entry: a narrow screen has no list of them beside the text. */
function addSections(/** @type {HTMLElement} */ panel) {
  const sections = document.querySelector(".sw-onpage > ol");
  const current = panel.querySelector("[aria-current]");
  if (!sections || !current || panel.querySelector(".sw-contents-sections")) return;
  const copy = /** @type {HTMLElement} */ (sections.cloneNode(true));
  copy.className = "sw-contents-sections";
  current.after(copy);
}
