"""``swtech schema``: the JSON Schemas that give completion and errors in an editor."""

from __future__ import annotations

from pathlib import Path

import click

from swtech.cli.common import course_root, root_option


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a schema is not current.")
@root_option
def command(check: bool, root: Path | None) -> None:
    """Write the JSON Schemas of banks, terms, statements and figures, made from the model.

    An editor with a YAML language server completes and checks fields by them, because the files begin with
    a line such as

    \b
      # yaml-language-server: $schema=bank.schema.json

    Exit code: 0 current or written, 1 with --check when a schema is not current, 2 wrong use.
    """
    from swtech.schema import stale_schemas, write_schemas

    folder = course_root(root)
    stale = stale_schemas(folder) if check else write_schemas(folder)
    for file in stale:
        click.echo(f"{file}: {'is not what the model says. Run swtech schema.' if check else 'written'}")
    if not stale:
        click.echo("The schemas are current.")
    if check and stale:
        raise SystemExit(1)
