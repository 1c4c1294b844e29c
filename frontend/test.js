// @ts-check
// Pages with a mixed test or with the form that makes a link to one. Loaded after quiz.js, only where needed.
import { all, data, fill, make, one } from "./dom.js";
import { draw } from "./draw.js";

/** @typedef {{ slug: string, title: string, total: number }} Chapter */
/** @typedef {{ chapters: Chapter[], drawn: string[], n: number, seed: string, banks: string, words: Record<string, string> }} TestData */
/** @typedef {{ slugs: string[], n: number, seed: string }} Wanted */
/** @typedef {{ id: string, html: string }} BankItem */

const scope = /** @type {{ swtech?: Record<string, any> }} */ (/** @type {unknown} */ (globalThis));
const swtech = (scope.swtech ??= {});

/** @type {Map<string, BankItem[]>} */
const banks = new Map();

/** Register a bank's items; called by the bank's own script. */
swtech.bank = (/** @type {string} */ slug, /** @type {string} */ lang, /** @type {{ items: BankItem[] }} */ { items }) =>
  void banks.set(`${lang}/${slug}`, items);

/**
 * Return what the address asks for; what it leaves out, or says wrongly, stays as the page has it.
 * @param {TestData} test @param {URLSearchParams} query @returns {Wanted}
 */
export function wanted(test, query) {
  const known = test.chapters.map(({ slug }) => slug);
  const asked = (query.get("chapters") ?? "").split(",").filter((slug) => known.includes(slug));
  const slugs = asked.length ? known.filter((slug) => asked.includes(slug)) : test.drawn;
  const total = test.chapters.reduce((sum, { slug, total: held }) => sum + (slugs.includes(slug) ? held : 0), 0);
  const count = /^[0-9]{1,4}$/.test(query.get("n") ?? "") ? Number(query.get("n")) : test.n;
  const seed = (query.get("seed") ?? "").trim().slice(0, 40) || test.seed;
  return { slugs, n: Math.min(Math.max(count, 1), total), seed };
}

/** @param {Wanted} test @returns {string} */
const address = ({ slugs, n, seed }) => `?chapters=${slugs.join(",")}&n=${n}&seed=${encodeURIComponent(seed)}`;

/** Load a bank's script, a classic one, since nothing else works on file://. @param {string} source */
function load(source) {
  return new Promise((resolve, reject) => {
    const script = make("script", { src: source });
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

/** @param {HTMLElement} el */
async function mountTest(el) {
  /** @type {TestData} */
  const test = data(el, ".sw-test-data");
  const quiz = /** @type {HTMLElement} */ (one(el, ".sw-quiz"));
  const status = /** @type {HTMLElement} */ (one(el, ".sw-test-status"));
  const query = new URLSearchParams(location.search);
  const asks = ["chapters", "n", "seed"].some((name) => query.has(name));
  let now = { slugs: test.drawn, n: test.n, seed: test.seed };
  if (asks) {
    const then = wanted(test, query);
    quiz.hidden = true;
    status.textContent = test.words.test_wait;
    try {
      await redraw(quiz, test, then, el.lang);
      now = then;
      status.textContent = "";
      describe(el, test, now);
    } catch {
      status.textContent = test.words.test_failed;
    }
    quiz.hidden = false;
  }
  const seed = String(1 + Math.floor(Math.random() * 9999));
  one(el, ".sw-test-settings")?.append(
    " · ",
    make("a", { href: address({ ...now, seed }), class: "sw-test-other" }, test.words.test_other),
  );
  swtech.enhance(quiz);
  // A question that was drawn just now was not there when the browser looked for what the address asks for.
  if (asks) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** @param {HTMLElement} quiz @param {TestData} test @param {Wanted} then @param {string} lang */
async function redraw(quiz, test, then, lang) {
  await Promise.all(
    then.slugs.filter((slug) => !banks.has(`${lang}/${slug}`)).map((slug) => load(`${test.banks}${slug}.js`)),
  );
  const html = new Map(then.slugs.flatMap((slug) => banks.get(`${lang}/${slug}`) ?? []).map((item) => [item.id, item.html]));
  const ids = draw([...html.keys()], then.n, then.seed);
  const holder = make("div");
  // The HTML comes from swtech.rendering, like the page's own.
  holder.innerHTML = ids.map((id) => html.get(id)).join("\n");
  all(holder, ".sw-count").forEach((count, at) => {
    count.textContent = ids.length > 1 ? `${at + 1} / ${ids.length}` : "";
  });
  for (const old of all(quiz, ".sw-item")) old.remove();
  quiz.append(...holder.childNodes);
}

/** @param {HTMLElement} el @param {TestData} test @param {Wanted} now */
function describe(el, test, now) {
  const titles = test.chapters.flatMap(({ slug, title }) => (now.slugs.includes(slug) ? title : [])).join(" · ");
  const chapters = one(el, ".sw-test-chapters");
  if (chapters) chapters.textContent = fill(test.words.test_chapters, { titles });
  const settings = one(el, ".sw-test-settings");
  if (settings) settings.textContent = fill(test.words.test_settings, { n: now.n, seed: now.seed });
}

/** @param {HTMLElement} el */
function mountMaker(el) {
  const boxes = /** @type {HTMLInputElement[]} */ (all(el, 'input[name="chapters"]'));
  const count = /** @type {HTMLInputElement} */ (one(el, 'input[name="n"]'));
  const seed = /** @type {HTMLInputElement} */ (one(el, 'input[name="seed"]'));
  const links = /** @type {HTMLElement} */ (one(el, ".sw-maker-links"));
  const status = /** @type {HTMLElement} */ (one(el, ".sw-status"));

  function update() {
    const chosen = boxes.filter((box) => box.checked);
    links.hidden = !chosen.length;
    status.textContent = chosen.length ? "" : (el.dataset.none ?? "");
    const total = chosen.reduce((sum, box) => sum + Number(box.dataset.total), 0);
    count.max = String(Math.max(total, 1));
    const n = Math.min(Math.max(Math.floor(Number(count.value)) || 1, 1), Math.max(total, 1));
    const query = address({ slugs: chosen.map((box) => box.value), n, seed: seed.value.trim() || "1" });
    for (const link of /** @type {HTMLInputElement[]} */ (all(links, "input")))
      link.value = new URL(`${link.dataset.page}${query}`, location.href).href;
  }

  el.addEventListener("input", update);
  for (const row of all(links, ".sw-maker-link")) {
    const link = /** @type {HTMLInputElement} */ (one(row, "input"));
    one(row, "button")?.addEventListener("click", async () => {
      link.select();
      // Over plain http there is no clipboard: the link is selected, and the words say so.
      const copied = await (navigator.clipboard?.writeText(link.value) ?? Promise.reject()).then(
        () => true,
        () => false,
      );
      status.textContent = (copied ? el.dataset.copied : el.dataset.byHand) ?? "";
    });
  }
  update();
}

for (const el of all(document, ".sw-test")) void mountTest(el);
for (const el of all(document, ".sw-link-maker")) mountMaker(el);
