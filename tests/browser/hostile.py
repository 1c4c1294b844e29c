"""Hostile values: a bank, a case and terms whose every text is an attempt to run code, and what watches a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Dialog, Page
from pydantic import BaseModel

from swtech.model import BLANK, Answers, Bank, Item, Text

SCRIPT = Path(__file__).with_suffix(".js")
FILE = Path(__file__).parent.parent / "fixtures" / "injections.json"
GROUPS: dict[str, list[str]] = json.loads(FILE.read_text("utf-8"))
INJECTIONS: list[str] = [text for texts in GROUPS.values() for text in texts]

MAY_HAVE_ONE = {"hint", "feedback"}
"""Fields without a text that get one all the same."""


def hostile(value: Any, text: str) -> Any:
    """Return *value* with every text below it, in both languages, replaced by *text*; nothing is checked."""
    if isinstance(value, Text):
        # A text with blanks keeps them and gets no other one: no bank with such a text would be loaded.
        blanks = [[found.group() for found in BLANK.finditer(value[lang])] for lang in ("kk", "ru")]
        own = BLANK.sub("[…]", text) if any(blanks) else text
        kk, ru = (own.join(["", *(f" {blank} " for blank in names), ""]) for names in blanks)
        return Text.model_construct(kk=kk, ru=ru)
    if isinstance(value, Answers):
        return Answers.model_construct(kk=(text,), ru=(text,))
    if isinstance(value, tuple):
        return tuple(hostile(entry, text) for entry in value)
    if not isinstance(value, BaseModel):
        return value
    changed = {name: hostile(getattr(value, name), text) for name in type(value).model_fields}
    for name in MAY_HAVE_ONE & changed.keys():
        changed[name] = changed[name] or Text.model_construct(kk=text, ru=text)
    return value.model_copy(update=changed)


def texts(value: Any) -> Iterator[str]:
    """Yield every text below *value* in both languages."""
    if isinstance(value, Text):
        yield from (value.kk, value.ru)
    elif isinstance(value, Answers):
        yield from (*value.kk, *value.ru)
    elif isinstance(value, tuple):
        for entry in value:
            yield from texts(entry)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))


def hostile_bank(bank: Bank, slug: str, numbers: range) -> Bank:
    """Return a bank *slug* that holds each item of *bank* once for each of the injections *numbers*."""
    items: list[Item] = []
    for number in numbers:
        for item in bank.items:
            changed = hostile(item, INJECTIONS[number])
            items.append(changed.model_copy(update={"id": item.id.replace("kinds", f"h{number}", 1)}))
    title = Text.model_construct(kk=INJECTIONS[numbers[0]], ru=INJECTIONS[numbers[-1]])
    objectives = tuple(objective.model_copy(update={"text": title}) for objective in bank.objectives)
    return bank.model_copy(
        update={"bank": slug, "title": title, "items": tuple(items), "objectives": objectives}
    )


INIT = f"globalThis.injections = {json.dumps(INJECTIONS)};\n{SCRIPT.read_text('utf-8')}"
"""Runs in each page before anything of it."""


class Watched:
    """A browser profile in which everything that is ever put into a page is looked at."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.complaints: list[str] = []
        context.set_default_timeout(20_000)
        context.add_init_script(INIT)
        context.on("dialog", self._complain)
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _complain(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, address: str) -> Page:
        """Open a page and wait for its scripts."""
        page = self.context.new_page()
        page.goto(address)
        return page

    def breaches(self, page: Page) -> list[str]:
        """What came into the page that no text may bring, and what its scripts complained of."""
        found: list[str] = page.evaluate("hostile.frame().then(hostile.breaches)")
        return found + self.complaints
