"""Begin a chapter, an item or a case: files that say where an author's words belong."""

from __future__ import annotations

import re
from pathlib import Path

from swtech.course import Survey
from swtech.course.survey import TOC
from swtech.errors import SwtechError, did_you_mean
from swtech.language import LANGUAGES
from swtech.loading.reader import read_file
from swtech.model import KINDS, PLACEHOLDER, Located, LocatedList
from swtech.scaffold.texts import (
    bank_text,
    case_page_text,
    case_text,
    chapter_text,
    item_text,
    notebook_text,
)

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def new_chapter(seen: Survey, slug: str) -> list[str]:
    """Write a chapter in both languages with its bank and its notebooks, and enter it in book/_toc.yml.

    Returns the files written. SwtechError when the slug cannot be used or a file is already there.
    """
    if not SLUG.fullmatch(slug) or slug in {"terms", "outline"}:
        raise SwtechError(f"{slug} is no slug: small Latin letters and digits, with hyphens between.")
    files = {f"quizzes/{slug}.yml": bank_text(slug)}
    for lang in LANGUAGES:
        files[f"content/{lang}/{slug}.md"] = chapter_text(slug)
        files[f"content/{lang}/{slug}-quiz.md"] = notebook_text(slug, lang)
    there = [file for file in files if (seen.root / file).exists()]
    if there:
        raise SwtechError(f"{', '.join(there)} is already there. Choose another slug.")
    toc = _toc_with(seen, slug, f"{slug}-quiz")
    for file, words in files.items():
        _write(seen.root / file, words)
    _write(seen.root / TOC, toc)
    return [*files, TOC]


def new_case(seen: Survey, name: str, chapter: str) -> list[str]:
    """Write a case of *chapter* with its page in both languages, and enter it in book/_toc.yml.

    Returns the files written. SwtechError when the name cannot be used, a file is there, or there is no such bank.
    """
    if not SLUG.fullmatch(name):
        raise SwtechError(f"{name} is no name: small Latin letters and digits, with hyphens between.")
    if chapter not in seen.raw_banks:
        otherwise = f"The chapters are {', '.join(seen.raw_banks)}."
        raise SwtechError(f"there is no bank {chapter}. {did_you_mean(chapter, seen.raw_banks, otherwise)}")
    files = {f"quizzes/cases/{name}.yml": case_text(name, chapter)}
    for lang in LANGUAGES:
        files[f"content/{lang}/case-{name}.md"] = case_page_text(name)
    there = [file for file in files if (seen.root / file).exists()]
    if there:
        raise SwtechError(f"{', '.join(there)} is already there. Choose another name.")
    toc = _toc_with_case(seen, f"case-{name}")
    for file, words in files.items():
        _write(seen.root / file, words)
    _write(seen.root / TOC, toc)
    return [*files, TOC]


def _toc_with_case(seen: Survey, slug: str) -> str:
    """Return the table of contents with the page entered after the last case, or else after the last chapter."""
    cases = [entry for entry in seen.toc if entry.slug.startswith("case-")]
    if not cases:
        return _toc_with(seen, slug, below="")
    lines = (seen.root / TOC).read_bytes().decode("utf-8").splitlines(keepends=True)
    indent = re.match(r"\s*", lines[cases[-1].line - 1])
    pad = indent.group() if indent else ""
    return _inserted(lines, _block_end(lines, cases[-1].line, len(pad)), f"{pad}- file: {slug}\n")


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="")


