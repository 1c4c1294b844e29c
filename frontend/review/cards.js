// @ts-check
// The cards: choose chapters, what is asked and how many; then one card at a time, and how it went.
import { all, make } from "../dom.js";
import { swtech } from "../registry.js";
import { isDue } from "../study/mastery.js";
import { cardView } from "./card.js";
import { dealt, fitting } from "./deck.js";
import { deckForm } from "./form.js";
import { openFrame } from "./frame.js";
import { forget, keep, kept } from "./kept.js";
import { run } from "./run.js";
import { begin, now, resume } from "./sitting.js";
import { summarise } from "./summary.js";

/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {import("./sitting.js").Sitting} Sitting */

const NAME = "cards";

/** Bring the cards in *el* to life. @param {HTMLElement} el */
export function openCards(el) {
  const frame = openFrame(el);
  const { words, lang, store } = frame;
  frame.show(make("p", { class: "sw-study-note" }, words.review_wait));

  const look = () => swtech.study.look(store, lang);

  /** Go on with what was begun today, or offer the choice. @param {boolean} lead */
  const open = (lead) =>
    frame.attempt(async () => {
      const found = await look();
      const before = kept(store, NAME);
      if (before) {
        const sitting = resume(before.ids, before.since, found.logs, (id) => found.things.has(id));
        if (now(sitting) !== null) return ask(found, sitting, lead);
        forget(store, NAME);
      }
      choose(found, lead);
    });

  /** @param {Overview} found @param {boolean} lead */
  function choose(found, lead) {
    const cards = [...found.things.values()].filter(({ kind }) => kind === "card");
    const today = swtech.study.dayOf(found.now);
    const due = (/** @type {string} */ id) => isDue(found.schedules.get(id), found.now);
    const turn = (/** @type {string} */ id) => {
      const days = found.schedules.get(id)?.counted ?? [];
      return due(id) ? 0 : days[days.length - 1]?.day === today ? 2 : 1;
    };
    const chapters = found.catalogue.chapters.filter(({ slug }) => cards.some(({ chapter }) => chapter === slug));
    const kept = store.desk.read("settings")?.cards;
    const form = deckForm(frame, { chapters, cards, kept, isDue: due }, (choice) => {
      store.desk.write("settings", { ...store.desk.read("settings"), cards: choice });
      const deck = dealt(fitting(cards, choice), String(today), turn).slice(0, choice.n);
      keep(store, NAME, deck);
      ask(found, begin(deck), true);
    });
    frame.show(form);
    if (lead) all(form, "input")[0].focus();
  }

  /** @param {Overview} found @param {Sitting} sitting @param {boolean} lead */
  function ask({ things }, sitting, lead) {
    run(
      frame,
      sitting,
      {
        note: () => "",
        view(id, asking) {
          const { term = "", face = "term" } = /** @type {import("../study/things.js").Thing} */ (things.get(id));
          return cardView(frame, term, face, asking);
        },
        finish: (last) => void frame.attempt(() => end(last)),
      },
      lead,
    );
  }

  /** @param {Sitting} sitting */
  async function end(sitting) {
    const title = words.cards_done;
    forget(store, NAME);
    const ways = { title, back: words.cards_more, begin: () => void open(true), left: false, unsure: words.cards_unsure };
    await summarise(frame, sitting, await look(), ways);
  }

  void open(false);
}
