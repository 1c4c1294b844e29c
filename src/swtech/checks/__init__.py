"""The whole course to a list of problems: every file by itself, and what the files say of each other."""

from __future__ import annotations

from pathlib import Path

from swtech.checks.cases import check_cases
from swtech.checks.config import check_config
from swtech.checks.coverage import check_coverage
from swtech.checks.drawings import check_drawings
from swtech.checks.editions import check_editions
from swtech.checks.names import check_names
from swtech.checks.parity import check_parity
from swtech.checks.telling import check_telling
from swtech.checks.wording import check_wording
from swtech.checks.words import check_words
from swtech.course import Course, Survey, find_root, survey
from swtech.errors import Problem
from swtech.loading import LIMITS, Limits

__all__ = ["check_course", "check_survey"]


def check_course(course: Course | str | Path | None = None, *, limits: Limits = LIMITS) -> list[Problem]:
    """Return every problem of the course, sorted by file and line; an empty list when there is none.

    The files are read anew: *course* says where they are. Without it the course is the one that the current
    folder is in. SwtechError tells that there is none.
    """
    root = course.root if isinstance(course, Course) else find_root(course)
    return check_survey(survey(root, limits=limits), limits)


def check_survey(seen: Survey, limits: Limits = LIMITS) -> list[Problem]:
    """Return every problem of a course that has been read already."""
    problems = [
        *seen.problems,
        *check_config(seen),
        *check_names(seen),
        *check_cases(seen),
        *check_editions(seen),
        *check_coverage(seen),
        *check_words(seen),
        *check_wording(seen, limits),
        *check_telling(seen),
        *check_drawings(seen, limits),
        *check_parity(seen),
    ]
    return sorted(set(problems))