def _toc_with(seen: Survey, slug: str, below: str) -> str:
    """Return the table of contents with a page entered after the last chapter, and the page *below* it."""
    if any(entry.slug == slug for entry in seen.toc):
        raise SwtechError(f"{TOC} already has a page {slug}. Choose another slug.")
    chapters = [entry for entry in seen.toc if entry.depth == 1]
    if not chapters:
        raise SwtechError(f"{TOC} has no chapters to put {slug} after. Mend it first: swtech check.")
    last = next((entry for entry in reversed(chapters) if entry.number), chapters[-1])
    lines = (seen.root / TOC).read_bytes().decode("utf-8").splitlines(keepends=True)
    indent = re.match(r"\s*", lines[last.line - 1])
    pad = indent.group() if indent else ""
    end = _block_end(lines, last.line, len(pad))
    entry = f"{pad}- file: {slug}\n" + (f"{pad}  sections:\n{pad}    - file: {below}\n" if below else "")
    return _inserted(lines, end, entry)


def _block_end(lines: list[str], start: int, indent: int) -> int:
    """Return how many lines there are up to the end of the block that begins in line *start*."""
    end = start
    for number, line in enumerate(lines[start:], start + 1):
        content = line.strip()
        if not content or content.startswith("#"):
            continue
        if len(line) - len(line.lstrip(" ")) <= indent:
            break
        end = number
    return end


def _inserted(lines: list[str], at: int, words: str) -> str:
    before = "".join(lines[:at])
    if before and not before.endswith("\n"):
        before += "\n"
    return before + words + "".join(lines[at:])


def new_item(seen: Survey, slug: str, kind: str, name: str) -> str:
    """Append an item to the bank *slug*, whose other bytes stay as they are; return the bank's file.

    SwtechError when there is no such bank or kind, or when the id cannot be used.
    """
    if slug not in seen.raw_banks:
        raise SwtechError(f"there is no bank {slug}. {did_you_mean(slug, seen.raw_banks)}".strip())
    if kind not in KINDS:
        raise SwtechError(f"there is no kind {kind}. The kinds are {', '.join(KINDS)}.")
    if not SLUG.fullmatch(name) or not name.startswith(f"{slug}-"):
        raise SwtechError(
            f"{name} cannot be an item's id: it begins with {slug}- and has small Latin letters."
        )
    tree = read_file(seen.root / "quizzes" / f"{slug}.yml", "").tree
    items = tree.get("items") if tree is not None else None
    if tree is None or not isinstance(items, LocatedList) or not items:
        raise SwtechError(
            f"quizzes/{slug}.yml has no list of items to append to. Mend it first: swtech check."
        )
    taken = {item.get("id") for raw in seen.raw_banks.values() for item in _all_items(raw.tree)}
    if name in taken:
        raise SwtechError(f"there is already an item {name}. Choose another id.")
    path = seen.root / "quizzes" / f"{slug}.yml"
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    line = lines[items.marks[0][0] - 1]
    dash = re.match(r"( *)- ", line)
    if dash is None:
        raise SwtechError(
            f"quizzes/{slug}.yml writes its items on one line. Begin each with «- » on its own line."
        )
    objectives = tree.get("objectives")
    first = (
        objectives[0].get("id")
        if isinstance(objectives, LocatedList) and _has_id(objectives)
        else PLACEHOLDER
    )
    shift = len(dash.group(1)) - 2
    words = "".join(
        _shifted(entry, shift) for entry in item_text(kind, name, first).splitlines(keepends=True)
    )
    end = _block_end(lines, items.marks[-1][0], len(dash.group(1)))
    # One blank line between items where the file keeps them apart, none where it does not.
    between = "\n" if len(items) > 1 and not lines[items.marks[-1][0] - 2].strip() else ""
    _write(path, _inserted(lines, end, between + words))
    return f"quizzes/{slug}.yml"


def _shifted(line: str, shift: int) -> str:
    return " " * shift + line if shift >= 0 else line[-shift:]


def _has_id(entries: LocatedList) -> bool:
    return bool(entries) and isinstance(entries[0], Located) and isinstance(entries[0].get("id"), str)


def _all_items(tree: Located | None) -> list[Located]:
    items = tree.get("items") if tree is not None else None
    return [item for item in items if isinstance(item, Located)] if isinstance(items, LocatedList) else []
