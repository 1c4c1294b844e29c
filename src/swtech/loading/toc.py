"""Read the spine of both editions: `book/_toc.yml`, in Jupyter Book's own format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from swtech.errors import did_you_mean
from swtech.loading.reader import Raw
from swtech.model import Located, LocatedList, TocEntry

FORMAT = "jb-book"
TOP = ("format", "root", "chapters", "parts", "title", "options", "defaults", "meta")
ENTRY = (
    *("file", "title", "sections", "chapters", "caption", "numbered", "url", "glob"),
    *("parts", "subtrees", "entries", "options", "maxdepth", "hidden", "reversed", "titlesonly"),
)
"""The fields of a Jupyter Book's table of contents; sphinx-external-toc refuses all others."""
LISTS = ("parts", "chapters", "sections", "subtrees", "entries")


def read_toc(raw: Raw) -> tuple[TocEntry, ...]:
    """Return the pages of the table of contents in reading order; *raw* gets what is wrong with it."""
    if raw.tree is None:
        return ()
    form = raw.tree.get("format")
    if form is not None and form != FORMAT:
        what, remedy = "the table of contents has another format", f"Write format: {FORMAT}."
        raw.add(raw.tree.place("format"), "unknown-word", what, str(form)[:40], remedy)
    _known(raw, raw.tree, TOP)
    found = list(_root(raw, raw.tree))
    seen: dict[str, int] = {}
    for entry in found:
        if entry.slug in seen:
            what = "a page stands twice in the table of contents"
            remedy = f"It is already in line {seen[entry.slug]}: remove one."
            raw.add((entry.line, 1), "page-twice", what, entry.slug, remedy)
        seen.setdefault(entry.slug, entry.line)
    return tuple({entry.slug: entry for entry in reversed(found)}.values())[::-1]


def _known(raw: Raw, node: Located, fields: tuple[str, ...]) -> None:
    for name in node:
        if name not in fields:
            remedy = did_you_mean(name, fields, f"The fields here are {', '.join(fields)}.")
            raw.add(node.place(name), "unknown-field", "unknown field", name, remedy)


def _root(raw: Raw, tree: Located) -> Iterator[TocEntry]:
    root = tree.get("root")
    if isinstance(root, str) and root:
        yield TocEntry(root, 0, tree.place("root")[0])
    else:
        raw.add(tree.mark, "no-root", "the table of contents has no root page", "", "Write root: index.")
    yield from _below(raw, tree, 1)


def _below(raw: Raw, node: Mapping[str, Any], depth: int) -> Iterator[TocEntry]:
    for name in LISTS:
        entries = node.get(name)
        if entries is None:
            continue
        if not isinstance(entries, LocatedList):
            mark = node.place(name) if isinstance(node, Located) else (1, 1)
            raw.add(
                mark, "wrong-shape", f"{name} needs a list", "something else", "Begin each entry with «- »."
            )
            continue
        for entry, mark in zip(entries, entries.marks, strict=True):
            if not isinstance(entry, Located):
                raw.add(
                    mark, "wrong-shape", "a page is written «- file: name»", "something else", "Write file:."
                )
                continue
            _known(raw, entry, ENTRY)
            page = entry.get("file")
            if isinstance(page, str) and page:
                yield TocEntry(page, depth, mark[0])
            elif (
                name != "parts"
                and all(field in ENTRY for field in entry)
                and not entry.keys() & {"url", "glob"}
            ):
                raw.add(mark, "wrong-shape", "a page is written «- file: name»", "no file", "Write file:.")
            yield from _below(raw, entry, depth if name == "parts" else depth + 1)
