"""What the files of a course call each other: every name that is used must be there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from swtech.course import Survey
from swtech.course.survey import TOC
from swtech.coverage import raw_items
from swtech.errors import Problem, did_you_mean
from swtech.language import LANGUAGES
from swtech.loading import Raw
from swtech.model import PLACEHOLDER, Located, LocatedList, Page, Reference, Source
from swtech.model.text import LINK

NAME = re.compile(r"[a-z0-9-]+")
STATEMENT = re.compile(r"S[0-9]{2}")


def _entries(raw: Raw | None, name: str) -> Iterator[Located]:
    entries = raw.tree.get(name) if raw is not None and raw.tree is not None else None
    if isinstance(entries, LocatedList):
        yield from (entry for entry in entries if isinstance(entry, Located))


def written_id(entry: Mapping[str, Any]) -> str:
    """Return an entry's id, or an empty string."""
    name = entry.get("id")
    return name if isinstance(name, str) else ""


def unread_banks(seen: Survey) -> set[str]:
    """Return the banks whose items cannot be seen: that one of them is missing would be no news."""
    return {slug for slug, raw in seen.raw_banks.items() if not any(raw_items(raw))}


class Names:
    """Every name of a course that something may refer to, from files with problems too."""

    def __init__(self, seen: Survey) -> None:
        self.items = {
            written_id(item): slug for slug, raw in seen.raw_banks.items() for item in raw_items(raw)
        }
        self.terms = {written_id(entry) for entry in _entries(seen.raw_terms, "terms")}
        self.statements = {written_id(entry) for entry in _entries(seen.raw_outline, "statements")}
        self.figures = set(seen.raw_figures)
        self.cases = set(seen.raw_cases)
        # A bank whose file has a wrong name is said to have one, not also to be missing.
        misnamed = {PurePath(problem.file) for problem in seen.problems if problem.code == "file-name"}
        stems = {path.stem for path in misnamed if path.parts[0] == "quizzes"}
        self.banks = set(seen.raw_banks) | stems
        # A bank that is said to be missing needs no word about each of its items.
        named = {bank.name for page in seen.pages.values() for bank in page.banks}
        self.unread = unread_banks(seen) | stems | (named - self.banks)
        listed = {entry.slug for entry in seen.toc}
        there = {lang: {slug for edition, slug in seen.pages if edition == lang} for lang in LANGUAGES}
        self.absent = {lang: listed - there[lang] for lang in LANGUAGES}
        """Pages whose labels cannot be seen, because they cannot be read or are not there; that is said already."""
        self.pages = {slug for _, slug in seen.pages} | {entry.slug for entry in seen.toc}
        self.labels = {
            lang: {
                label.name
                for (edition, _), page in seen.pages.items()
                if edition == lang
                for label in page.labels
            }
            | {f"term-{name}" for name in self.terms}
            for lang in LANGUAGES
        }

    def has_label(self, label: str, *langs: str) -> bool:
        """Tell whether a page of one of these editions has *label*, or may have it and cannot be read."""
        return any(
            label in self.labels[lang]
            or any(label == slug or label.startswith(f"{slug}-") for slug in self.absent[lang])
            for lang in langs
        )


def check_names(seen: Survey) -> Iterator[Problem]:
    """Yield every name in banks, terms, statements, figures and pages that nothing has."""
    names = Names(seen)
    for raw in seen.raw_banks.values():
        yield from _bank(raw, names, with_labels=bool(seen.pages))
    yield from _same_items(seen)
    for term in seen.terms.values():
        if term.chapter not in names.pages:
            source = term.source.at("chapter")
            yield unknown_name(source, term.id, "page", term.chapter, names.pages)
    for statement in seen.statements.values():
        if statement.chapter not in names.pages:
            source = statement.source.at("chapter")
            yield unknown_name(source, statement.id, "page", statement.chapter, names.pages)
    if seen.pages:
        yield from _figure_links(seen, names)
    for page in seen.pages.values():
        yield from _page(page, names)


def unknown_name(place: Source, name: str, noun: str, found: str, known: Collection[str]) -> Problem:
    """Return the problem of a *noun* called *found* that nothing has, with the nearest of the *known* names."""
    if noun == "term" and not NAME.fullmatch(found):
        remedy = "Write {term}`words <id>`, with an id of quizzes/terms.yml."
    elif not found.isascii():
        remedy = "Type it again in Latin letters."
    elif noun == "statement" and known:
        remedy = f"The statements are {min(known)} to {max(known)}."
    elif noun == "bank":
        remedy = did_you_mean(found, known, f"Write quizzes/{found}.yml, or name another bank.")
    elif noun == "section":
        # A term's entry in the glossary is a section too, but seldom the one that is meant.
        known = [label for label in known if label.startswith("term-") == found.startswith("term-")]
        remedy = did_you_mean(found, known, "Is its name right?")
    else:
        remedy = did_you_mean(found, known, "Is its name right?")
    what = f"there is no such {noun}"
    return Problem(place.file, place.line, place.column, name, what, found, remedy, f"unknown-{noun}")


