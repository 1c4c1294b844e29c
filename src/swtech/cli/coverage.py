"""``swtech coverage``: what the course holds in numbers, and what teaches and tests each statement as a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from swtech.cli.common import counted, course_root, root_option, summary

if TYPE_CHECKING:
    from swtech.census import Census


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page. [default: build/coverage.html]",
)
@root_option
def command(output: Path | None, root: Path | None) -> None:
    """Count the course and write its coverage page.

    Prints words, items by kind and level, terms, cases and figures. The page shows for each statement the
    sections that teach it in both languages, the items that test it level by level, and the cases that practise it;
    its links lead into _site. What the course promises (`coverage:` in _config.yml) and does not keep is in red.

    Exit code: 0 no gap, 1 gaps, or files that cannot be read (swtech check names each with its line), 2 wrong use.
    """
    from swtech.census import census
    from swtech.course import survey
    from swtech.coverage import coverage_of
    from swtech.rendering.coverage import render_coverage

    folder = course_root(root)
    seen = survey(folder)
    covered = coverage_of(seen)
    _print(census(seen, covered), covered.gaps)
    path = output or folder / "build" / "coverage.html"
    style = (Path(__file__).resolve().parent.parent / "static" / "coverage.css").read_text("utf-8")
    site = (folder / "_site").as_uri()

    def address(lang: str, page: str, anchor: str) -> str:
        return f"{site}/{lang}/{page}.html#{anchor}"

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render_coverage(covered, style, address), "utf-8")
    click.echo(f"Page:     {path}")
    broken = [problem for problem in seen.problems if problem.severity == "error"]
    if broken:
        click.echo(f"Not all could be counted: {summary(broken)}. Mend them first (swtech check).", err=True)
    if covered.gaps or broken:
        raise SystemExit(1)


def _print(found: Census, gaps: int) -> None:
    from rich.console import Console
    from rich.table import Table

    from swtech.coverage import LEVELS
    from swtech.language import LANGUAGES
    from swtech.model import KINDS

    table = Table(box=None, pad_edge=False, header_style="", show_footer=True)
    rows = [
        [
            *(found.words[lang].get(slug, 0) for lang in LANGUAGES),
            kinds.total(),
            *(kinds[kind] for kind in KINDS),
            *(found.levels[slug][level] for level in LEVELS),
        ]
        for slug, kinds in found.items.items()
    ]
    table.add_column("chapter", footer="all")
    names = (*(f"words {lang}" for lang in LANGUAGES), "items", *KINDS, *LEVELS)
    for name, counts in zip(names, zip(*rows, strict=True), strict=False):
        table.add_column(name, footer=str(sum(counts)), justify="right")
    for slug, row in zip(found.items, rows, strict=True):
        table.add_row(slug, *map(str, row))
    # Wide enough for every column, whatever the terminal is: this is read by tools and pasted into notes too.
    Console(width=140).print(table)
    pages = ", ".join(f"{sum(found.words[lang].values())} {lang}" for lang in LANGUAGES)
    longest = ", ".join("{} of {} {}".format(*found.longest_key[lang], lang) for lang in LANGUAGES)
    click.echo(f"Words:    {pages}, on {len(found.words[LANGUAGES[0]])} pages each")
    click.echo(f"Keys:     the longest choice in {longest} choice items")
    click.echo(f"Terms:    {found.terms}, each with a definition and an example in both languages")
    click.echo(f"Figures:  {found.figures}, with {counted(found.drawing_links, 'link')} to sections")
    click.echo(f"Cases:    {len(found.cases)} (scenes, decisions on the expert's path, endings)")
    for name, (scenes, depth, endings) in found.cases.items():
        click.echo(f"          {name}: {scenes}, {depth}, {endings}")
    click.echo(f"Coverage: {counted(gaps, 'gap') if gaps else 'no gap'}")
