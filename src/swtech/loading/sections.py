"""The sections of a page with the digests of their words, and what a page as a whole lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from swtech.loading.boxes import Remark
from swtech.loading.front import FrontMatter
from swtech.model import Page, Reference, Section

LABEL_LINE = re.compile(r"\([^()\s]+\)=\s*$")


@dataclass(slots=True)
class Heading:
    """A heading while its page is being read."""

    label: str
    level: int
    title: str
    line: int
    teaches: list[Reference] = field(default_factory=list)


def digested(headings: Sequence[Heading], lines: Sequence[str], description: str) -> Iterator[Section]:
    """Yield the sections of a page; the digest of the first one covers the page's description too."""
    ends = [*(heading.line for heading in headings[1:]), len(lines) + 1]
    for number, (heading, end) in enumerate(zip(headings, ends, strict=False)):
        body = [
            one for one in lines[heading.line - 1 : end - 1] if not LABEL_LINE.match(one) and one[:1] != "%"
        ]
        words = [description] * (number == 0) + " ".join(body).split()
        digest = sha256(" ".join(words).encode()).hexdigest()[:16]
        yield Section(
            heading.label, heading.level, heading.title, heading.line, tuple(heading.teaches), digest
        )


def whole_page_remarks(page: Page, text: str, front: FrontMatter) -> Iterator[tuple[int, Remark]]:
    """Yield what *page* lacks, with the line; where something basic is missing, that alone."""
    if not page.sections:
        yield 1, Remark("no-title", "the page has no title", "", f"Write ({page.slug})= and # Title.")
    elif not front.written and text.startswith("---"):
        yield 1, Remark("open-front-matter", "the lines at the top have no end", "", "Write --- below them.")
    elif not front.description and not front.problems:
        remedy = "Write myst: html_meta: description: between lines of --- at the top."
        what = "the page has no description for search engines"
        yield 1, Remark("no-description", what, "", remedy)
    elif page.sections[0].label == page.slug:
        own = re.compile(rf"{re.escape(page.slug.rpartition('/')[2])}(-[a-z0-9]+)*")
        for label in page.labels:
            if not own.fullmatch(label.name):
                what, remedy = "a section's label begins with its page's name", f"Write ({page.slug}-…)=."
                yield label.line, Remark("foreign-label", what, label.name, remedy)
