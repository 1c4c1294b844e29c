"""The termbase, the statements and the figures: what chapters and items refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from swtech.model.faults import Fault, mappings
from swtech.model.item import StatementId
from swtech.model.rules import twin_ids, twin_texts
from swtech.model.text import Text
from swtech.model.value import Id, Placed, Truth, Value
from swtech.model.variant import Variant


class Term(Placed):
    """A term in both languages, with its definition."""

    id: Id
    chapter: Id = Field(description="The slug of the chapter that introduces it.")
    term: Text = Field(description="In its dictionary form, lower case unless it is a name.")
    definition: Text
    example: Text = Field(description="A sentence that shows the term at work.")


class Termbase(Value):
    """All terms of the course: `quizzes/terms.yml`."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    forbidden: tuple[Variant, ...] = Field(
        default=(), description="Words that the course does not use, and what it writes instead."
    )

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield twin ids and twin terms."""
        terms = mappings(raw.get("terms"))
        yield from twin_ids(terms, "terms")
        yield from twin_texts(terms, "term", "terms")


class Statement(Placed):
    """A statement that the course must teach and test."""

    id: StatementId
    chapter: Id = Field(description="The slug of the chapter that teaches it.")
    text: Text


class Outline(Value):
    """All statements of the course: `quizzes/outline.yml`."""

    statements: Annotated[tuple[Statement, ...], Field(min_length=1)]

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield twin ids."""
        yield from twin_ids(mappings(raw.get("statements")), "statements")


class Part(Value):
    """A line of the list beside a drawing."""

    text: Text
    link: Id | None = Field(default=None, description="A section's label.")


class Figure(Placed):
    """A drawing for both languages: its words, and the list beside it."""

    figure: Id = Field(description="The name of this file and of the drawing.")
    title: Text = Field(description="The drawing's accessible name.")
    description: Text = Field(description="What the drawing shows, in words.")
    caption: Text = Field(description="Stands under the figure; the number is added by the build.")
    words: dict[str, Text] = Field(
        default_factory=dict, description="The few short words inside the drawing."
    )
    numbered: Truth = Field(default=False, description="Whether the list's numbers are those in the drawing.")
    parts: tuple[Part, ...] = ()
