// @ts-check
// The fields that say what a test is made of: on the page of the test and in the instructor's form.
import { all, one } from "../dom.js";
import { counted } from "../plural.js";
import { LEVELS, available, randomSeed, sound } from "./wanted.js";

/** @typedef {import("./wanted.js").Chapter} Chapter */
/** @typedef {import("./wanted.js").Level} Level */
/** @typedef {import("./wanted.js").Wanted} Wanted */

/**
 * @typedef {object} Form
 * @property {Chapter[]} chapters
 * @property {() => Wanted | null} read the test that is asked for, or null when none can be made
 * @property {(wanted: Wanted) => void} put
 */

/**
 * Bring the fields in *el* to life; they say at once how many items there are to draw from.
 * @param {HTMLElement} el @param {Record<string, string>} words @param {(wanted: Wanted | null) => void} [changed]
 * @returns {Form}
 */
export function openForm(el, words, changed) {
  const named = (/** @type {string} */ name) => /** @type {HTMLInputElement[]} */ (all(el, `input[name="${name}"]`));
  const [slugs, levels] = [named("chapters"), named("levels")];
  const [[n], [minutes], [seed]] = [named("n"), named("minutes"), named("seed")];
  const status = /** @type {HTMLElement} */ (one(el, ".sw-test-available"));
  const chapters = slugs.map(({ value, dataset }) => ({
    slug: value,
    title: dataset.title ?? "",
    totals: (dataset.totals ?? "").split(" ").map(Number),
  }));
  const chosen = (/** @type {HTMLInputElement[]} */ boxes) => boxes.filter((box) => box.checked).map((box) => box.value);
  const total = () => available(chapters, chosen(slugs), /** @type {Level[]} */ (chosen(levels)));

  function read() {
    if (!chosen(slugs).length || !chosen(levels).length || !total()) return null;
    const asked = {
      slugs: chosen(slugs),
      n: Number(n.value),
      seed: seed.value,
      levels: /** @type {Level[]} */ (chosen(levels)),
      minutes: Number(minutes.value),
    };
    return sound(asked, chapters);
  }

  function fault() {
    if (!chosen(slugs).length) return words.maker_none;
    if (!chosen(levels).length) return words.test_no_level;
    return total() ? "" : words.test_none;
  }

  function update() {
    const text = fault() || counted(words, "test_available", total(), el.lang || document.documentElement.lang);
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("is-fault", fault() !== "");
    n.max = String(Math.max(total(), 1));
    changed?.(read());
  }

  /** @param {Wanted} wanted */
  function put(wanted) {
    for (const box of slugs) box.checked = wanted.slugs.includes(box.value);
    for (const box of levels)
      box.checked = !wanted.levels.length || wanted.levels.includes(LEVELS.find((level) => level === box.value) ?? "apply");
    n.value = String(wanted.n);
    minutes.value = wanted.minutes ? String(wanted.minutes) : "";
    seed.value = wanted.seed;
    update();
  }

  el.addEventListener("input", update);
  for (const button of all(el, "[data-check]"))
    button.addEventListener("click", () => {
      for (const box of slugs) box.checked = button.dataset.check === "all";
      update();
    });
  one(el, "[data-seed]")?.addEventListener("click", () => {
    seed.value = randomSeed();
    update();
  });
  update();
  return { chapters, read, put };
}
