// @ts-check
// order: a list whose entries are moved up and down with two buttons each.
import { all, fill, make, one } from "../dom.js";
import { shuffle } from "../draw.js";

/** @typedef {import("../types.js").Card} Card */

/** @param {Card} card */
const entries = ({ body }) => all(body, "[data-part]");

/** @param {HTMLElement} entry */
const text = (entry) => one(entry, ".sw-entry-text")?.textContent?.trim() ?? "";

/** The first entry cannot go up nor the last one down; the button stays in the tab order. @param {Card} card */
function limits(card) {
  const list = entries(card);
  list.forEach((entry, at) => {
    one(entry, ".sw-up")?.setAttribute("aria-disabled", String(at === 0));
    one(entry, ".sw-down")?.setAttribute("aria-disabled", String(at === list.length - 1));
  });
}

/** @param {Card} card @param {HTMLElement} entry @param {boolean} up */
function move(card, entry, up) {
  const other = up ? entry.previousElementSibling : entry.nextElementSibling;
  // The neighbour is moved, not the entry: the pressed button keeps the focus.
  if (!other) return;
  if (up) entry.after(other);
  else entry.before(other);
  limits(card);
  card.body.dispatchEvent(new Event("input", { bubbles: true }));
  const list = entries(card);
  card.announce(fill(card.words.moved, { entry: text(entry), n: list.indexOf(entry) + 1, total: list.length }));
}

/** @param {Card} card @param {readonly string[]} ids */
function arrange(card, ids) {
  const list = entries(card);
  const known = ids.filter((id) => list.some((entry) => entry.dataset.part === id));
  const order = [...known, ...list.map((entry) => entry.dataset.part ?? "").filter((id) => !known.includes(id))];
  const parent = list[0]?.parentElement;
  for (const id of order) {
    const entry = list.find((candidate) => candidate.dataset.part === id);
    if (entry) parent?.append(entry);
  }
  limits(card);
}

/** @type {import("../types.js").Kind} */
export const order = {
  setup(card) {
    for (const entry of entries(card)) {
      const buttons = [true, false].map((up) => {
        const label = fill(up ? card.words.up : card.words.down, { entry: text(entry) });
        const node = make("button", {
          type: "button",
          class: `sw-button sw-move ${up ? "sw-up" : "sw-down"}`,
          "aria-label": label,
        });
        node.addEventListener("click", () => move(card, entry, up));
        return node;
      });
      one(entry, ".sw-entry-text")?.after(make("span", { class: "sw-moves" }, ...buttons));
    }
    limits(card);
  },
  read: (card) => entries(card).map((entry) => entry.dataset.part ?? ""),
  fill: (card, response) => arrange(card, Array.isArray(response) ? response : []),
  clear(card, attempt) {
    const { id, sequence = [] } = card.payload;
    arrange(card, shuffle(sequence, id, attempt, sequence));
  },
};
