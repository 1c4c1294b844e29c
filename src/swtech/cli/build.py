"""``swtech build``: both editions into one folder, with what is happening shown while it happens."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path
from typing import ClassVar

import click

from swtech.cli.common import course_root, report, root_option


@click.command()
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="The folder to publish in. [default: _site]"
)
@click.option("--force", is_flag=True, help="Build even when nothing has changed.")
@click.option(
    "--base-url",
    envvar="SWTECH_BASE_URL",
    metavar="URL",
    help="The site's address, for this build: over base_url of _config.yml.",
)
@click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
@root_option
def command(output: Path | None, force: bool, base_url: str | None, quiet: bool, root: Path | None) -> None:
    """Check the course and build both editions into _site.

    The site that is published there stays as it is until the new one is complete: a failed or killed build changes
    nothing. When nothing has changed since the last build, nothing is done. Two builds at once wait for each other.

    Exit code: 0 built or unchanged, 1 the course or its pages have problems (each is printed with its file and
    line), 2 wrong use.
    """
    from swtech.errors import BankError, BuildError
    from swtech.site.builder import build_site
    from swtech.site.inputs import BASE_URL

    if base_url:
        if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", base_url):
            raise click.UsageError(
                f"--base-url {base_url} is no web address: write https://example.org/course/"
            )
        # The editions are built in processes of their own.
        os.environ[BASE_URL] = base_url
    started = time.monotonic()
    folder = course_root(root)
    show = Progress(quiet=quiet)
    try:
        done = build_site(
            folder,
            output,
            force=force,
            progress=show,
            waiting=lambda: show.line("Another build is running; this one waits for it."),
        )
    except BankError as error:
        show.close()
        report(error.problems)
        click.echo("Nothing was built; the published site is as it was.", err=True)
        sys.exit(1)
    except BuildError as error:
        show.close()
        click.echo(str(error), err=True)
        click.echo("Nothing was published; the site is as it was.", err=True)
        sys.exit(1)
    show.close()
    if quiet:
        return
    report(done.warnings)
    pages = ", ".join(f"{count} pages in {name}" for name, count in _named(done.pages))
    seconds = time.monotonic() - started
    state = "Nothing has changed" if done.unchanged else "Built"
    click.echo(f"{state}: {pages} ({seconds:.1f} s)")
    click.echo(f"Where:  {done.output / 'index.html'}")
    click.echo("Look:   make serve, or open that file in a browser")


def _named(pages: dict[str, int]) -> list[tuple[str, int]]:
    names = {"kk": "Kazakh", "ru": "Russian"}
    return [(names[lang], count) for lang, count in pages.items()]


class Progress:
    """Shows how far each edition is: a line that renews itself in a terminal, else a line at every step."""

    PHASES: ClassVar = {"start": "starting", "read": "reading", "write": "writing", "done": "ready"}

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.renews = not quiet and sys.stderr.isatty()
        self.shown: dict[str, str] = {}
        self.last: dict[str, tuple[str, int]] = {}

    def __call__(self, lang: str, phase: str, done: int, total: int) -> None:
        """Show that edition *lang* has *done* of *total* pages in *phase*."""
        if self.quiet:
            return
        text = f"{lang}: {self.PHASES[phase]}" + (f" {done}/{total}" if total else "")
        self.shown[lang] = text
        if self.renews:
            click.echo(
                "\r\033[K" + "   ".join(self.shown[key] for key in sorted(self.shown)), nl=False, err=True
            )
            return
        # Without a terminal a line for every fourth part of a phase is enough.
        step = 4 * done // total if total else 0
        if self.last.get(lang) != (phase, step):
            self.last[lang] = (phase, step)
            click.echo(text, err=True)

    def line(self, text: str) -> None:
        """Show a line of its own."""
        if not self.quiet:
            self.close()
            click.echo(text, err=True)

    def close(self) -> None:
        """Leave the renewed line behind."""
        if self.renews and self.shown:
            click.echo(err=True)
            self.shown = {}
