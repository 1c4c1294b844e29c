"""Branching cases between the files: the names they use, the page of each, the lists that name them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from swtech.checks.names import Names, label_links, section_at, unknown_name, written_id
from swtech.course import Survey
from swtech.errors import Problem
from swtech.language import LANGUAGE_NAMES, LANGUAGES
from swtech.loading import Raw
from swtech.model import PLACEHOLDER, Case, Page, Source


def check_cases(seen: Survey) -> Iterator[Problem]:
    """Yield names in cases that nothing has, cases that no page shows, and lists that would stand empty."""
    names = Names(seen)
    for case in seen.cases.values():
        yield from _case(seen.raw_cases[case.case], case, names, with_labels=bool(seen.pages))
    if seen.pages:
        yield from _unshown(seen, names)
    practised = {case.chapter for case in seen.cases.values()}
    if len(seen.cases) < len(seen.raw_cases):
        practised |= set(seen.raw_banks)  # a case with problems may be of any chapter
    for page in seen.pages.values():
        yield from _empty_lists(page, names, practised)


def _case(raw: Raw, case: Case, names: Names, *, with_labels: bool) -> Iterator[Problem]:
    tree = raw.tree
    assert tree is not None, "a case that could be built has a tree"
    if case.chapter not in names.banks:
        yield unknown_name(case.source.at("chapter"), case.case, "bank", case.chapter, names.banks)
    for number, statement in enumerate(case.teaches):
        if names.statements and statement not in names.statements:
            place = Source(raw.file, *tree["teaches"].place(number))
            yield unknown_name(place, case.case, "statement", statement, names.statements)
    for scene in tree["scenes"]:
        for decision in scene.get("decisions", ()):
            if names.terms and decision["behind"] not in names.terms:
                place = Source(raw.file, *decision.place("behind"))
                yield unknown_name(place, written_id(scene), "term", decision["behind"], names.terms)
    if with_labels:
        for mark, label in label_links(tree):
            if not names.has_label(label, *LANGUAGES):
                labels = names.labels["kk"] | names.labels["ru"]
                yield unknown_name(Source(raw.file, *mark), case.case, "section", label, labels)


def _unshown(seen: Survey, names: Names) -> Iterator[Problem]:
    """Yield the cases that an edition does not show under their own label: lists of cases link to it."""
    for name, case in seen.cases.items():
        for lang in LANGUAGES:
            if f"case-{name}" in names.absent[lang]:
                continue  # the page cannot be read; that is said already
            pages = [page for (edition, _), page in seen.pages.items() if edition == lang]
            there = next(((page, one) for page in pages for one in page.cases if one.name == name), None)
            if there is None:
                what = f"no {LANGUAGE_NAMES[lang]} page shows the case"
                remedy = f"Write :::{{branching}} {name} in content/{lang}/case-{name}.md."
                yield Problem(case.source.file, 1, 1, name, what, "", remedy, "unshown-case")
            elif not names.has_label(f"case-{name}", lang):
                page, reference = there
                what = "the page of a case has no label that lists of cases can link to"
                remedy = f"Write (case-{name})= above its title, and call the file case-{name}.md."
                where = section_at(page, reference.line)
                yield Problem(page.file, reference.line, 1, where, what, "", remedy, "unlabelled-case")


def _empty_lists(page: Page, names: Names, practised: Collection[str]) -> Iterator[Problem]:
    """Yield lists of a chapter's cases where no case practises the chapter."""
    for reference in page.case_lists:
        if reference.name in practised or PLACEHOLDER in reference.name:
            continue
        where, place = section_at(page, reference.line), Source(page.file, reference.line, 1)
        if reference.name not in names.banks:
            yield unknown_name(place, where, "bank", reference.name, names.banks)
            continue
        what = "no case practises the chapter"
        remedy = f"Remove the list, or write a case with chapter: {reference.name}."
        yield Problem(page.file, place.line, 1, where, what, reference.name, remedy, "empty-case-list")
