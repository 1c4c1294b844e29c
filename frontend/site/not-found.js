// @ts-check
// The page for a wrong address. A host shows it at any depth and on any sub-path, so no relative address in it can be
// trusted: this script looks for the course's first page above the address and mends the links.

const LANGUAGES = ["kk", "ru"];
const segments = location.pathname.split("/").slice(1, -1);

/** Folders above the address where the site may lie, likeliest first. */
function candidates() {
  const found = segments.findIndex((segment) => LANGUAGES.includes(segment));
  const folders = segments.map((_, index) => `/${segments.slice(0, index + 1).join("/")}/`);
  const above = ["/", ...folders].reverse();
  const likely = found >= 0 ? `/${segments.slice(0, found).map((segment) => `${segment}/`).join("")}` : null;
  return likely ? [likely, ...above.filter((folder) => folder !== likely)] : above;
}

/** @param {string} base */
function mend(base) {
  for (const link of document.querySelectorAll("a[data-to]")) {
    link.setAttribute("href", base + link.getAttribute("data-to"));
  }
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = base + document.documentElement.dataset.style;
  document.head.append(sheet);
}

async function find() {
  for (const base of candidates()) {
    const answer = await fetch(`${base}kk/index.html`, { method: "HEAD" }).catch(() => null);
    if (answer?.ok) return mend(base);
  }
}

if (location.protocol.startsWith("http")) void find();
