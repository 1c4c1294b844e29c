// @ts-check
// The page for a wrong address. A host shows it at any depth and on any sub-path, so no relative address in it can be
// trusted. The page asks for this script in its own folder and in those above; the one that is there knows from its
// own address where the course begins, and mends the links.

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const root = document.documentElement;

if (!root.dataset.found) {
  const { pathname } = new URL(script.src);
  const base = pathname.slice(0, pathname.lastIndexOf("/kk/_static/") + 1);
  root.dataset.found = base;
  for (const link of document.querySelectorAll("a[data-to]")) {
    link.setAttribute("href", base + link.getAttribute("data-to"));
  }
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = base + script.dataset.style;
  document.head.append(sheet);
}