def _bank(raw: Raw, names: Names, *, with_labels: bool) -> Iterator[Problem]:
    for item in raw_items(raw):
        name = written_id(item)
        teaches = item.get("teaches")
        if isinstance(teaches, LocatedList) and names.statements:
            for number, statement in enumerate(teaches):
                known = not isinstance(statement, str) or statement in names.statements
                if not known and STATEMENT.fullmatch(statement):
                    place = Source(raw.file, *teaches.place(number))
                    yield unknown_name(place, name, "statement", statement, names.statements)
        section = item.get("section")
        if not with_labels:
            continue
        labels = names.labels["kk"] | names.labels["ru"]
        if isinstance(section, str) and not _is_known(section, names):
            yield unknown_name(Source(raw.file, *item.place("section")), name, "section", section, labels)
        for mark, label in label_links(item):
            if not names.has_label(label, *LANGUAGES):
                yield unknown_name(Source(raw.file, *mark), name, "section", label, labels)


def _is_known(section: str, names: Names) -> bool:
    return not section or PLACEHOLDER in section or names.has_label(section, *LANGUAGES)


def label_links(value: Any, holder: Any = None, key: object = None) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the labels that texts inside *value* link to, with their places."""
    if isinstance(value, str):
        if "](#" in value:
            mark = holder.place(key)
            yield from ((mark, target[1:]) for target in LINK.findall(value) if target.startswith("#"))
    elif isinstance(value, Located):
        for name, entry in value.items():
            yield from label_links(entry, value, name)
    elif isinstance(value, LocatedList):
        for number, entry in enumerate(value):
            yield from label_links(entry, value, number)


def _same_items(seen: Survey) -> Iterator[Problem]:
    """Yield the items whose ids two banks have, those of a copied bank together."""
    homes: dict[str, str] = {}
    copies: dict[tuple[str, str], list[tuple[str, tuple[int, int]]]] = {}
    for slug, raw in seen.raw_banks.items():
        for item in raw_items(raw):
            name = written_id(item)
            if name.startswith(f"{slug}-"):
                homes[name] = max(homes.get(name, ""), slug, key=len)
    for slug, raw in seen.raw_banks.items():
        for item in raw_items(raw):
            name = written_id(item)
            if name and homes.setdefault(name, slug) != slug:
                copies.setdefault((slug, homes[name]), []).append((name, item.place("id")))
    for (slug, home), there in copies.items():
        name, (line, column) = there[0]
        many = f"{len(there)} items" if len(there) > 1 else "an item"
        what, remedy = f"two banks have {many} with the same id", "Give each item its own id."
        found = f"the other in quizzes/{home}.yml"
        yield Problem(f"quizzes/{slug}.yml", line, column, name, what, found, remedy, "same-id")


def _figure_links(seen: Survey, names: Names) -> Iterator[Problem]:
    labels = names.labels["kk"] | names.labels["ru"]
    for name, raw in seen.raw_figures.items():
        for part in _entries(raw, "parts"):
            link = part.get("link")
            if isinstance(link, str) and link and not names.has_label(link, *LANGUAGES):
                yield unknown_name(Source(raw.file, *part.place("link")), name, "section", link, labels)


def _page(page: Page, names: Names) -> Iterator[Problem]:
    wanted: tuple[tuple[str, tuple[Reference, ...], Any], ...] = (
        ("item", page.items, names.items),
        ("bank", page.banks, names.banks),
        ("term", page.terms, names.terms),
        ("drawing", page.drawings, names.figures),
        ("case", page.cases, names.cases),
        ("section", page.links, names.labels[page.lang]),
        (
            "statement",
            tuple(reference for section in page.sections for reference in section.teaches),
            names.statements,
        ),
    )
    for noun, references, known in wanted:
        # Where terms or statements cannot be read at all, that is said once, at their file.
        if not known and noun in {"term", "statement"}:
            continue
        for reference in references:
            if reference.name in known or PLACEHOLDER in reference.name:
                continue
            if noun == "section" and names.has_label(reference.name, page.lang):
                continue
            if noun != "item" or not any(reference.name.startswith(f"{slug}-") for slug in names.unread):
                yield unknown_name(
                    Source(page.file, reference.line, 1),
                    section_at(page, reference.line),
                    noun,
                    reference.name,
                    known,
                )


def section_at(page: Page, line: int) -> str:
    """Return the label of the section that *line* of *page* stands in."""
    above = [section.label for section in page.sections if section.line <= line]
    return above[-1] if above else page.slug


def toc_problem(line: int, what: str, found: str, remedy: str, code: str) -> Problem:
    """Return a problem of the table of contents."""
    return Problem(TOC, line, 1, "", what, found, remedy, code)
