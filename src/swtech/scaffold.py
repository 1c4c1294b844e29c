"""Begin a chapter or an item: files with a placeholder wherever an author's words belong."""

from __future__ import annotations

import re
from pathlib import Path

from swtech.course import Survey
from swtech.course.survey import TOC
from swtech.errors import SwtechError, did_you_mean
from swtech.language import LANGUAGES
from swtech.loading.reader import read_file
from swtech.model import KINDS, PLACEHOLDER, Located, LocatedList

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def text(indent: int, what: str) -> str:
    """Return the two lines of a text that is still to fill in."""
    return "".join(f"{' ' * indent}{lang}: {PLACEHOLDER} {what}\n" for lang in LANGUAGES)


def _choices(indent: int, *, feedback: bool = True) -> str:
    pad = " " * indent
    lines = []
    for name, what in (("a", "the right choice"), ("b", "a wrong choice"), ("c", "another wrong choice")):
        lines.append(f"{pad}- id: {name}\n" + f"{pad}  key: true\n" * (name == "a"))
        lines.append(f"{pad}  text:\n{text(indent + 4, what)}")
        if feedback:
            lines.append(f"{pad}  feedback:\n{text(indent + 4, f'why {name} is right or wrong')}")
    return "".join(lines)


def _entries(names: str, *fields: str, extra: str = "") -> str:
    lines = []
    for number, name in enumerate(names):
        lines.append(f"      - id: {name}\n")
        lines += [f"        {field}:\n{text(10, f'{field} of {name}')}" for field in fields]
        if extra:
            lines.append(f"        group: {extra[number % len(extra)]}\n")
    return "".join(lines)


def _answers(indent: int) -> str:
    return "".join(f"{' ' * indent}{lang}: [{PLACEHOLDER} the answer]\n" for lang in LANGUAGES)


def _gap_text() -> str:
    return "".join(f"      {lang}: {PLACEHOLDER} words around the blank [[a]]\n" for lang in LANGUAGES)


BODIES = {
    "choice": f"    choices:\n{_choices(6)}",
    "multiple": f"    choices:\n{_choices(6)}",
    "match": f"    pairs:\n{_entries('abc', 'left', 'right')}",
    "order": f"    sequence:\n{_entries('abc', 'text')}",
    "sort": f"    groups:\n{_entries('xy', 'title')}    entries:\n{_entries('abcd', 'text', extra='xy')}",
    "gap": f"    text:\n{_gap_text()}    gaps:\n      - id: a\n        answers:\n{_answers(10)}",
    "short": f"    answers:\n{_answers(6)}",
}
"""What each kind asks for, two spaces deep in the list of items."""


def item_text(kind: str, name: str, objective: str, section: str = PLACEHOLDER) -> str:
    """Return a new item of a bank, indented as in a list of items."""
    return (
        f"  - id: {name}\n    revision: 1\n    kind: {kind}\n    objective: {objective}\n"
        f"    teaches: [{PLACEHOLDER}]\n    level: remember\n    section: {section}\n"
        f"    stem:\n{text(6, 'the question')}{BODIES[kind]}"
        f"    rationale:\n{text(6, 'why the answer is right')}"
    )


def bank_text(slug: str) -> str:
    """Return a new bank with one objective and one item."""
    return (
        f"# yaml-language-server: $schema=bank.schema.json\nbank: {slug}\ntitle:\n{text(2, 'the title')}"
        f"objectives:\n  - id: {slug}-goal\n    text:\n{text(6, 'what the student will be able to do')}"
        f"items:\n{item_text('choice', f'{slug}-first', f'{slug}-goal', f'{slug}-section')}"
    )


def chapter_text(slug: str) -> str:
    """Return a new chapter; the two editions begin alike."""
    parts = [
        f"---\nmyst:\n  html_meta:\n    description: {PLACEHOLDER} for search engines\n---",
        f"({slug})=\n# {PLACEHOLDER} title\n",
        f":::{{lead}}\n{PLACEHOLDER} a situation that opens the chapter\n:::\n",
        ":::{objectives}\n:::\n",
        f"({slug}-section)=\n## {PLACEHOLDER} a section\n% teaches: {PLACEHOLDER}\n",
        f"{PLACEHOLDER} the text, one sentence per line\n",
        f"({slug}-case)=\n## {PLACEHOLDER} a worked case\n",
        f":::{{case}}\n{PLACEHOLDER} the story, invented and saying so\n:::\n",
        f"({slug}-summary)=\n## {PLACEHOLDER} summary\n\n{PLACEHOLDER} what to keep in mind\n",
        f"({slug}-terms)=\n## {PLACEHOLDER} key terms\n\n:::{{keyterms}} {PLACEHOLDER}\n:::\n",
        f"({slug}-check)=\n## {PLACEHOLDER} check yourself\n\n:::{{quiz}} {slug}-first\n:::",
    ]
    return "\n".join(parts) + "\n"


def notebook_text(slug: str, lang: str) -> str:
    """Return the widget notebook of a chapter."""
    return (
        "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n"
        f"myst:\n  html_meta:\n    description: {PLACEHOLDER} one sentence for search engines\n---\n"
        f"({slug}-quiz)=\n# {PLACEHOLDER} title\n\n{PLACEHOLDER} what this page is ([back](#{slug}))\n\n"
        "```{code-cell} ipython3\n:tags: [remove-input]\nimport swtech\n\n"
        f'swtech.quiz("{slug}", lang="{lang}")\n```\n'
    )


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
    toc = _toc_with(seen, slug)
    for file, words in files.items():
        _write(seen.root / file, words)
    _write(seen.root / TOC, toc)
    return [*files, TOC]


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8", newline="")


def _toc_with(seen: Survey, slug: str) -> str:
    """Return the table of contents with the chapter entered after the last one that has a bank."""
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
    entry = f"{pad}- file: {slug}\n{pad}  sections:\n{pad}    - file: {slug}-quiz\n"
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
