"""What a mixed test is made of: chapters, length, seed and levels, checked; and the items that they draw."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from swtech.coverage import LEVELS
from swtech.draw import pick
from swtech.errors import SwtechError, did_you_mean

if TYPE_CHECKING:
    from swtech.course import Course
    from swtech.model import Item

LENGTH, SEED = 10, "1"
LONGEST_SEED = 40
LONGEST_TIME = 300
"""The longest time limit that the site offers, in minutes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A test that can be drawn."""

    chapters: tuple[str, ...]
    """The slugs of its banks, in the order of the course."""
    n: int
    seed: str
    levels: tuple[str, ...]
    """The levels of its items; none means all of them."""

    def items(self, course: Course) -> list[Item]:
        """Return the items of the test, in its order."""
        found = {item.id: item for slug in self.chapters for item in course.banks[slug].items}
        drawn = pick({name: item.level for name, item in found.items()}, self.levels, self.n, self.seed)
        return [found[name] for name in drawn]


def wanted(
    course: Course,
    chapters: Iterable[str] | None = None,
    n: int = LENGTH,
    seed: str | int = SEED,
    levels: Iterable[str] | None = None,
) -> Wanted:
    """Return the test that is asked for; without chapters it is drawn from all of them, likewise without levels.

    Raises SwtechError, with what to write instead, for anything that no test can be made of.
    """
    slugs, asked = names(chapters, "chapters", "cycle"), names(levels, "levels", "apply")
    for slug in slugs:
        if slug not in course.banks:
            otherwise = f"The banks are {', '.join(course.banks)}."
            raise SwtechError(f"there is no bank {slug}. {did_you_mean(slug, course.banks, otherwise)}")
    for level in asked:
        if level not in LEVELS:
            otherwise = f"The levels are {', '.join(LEVELS)}."
            raise SwtechError(f"there is no level {level}. {did_you_mean(level, LEVELS, otherwise)}")
    test = Wanted(
        chapters=tuple(slug for slug in course.banks if not slugs or slug in slugs),
        n=_length(n),
        seed=_seed(seed),
        # All levels by name are all levels: the same test, the same address.
        levels=() if set(asked) == set(LEVELS) else tuple(level for level in LEVELS if level in asked),
    )
    if not test.items(course):
        where, what = ", ".join(test.chapters), " or ".join(test.levels)
        remedy = "Choose more levels or more chapters."
        raise SwtechError(f"no question in {where} is at the level {what}. {remedy}")
    return test


def names(given: Iterable[str] | None, what: str, example: str) -> tuple[str, ...]:
    """Return a list of names as it is given, empty when none is; *what* it is and an *example* are for the error."""
    if given is None:
        return ()
    listed: list[object] = [] if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
    if not listed or not all(isinstance(name, str) for name in listed):
        like = f'{what}=["{given if isinstance(given, str) and given else example}"]'
        raise SwtechError(
            f"{what} is a list of names, found {given!r}. Write {like}, or leave it out for all."
        )
    return tuple(str(name) for name in listed)


def _length(n: object) -> int:
    try:
        length = 0 if isinstance(n, bool) else operator.index(n)  # type: ignore[arg-type]  # what is no number fails
    except TypeError:
        length = 0
    if length < 1:
        raise SwtechError(
            f"a test has at least 1 question, found n={n!r}. Write a whole number, such as n=10."
        )
    return length


def _seed(seed: object) -> str:
    text = "" if seed is None or isinstance(seed, bool) else str(seed).strip()
    if not text or len(text) > LONGEST_SEED:
        expected = f"a seed is a number or a text of 1 to {LONGEST_SEED} characters"
        raise SwtechError(f'{expected}, found {seed!r}. Write seed=7 or seed="group-2".')
    return text
