"""Whether the course teaches and tests what its outline promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from swtech.checks.names import raw_items, unread_banks, written_id
from swtech.course import Survey
from swtech.errors import Problem
from swtech.language import LANGUAGES
from swtech.model import LocatedList

LEAST_ITEMS = 2
"""How many items a statement needs, so that knowing one answer by heart is not knowing it."""


def check_coverage(seen: Survey) -> Iterator[Problem]:
    """Yield statements that too few items test or that no section teaches.

    A statement whose chapter has no bank, such as the list of literature, needs neither.
    """
    tested: dict[str, list[str]] = defaultdict(list)
    for raw in seen.raw_banks.values():
        for item in raw_items(raw):
            teaches = item.get("teaches")
            for name in teaches if isinstance(teaches, LocatedList) else ():
                if isinstance(name, str):
                    tested[name].append(written_id(item))
    taught = {
        lang: {
            reference.name
            for (edition, _), page in seen.pages.items()
            for section in page.sections
            for reference in section.teaches
            if edition == lang
        }
        for lang in LANGUAGES
    }
    unread = unread_banks(seen)
    for statement in seen.statements.values():
        if statement.chapter not in seen.raw_banks or statement.chapter in unread:
            continue
        source = statement.source
        items = tested[statement.id]
        if len(items) < LEAST_ITEMS:
            what = f"the statement needs {LEAST_ITEMS} items that test it"
            found = f"{len(items)} ({', '.join(items)})" if items else "none"
            remedy = f"Write one in quizzes/{statement.chapter}.yml with teaches: [{statement.id}]."
            yield Problem(
                source.file,
                source.line,
                source.column,
                statement.id,
                what,
                found,
                remedy,
                "untested-statement",
            )
        for lang in LANGUAGES:
            there = (lang, statement.chapter) in seen.pages
            if there and statement.id not in taught[lang]:
                file = f"content/{lang}/{statement.chapter}.md"
                remedy = f"Write «% teaches: {statement.id}» under the section that does."
                what = f"no section of {file} teaches the statement"
                yield Problem(
                    source.file,
                    source.line,
                    source.column,
                    statement.id,
                    what,
                    "",
                    remedy,
                    "untaught-statement",
                )
