"""Several items as one quiz, and a whole bank as a script from which mixed tests are drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from swtech.model import Bank, Item
from swtech.rendering.item import render_item
from swtech.rendering.markup import element, json_block, script_json
from swtech.text import Href

ENGINE_WORDS = (
    "check",
    "hint",
    "sure",
    "unsure",
    "confidence",
    "amend",
    "retry",
    "show",
    "next",
    "right",
    "wrong",
    "partly",
    "solution",
    "missed",
    "ordered",
    "misplaced",
    "unanswered",
    "nothing",
    "revised",
    "flip",
    "flip_failed",
    "up",
    "down",
    "moved",
    "letters",
    "folded",
    "typo",
    "progress",
    "finished",
    "restart",
    "unsaved",
)
"""The interface words that the engine speaks; the others stand in the HTML."""


def render_quiz(
    items: Sequence[Item],
    lang: str,
    wording: Mapping[str, Any],
    *,
    bank: str = "",
    banks: Mapping[str, str] = MappingProxyType({}),
    course_id: str = "",
    href: Href | None = None,
    heading: int = 3,
) -> str:
    """Return *items* as one quiz in *lang*; see `render_item` for *wording*, *href* and *heading*.

    The items come from *bank*, or each from the bank that *banks* names by its id.

    *course_id* names the database in which a page keeps the student's answers. In Jupyter, where the kernel
    keeps them, it is left out.
    """
    rendered = [
        render_item(
            item,
            lang,
            wording,
            bank=banks.get(item.id, bank),
            number=number,
            total=len(items),
            href=href,
            heading=heading,
        )
        for number, item in enumerate(items, 1)
    ]
    attributes = {
        "class": "sw-quiz",
        "lang": lang,
        "data-course": course_id or None,
        "data-bank": bank or None,
    }
    spoken = json_block("sw-words", {key: wording["quiz"][key] for key in ENGINE_WORDS})
    return element("div", attributes, "\n", spoken, "\n", *(f"{item}\n" for item in rendered)) + "\n"


def bank_script(
    bank: Bank, lang: str, wording: Mapping[str, Any], href: Href | None = None, *, heading: int = 2
) -> str:
    """Return a classic script that registers the bank's items, rendered, with the words that the engine speaks.

    Mixed tests, reviews and the other edition's pages inject it as a script element, since `fetch` and modules
    fail on file://. *heading* is one below the title of the page that shows the items.
    """
    items = [
        {"id": item.id, "html": render_item(item, lang, wording, bank=bank.bank, href=href, heading=heading)}
        for item in bank.items
    ]
    spoken = {key: wording["quiz"][key] for key in ENGINE_WORDS}
    return register(f"{lang}/{bank.bank}", {"words": spoken, "items": items})


def register(name: str, value: Any) -> str:
    """Return a classic script that gives *value* to the page's registry under *name*."""
    return f"swtech.register({script_json(name)},{script_json(value)});\n"
