"""Compare what a student typed with the right answers: exact, then folded, then a small typo.

A typo is one slip (a letter left out, added, changed, or two neighbours swapped) in an answer of five
letters or more, two slips in ten or more. Shorter words have too many neighbours that are words of their own
(үй, ой, ай). Three guards keep meanings apart: the first letter must be right («прерывность» is no slip for
«непрерывность»), digits must be right, and an expected wrong answer that is as near as the right one wins.

A stemmer will join between the folded and the typo step: an answer whose words have the same stems is the
same word in another form, and gets a kind of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from swtech.language.folding import fold, normalise

Closeness = Literal["exact", "folded", "typo"]

EDGES = " .,;:!?…\"'«»„“”()"
APART = re.compile("[-\"'.,;:!?…() ]+")
DIGITS = re.compile("[0-9]+")
ONE_SLIP_FROM, TWO_SLIPS_FROM = 5, 10


class Match(NamedTuple):
    """How near an answer is, and which of the right answers it is near to."""

    kind: Closeness | None
    answer: str | None

    def __bool__(self) -> bool:
        return self.kind is not None


NO_MATCH = Match(None, None)


def answer_key(text: str) -> str:
    """Return the form in which answers are compared after folding: letters and digits, single spaces."""
    return APART.sub(" ", fold(text)).strip(" ")


def slips(typed: str, answer: str, limit: int) -> int:
    """Return how many slips lie between two words (optimal string alignment), or *limit* + 1 for more."""
    if abs(len(typed) - len(answer)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(answer) + 1))
    for row, left in enumerate(typed, 1):
        now = [row]
        for column, right in enumerate(answer, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (left != right))
            swapped = row > 1 and column > 1 and left == answer[column - 2] and typed[row - 2] == right
            now.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, now
    return min(last[-1], limit + 1)


def slips_allowed(answer: str) -> int:
    """Return how many slips an answer of this folded form forgives: none, one or two."""
    return (len(answer) >= ONE_SLIP_FROM) + (len(answer) >= TWO_SLIPS_FROM)


def _slips_from(typed: str, answer: str) -> int | None:
    limit = slips_allowed(answer)
    if not typed or typed[0] != answer[:1] or DIGITS.findall(typed) != DIGITS.findall(answer):
        return None
    count = slips(typed, answer, limit)
    return count if count <= limit else None


def compare_answer(
    typed: str,
    answers: Sequence[str],
    *,
    lang: str,
    exact: bool = False,
    distractors: Iterable[str] = (),
) -> Match:
    """Return how near *typed* is to the nearest of *answers* in *lang*.

    *exact* lets only the first step count; case, spaces and marks around the answer never matter.
    *distractors* are wrong answers that the item expects: they are never taken for a typo.
    """
    plain = normalise(typed).strip(EDGES)
    if not plain:
        return NO_MATCH
    for answer in answers:
        if normalise(answer).strip(EDGES) == plain:
            return Match("exact", answer)
    wrong = tuple(distractors)
    if exact or any(normalise(other).strip(EDGES) == plain for other in wrong):
        return NO_MATCH
    return _compare_folded(answer_key(typed), answers, [answer_key(other) for other in wrong])


def _compare_folded(key: str, answers: Sequence[str], wrong: Sequence[str]) -> Match:
    keys = [(answer_key(answer), answer) for answer in answers]
    for form, answer in keys:
        if key and form == key:
            return Match("folded", answer)
    near = [(count, answer) for form, answer in keys if (count := _slips_from(key, form)) is not None]
    if not near:
        return NO_MATCH
    count, answer = min(near, key=lambda found: found[0])  # the first of equals: the best spelling
    if any(slips(key, other, count) <= count for other in wrong):
        return NO_MATCH
    return Match("typo", answer)
