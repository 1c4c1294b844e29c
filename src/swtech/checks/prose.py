"""Every text that a student reads, with its file and line, whichever file it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from swtech.course import Survey
from swtech.language import LANGUAGES
from swtech.loading import LIMITS, Limits, Raw
from swtech.loading.reader import read_text
from swtech.model import Located, LocatedList

SKIPPED = {"forbidden", "answers"}
"""What is no prose: the wrong words that the termbase lists, and answers as students type them.

The first answer is: it is shown as the right spelling."""


class Passage(NamedTuple):
    """A text of one language: a line of a page, or a text of a YAML file."""

    lang: str
    file: str
    line: int
    name: str
    """The id of the item, term or other entry that it belongs to; empty for pages."""
    text: str


def passages(seen: Survey, limits: Limits = LIMITS) -> Iterator[Passage]:
    """Yield every passage of the course: pages, banks, cases, terms, statements, figures, interface words."""
    for page in seen.pages.values():
        text, _ = read_text(seen.root / page.file, page.file, limits)
        in_code = False
        for number, line in enumerate((text or "").split("\n"), 1):
            in_code ^= line.startswith("```")
            if line.strip() and not in_code and not line.startswith(("%", "```")):
                yield Passage(page.lang, page.file, number, "", line)
    raws: list[Raw | None] = [
        *seen.raw_banks.values(),
        *seen.raw_cases.values(),
        seen.raw_terms,
        seen.raw_outline,
        *seen.raw_figures.values(),
    ]
    for raw in raws:
        if raw is not None and raw.tree is not None:
            yield from _bilingual(raw.tree, raw.file, "")
    for lang, raw in seen.words.items():
        if raw.tree is not None:
            yield from _words(raw.tree, raw.file, lang)


def _bilingual(value: object, file: str, name: str) -> Iterator[Passage]:
    if isinstance(value, Located):
        own = value.get("id")
        name = own if isinstance(own, str) and value.keys() - {"id", *LANGUAGES} else name
        for key, entry in value.items():
            if key in LANGUAGES and isinstance(entry, str):
                yield Passage(key, file, value.place(key)[0], name, entry)
            elif key not in SKIPPED:
                yield from _bilingual(entry, file, name)
            elif (
                key == "answers" and "feedback" not in value
            ):  # with feedback they are wrong answers to expect
                yield from _shown_answers(entry, file, name)
    elif isinstance(value, LocatedList):
        for entry in value:
            yield from _bilingual(entry, file, name)


def _shown_answers(value: object, file: str, name: str) -> Iterator[Passage]:
    for lang, entry in value.items() if isinstance(value, Located) else ():
        if lang in LANGUAGES and isinstance(entry, LocatedList) and entry and isinstance(entry[0], str):
            yield Passage(lang, file, entry.place(0)[0], name, entry[0])


def _words(value: object, file: str, lang: str) -> Iterator[Passage]:
    if isinstance(value, Located):
        for key, entry in value.items():
            if isinstance(entry, str):
                yield Passage(lang, file, value.place(key)[0], key, entry)
            else:
                yield from _words(entry, file, lang)
    elif isinstance(value, LocatedList):
        for number, entry in enumerate(value):
            if isinstance(entry, str):
                yield Passage(lang, file, value.place(number)[0], "", entry)
