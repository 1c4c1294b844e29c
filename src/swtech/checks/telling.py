"""What gives the right choice away to somebody who knows nothing of the matter: its length, «all of the above»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from swtech.course import Survey
from swtech.errors import Problem
from swtech.language import LANGUAGE_NAMES, LANGUAGES
from swtech.model import ChoiceItem, Source, Text
from swtech.text import to_plain

LONGER, SHORTER = 1.35, 0.6
"""How much longer than the longest of the others, or shorter than the shortest, the right choice may be."""
AT_LEAST = 14
"""A difference of fewer characters is not seen at a glance."""
SWEEPING = re.compile(
    r"(?:жоғарыда\w*|аталған\w*)\s+(?:бәрі|барлығы)|(?:бәрі|барлығы)\s+дұрыс|дұрыс\s+жауап\s+жоқ"
    r"|вс[её]\s+(?:вышеп|п)еречисленн\w*|все\s+(?:ответы|варианты)|вс[её]\s+верно|ничего\s+из\s+(?:вышеп|п)еречисленн\w*"
    r"|ни\s+один\s+из\s+(?:ответов|вариантов)|нет\s+верного\s+ответа",
    re.IGNORECASE,
)
"""Choices that are about the other choices."""


def check_telling(seen: Survey) -> Iterator[Problem]:
    """Yield choices that stand out by their length, and choices that speak of all or none of the others."""
    for bank in seen.banks.values():
        for item in bank.items:
            if item.kind not in {"choice", "multiple"}:
                continue
            for choice in item.choices:
                yield from _sweeping(item.source, item.id, choice.text)
            if isinstance(item, ChoiceItem):
                others = [choice.text for choice in item.choices if not choice.key]
                yield from _length(item.source, item.id, "key", item.key.text, others)
    for case in seen.cases.values():
        for scene in case.scenes:
            if scene.expert is not None:
                others = [one.text for one in scene.decisions if not one.expert]
                yield from _length(case.source, scene.id, "expert's decision", scene.expert.text, others)


def _sweeping(source: Source, name: str, text: Text) -> Iterator[Problem]:
    for lang in LANGUAGES:
        if found := SWEEPING.search(text[lang]):
            what, remedy = (
                "a choice speaks of the other choices",
                "Write a choice of its own, or use kind: multiple.",
            )
            yield Problem(
                source.file, source.line, source.column, name, what, found.group(), remedy, "sweeping-choice"
            )


def _length(source: Source, name: str, noun: str, key: Text, others: Sequence[Text]) -> Iterator[Problem]:
    for lang in LANGUAGES:
        own = _shown(key[lang])
        lengths = [_shown(other[lang]) for other in others]
        longest, shortest = max(lengths), min(lengths)
        too_long = own > LONGER * longest and own - longest >= AT_LEAST
        too_short = own < SHORTER * shortest and shortest - own >= AT_LEAST
        if too_long or too_short:
            what = f"the {noun} is told by its length in {LANGUAGE_NAMES[lang]}"
            found = f"{own} characters beside {shortest} to {longest}"
            remedy = "Make it and the others alike in length."
            yield Problem(
                source.file, source.line, source.column, name, what, found, remedy, "telling-length"
            )


def _shown(text: str) -> int:
    """Return how many characters of *text* are seen."""
    return len(to_plain(text) if "[" in text or "*" in text else text)
