"""The course's own settings, from `_config.yml`, and the spine of its pages, from `book/_toc.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from swtech.model.value import Count, Id, Placed, Value, Words


class Promise(Value):
    """What `swtech check` holds the banks to; a course sets it as high as it is meant to go."""

    statement_items: Count = Field(default=2, description="How many items test each statement, at least.")
    statement_levels: Count = Field(default=1, description="On how many cognitive levels, at least.")
    bank_items: Count = Field(default=1, description="How many items each bank has, at least.")


class Settings(Placed):
    """`sphinx: config: swtech:` of `_config.yml`."""

    id: Id = Field(description="Names the students' database: change it only for another course.")
    version: Words = Field(description="The course's version, shown in the foot of each page.")
    released: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] = Field(
        description="The day of the version, as 2026-11-23: its year stands in how to cite the course."
    )
    base_url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$")] = Field(
        default="", description="The site's address; without it no canonical, hreflang or sitemap."
    )
    maintainers: Annotated[str, StringConstraints(pattern=r"^([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)?$")] = Field(
        default="", description="The e-mail address that error reports go to."
    )
    coverage: Promise = Field(default=Promise(), description="What the banks are held to.")


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A page in reading order."""

    slug: str
    depth: int
    """0 for the root page, 1 for a chapter, 2 for a page below it."""
    line: int
    number: int | None = None
    """The chapter's number, for pages that have a bank."""
