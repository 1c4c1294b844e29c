"""``swtech new``: begin a chapter, an item or a case, in both languages."""

from __future__ import annotations

from pathlib import Path

import click

from swtech.cli.common import course_root, root_option
from swtech.errors import SwtechError
from swtech.model import KINDS, PLACEHOLDER


@click.group(name="new")
def command() -> None:
    """Begin a chapter, an item or a case in both languages.

    Wherever words of yours belong stands FILL-IN with a hint behind it; replace the whole of it. `swtech check`
    names every place that is still to fill in, and has nothing to say once all are.

    Exit code: 0 written, 2 wrong use (nothing is written).
    """


@command.command()
@click.argument("slug")
@root_option
def chapter(slug: str, root: Path | None) -> None:
    """Begin the chapter SLUG: both pages, both quiz pages, its bank, its line in the table of contents.

    The slug is the pages' name and address in both editions: short, in small Latin letters, kept for life.

    Exit code: 0 written, 2 wrong use (nothing is written).
    """
    from swtech.course import survey
    from swtech.scaffold import new_chapter

    try:
        files = new_chapter(survey(course_root(root), pages=False), slug)
    except (SwtechError, OSError) as error:
        raise click.UsageError(str(error)) from error
    for file in files:
        click.echo(file)
    click.echo(f"Replace every {PLACEHOLDER} and the hint behind it; swtech check says where.")


@command.command()
@click.argument("bank")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("name", metavar="ID")
@root_option
def item(bank: str, kind: str, name: str, root: Path | None) -> None:
    """Append an item of KIND with this ID to the BANK of a chapter.

    The rest of the file stays as it is. The ID begins with the chapter's slug and is kept for life. The kinds:
    choice (one right answer), multiple (several), match (pairs), order (a sequence), sort (into groups), gap (blanks
    in a text), short (a typed answer); docs/authoring.md says what each asks for.

    \b
      swtech new item cycle choice cycle-my-item

    Exit code: 0 written, 2 wrong use (nothing is written).
    """
    from swtech.course import survey
    from swtech.scaffold import new_item

    try:
        file = new_item(survey(course_root(root), pages=False), bank, kind, name)
    except (SwtechError, OSError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(
        f"{file}: {name} is appended. Replace every {PLACEHOLDER} and the hint behind it; swtech check says where."
    )


@command.command()
@click.argument("name")
@click.argument("chapter")
@root_option
def case(name: str, chapter: str, root: Path | None) -> None:
    """Begin the branching case NAME, which practises the matter of CHAPTER, with its page in both languages.

    The scenes stand in quizzes/cases/NAME.yml; docs/authoring.md says what a scene and a decision ask for.

    \b
      swtech new case closed-door cycle

    Exit code: 0 written, 2 wrong use (nothing is written).
    """
    from swtech.course import survey
    from swtech.scaffold import new_case

    try:
        files = new_case(survey(course_root(root), pages=False), name, chapter)
    except (SwtechError, OSError) as error:
        raise click.UsageError(str(error)) from error
    for file in files:
        click.echo(file)
    click.echo(f"Replace every {PLACEHOLDER} and the hint behind it; swtech check says where.")
