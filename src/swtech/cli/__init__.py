"""The command line: arguments, printing, exit codes. Each command is imported when it is called."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError

from swtech import __version__

COMMANDS = {
    "check": "Say everything that is wrong with the course.",
    "build": "Build both editions into _site.",
    "serve": "Look at the built site in a browser.",
    "new": "Begin a chapter, an item or a case.",
    "coverage": "Count the course; a page of what teaches and tests what.",
    "spell": "Check the spelling of everything a student reads.",
    "agree": "Record that the two languages agree.",
    "schema": "Write the JSON Schemas that editors use.",
}
"""The commands in the order in which a newcomer meets them. Sphinx takes seconds to import: help must not."""


class Lazy(click.Group):
    """A group whose commands live in modules of their own names."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command; wrong use is told in one line."""
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.UsageError as error:
            name = error.ctx.command_path if error.ctx else "swtech"
            click.echo(f"{name}: {' '.join(error.format_message().split())}", err=True)
            sys.exit(error.exit_code)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported only now, or None for an unknown name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"swtech.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        from swtech.errors import did_you_mean

        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in COMMANDS:
            otherwise = f"The commands are {', '.join(COMMANDS)}."
            ctx.fail(f"there is no command {name}. {did_you_mean(name, COMMANDS, otherwise)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="swtech")
def main() -> None:
    """Check, build and look at the course «Technologies of social work».

    Run it anywhere inside the course's folder. `swtech COMMAND --help` says more about a command.

    Exit codes: 0 all is well, 1 the course has problems, 2 the command was used wrongly (one line says how).
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show Kazakh, or a file name that is no text, must not end in a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
