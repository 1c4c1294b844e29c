"""Read every file of a course, as far as it can be read, with what is wrong with each taken by itself."""

from __future__ import annotations

import gc
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from swtech.errors import Problem, SwtechError
from swtech.language import LANGUAGES
from swtech.loading import LIMITS, Limits, Raw, build, read_bank, read_file
from swtech.loading.chapter import read_chapter
from swtech.loading.toc import read_toc
from swtech.model import (
    Bank,
    Case,
    Figure,
    Located,
    Outline,
    Page,
    Settings,
    Statement,
    Term,
    Termbase,
    TocEntry,
    Variant,
)

CONFIG, TOC, TERMS, OUTLINE = "_config.yml", "book/_toc.yml", "quizzes/terms.yml", "quizzes/outline.yml"
NO_BANKS = {"terms", "outline"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(slots=True)
class Survey:
    """What stands in a course's files. A file with problems leaves a gap and its problems."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    raw_config: Raw | None = None
    settings: Settings | None = None
    toc: tuple[TocEntry, ...] = ()
    raw_banks: dict[str, Raw] = field(default_factory=dict)
    banks: dict[str, Bank] = field(default_factory=dict)
    raw_cases: dict[str, Raw] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    raw_terms: Raw | None = None
    terms: dict[str, Term] = field(default_factory=dict)
    forbidden: tuple[Variant, ...] = ()
    raw_outline: Raw | None = None
    statements: dict[str, Statement] = field(default_factory=dict)
    figures: dict[str, Figure] = field(default_factory=dict)
    raw_figures: dict[str, Raw] = field(default_factory=dict)
    words: dict[str, Raw] = field(default_factory=dict)
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    unreadable: set[str] = field(default_factory=set)
    """Files of pages that exist and could not be read."""


def find_root(start: str | Path | None = None) -> Path:
    """Return the course's folder: *start* or the nearest folder above it that holds one."""
    start = Path(start) if start is not None else Path.cwd()
    for folder in (start.absolute(), *start.absolute().parents):
        if (folder / CONFIG).is_file() and (folder / OUTLINE).is_file():
            return folder
    raise SwtechError(
        f"there is no course in {start} or above it: a course's folder holds {CONFIG} and {OUTLINE}. "
        "Go to its folder first, or name it."
    )


def survey(
    root: Path, *, pages: bool = True, banks: Collection[str] | None = None, limits: Limits = LIMITS
) -> Survey:
    """Return everything that stands in the course at *root*; without *pages* its chapters are not read.

    With *banks* only these banks are read, and neither terms, statements, figures nor cases.
    """
    seen = Survey(root)
    with _collector_paused():
        _settings(seen, limits)
        _spine(seen, banks, limits)
        if banks is None:
            _termbase(seen, limits)
            _figures(seen, limits)
            _cases(seen, limits)
        for lang in LANGUAGES:
            raw = seen.words[lang] = read_file(root / "book" / f"{lang}.yml", f"book/{lang}.yml", limits)
            seen.problems.extend(raw.problems)
        if pages:
            _pages(seen, limits)
    return seen


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause Python's cycle collector: all that is built here stays and holds no cycles.

    Searching it again and again would make an item dearer the more items there are (benchmarks/loading.py).
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_misnamed(seen: Survey, path: Path, file: str) -> bool:
    """Tell whether a file has a name that no address can have, such as «cycle (1).md»; say so."""
    if SLUG.fullmatch(path.stem):
        return False
    remedy = "Give it a name of small Latin letters and digits, with hyphens between, or remove it."
    what = "the file has a name that cannot be an address"
    seen.problems.append(Problem(file, 0, 0, "", what, path.name, remedy, "file-name"))
    return True


def _stray(seen: Survey, path: Path, file: str) -> None:
    """Say that a file among the pages is none: Sphinx could take it for a page's twin."""
    hidden = any(part.startswith((".", "_")) for part in file.split("/"))
    if path.is_dir() or hidden:
        return
    what, remedy = "only pages stand here, files that end with .md", "Move it elsewhere, or remove it."
    seen.problems.append(Problem(file, 0, 0, "", what, path.name, remedy, "stray-file"))


def _settings(seen: Survey, limits: Limits) -> None:
    raw = seen.raw_config = read_file(seen.root / CONFIG, CONFIG, limits)
    node: Any = raw.tree
    for name in ("sphinx", "config", "swtech"):
        node = node.get(name) if isinstance(node, Located) else None
    if isinstance(node, Located):
        seen.settings = build(Settings, raw, tree=node)
    elif raw.tree is not None:
        remedy = "Write id: and version: under sphinx: config: swtech:."
        raw.add((1, 1), "no-settings", "the course's own settings are missing", "", remedy)
    seen.problems.extend(raw.problems)


def _spine(seen: Survey, banks: Collection[str] | None, limits: Limits) -> None:
    """Read the banks and the table of contents; a page that has a bank is a chapter and has a number."""
    paths = sorted((seen.root / "quizzes").glob("*.yml"))
    files = {path.stem: path for path in paths if not _is_misnamed(seen, path, f"quizzes/{path.name}")}
    for slug, path in files.items():
        if slug in NO_BANKS or (banks is not None and slug not in banks):
            continue
        raw, bank = read_bank(path, f"quizzes/{path.name}", limits)
        seen.problems.extend(raw.problems)
        seen.raw_banks[path.stem] = raw
        if bank is not None:
            seen.banks[path.stem] = bank
    for path in sorted((seen.root / "quizzes").glob("*.yaml")):
        what, remedy = "the course reads files that end with .yml", f"Call it {path.stem}.yml."
        seen.problems.append(Problem(f"quizzes/{path.name}", 0, 0, "", what, path.name, remedy, "file-name"))
    raw = read_file(seen.root / TOC, TOC, limits)
    entries = []
    number = 0
    for entry in read_toc(raw):
        has_bank = entry.slug in files and entry.slug not in NO_BANKS
        number += has_bank
        entries.append(TocEntry(entry.slug, entry.depth, entry.line, number if has_bank else None))
    seen.toc = tuple(entries)
    seen.problems.extend(raw.problems)
    order = {entry.slug: place for place, entry in enumerate(seen.toc)}
    slugs = sorted(seen.banks, key=lambda slug: (order.get(slug, len(order)), slug))
    seen.banks = {slug: seen.banks[slug] for slug in slugs}


def _termbase(seen: Survey, limits: Limits) -> None:
    raw = seen.raw_terms = read_file(seen.root / TERMS, TERMS, limits)
    terms = build(Termbase, raw)
    seen.problems.extend(raw.problems)
    seen.terms = {term.id: term for term in terms.terms} if terms else {}
    seen.forbidden = terms.forbidden if terms else ()
    raw = seen.raw_outline = read_file(seen.root / OUTLINE, OUTLINE, limits)
    outline = build(Outline, raw)
    seen.problems.extend(raw.problems)
    seen.statements = {statement.id: statement for statement in outline.statements} if outline else {}


Named = TypeVar("Named", Figure, Case)


def _figures(seen: Survey, limits: Limits) -> None:
    seen.raw_figures, seen.figures = _folder(seen, "book/figures", Figure, limits)


def _cases(seen: Survey, limits: Limits) -> None:
    seen.raw_cases, seen.cases = _folder(seen, "quizzes/cases", Case, limits)


def _folder(
    seen: Survey, folder: str, model: type[Named], limits: Limits
) -> tuple[dict[str, Raw], dict[str, Named]]:
    """Return the files of a *folder* of the course, raw and as values, each called like the value in it."""
    raws: dict[str, Raw] = {}
    values: dict[str, Named] = {}
    noun = model.__name__.lower()
    for path in sorted((seen.root / folder).glob("*.yml")):
        file = f"{folder}/{path.name}"
        if _is_misnamed(seen, path, file):
            continue
        raw = raws[path.stem] = read_file(path, file, limits)
        value = build(model, raw)
        own = getattr(value, noun) if value is not None else path.stem
        if value is not None and own == path.stem:
            values[path.stem] = value
        elif value is not None:
            what = f"the {noun} is not called like its file"
            remedy = f"Write {noun}: {path.stem}, or rename the file."
            raw.add(value.source.at(noun).mark, f"{noun}-name", what, own, remedy)
        seen.problems.extend(raw.problems)
    return raws, values


def _pages(seen: Survey, limits: Limits) -> None:
    for lang in LANGUAGES:
        folder = seen.root / "content" / lang
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".md":
                _stray(seen, path, f"content/{lang}/{path.relative_to(folder).as_posix()}")
                continue
            slug = path.relative_to(folder).with_suffix("").as_posix()
            if any(part.startswith((".", "_")) for part in slug.split("/")):
                continue
            file = f"content/{lang}/{slug}.md"
            if _is_misnamed(seen, path, file):
                continue
            page, problems = read_chapter(path, lang, slug, file, limits)
            seen.problems.extend(problems)
            if page is None:
                seen.unreadable.add(file)
            else:
                seen.pages[lang, slug] = page
