"""What several commands do: find the course, print problems, write files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from swtech.errors import Problem, SwtechError


def root_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the course's folder."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The course's folder. [default: the one around the current folder]",
    )(command)


def course_root(root: Path | None) -> Path:
    """Return the course's folder: *root*, or the one that the current folder is in; none is wrong use."""
    from swtech.course import find_root

    try:
        return find_root(root)
    except SwtechError as error:
        raise click.UsageError(str(error)) from error


def report(problems: Iterable[Problem], *, err: bool = True) -> None:
    """Print problems, each on a line of its own; a warning says that it is one."""
    for problem in problems:
        mark = "warning: " if problem.severity == "warning" else ""
        click.echo(f"{mark}{problem}", err=err)


def counted(count: int, noun: str) -> str:
    """Return «1 problem», «2 problems»."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems and warnings there are, in how many files."""
    there = list(problems)
    warnings = sum(problem.severity == "warning" for problem in there)
    found = ((len(there) - warnings, "problem"), (warnings, "warning"))
    parts = [counted(count, noun) for count, noun in found if count]
    files = len({problem.file for problem in there})
    return f"{' and '.join(parts)} in {counted(files, 'file')}"
