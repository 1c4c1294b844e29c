"""``swtech agree``: record that the Kazakh and the Russian text say the same."""

from __future__ import annotations

from pathlib import Path

import click

from swtech.cli.common import counted, course_root, report, root_option
from swtech.errors import BankError, SwtechError


@click.command()
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Everything that stands in both languages.")
@root_option
def command(names: tuple[str, ...], everything: bool, root: Path | None) -> None:
    """Record that the two languages of each ID say the same.

    An ID is a section's label, an item, a term, a statement, a figure or a bank; where two kinds of things
    share an id, write item:ID, section:ID, term:ID, figure:ID or bank:ID. Read both texts first: from now on
    `swtech check` warns when only one of them changes.

    The record is book/parity.json; commit it with the texts.

    Exit code: 0 recorded, 1 the record cannot be read, 2 wrong use.
    """
    if everything == bool(names):
        raise click.UsageError("name what agrees, or write --all. swtech check says what has changed.")
    from swtech.course import survey
    from swtech.parity import agree

    seen = survey(course_root(root))
    if everything and any(problem.severity == "error" for problem in seen.problems):
        # What a broken file holds would vanish from the record.
        report(problem for problem in seen.problems if problem.severity == "error")
        raise click.ClickException("nothing was recorded: mend these files first (swtech check).")
    try:
        changed = agree(seen, None if everything else names)
    except BankError as error:
        report(error.problems)
        raise SystemExit(1) from error
    except SwtechError as error:
        raise click.UsageError(str(error)) from error
    for unit in changed:
        click.echo(f"{unit.key}")
    click.echo(
        f"Recorded: {counted(len(changed), 'text')} in book/parity.json." if changed else "Already recorded."
    )
