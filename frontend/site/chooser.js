// @ts-check
// The site's first page: goes straight to the edition that was read last, unless the address says ?choose.
import { recall, remember } from "./settings.js";

const course = document.currentScript?.dataset.course ?? "";
const languages = (document.currentScript?.dataset.languages ?? "").split(" ");
const last = recall(course, "language");

if (last && languages.includes(last) && !new URLSearchParams(location.search).has("choose")) {
  location.replace(`${last}/index.html`);
}

document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[hreflang]");
  if (link) remember(course, "language", link.getAttribute("hreflang") ?? "");
});
