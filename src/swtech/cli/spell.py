"""``swtech spell``: unknown words in everything a student reads."""

from __future__ import annotations

from pathlib import Path

import click

from swtech.cli.common import course_root, report, root_option, summary


@click.command()
@click.option("--words", is_flag=True, help="Print each unknown word once, for a look at them all.")
@root_option
def command(words: bool, root: Path | None) -> None:
    """Check the spelling of pages, banks, cases, terms, figures and interface words.

    Needs hunspell with its Kazakh and Russian dictionaries. An unknown word is mended, or, when it is right and
    somebody has looked at it, added to book/spelling/kk.txt or ru.txt.

    Exit code: 0 all words are known, 1 some are not, 2 wrong use, or no dictionaries.
    """
    from swtech.checks.spelling import NoDictionaryError, check_spelling
    from swtech.course import survey

    try:
        problems = check_spelling(survey(course_root(root)))
    except NoDictionaryError as error:
        raise click.UsageError(str(error)) from error
    if words:
        for found in sorted({problem.found for problem in problems if problem.code == "unknown-spelling"}):
            click.echo(found)
    else:
        report(problems, err=False)
        click.echo(f"{summary(problems)}." if problems else "Every word is known.")
    if any(problem.severity == "error" for problem in problems):
        raise SystemExit(1)
