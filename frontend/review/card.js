// @ts-check
// A card of the termbase: its front, a tap that turns it over and says how sure, its back, a tap that judges. Cards in
// the review are these too. One tap shows its texts in the other language; the words of the page stay.
import { make, one } from "../dom.js";
import { ENDONYMS } from "../language.js";
import { pairOf } from "../pair.js";
import { swtech } from "../registry.js";
import { address, adopt, fragment } from "../html.js";

/** @typedef {import("../study/things.js").Face} Face */
/** @typedef {import("./run.js").Asking} Asking */
/** @typedef {import("./run.js").View} View */
/** @typedef {"kk" | "ru"} Lang */
/**
 * @typedef {object} Term as one edition's `_terms` has it
 * @property {string} id
 * @property {string} chapter
 * @property {string} term
 * @property {string} other its name in the other language
 * @property {string} definition HTML
 * @property {string} essence HTML: the definition's first sentence, which does not tell the term
 * @property {string} example HTML
 * @property {string | null} href its place in the glossary
 */

/** @param {string} lang @returns {Lang} */
const otherThan = (lang) => (lang === "kk" ? "ru" : "kk");

/** The languages of a card that asks for a translation: of its front, of its back. @type {Partial<Record<Face, [Lang, Lang]>>} */
const TRANSLATED = { "kk-ru": ["kk", "ru"], "ru-kk": ["ru", "kk"] };

/** @param {string} lang @returns {Promise<Map<string, Term>>} the terms of the edition in *lang*, by id */
export async function loadTerms(lang) {
  const { terms } = await swtech.load(lang, "_terms");
  return new Map(/** @type {Term[]} */ (terms).map((term) => [term.id, term]));
}

/** @param {Term} term @param {string} lang of the texts in *term* @param {string} wanted */
const nameIn = (term, lang, wanted) => (lang === wanted ? term.term : term.other);

/** A paragraph's words for a place where no paragraph may stand. @param {string} html @param {string} lang */
function inline(html, lang) {
  const text = make("span", { class: "sw-front sw-long", lang });
  for (const block of fragment(html).children) text.append(...(text.childNodes.length ? [" "] : []), ...block.childNodes);
  adopt(text, lang);
  return text;
}

/** @param {string} html @param {string} lang @param {string} label @param {string} style */
function passage(html, lang, label, style) {
  const text = make("div", { class: style, lang });
  text.append(fragment(html));
  adopt(text, lang);
  return make("div", { class: "sw-passage" }, make("p", { class: "sw-passage-label" }, label), text);
}

/**
 * @param {import("./frame.js").Frame} frame @param {string} id the term's @param {Face} face @param {Asking} asking
 * @returns {Promise<View | null>}
 */
export async function cardView({ lang: page, words }, id, face, { answer, next }) {
  const translated = TRANSLATED[face];
  /** @type {string} */
  let lang = page;
  const first = (await loadTerms(lang)).get(id);
  if (!first) return null;
  let term = first;
  /** @type {boolean | null} what the student tapped; the back is shown from then on */
  let sure = null;

  const heading = make("h2", { class: "sw-stem sw-card-face" });
  const flip = make("button", { type: "button", class: "sw-flip" });
  flip.addEventListener("click", () => void exchange());
  const status = make("div", { class: "sw-status", role: "status" });
  const back = make("div", { class: "sw-card-back", tabindex: "-1" });
  const recall = pairOf(words.cards_recall, [
    [words.sure, "is-primary", () => turn(true)],
    [words.unsure, "", () => turn(false)],
  ]);
  const judge = pairOf(words.cards_judge, [
    [words.cards_right, "", () => done(true)],
    [words.cards_wrong, "", () => done(false)],
  ]);
  const section = make(
    "section",
    { class: "sw-item sw-term-card is-live" },
    make("div", { class: "sw-head" }, make("span", { class: "sw-label" }, words.cards_label), flip),
    heading,
    back,
    status,
    recall,
    judge,
  );

  function front() {
    const [from] = translated ?? [];
    const text =
      face === "term"
        ? inline(term.essence, lang)
        : make("span", { class: "sw-front", lang: from ?? lang }, nameIn(term, lang, from ?? lang));
    const ask = make("span", { class: "sw-ask" }, words[`cards_ask_${face.replace("-", "_")}`]);
    heading.replaceChildren(ask, " ", text);
  }

  function rear() {
    const [, to] = translated ?? [];
    const name = make("p", { class: "sw-back-term", lang: to ?? lang }, nameIn(term, lang, to ?? lang));
    const link = term.href && make("a", { href: address(term.href, lang) }, words.cards_glossary);
    back.replaceChildren(
      make("p", { class: "sw-passage-label" }, words.cards_answer),
      ...(face === "definition" ? [] : [name]),
      ...(face === "term" ? [] : [meaning()]),
      passage(term.example, lang, words.cards_example, "sw-back-example"),
      ...(link ? [make("p", { class: "sw-back-link" }, link)] : []),
    );
  }

  /** What was asked stands there as the answer; beside a translation it is an addition with a name of its own. */
  function meaning() {
    const text = passage(term.definition, lang, words.cards_meaning, "sw-back-definition");
    if (face === "definition") one(text, ".sw-passage-label")?.remove();
    return text;
  }

  function draw() {
    front();
    back.hidden = judge.hidden = sure === null;
    recall.hidden = sure !== null;
    if (sure !== null) rear();
    // A translation that is asked for must not be one tap away.
    flip.hidden = sure === null && translated !== undefined;
    const there = otherThan(lang);
    flip.replaceChildren(
      make("span", { class: "sw-hidden" }, `${words.cards_flip} `),
      make("span", { lang: there }, ENDONYMS[there]),
    );
  }

  /** @param {boolean} confidence */
  function turn(confidence) {
    if (sure !== null) return;
    sure = confidence;
    status.replaceChildren();
    draw();
    back.focus({ preventScroll: true });
    // The way on comes into view, but never at the price of the answer's beginning.
    judge.scrollIntoView({ block: "nearest" });
    // Its margin for scrolling is what the page's header hides.
    if (back.getBoundingClientRect().top < parseFloat(getComputedStyle(back).scrollMarginTop)) back.scrollIntoView();
  }

  /** @param {boolean} right */
  function done(right) {
    if (sure === null || judge.hidden) return;
    judge.hidden = true;
    answer({
      at: new Date().toISOString(),
      lang,
      revision: 1,
      response: right ? "right" : "wrong",
      outcome: { score: right ? 1 : 0, verdict: right ? "right" : "wrong", parts: {}, remarks: {} },
      mode: "card",
      sure,
    });
    next();
  }

  async function exchange() {
    const there = otherThan(lang);
    const found = await loadTerms(there).then(
      (terms) => terms.get(id),
      () => undefined,
    );
    if (!found) {
      status.replaceChildren(make("p", { class: "sw-verdict is-note" }, words.cards_flip_failed));
      return;
    }
    term = found;
    lang = there;
    status.replaceChildren();
    draw();
  }

  draw();
  return { section, heading: () => heading };
}
