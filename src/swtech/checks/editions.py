"""The two editions side by side: the same pages, the same labels in the same order, the same questions."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from swtech.checks.names import toc_problem
from swtech.course import Survey
from swtech.course.survey import TOC
from swtech.errors import Problem, did_you_mean, nearest
from swtech.language import LANGUAGE_NAMES, LANGUAGES
from swtech.model import Page, Reference

OTHER = {"kk": "ru", "ru": "kk"}


def check_editions(seen: Survey) -> Iterator[Problem]:
    """Yield pages that are missing or stand outside the table of contents, and labels that differ."""
    if not seen.pages and not seen.unreadable:
        return
    yield from _spine(seen)
    yield from _twin_labels(seen)
    for slug in sorted({slug for _, slug in seen.pages}):
        pages = [seen.pages[lang, slug] for lang in LANGUAGES if (lang, slug) in seen.pages]
        if len(pages) == 2:
            yield from _pair(*pages)


def _spine(seen: Survey) -> Iterator[Problem]:
    listed = {entry.slug for entry in seen.toc}
    there = {(lang, slug) for lang, slug in seen.pages}
    there |= {(file.split("/")[1], file.split("/", 2)[2][:-3]) for file in seen.unreadable}
    meant: set[str] = set()
    for entry in seen.toc:
        missing = [lang for lang in LANGUAGES if (lang, entry.slug) not in there]
        if len(missing) == len(LANGUAGES):
            near = nearest(entry.slug.removesuffix(".md"), {slug for _, slug in there} - listed)
            meant.add(near)
            remedy = f"Did you mean {near}?" if near else "Write it, or remove the line."
            yield toc_problem(
                entry.line, "a page is in neither content/kk nor content/ru", entry.slug, remedy, "no-page"
            )
        elif missing:
            file = f"content/{missing[0]}/{entry.slug}.md"
            what = f"the {LANGUAGE_NAMES[missing[0]]} page is missing"
            remedy = f"Write {file}."
            yield toc_problem(
                entry.line, what, f"only content/{OTHER[missing[0]]}/{entry.slug}.md", remedy, "no-twin"
            )
    if any(problem.file == TOC and problem.code != "page-twice" for problem in seen.problems):
        # What a broken table of contents does not list is no news.
        return
    for lang, slug in sorted(there):
        if slug not in listed | meant and seen.toc:
            what, remedy = (
                "the page is not in the table of contents",
                f"Add «- file: {slug}» to book/_toc.yml.",
            )
            yield Problem(f"content/{lang}/{slug}.md", 1, 1, slug, what, "", remedy, "not-in-toc")
    for slug, raw in seen.raw_banks.items():
        own = raw.tree.get("bank") if raw.tree else None
        if not {slug, own} & (listed | meant) and seen.toc:
            what, remedy = "the bank has no chapter", f"Add «- file: {slug}» to book/_toc.yml."
            yield Problem(raw.file, 1, 1, "", what, "", remedy, "no-chapter")


def _twin_labels(seen: Survey) -> Iterator[Problem]:
    """Yield labels that stand twice, those of a copied page together, and titles with another page's label."""
    homes: dict[tuple[str, str], Page] = {}
    for page in sorted(seen.pages.values(), key=lambda page: len(page.slug)):
        for label in page.labels:
            if label.name == page.slug or label.name.startswith(f"{page.slug}-"):
                homes[page.lang, label.name] = page
    for page in seen.pages.values():
        copied: dict[str, list[tuple[Reference, int]]] = {}
        for label in page.labels:
            home = homes.setdefault((page.lang, label.name), page)
            first = next(other for other in home.labels if other.name == label.name)
            if (home.slug, first.line) != (page.slug, label.line):
                copied.setdefault(home.file, []).append((label, first.line))
        for file, there in copied.items():
            label, line = there[0]
            what = f"{len(there)} labels stand twice" if len(there) > 1 else "a label stands twice"
            remedy = "Give each section its own label."
            found = f"the other in {file}:{line}"
            yield Problem(page.file, label.line, 1, label.name, what, found, remedy, "same-label")
        if page.sections and page.sections[0].level == 1 and page.sections[0].label not in {"", page.slug}:
            title = page.sections[0]
            what, remedy = "a page's own label is its name", f"Write ({page.slug})= above the title."
            yield Problem(page.file, title.line, 1, title.label, what, title.label, remedy, "page-label")


def _pair(left: Page, right: Page) -> Iterator[Problem]:
    ours, theirs = ([section.label for section in page.sections if section.label] for page in (left, right))
    yield from _missing_labels(left, right)
    yield from _missing_labels(right, left)
    common = [label for label in ours if label in theirs]
    if common != (order := [label for label in theirs if label in ours]) and sorted(common) == sorted(order):
        moved = _first_moved(common, order)
        section = next(section for section in right.sections if section.label == moved)
        what = f"the sections stand in another order than in {left.file}"
        remedy = "Bring both editions into one order."
        yield Problem(right.file, section.line, 1, moved, what, moved, remedy, "label-order")
    for page, other in ((left, right), (right, left)):
        known = {reference.name for reference in other.items}
        for reference in page.items:
            if reference.name not in known:
                what = f"the question is missing in {other.file}"
                remedy = "Ask it in both editions, or in none."
                yield Problem(
                    page.file, reference.line, 1, reference.name, what, "", remedy, "question-in-one"
                )
    teaches = {page.lang: _taught(page) for page in (left, right)}
    for section in right.sections:
        ours_taught = teaches[left.lang].get(section.label)
        if section.label and ours_taught is not None and ours_taught != teaches[right.lang][section.label]:
            what = f"«% teaches:» differs from {left.file}"
            here, there = (
                " ".join(sorted(ids)) or "none" for ids in (teaches[right.lang][section.label], ours_taught)
            )
            found = f"{here} here, {there} there"
            remedy = "Name the same statements."
            yield Problem(right.file, section.line, 1, section.label, what, found, remedy, "teaches-differs")


def _taught(page: Page) -> dict[str, set[str]]:
    return {section.label: {reference.name for reference in section.teaches} for section in page.sections}


def _first_moved(ours: list[str], theirs: list[str]) -> str:
    """Return the first label of *theirs* that the longest common order leaves out."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    kept = {theirs[block.b + offset] for block in blocks for offset in range(block.size)}
    return next((label for label in theirs if label not in kept), theirs[0])


def _missing_labels(page: Page, other: Page) -> Iterator[Problem]:
    """Yield the sections of *page* that *other* has not."""
    known = {section.label for section in other.sections}
    for section in page.sections:
        if section.label and section.label not in known:
            what = f"the section is missing in {other.file}"
            remedy = did_you_mean(section.label, _only(other, page), "Write it there with the same label.")
            yield Problem(page.file, section.line, 1, section.label, what, "", remedy, "section-in-one")


def _only(page: Page, other: Page) -> set[str]:
    there = {section.label for section in other.sections}
    return {section.label for section in page.sections if section.label and section.label not in there}
