// @ts-check
// The script of every page. A page is whole without it; it adds the menu's manners, the theme switch, the section in
// the language switch, and the report.
import { setUpForms } from "./forms.js";
import { setUpMenu } from "./menu.js";
import { setUpLanguage, setUpReading, setUpTables } from "./reading.js";
import { setUpReport } from "./report.js";
import { recall, remember } from "./settings.js";
import { setUpStudy } from "./studied.js";
import { setUpWhose } from "./whose.js";

/**
 * @typedef {object} Site What the build says about this page.
 * @property {string} id
 * @property {string} lang
 * @property {string} page
 * @property {string} heading
 * @property {string} version
 * @property {string} mailto
 * @property {Record<string, string>} words
 * @property {string[]} study the scripts that show the answers of this browser: the engine, then the study's own
 */

const THEMES = /** @type {const} */ (["auto", "light", "dark"]);

/** @param {Site} site */
function setUpTheme(site) {
  const root = document.documentElement;
  const buttons = Array.from(document.querySelectorAll(".sw-theme"));
  const show = () => {
    const theme = root.dataset.theme ?? "auto";
    for (const button of buttons) {
      const name = button.querySelector(".sw-theme-name");
      if (name) name.textContent = `${site.words.theme}: ${site.words[`theme_${theme}`]}`;
    }
  };
  const turn = () => {
    const now = THEMES.findIndex((theme) => theme === root.dataset.theme);
    const next = THEMES[(now + 1) % THEMES.length];
    root.dataset.theme = document.body.dataset.theme = next;
    remember(site.id, "theme", next);
    show();
  };
  for (const button of buttons) button.addEventListener("click", turn);
  show();
}

const data = document.getElementById("sw-site");
if (data) {
  const site = /** @type {Site} */ (JSON.parse(data.textContent ?? ""));
  const contents = document.getElementById("sw-contents");
  if (contents) setUpMenu(contents);
  setUpTheme(site);
  const section = setUpReading();
  setUpLanguage(section);
  setUpTables(site.words.table_label);
  setUpForms(site.words.print_form);
  setUpReport(site, section);
  setUpStudy(site);
  setUpWhose(site);
  // The chooser leads back to the edition that was read last.
  if (recall(site.id, "language") !== site.lang) remember(site.id, "language", site.lang);
}
