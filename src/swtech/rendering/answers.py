"""The folded answer of an item: the key, the feedback of each part, the rationale.

Without JavaScript it is read as it stands. The engine takes the feedback and the rationale out of it and puts
each where it belongs, so no text is in the page twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

from swtech.model import (
    ChoiceItem,
    GapItem,
    Item,
    MatchItem,
    MultipleItem,
    OrderItem,
    ShortItem,
    SortItem,
    Text,
)
from swtech.rendering.controls import Words, with_blanks
from swtech.rendering.markup import element, words
from swtech.text import Href, to_html


class Said(NamedTuple):
    """Feedback, and what it is about: a part of the item, and of a gap the choice."""

    about: Text | str
    feedback: Text | None
    part: str
    choice: str | None = None


def answer(item: Item, lang: str, wording: Words, href: Href) -> str:
    """Return the folded answer of *item*."""

    def inline(text: Text | str) -> str:
        return words(text) if isinstance(text, str) else to_html(text[lang], href=href, inline=True)

    explained = [
        element(
            "div",
            {"class": "sw-explained"},
            element("p", {"class": "sw-about"}, inline(said.about)),
            element(
                "div",
                {"class": "sw-feedback", "data-for": said.part, "data-choice": said.choice},
                to_html(said.feedback[lang], href=href),
            ),
        )
        + "\n"
        for said in FEEDBACK[item.kind](item, lang)
        if said.feedback is not None
    ]
    key = element(
        "div",
        {"class": "sw-key"},
        element("p", {"class": "sw-key-label"}, words(wording["key"])),
        KEY[item.kind](item, lang, href, inline),
    )
    rationale = [
        element("p", {"class": "sw-why"}, words(wording["why"])),
        to_html(item.rationale[lang], href=href),
    ]
    if address := href(item.section):
        link = element("a", {"href": address}, words(wording["back"]))
        rationale.append(element("p", {"class": "sw-back-link"}, link))
    return element(
        "details",
        {"class": "sw-answer"},
        element("summary", {}, words(wording["answer"])),
        "\n",
        key,
        "\n",
        *explained,
        element("div", {"class": "sw-rationale"}, *rationale),
    )


Inline = Callable[[Text | str], str]


def _entries(tag: str, entries: Iterator[str]) -> str:
    return element(tag, {}, *(element("li", {}, entry) for entry in entries))


def _choice_key(item: ChoiceItem, _lang: str, _href: Href, inline: Inline) -> str:
    return element("p", {}, inline(item.key.text))


def _multiple_key(item: MultipleItem, _lang: str, _href: Href, inline: Inline) -> str:
    return _entries("ul", (inline(choice.text) for choice in item.keys))


def _match_key(item: MatchItem, _lang: str, _href: Href, inline: Inline) -> str:
    return _entries("ul", (f"{inline(pair.left)} → {inline(pair.right)}" for pair in item.pairs))


def _order_key(item: OrderItem, _lang: str, _href: Href, inline: Inline) -> str:
    return _entries("ol", (inline(entry.text) for entry in item.sequence))


def _sort_key(item: SortItem, _lang: str, _href: Href, inline: Inline) -> str:
    lines = []
    for group in item.groups:
        lines.append(element("dt", {}, inline(group.title)))
        lines += [element("dd", {}, inline(entry.text)) for entry in item.entries if entry.group == group.id]
    return element("dl", {}, *lines)


def _gap_key(item: GapItem, lang: str, href: Href, inline: Inline) -> str:
    def filled(name: str) -> str:
        gap = next(gap for gap in item.gaps if gap.id == name)
        right = inline(gap.key.text) if gap.key else words(gap.answers[lang][0] if gap.answers else "")
        return element("strong", {}, right)

    return with_blanks(item, lang, href, filled)


def _short_key(item: ShortItem, lang: str, _href: Href, _inline: Inline) -> str:
    return element("p", {"lang": lang}, words(item.answers[lang][0]))


def _said_of_choices(item: ChoiceItem | MultipleItem, _lang: str) -> Iterator[Said]:
    return (Said(choice.text, choice.feedback, choice.id) for choice in item.choices)


def _said_of_pairs(item: MatchItem, _lang: str) -> Iterator[Said]:
    return (Said(pair.left, pair.feedback, pair.id) for pair in item.pairs)


def _said_of_sequence(item: OrderItem, _lang: str) -> Iterator[Said]:
    return (Said(entry.text, entry.feedback, entry.id) for entry in item.sequence)


def _said_of_entries(item: SortItem, _lang: str) -> Iterator[Said]:
    return (Said(entry.text, entry.feedback, entry.id) for entry in item.entries)


def _said_of_gaps(item: GapItem, _lang: str) -> Iterator[Said]:
    for gap in item.gaps:
        for choice in gap.choices or ():
            yield Said(choice.text, choice.feedback, gap.id, choice.id)


def _said_of_answers(item: ShortItem, lang: str) -> Iterator[Said]:
    for number, other in enumerate(item.distractors, 1):
        yield Said(other.answers[lang][0], other.feedback, "answer", f"distractor-{number}")


KEY = cast(
    "dict[str, Callable[[Any, str, Href, Inline], str]]",
    {
        "choice": _choice_key,
        "multiple": _multiple_key,
        "match": _match_key,
        "order": _order_key,
        "sort": _sort_key,
        "gap": _gap_key,
        "short": _short_key,
    },
)

FEEDBACK = cast(
    "dict[str, Callable[[Any, str], Iterator[Said]]]",
    {
        "choice": _said_of_choices,
        "multiple": _said_of_choices,
        "match": _said_of_pairs,
        "order": _said_of_sequence,
        "sort": _said_of_entries,
        "gap": _said_of_gaps,
        "short": _said_of_answers,
    },
)
