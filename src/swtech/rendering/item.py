"""An item as a section of a page: its stem as heading, its controls, its hint, its folded answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from swtech.model import Item
from swtech.rendering.answers import answer
from swtech.rendering.controls import controls
from swtech.rendering.markup import element, json_block, words
from swtech.rendering.payload import payload
from swtech.rendering.sentences import divide
from swtech.text import Href, to_html


def nowhere(_label: str) -> None:
    """Know no label: where there are no pages, a link to a section leaves its words."""


def render_item(
    item: Item,
    lang: str,
    wording: Mapping[str, Any],
    *,
    bank: str = "",
    number: int | None = None,
    total: int | None = None,
    href: Href | None = None,
    heading: int = 3,
) -> str:
    """Return *item* as HTML in *lang*, with the interface words of that edition.

    *bank* is the slug of the bank it comes from. *number* of *total* stands above the stem when both are given.
    *href* turns a section's label into an address; without it, links to sections are left out. *heading* is the
    level of the stem's heading.
    """
    quiz: Mapping[str, str] = wording["quiz"]
    href = href or nowhere
    name = f"item-{item.id}"
    situation, question = divide(item.stem[lang])
    count = f"{number} / {total}" if number and total and total > 1 else ""
    parts = [
        element(
            "div",
            {"class": "sw-head"},
            element("p", {"class": "sw-label"}, words(quiz["label"])),
            element("p", {"class": "sw-count", "id": f"{name}-count"}, count),
        )
    ]
    if situation:
        parts.append(element("div", {"class": "sw-situation"}, to_html(situation, href=href)))
    parts += [
        element(
            f"h{heading}",
            {"class": "sw-stem", "id": f"{name}-stem"},
            to_html(question, href=href, inline=True),
        ),
        element("div", {"class": "sw-body"}, controls(item, lang, quiz, href)),
    ]
    if item.hint:
        hint = element("div", {"class": "sw-hint-text"}, to_html(item.hint[lang], href=href))
        parts.append(
            element("details", {"class": "sw-hint"}, element("summary", {}, words(quiz["hint"])), hint)
        )
    parts += [answer(item, lang, quiz, href), json_block("sw-payload", payload(item, lang, bank))]
    attributes = {
        "class": f"sw-item sw-kind-{item.kind}",
        "id": name,
        "lang": lang,
        # Two questions of a page may ask the same of two situations: the number tells them apart.
        "aria-labelledby": f"{name}-count {name}-stem",
    }
    return element("section", attributes, "\n", *(f"{part}\n" for part in parts))
