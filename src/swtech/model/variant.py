"""Words that the course does not use, and what it writes instead: the list at the end of the termbase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from swtech.model.faults import Fault, is_list
from swtech.model.value import Placed, Words

LETTER = r"[^\W\d_]"
PATTERN = re.compile(rf"{LETTER}+\*?(?:[ –-]+{LETTER}+\*?)*")

Patterns = Annotated[tuple[Words, ...], Field(min_length=1)]


class Variant(Placed):
    """Words that are not to be used in one language, and the right ones."""

    lang: Literal["kk", "ru"] = Field(description="The language whose texts must not have it: kk or ru.")
    wrong: Patterns = Field(
        description="The words that are refused, in small letters; a word that ends with * has any ending."
    )
    unless: tuple[Words, ...] = Field(
        default=(), description="What the wrong words also match and may stay, written in the same way."
    )
    right: Words = Field(description="What is written instead.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield words that are no pattern."""
        for field in ("wrong", "unless"):
            entries = raw.get(field)
            for number, entry in enumerate(entries if is_list(entries) else ()):
                if isinstance(entry, str) and not (PATTERN.fullmatch(entry) and entry == entry.lower()):
                    remedy = (
                        "Write small letters, words parted by a space or a hyphen, * at the end of a word."
                    )
                    what = "a pattern is words, each perhaps with * for any ending"
                    yield Fault(entries, number, "pattern", what, entry[:40], remedy)

    @cached_property
    def _refused(self) -> re.Pattern[str]:
        return _compiled(self.wrong)

    @cached_property
    def _allowed(self) -> re.Pattern[str] | None:
        return _compiled(self.unless) if self.unless else None

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places of *text* where the refused words stand."""
        for found in self._refused.finditer(text):
            if self._allowed is None or not self._allowed.match(text, found.start()):
                yield found


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    def one(pattern: str) -> str:
        return re.escape(pattern).replace(r"\*", rf"{LETTER}*").replace(r"\ ", r"\s+")

    joined = "|".join(one(pattern) for pattern in patterns)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
