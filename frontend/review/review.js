// @ts-check
// The review: what is due today, one thing at a time, and how it went. The study decides what and in which order.
import { button, make } from "../dom.js";
import { counted } from "../plural.js";
import { swtech } from "../registry.js";
import { FRESH, setFresh, settings } from "../study/settings.js";
import { cardView } from "./card.js";
import { caseView } from "./case.js";
import { openFrame } from "./frame.js";
import { itemView } from "./item.js";
import { forget, keep, kept } from "./kept.js";
import { ahead, amounts, today, tomorrow } from "./loads.js";
import { nameList } from "./named.js";
import { run } from "./run.js";
import { begin, now, resume } from "./sitting.js";
import { summarise } from "./summary.js";

/** @typedef {import("../study/study.js").Overview} Overview */
/** @typedef {import("./sitting.js").Sitting} Sitting */

const NAME = "review";

/** Bring the review in *el* to life. @param {HTMLElement} el */
export function openReview(el) {
  const frame = openFrame(el);
  const { words, lang, store } = frame;
  frame.show(make("p", { class: "sw-study-note" }, words.review_wait));

  const look = () => swtech.study.look(store, lang);

  /** Go on with what was begun today, or show what there is to do. @param {boolean} lead */
  const open = (lead) =>
    frame.attempt(async () => {
      const found = await look();
      const before = kept(store, NAME);
      if (before) {
        const wanted = new Set(found.queue.entries.map(({ id }) => id));
        const sitting = resume(before.ids, before.since, found.logs, (id) => wanted.has(id));
        if (now(sitting) !== null) return ask(found, sitting, before.since, lead);
        forget(store, NAME);
      }
      await start(found, lead);
    });

  /** @param {Overview} found @param {boolean} lead */
  async function start(found, lead) {
    const heading = make("h2", {}, words.review_today);
    const board = make("div", { class: "sw-board" });
    const later = make("div");
    const setting = limit(async () => {
      const seen = await look();
      draw(seen);
      frame.say(amounts(frame, seen.queue.entries) || words.review_nothing);
    });

    /** @param {Overview} seen */
    function draw(seen) {
      const { entries } = seen.queue;
      const go = button(words.review_start, "is-primary", () => {
        const ids = entries.map(({ id }) => id);
        ask(seen, begin(ids), keep(store, NAME, ids).since, true);
      });
      board.replaceChildren(
        ...(entries.length
          ? [today(frame, seen), make("div", { class: "sw-actions" }, go)]
          : [make("p", {}, `${words.review_nothing} ${tomorrow(frame, seen) ?? ""}`)]),
      );
      later.replaceChildren(ahead(frame, seen));
    }

    draw(found);
    const leeches = await stubborn(found);
    frame.show(heading, board, setting, later, ...leeches);
    if (lead) frame.lead(heading);
  }

  /** The field for how much new a day; *changed* draws the board anew. @param {() => void} changed */
  function limit(changed) {
    const bounds = { min: String(FRESH.least), max: String(FRESH.most) };
    const field = make("input", { type: "number", ...bounds, inputmode: "numeric", "aria-describedby": "review-limit" });
    const value = () => String(settings(store).fresh);
    field.value = value();
    field.addEventListener("change", () => {
      const wanted = Number(field.value);
      if (field.value !== "" && Number.isFinite(wanted)) setFresh(store, wanted);
      field.value = value();
      changed();
    });
    return make(
      "div",
      { class: "sw-study-setting" },
      make("label", { class: "sw-study-field" }, make("span", {}, words.review_limit), field),
      make("p", { class: "sw-instruction", id: "review-limit" }, words.review_limit_help),
    );
  }

  /** What is forgotten again and again, with the way to where one reads about it. @param {Overview} found */
  async function stubborn({ queue: { leeches }, catalogue }) {
    if (!leeches.length) return [];
    const lapses = new Map(leeches.map((leech) => [leech.id, leech.lapses]));
    const said = (/** @type {{ id: string }} */ { id }) => counted(words, "review_lapses", lapses.get(id) ?? 0, lang);
    const list = await nameList(lang, catalogue, leeches.map(({ thing }) => thing), said);
    const note = make("p", { class: "sw-instruction" }, words.review_leeches_note);
    return [make("section", { class: "sw-leeches" }, make("h2", {}, words.review_leeches), note, list)];
  }

  /** @param {Overview} found @param {Sitting} sitting @param {string} since @param {boolean} lead */
  function ask({ things, queue, catalogue }, sitting, since, lead) {
    const changed = new Set(queue.entries.flatMap(({ id, why }) => (why === "changed" ? id : [])));
    run(
      frame,
      sitting,
      {
        note: (id) => (changed.has(id) ? words.revised : ""),
        view(id, asking) {
          const { kind, chapter, term = "", face } = /** @type {import("../study/things.js").Thing} */ (things.get(id));
          const story = catalogue.cases.find((one) => one.id === id);
          if (story) return caseView(frame, story, since, asking);
          return kind === "card" && face ? cardView(frame, term, face, asking) : itemView(frame, chapter, id, asking);
        },
        finish: (last) => void frame.attempt(() => end(last)),
      },
      lead,
    );
  }

  /** @param {Sitting} sitting */
  async function end(sitting) {
    const title = words.review_done;
    forget(store, NAME);
    const ways = { title, back: words.review_back, begin: () => void open(true), left: true, unsure: words.review_unsure };
    await summarise(frame, sitting, await look(), ways);
  }

  void open(false);
}
