"""The part of an item that is answered: native radio buttons, checkboxes, lists and fields, kind by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from swtech.draw import shuffle
from swtech.model import (
    BLANK,
    ChoiceItem,
    GapItem,
    Item,
    MatchItem,
    MultipleItem,
    OrderItem,
    ShortItem,
    SortItem,
)
from swtech.rendering.markup import element, words
from swtech.text import Href, to_html, to_plain

Words = Mapping[str, str]

PILLS = 3
"""Up to this many groups stand side by side as buttons; more go into a list."""

LONGEST_ANSWER = 200
FIELD: Mapping[str, str | int] = {
    "type": "text",
    "autocomplete": "off",
    "autocapitalize": "none",
    "spellcheck": "false",
    "maxlength": LONGEST_ANSWER,
}
BLANK_MARK = "\ue000{}\ue001"
BLANK_SIGNS = re.compile("[\ue000\ue001]")
MARKED_BLANK = re.compile("\ue000([^\ue001]*)\ue001")


def controls(item: Item, lang: str, wording: Words, href: Href) -> str:
    """Return what *item* is answered with; ids and names begin with ``item-<id>``."""
    return CONTROLS[item.kind](item, lang, wording, href)


def shuffled(entries: Iterable[Any], item: str, solved: Iterable[str] = ()) -> list[Any]:
    """Return *entries* in the order in which a page first shows them."""
    by_id = {entry.id: entry for entry in entries}
    return [by_id[name] for name in shuffle(by_id, item, solved=list(solved))]


def with_blanks(item: GapItem, lang: str, href: Href, blank: Callable[[str], str]) -> str:
    """Return the text of *item* as HTML, each blank being what *blank* makes of the gap's id."""
    # Marks from the private use area pass through Markdown untouched; brackets would be read as links. Such marks in
    # the text itself have no glyph and are left out: they name no blank.
    text = BLANK_SIGNS.sub("", item.text[lang])
    text = BLANK.sub(lambda found: BLANK_MARK.format(found.group(1)), text)
    return MARKED_BLANK.sub(lambda found: blank(found.group(1)), to_html(text, href=href))


def _name(item: Item, part: str = "") -> str:
    return f"item-{item.id}-{part}" if part else f"item-{item.id}"


def _rows(item: Item, role: str, *rows: str, described: str | None = None, tag: str = "div") -> str:
    attributes = {
        "class": "sw-rows",
        "role": role or None,
        "aria-labelledby": _name(item, "stem"),
        "aria-describedby": described,
    }
    return element(tag, attributes, *(f"{row}\n" for row in rows))


def _chosen(item: ChoiceItem | MultipleItem, lang: str, wording: Words, href: Href) -> str:
    several = item.kind == "multiple"
    rows = []
    for choice in shuffled(item.choices, item.id):
        field = element(
            "input", {"type": "checkbox" if several else "radio", "name": _name(item), "value": choice.id}
        )
        text = element("span", {"class": "sw-entry-text"}, to_html(choice.text[lang], href=href, inline=True))
        label = element("label", {"class": "sw-choice"}, field, text)
        rows.append(element("div", {"class": "sw-row", "data-part": choice.id}, label))
    if not several:
        return _rows(item, "radiogroup", *rows)
    note = element("p", {"class": "sw-instruction", "id": _name(item, "note")}, words(wording["several"]))
    return note + "\n" + _rows(item, "group", *rows, described=_name(item, "note"))


def _list(options: Iterable[tuple[str, str]], wording: Words, attributes: Mapping[str, str]) -> str:
    """Return a native list of choices (value and text), with nothing chosen."""
    entries = [element("option", {"value": ""}, words(wording["choose"]))]
    entries += [element("option", {"value": value}, words(to_plain(text))) for value, text in options]
    return element("span", {"class": "sw-select"}, element("select", attributes, *entries))


