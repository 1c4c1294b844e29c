"""``swtech check``: every problem of the course in one run."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from swtech.cli.common import counted, course_root, report, root_option, summary


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or a list of objects for tools.",
)
@click.option("--strict", is_flag=True, help="Let warnings count for the exit code too.")
@root_option
def command(form: str, strict: bool, root: Path | None) -> None:
    """Say everything that is wrong with the course, in one run.

    Looks at the banks and branching cases, the terms and statements, the chapters and notebooks of both languages,
    the table of contents, the figures, the interface words and the settings; at refused words, spaces and marks
    in every text; at keys that their length gives away; at what the course promises to cover. Each problem is a line:

    \b
      file:line: id: what is expected, found what stands there. How to mend it.

    A warning tells of a section, item, term or figure that changed in one language and not in the other since
    the two last agreed (see `swtech agree`).

    With --format json each problem is an object: file (from the course's folder), line and column (from 1; line 0
    is the file as a whole), id, what, found, remedy, code (the fault's name; it stays when the words change),
    severity (error or warning). No problem is an empty list.

    Exit code: 0 no problem, 1 problems (with --strict warnings too), 2 wrong use.
    """
    from swtech.checks import check_survey
    from swtech.course import survey

    seen = survey(course_root(root))
    problems = check_survey(seen)
    if form == "json":
        click.echo(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1))
    else:
        report(problems, err=False)
        if problems:
            click.echo(f"{summary(problems)}.")
        else:
            items = sum(len(bank.items) for bank in seen.banks.values())
            there = [
                counted(len(seen.pages), "page"),
                f"{counted(len(seen.banks), 'bank')} with {counted(items, 'item')}",
                counted(len(seen.cases), "case"),
                counted(len(seen.terms), "term"),
            ]
            click.echo(f"No problem in {', '.join(there)} and {counted(len(seen.figures), 'figure')}.")
    if any(strict or problem.severity == "error" for problem in problems):
        raise SystemExit(1)
