// @ts-check
// An item on a page: its card in one language, which one tap exchanges for the card in the other one. Both are the
// same question with one history; what was answered goes along.
import { data, make, one } from "../dom.js";
import { fragment } from "../html.js";
import { attemptsOf, current } from "../store/log.js";
import { mountCard } from "./card.js";
import { ENDONYMS } from "../language.js";

/** @typedef {import("../types.js").Attempt} Attempt */
/** @typedef {import("../types.js").Outcome} Outcome */
/** @typedef {import("../types.js").Response} Response */

/**
 * What the quiz around an item gives it.
 * @typedef {object} Around
 * @property {import("../types.js").Words} words
 * @property {"practice" | "test" | "review"} [mode] what can be done: see the module `card.js`
 * @property {(id: string, attempt: Attempt) => void} [onAttempt] called before anything is said of the answer
 * @property {(id: string) => void} [onReset]
 * @property {() => void} [onInput] the response has changed
 * @property {() => void} [onJudged] an outcome has come or gone
 * @property {() => void} [next] go to the next item, when there is one
 * @property {(payload: import("../types.js").Payload, lang: string) => Promise<{ html: string, words: import("../types.js").Words }>} [other]
 *   the same item in the other language; without it there is no exchange
 * @property {Map<string, import("../types.js").Payload>} [payloads] the item in the languages in which it was shown; made
 *   by mountItem
 * @property {(section: HTMLElement) => void} [adopt] called with HTML that has just come, before it comes to life
 */

/**
 * @typedef {object} Item
 * @property {string} id
 * @property {HTMLElement} section the card that is shown; another one after an exchange of languages
 * @property {import("../types.js").Payload} payload
 * @property {() => Outcome | null} outcome
 * @property {() => Response | null} response what is answered so far
 * @property {(response: Response, lang?: string) => void} fill *lang*: in which it was typed
 * @property {() => { response: Response | null, outcome: Outcome }} finish judge and show everything
 * @property {(history: import("../types.js").History) => void} restore show the last attempt, or none, unless the student
 *   is answering
 * @property {() => void} clear begin anew
 * @property {() => void} focus
 * @property {() => Promise<void>} flip
 */

/**
 * Bring an item's HTML to life.
 * @param {HTMLElement} section @param {Around} around @returns {Item}
 */
export function mountItem(section, around) {
  /** @type {Map<string, import("../types.js").Payload>} the item in each language in which it was shown */
  const payloads = new Map();
  let card = mountCard(section, { ...around, payloads });
  payloads.set(card.payload.lang, card.payload);
  const heading = card.stem.tagName;
  /** @type {Map<string, { html: string, words: import("../types.js").Words }>} */
  const known = new Map();

  function addFlip() {
    const there = card.payload.lang === "kk" ? "ru" : "kk";
    const control = make("button", { type: "button", class: "sw-flip" },
      make("span", { class: "sw-hidden" }, `${words().flip} `), make("span", { lang: there }, ENDONYMS[there]));
    control.addEventListener("click", () => void item.flip());
    one(card.section, ".sw-head")?.append(control);
    return control;
  }

  const words = () => known.get(card.payload.lang)?.words ?? around.words;

  /** @type {Item} */
  const item = {
    id: card.payload.id,
    get section() {
      return card.section;
    },
    get payload() {
      return card.payload;
    },
    outcome: () => card.outcome(),
    response: () => card.response(),
    fill: (response, lang) => card.fill(response, lang),
    finish: () => card.finish(),
    restore: ({ log }) => card.restore(current(log), attemptsOf(log).length),
    clear: () => card.clear(),
    focus() {
      // The whole question comes into view, its situation too, not its stem alone in the middle of the screen.
      card.section.scrollIntoView();
      card.stem.focus({ preventScroll: true });
    },
    async flip() {
      const { payload, section: old } = card;
      const there = payload.lang === "kk" ? "ru" : "kk";
      try {
        if (!known.has(there)) known.set(there, await /** @type {NonNullable<Around["other"]>} */ (around.other)(payload, there));
      } catch {
        const status = one(old, ".sw-status");
        status?.replaceChildren(make("p", { class: "sw-verdict is-note" }, words().flip_failed));
        return;
      }
      // A second tap while the first one was loading.
      if (card.section !== old) return;
      const { html, words: spoken } = /** @type {{ html: string, words: import("../types.js").Words }} */ (known.get(there));
      const fresh = take(html, old, heading);
      around.adopt?.(fresh);
      old.replaceWith(fresh);
      payloads.set(there, data(fresh, ".sw-payload"));
      card = mountCard(fresh, { ...around, payloads, words: spoken }, card.state());
      addFlip().focus({ preventScroll: true });
      around.onJudged?.();
    },
  };
  if (around.other) addFlip();
  return item;
}

/**
 * Return the card in *html* for the place of *old*: its number, and a heading of the same level.
 * @param {string} html from swtech.rendering @param {HTMLElement} old @param {string} heading
 */
function take(html, old, heading) {
  const section = /** @type {HTMLElement} */ (one(fragment(html), ".sw-item"));
  const count = one(section, ".sw-count");
  if (count) count.textContent = one(old, ".sw-count")?.textContent ?? "";
  const stem = one(section, ".sw-stem");
  if (stem && stem.tagName !== heading) {
    const same = document.createElement(heading);
    for (const { name, value } of stem.attributes) same.setAttribute(name, value);
    same.append(...stem.childNodes);
    stem.replaceWith(same);
  }
  return section;
}
