"""The interface words: the same keys in both editions, all that the site needs, and none of them empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swtech.checks.used import USED
from swtech.course import Survey
from swtech.errors import Problem, nearest
from swtech.language import LANGUAGE_NAMES, LANGUAGES, mixed_script_words
from swtech.language.marks import foreign_marks
from swtech.model import PLACEHOLDER, Located, LocatedList, Mark

NEEDED = ("title", "language")
SPELT_OUT = 5
"""How many missing words get a line each."""
SLOT = re.compile(r"\{(\w*)\}")
SLOTS = {name: frozenset[str]() for name in NEEDED} | {
    f"{group}.{word.partition('{')[0]}": frozenset(SLOT.findall(word))
    for group, words in USED.items()
    for word in words.split()
}
"""Every word that is used, and the slots that may stand in it."""


def check_words(seen: Survey) -> Iterator[Problem]:
    """Yield words that an edition lacks, empty words, mixed-script words, and slots that nothing fills."""
    found = {lang: dict(_leaves(raw.tree)) for lang, raw in seen.words.items() if raw.tree is not None}
    for lang, words in found.items():
        file = seen.words[lang].file
        other = next(one for one in LANGUAGES if one != lang)
        # A word that only one edition lacks is said at the other's.
        needed = SLOTS if seen.pages else NEEDED
        lacking = [name for name in needed if name not in words and name not in found.get(other, {})]
        if len(lacking) > SPELT_OUT:
            names = f"{', '.join(lacking[:SPELT_OUT])} and {len(lacking) - SPELT_OUT} more are missing"
            remedy = "Take them from the file's history."
            yield Problem(file, 1, 1, "", f"words are needed: {names}", "", remedy, "missing-word")
            lacking = []
        for name in lacking:
            remedy = _nearest(name, set(words) - set(SLOTS)) or f"Add {name.rpartition('.')[2]}:."
            yield Problem(file, 1, 1, name, "the word is missing", "", remedy, "missing-word")
        for name, (mark, text) in words.items():
            yield from _word(file, mark, name, text)
    if len(found) < len(LANGUAGES):
        return
    for lang, other in (LANGUAGES, LANGUAGES[::-1]):
        for name, (mark, _) in found[lang].items():
            if name not in found[other]:
                remedy = (
                    _nearest(name, set(found[other]) - set(found[lang])) or f"Add it to book/{other}.yml."
                )
                what = f"the word is missing in book/{other}.yml ({LANGUAGE_NAMES[other]})"
                yield Problem(seen.words[lang].file, *mark, name, what, "", remedy, "missing-word")


def _nearest(name: str, known: set[str]) -> str:
    """Return the question that names a key of the same group with nearly the same last part."""
    group, _, last = name.rpartition(".")
    parts = {key.rpartition(".")[2] for key in known if key.rpartition(".")[0] == group}
    near = nearest(last, parts)
    return f"Did you mean {f'{group}.{near}' if group else near}?" if near else ""


def _leaves(value: object, name: str = "", mark: Mark = (1, 1)) -> Iterator[tuple[str, tuple[Mark, str]]]:
    if isinstance(value, Located):
        for key, entry in value.items():
            yield from _leaves(entry, f"{name}.{key}" if name else key, value.place(key))
    elif isinstance(value, LocatedList):
        for number, entry in enumerate(value):
            yield from _leaves(entry, f"{name}.{number + 1}", value.place(number))
    elif isinstance(value, str):
        yield name, (mark, value)


def _word(file: str, mark: Mark, name: str, text: str) -> Iterator[Problem]:
    line, column = mark
    if not text.strip():
        yield Problem(file, line, column, name, "the word is empty", "", "Write it.", "empty-text")
    if PLACEHOLDER in text:
        yield Problem(
            file, line, column, name, "the word is still to fill in", "", f"Replace {PLACEHOLDER}.", "fill-in"
        )
    mixed = mixed_script_words(text)
    if mixed:
        what, remedy = "Latin and Cyrillic letters are mixed in one word", "Type the whole word again."
        yield Problem(file, line, column, name, what, ", ".join(mixed), remedy, "mixed-script")
    marks = foreign_marks(text)
    if marks:
        what = "quotes are «…» and a dash is –"
        yield Problem(file, line, column, name, what, " ".join(marks), "Type them again.", "foreign-mark")
    unknown = [slot for slot in SLOT.findall(text) if slot not in SLOTS.get(name, {slot})]
    if unknown:
        known = " ".join(f"{{{slot}}}" for slot in sorted(SLOTS[name]))
        remedy = f"Write {known}." if known else "Remove the braces."
        what = "the site has nothing to put into a slot"
        yield Problem(file, line, column, name, what, f"{{{unknown[0]}}}", remedy, "unknown-slot")
