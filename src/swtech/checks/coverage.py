"""Whether the course teaches and tests what its outline promises."""

from __future__ import annotations

from collections.abc import Iterator

from swtech.course import Survey
from swtech.coverage import coverage_of
from swtech.errors import Problem


def check_coverage(seen: Survey) -> Iterator[Problem]:
    """Yield statements that too few items test, on too few levels, or that no section teaches; small banks."""
    covered = coverage_of(seen)
    for row in covered.rows:
        source = row.statement.source
        for gap in row.gaps:
            yield Problem(
                source.file, source.line, source.column,
                row.statement.id, gap.what, gap.found, gap.remedy, gap.code,
            )  # fmt: skip
    for slug, gaps in covered.bank_gaps.items():
        for gap in gaps:
            yield Problem(f"quizzes/{slug}.yml", 1, 1, slug, gap.what, gap.found, gap.remedy, gap.code)