def _match(item: MatchItem, lang: str, wording: Words, href: Href) -> str:
    right = {pair.id: pair.right[lang] for pair in item.pairs}
    right |= {extra.id: extra.text[lang] for extra in item.distractors}
    options = [(name, right[name]) for name in shuffle(right, f"{item.id}/right", solved=list(right))]
    rows = []
    for pair in shuffled(item.pairs, item.id):
        field = _name(item, pair.id)
        label = element(
            "label",
            {"class": "sw-entry-text", "for": field},
            to_html(pair.left[lang], href=href, inline=True),
        )
        choice = _list(options, wording, {"id": field})
        rows.append(element("div", {"class": "sw-row sw-placed", "data-part": pair.id}, label, choice))
    return _rows(item, "group", *rows)


def _sort(item: SortItem, lang: str, wording: Words, href: Href) -> str:
    rows = []
    for entry in shuffled(item.entries, item.id):
        field = _name(item, entry.id)
        text = to_html(entry.text[lang], href=href, inline=True)
        if len(item.groups) > PILLS:
            label = element("label", {"class": "sw-entry-text", "for": field}, text)
            choice = _list(((group.id, group.title[lang]) for group in item.groups), wording, {"id": field})
            rows.append(element("div", {"class": "sw-row sw-placed", "data-part": entry.id}, label, choice))
            continue
        pills = []
        for group in item.groups:
            radio = element("input", {"type": "radio", "name": field, "value": group.id})
            title = element("span", {}, to_html(group.title[lang], href=href, inline=True))
            pills.append(element("label", {"class": "sw-pill"}, radio, title))
        label = element("p", {"class": "sw-entry-text", "id": field}, text)
        attributes = {
            "class": "sw-row sw-placed",
            "data-part": entry.id,
            "role": "radiogroup",
            "aria-labelledby": field,
        }
        rows.append(element("div", attributes, label, element("div", {"class": "sw-pills"}, *pills)))
    return _rows(item, "group", *rows)


def _order(item: OrderItem, lang: str, _wording: Words, href: Href) -> str:
    rows = []
    for entry in shuffled(item.sequence, item.id, (entry.id for entry in item.sequence)):
        text = element("span", {"class": "sw-entry-text"}, to_html(entry.text[lang], href=href, inline=True))
        line = element("div", {"class": "sw-entry"}, text)
        rows.append(element("li", {"class": "sw-row", "data-part": entry.id}, line))
    return _rows(item, "", *rows, tag="ol")


def _gap(item: GapItem, lang: str, wording: Words, href: Href) -> str:
    gaps = {gap.id: gap for gap in item.gaps}
    longest = max((len(gap.answers[lang][0]) for gap in item.gaps if gap.answers), default=0)
    numbers: dict[str, int] = {}

    def blank(name: str) -> str:
        gap = gaps[name]
        numbers[name] = len(numbers) + 1
        label = wording["gap"].format(n=numbers[name])
        if gap.choices:
            options = [
                (choice.id, choice.text[lang]) for choice in shuffled(gap.choices, f"{item.id}/{name}")
            ]
            field = _list(options, wording, {"aria-label": label})
        else:
            # One width for all blanks of a text, so that it tells nothing about an answer.
            size = min(max(longest + 1, 8), 24)
            field = element("input", {**FIELD, "size": size, "lang": lang, "aria-label": label})
        return element("span", {"class": "sw-gap", "data-part": name}, field)

    text = with_blanks(item, lang, href, blank)
    return element("div", {"class": "sw-gaps", "role": "group", "aria-labelledby": _name(item, "stem")}, text)


def _short(item: ShortItem, lang: str, _wording: Words, _href: Href) -> str:
    field = element("input", {**FIELD, "lang": lang, "aria-labelledby": _name(item, "stem")})
    return element("div", {"class": "sw-row sw-field", "data-part": "answer"}, field)


CONTROLS = cast(
    "dict[str, Callable[[Any, str, Words, Href], str]]",
    {
        "choice": _chosen,
        "multiple": _chosen,
        "match": _match,
        "order": _order,
        "sort": _sort,
        "gap": _gap,
        "short": _short,
    },
)
