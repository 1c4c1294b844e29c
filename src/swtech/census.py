"""How much there is of the course: words, items, terms, cases, figures. What `swtech coverage` prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from swtech.course import Survey
from swtech.coverage import Coverage, kinds_of
from swtech.language import LANGUAGES
from swtech.loading.markdown import pieces
from swtech.loading.reader import LIMITS, read_text
from swtech.model import Page

WORD = re.compile(r"[^\W_]+(?:[-–][^\W_]+)*")
TARGET = re.compile(r"\s*<[^<>]*>$")


@dataclass(frozen=True, slots=True)
class Census:
    """Counts of what a student gets."""

    words: Mapping[str, Mapping[str, int]]
    """By language and page: the words of the page's own text, without questions, figures and definitions."""
    items: Mapping[str, Counter[str]]
    """By bank: items of each kind."""
    levels: Mapping[str, Counter[str]]
    """By bank: items of each cognitive level."""
    terms: int
    figures: int
    drawing_links: int
    cases: Mapping[str, tuple[int, int, int]]
    """By name: scenes, decisions on the expert's path, endings."""
    longest_key: Mapping[str, tuple[int, int]]
    """By language: in how many `choice` items the key is the longest choice, and how many there are."""


def census(seen: Survey, covered: Coverage) -> Census:
    """Return the counts of the course in *seen*, whose coverage is *covered*."""
    return Census(
        words={
            lang: {
                slug: page_words(seen, page)
                for (edition, slug), page in seen.pages.items()
                if edition == lang
            }
            for lang in LANGUAGES
        },
        items={slug: kinds_of(items) for slug, items in covered.banks.items()},
        levels={slug: Counter(item.level for item in items) for slug, items in covered.banks.items()},
        terms=len(seen.terms),
        figures=len(seen.figures),
        drawing_links=sum(bool(part.link) for figure in seen.figures.values() for part in figure.parts),
        cases={
            name: (len(case.scenes), len(case.expert_path), len(case.endings))
            for name, case in seen.cases.items()
        },
        longest_key={lang: _longest_keys(seen, lang) for lang in LANGUAGES},
    )


def page_words(seen: Survey, page: Page) -> int:
    """Return how many words the text of *page* has: headings, paragraphs, tables and boxes."""
    text, _ = read_text(seen.root / page.file, page.file, LIMITS)
    return sum(len(WORD.findall(words)) for words in _said(text or ""))


def _said(text: str) -> Iterator[str]:
    for piece in pieces(text):
        if piece.kind == "text":  # the words of headings come as text too
            yield piece.text
        elif piece.kind == "role":
            yield TARGET.sub("", piece.text)


def _longest_keys(seen: Survey, lang: str) -> tuple[int, int]:
    longest = total = 0
    for bank in seen.banks.values():
        for item in bank.items:
            if item.kind == "choice":
                total += 1
                others = max(len(choice.text[lang]) for choice in item.choices if not choice.key)
                longest += len(item.key.text[lang]) > others
    return longest, total
