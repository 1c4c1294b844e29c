"""A page of one edition: its sections, and what it refers to, each with its line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that a page mentions: an item, a term, a drawing, a statement, a label."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its label, and what stands below it up to the next heading."""

    label: str
    """The explicit label, equal in both editions, or an empty string."""
    level: int
    title: str
    line: int
    """The line of the heading."""
    teaches: tuple[Reference, ...] = ()
    digest: str = ""
    """Changes when a word of the section changes, and not when lines are broken otherwise."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one edition, as far as the course as a whole needs to know it."""

    lang: str
    slug: str
    title: str = ""
    description: str = ""
    sections: tuple[Section, ...] = ()
    items: tuple[Reference, ...] = ()
    """Items of `{quiz}` checks."""
    banks: tuple[Reference, ...] = ()
    """Banks that a notebook's cell shows, and those that `{objectives}` lists."""
    terms: tuple[Reference, ...] = ()
    drawings: tuple[Reference, ...] = ()
    cases: tuple[Reference, ...] = ()
    """Branching cases that `{branching}` shows."""
    case_lists: tuple[Reference, ...] = ()
    """Chapters whose cases `{case-list}` lists."""
    links: tuple[Reference, ...] = ()
    """Labels that the page links to."""
    labels: tuple[Reference, ...] = ()
    """Every label that the page sets, sections' labels among them."""

    @property
    def file(self) -> str:
        """The page's path from the course's root."""
        return f"content/{self.lang}/{self.slug}.md"
