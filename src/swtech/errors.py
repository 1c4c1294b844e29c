"""What can be wrong, said to an author: where, what was expected, what was found, how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend, at one place. Problems sort by file, then line, then column."""

    file: str
    """Path from the course's root, with forward slashes."""
    line: int
    """Counted from 1; 0 when the file as a whole is meant."""
    column: int
    id: str
    """The item, term, page section or other thing that has the problem, or an empty string."""
    what: str
    """What is expected or wrong, without a full stop."""
    found: str = ""
    """What stands there instead, or an empty string."""
    remedy: str = ""
    """How to mend it: a sentence or two."""
    code: str = ""
    """The fault's name, such as ``two-keys``: stable, for tools and tests."""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        name = f"{self.id}: " if self.id else ""
        found = f", found {self.found}" if self.found else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{name}{self.what}{found}.{remedy}"


class SwtechError(Exception):
    """Something that the caller asked for cannot be done; the message says why and what to do."""

    def _render_traceback_(self) -> list[str]:
        # In a notebook IPython shows this instead of a page of frames: the message alone says what to mend.
        return [f"{type(self).__name__}: {self}"]


class BankError(SwtechError):
    """Files of the course are wrong: *problems* holds every one that was found, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[BankError], tuple[tuple[Problem, ...]]]:
        # Without this an error that crosses a process boundary would lose its problems.
        return type(self), (self.problems,)


class BuildError(SwtechError):
    """Sphinx could not build an edition; the message holds what it said, for every edition that failed."""


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that *name* was probably meant to be, or an empty string."""
    # Long garbage would make difflib slow and has no near name anyway.
    found = get_close_matches(name, sorted(known), n=1, cutoff=0.6) if len(name) <= 80 else []
    return found[0] if found else ""


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return ``Did you mean …?`` with the nearest known name, or *otherwise* when none is near."""
    near = nearest(name, known)
    return f"Did you mean {near}?" if near else otherwise
