// @ts-check
// The theme script: runs at the start of the body, before anything is painted, on every page.
import { recall } from "./settings.js";

const root = document.documentElement;
const course = document.currentScript?.dataset.course ?? "";
const chosen = recall(course, "theme");
const theme = chosen === "light" || chosen === "dark" ? chosen : "auto";

root.classList.remove("no-js");
root.classList.add("js");
root.dataset.theme = theme;
// Furo's colours for code look for it on the body.
document.body.dataset.theme = theme;
