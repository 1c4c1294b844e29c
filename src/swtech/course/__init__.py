"""The course as one frozen value: banks, cases, terms, statements, figures, contents, pages, words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from swtech.course.survey import Survey, find_root, survey
from swtech.errors import BankError, SwtechError, did_you_mean
from swtech.model import Bank, Case, Figure, Item, Page, Section, Settings, Statement, Term, TocEntry

__all__ = ["Course", "Survey", "find_root", "load_course", "survey"]


@dataclass(frozen=True, slots=True)
class Course:
    """A course whose files could all be read. Its mappings keep the course's order and cannot be changed."""

    root: Path
    settings: Settings
    banks: Mapping[str, Bank]
    """By slug, in the order of the table of contents."""
    terms: Mapping[str, Term]
    statements: Mapping[str, Statement]
    figures: Mapping[str, Figure]
    cases: Mapping[str, Case]
    """By name, in the order of the chapters they practise."""
    toc: tuple[TocEntry, ...]
    words: Mapping[str, Mapping[str, Any]]
    """The interface words of each edition: `words["kk"]["site"]["search"]`."""
    pages: Mapping[tuple[str, str], Page] = field(default_factory=dict)
    """By language and slug; empty when the course was loaded without its pages."""
    _places: Mapping[str, tuple[str, Item]] = field(default_factory=dict, repr=False)
    _labels: Mapping[tuple[str, str], tuple[str, Section]] = field(default_factory=dict, repr=False)

    def at(self, base_url: str) -> Course:
        """Return the same course as published at *base_url*, whatever its settings say."""
        return replace(self, settings=self.settings.model_copy(update={"base_url": base_url}))

    def items(self) -> Iterator[Item]:
        """Yield every item of the course, chapter by chapter."""
        for bank in self.banks.values():
            yield from bank.items

    def has_item(self, name: str) -> bool:
        """Tell whether a bank holds the item *name*."""
        return name in self._places

    def item(self, name: str) -> Item:
        """Return the item *name*; SwtechError names the nearest one when there is none."""
        return self._place(name)[1]

    def bank_of(self, name: str) -> Bank:
        """Return the bank that holds the item *name*; SwtechError as for `item`."""
        return self.banks[self._place(name)[0]]

    def bank(self, slug: str) -> Bank:
        """Return the bank *slug*; SwtechError names the nearest one when there is none."""
        if slug not in self.banks:
            otherwise = f"The banks are {', '.join(self.banks)}."
            raise SwtechError(f"there is no bank {slug}. {did_you_mean(slug, self.banks, otherwise)}")
        return self.banks[slug]

    def section(self, label: str, lang: str) -> tuple[str, Section]:
        """Return the slug of the page that has the section *label* in *lang*, and the section."""
        found = self._labels.get((lang, label))
        if found is None:
            known = [name for edition, name in self._labels if edition == lang]
            raise SwtechError(f"no {lang} page has the section {label}. {did_you_mean(label, known)}".strip())
        return found

    def chapter_number(self, slug: str) -> int | None:
        """Return the number of the chapter *slug*, or None for a page that is no chapter."""
        return next((entry.number for entry in self.toc if entry.slug == slug), None)

    def svg(self, figure: str) -> Path:
        """Return the file of a figure's drawing."""
        return self.root / "book" / "figures" / f"{figure}.svg"

    def _place(self, name: str) -> tuple[str, Item]:
        if name not in self._places:
            raise SwtechError(f"no bank has an item {name}. {did_you_mean(name, self._places)}".strip())
        return self._places[name]


def load_course(
    path: str | Path | None = None, *, pages: bool = True, banks: Collection[str] | None = None
) -> Course:
    """Return the course at *path*, or the one that the current folder is in.

    Without *pages* the chapters are not read: quicker, for whoever needs banks and terms alone. With *banks*
    only these are read, and no cases, terms, statements or figures: a notebook of one bank neither waits for the
    others nor fails with them. BankError holds every problem that a file has by itself;
    `swtech.checks.check_course` also looks at what the files say of each other.
    """
    seen = survey(find_root(path), pages=pages, banks=banks)
    problems = [problem for problem in seen.problems if problem.severity == "error"]
    if problems:
        raise BankError(problems)
    return course_of(seen)


def course_of(seen: Survey) -> Course:
    """Return the course that a survey without problems found."""
    assert seen.settings is not None, "a survey without settings has a problem that says so"
    labels: dict[tuple[str, str], tuple[str, Section]] = {}
    for (lang, slug), page in seen.pages.items():
        for section in page.sections:
            labels.setdefault((lang, section.label), (slug, section))
    places: dict[str, tuple[str, Item]] = {}
    for slug, bank in seen.banks.items():
        for item in bank.items:
            places.setdefault(item.id, (slug, item))
    return Course(
        root=seen.root,
        settings=seen.settings,
        banks=MappingProxyType(seen.banks),
        terms=MappingProxyType(seen.terms),
        statements=MappingProxyType(seen.statements),
        figures=MappingProxyType(seen.figures),
        cases=MappingProxyType(_in_order(seen)),
        toc=seen.toc,
        words=MappingProxyType({lang: _plain(raw.tree) for lang, raw in seen.words.items()}),
        pages=MappingProxyType(seen.pages),
        _places=places,
        _labels=labels,
    )


def _in_order(seen: Survey) -> dict[str, Case]:
    """Return the cases in the order of their chapters, those of one chapter from short to long."""
    order = {entry.slug: place for place, entry in enumerate(seen.toc)}
    return dict(
        sorted(
            seen.cases.items(),
            key=lambda pair: (order.get(pair[1].chapter, len(order)), len(pair[1].expert_path), pair[0]),
        )
    )


def _plain(value: Any) -> Any:
    """Return raw words as plain mappings and lists."""
    if isinstance(value, dict):
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value
