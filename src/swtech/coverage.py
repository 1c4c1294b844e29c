"""What the course teaches and tests of each statement, in which section, with which items and cases.

Read from the files as they are written, those with problems too. `swtech check` turns the gaps into problems,
`swtech coverage` into a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from swtech.course import Survey
from swtech.language import LANGUAGES
from swtech.loading import Raw
from swtech.model import Level, Located, LocatedList, Page, Promise, Section, Statement

LEVELS: tuple[str, ...] = get_args(Level)
"""What items ask of the mind, from the least to the most."""


@dataclass(frozen=True, slots=True)
class Tested:
    """An item, as far as coverage goes."""

    id: str
    bank: str
    kind: str
    level: str
    section: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the course promises of a statement or a bank and does not keep."""

    code: str
    what: str
    found: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Row:
    """What there is of one statement."""

    statement: Statement
    sections: Mapping[str, tuple[tuple[Page, Section], ...]]
    """By language: the sections that teach it."""
    items: tuple[Tested, ...]
    cases: tuple[str, ...]
    gaps: tuple[Gap, ...]

    def at(self, level: str) -> tuple[Tested, ...]:
        """Return the items of a cognitive level."""
        return tuple(item for item in self.items if item.level == level)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The statements that have a bank to test them, and the banks."""

    rows: tuple[Row, ...]
    banks: Mapping[str, tuple[Tested, ...]]
    bank_gaps: Mapping[str, tuple[Gap, ...]]

    @property
    def gaps(self) -> int:
        """How many gaps there are."""
        return sum(len(row.gaps) for row in self.rows) + sum(map(len, self.bank_gaps.values()))


def raw_items(raw: Raw) -> Iterator[Located]:
    """Yield the items of a bank as they are written, those with problems too."""
    entries = raw.tree.get("items") if raw.tree is not None else None
    if isinstance(entries, LocatedList):
        yield from (entry for entry in entries if isinstance(entry, Located))


def coverage_of(seen: Survey) -> Coverage:
    """Return what the course covers. A statement whose chapter has no bank, such as the sources, is left out.

    Of a bank whose items cannot be read nothing is said: what it tests is not known.
    """
    promise = seen.settings.coverage if seen.settings else Promise()
    banks = {
        slug: tuple(_tested(slug, item) for item in raw_items(raw)) for slug, raw in seen.raw_banks.items()
    }
    by_statement: dict[str, list[Tested]] = {}
    for slug, raw in seen.raw_banks.items():
        for item, tested in zip(raw_items(raw), banks[slug], strict=True):
            for name in _names(item.get("teaches")):
                by_statement.setdefault(name, []).append(tested)
    rows = []
    for statement in seen.statements.values():
        if not banks.get(statement.chapter):
            continue
        items = tuple(by_statement.get(statement.id, ()))
        sections = {lang: tuple(_sections(seen, statement.id, lang)) for lang in LANGUAGES}
        cases = tuple(name for name, case in seen.cases.items() if statement.id in case.teaches)
        gaps = (*_untested(statement, items, promise), *_untaught(statement, sections, seen))
        rows.append(Row(statement, sections, items, cases, gaps))
    bank_gaps = {slug: tuple(_small(slug, items, promise)) for slug, items in banks.items() if items}
    return Coverage(tuple(rows), banks, bank_gaps)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _tested(bank: str, item: Located) -> Tested:
    return Tested(
        *(_text(item.get("id")), bank), *(_text(item.get(name)) for name in ("kind", "level", "section"))
    )


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, LocatedList):
        yield from dict.fromkeys(name for name in value if isinstance(name, str))


def _sections(seen: Survey, statement: str, lang: str) -> Iterator[tuple[Page, Section]]:
    for (edition, _), page in seen.pages.items():
        if edition == lang:
            for section in page.sections:
                if any(reference.name == statement for reference in section.teaches):
                    yield page, section


def _untested(statement: Statement, items: tuple[Tested, ...], promise: Promise) -> Iterator[Gap]:
    where = f"quizzes/{statement.chapter}.yml with teaches: [{statement.id}]"
    if len(items) < promise.statement_items:
        names = ", ".join(item.id for item in items)
        found = f"{len(items)} ({names})" if items else "none"
        what = f"the statement needs {promise.statement_items} items that test it"
        yield Gap("untested-statement", what, found, f"Write one in {where}.")
    levels = sorted({item.level for item in items} & set(LEVELS), key=LEVELS.index)
    if items and len(levels) < promise.statement_levels:
        missing = ", ".join(level for level in LEVELS if level not in levels)
        what = f"the statement needs items on {promise.statement_levels} cognitive levels"
        yield Gap(
            "one-sided-statement", what, ", ".join(levels), f"Write one with level: {missing} in {where}."
        )


def _untaught(statement: Statement, sections: Mapping[str, tuple[Any, ...]], seen: Survey) -> Iterator[Gap]:
    for lang in LANGUAGES:
        if (lang, statement.chapter) in seen.pages and not sections[lang]:
            file = f"content/{lang}/{statement.chapter}.md"
            remedy = f"Write «% teaches: {statement.id}» under the section that does."
            yield Gap("untaught-statement", f"no section of {file} teaches the statement", "", remedy)


def _small(slug: str, items: tuple[Tested, ...], promise: Promise) -> Iterator[Gap]:
    if len(items) < promise.bank_items:
        what = f"the bank needs {promise.bank_items} items"
        yield Gap(
            "small-bank", what, str(len(items)), f"Write more in quizzes/{slug}.yml: swtech new item {slug}."
        )


def kinds_of(items: tuple[Tested, ...]) -> Counter[str]:
    """Return how many items there are of each kind."""
    return Counter(item.kind for item in items)
