"""One term for one concept, and marks as both languages set them, in every text that a student reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from swtech.checks.prose import Passage, passages
from swtech.course import Survey
from swtech.errors import Problem
from swtech.language import LANGUAGES
from swtech.loading import LIMITS, Limits
from swtech.model import Variant

SLIPS: Mapping[str, tuple[re.Pattern[str], str, str]] = {
    "space-before-mark": (
        re.compile(r"(?<=[\w»)])[ \u00a0]+[,;:!?»](?!\S*\])|(?<=[\w»)])[ \u00a0]+\.(?!\S)"),
        "a space stands before a mark",
        "Remove the space.",
    ),
    "space-after-quote": (re.compile(r"«\s"), "a space stands after «", "Remove the space."),
    "no-space-after-mark": (
        re.compile(r"[^\W\d_a-zA-Z][,;!?](?=[^\W\d_a-zA-Z])"),
        "a mark has no space after it",
        "Write a space after it.",
    ),
    "double-space": (re.compile(r"(?<=\S)  +(?=\S)"), "two spaces stand side by side", "Keep one."),
    "dots": (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "three dots are one mark", "Write …."),
}
"""By code: what is looked for, what is wrong with it, and the remedy."""
LIKELY = re.compile(r"[ \u00a0][,;:!?».]|«\s|[,;!?][^\W\d_a-zA-Z]|  |\.\.\.")
"""Stands wherever one of the slips does: most texts have none, and one look tells so."""
TABLE = re.compile(r"^\s*\|")
LIST_DASH = re.compile(r"^\s*-\s")


def check_wording(seen: Survey, limits: Limits = LIMITS) -> Iterator[Problem]:
    """Yield words that the termbase refuses, and slips of typography, each with its line."""
    refused = {lang: [one for one in seen.forbidden if one.lang == lang] for lang in LANGUAGES}
    for passage in passages(seen, limits):
        yield from _variants(passage, refused[passage.lang])
        yield from _typography(passage)


def _variants(passage: Passage, refused: Sequence[Variant]) -> Iterator[Problem]:
    for variant in refused:
        for found in variant.found_in(passage.text):
            what, remedy = "the course does not use this word", f"Write {variant.right}."
            yield _problem(passage, what, found.group(), remedy, "forbidden-word")


def _typography(passage: Passage) -> Iterator[Problem]:
    line = LIST_DASH.sub("", passage.text)
    for text in line.split("|") if TABLE.match(line) else (line,):
        yield from _slips(passage, text.strip())


def _slips(passage: Passage, text: str) -> Iterator[Problem]:
    for code, (pattern, what, remedy) in SLIPS.items() if LIKELY.search(text) else ():
        for found in pattern.finditer(text):
            shown = text[max(found.start() - 12, 0) : found.end() + 12].strip()
            yield _problem(passage, what, shown, remedy, code)
    if text.count("«") != text.count("»"):
        what, remedy = "a quote that opens does not close, or the other way round", "Write «…»."
        yield _problem(passage, what, f"{text.count('«')} « and {text.count('»')} »", remedy, "open-quote")


def _problem(passage: Passage, what: str, found: str, remedy: str, code: str) -> Problem:
    return Problem(passage.file, passage.line, 1, passage.name, what, found, remedy, code)
