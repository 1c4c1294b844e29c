"""Walk through a chapter's MyST Markdown: its blocks and inline parts, each with its line in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

DIRECTIVE = re.compile(r"\{([\w-]+)\}\s*(.*)", re.DOTALL)
CODE = {"code-cell"}
WORDS_FOLLOW = {"lead", "case", "note", "tip", "warning"}
"""Directives whose words may begin on their first line."""
OTHERS = {
    "myst_target": "label",
    "front_matter": "front-matter",
    "html_block": "html",
    "code_block": "indented",
    "footnote_reference_open": "footnote",
}
TABLE_ROW = re.compile(r"^\|.*", re.MULTILINE)
OPTION = re.compile(r"\s*:([\w-]+):")
MAX_NESTING = 8
"""Directives inside directives; three is what a chapter needs."""


class Piece(NamedTuple):
    """A part of a chapter that somebody may want to know: its kind, its line and its words."""

    kind: str
    """front-matter, label, heading, comment, directive, option, code, html, image, text, role, link; and what is
    hardly meant: underlined (a heading by a line below it), indented (code by spaces), table (a broken one),
    footnote, plain-fence, stray, unclosed, deep."""
    line: int
    text: str
    name: str = ""
    """The directive's, role's or code's name; for an option, its directive's; for a heading, its level."""
    body: str = ""
    """What stands inside a directive."""


@cache
def _parser() -> MarkdownIt:
    """Return a parser with the syntax that the course's chapters are built with."""
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(myst_block_plugin)
    parser.use(myst_role_plugin).use(footnote_plugin).disable("footnote_inline").disable("footnote_tail")
    return parser.use(colon_fence_plugin).use(deflist_plugin)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a chapter in reading order."""
    yield from _blocks(text, 1, ())


def _blocks(text: str, first: int, around: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield the pieces of *text*, which begins in line *first* and stands inside the directives *around*."""
    lines = text.split("\n")
    line = first
    heading = ""
    in_table = False
    for token in _parser().parse(text):
        if token.map:
            line = first + token.map[0]
        kind = token.type
        if kind == "inline":
            row = TABLE_ROW.search(token.content)
            if row and not in_table:
                yield Piece("table", line + token.content.count("\n", 0, row.start()), row.group())
            if heading:
                yield Piece("heading", line, _words(token), heading)
            heading = ""
            yield from _inline(token, line)
        elif kind == "heading_open" and not token.markup.startswith("#"):
            yield Piece("underlined", line, token.markup)
        elif kind == "heading_open":
            heading = token.tag[1:]
        elif kind in {"table_open", "table_close"}:
            in_table = kind == "table_open"
        elif kind == "myst_line_comment":
            for offset, comment in enumerate(token.content.split("\n")):
                yield Piece("comment", line + offset, comment.strip().lstrip("%").strip())
        elif kind in {"colon_fence", "fence"}:
            yield from _fence(token, line, around, is_closed=_is_closed(token, lines))
        elif kind in OTHERS:
            yield Piece(OTHERS[kind], line + (kind == "front_matter"), token.content)


def _is_closed(token: Token, lines: list[str]) -> bool:
    """Tell whether a fence ends with a line of its own signs."""
    start, end = token.map or (0, 0)
    last = lines[end - 1].strip(" >\t") if 0 < end <= len(lines) else ""
    return end - 1 > start and len(last) >= len(token.markup) and set(last) == set(token.markup)


def _fence(token: Token, line: int, around: tuple[Piece, ...], *, is_closed: bool) -> Iterator[Piece]:
    info = token.info.strip()
    if not is_closed and (info or token.type == "fence"):
        # A box that has no end of its own takes that of the box around it: the outer one is to be looked at.
        outer = around[-1] if around else Piece("", line, "", info)
        yield Piece("unclosed", outer.line, token.markup, outer.name)
    match = DIRECTIVE.match(info)
    if match:
        yield from _directive(token, match, line, around)
    elif token.type == "fence":
        yield Piece("code", line + 1, token.content, info)
    else:
        yield Piece("plain-fence" if info else "stray", line, info)


def _directive(token: Token, match: re.Match[str], line: int, around: tuple[Piece, ...]) -> Iterator[Piece]:
    name, argument = match.group(1), match.group(2).strip()
    body = token.content.split("\n")
    start = 0
    while start < len(body) and (option := OPTION.match(body[start])):
        start += 1
        yield Piece("option", line + start, option.group(1), name)
    rest = "\n".join(body[start:])
    if name in CODE:
        yield Piece("code", line + 1 + start, rest, name)
        return
    piece = Piece("directive", line, argument, name, rest)
    yield piece
    if len(around) >= MAX_NESTING:
        yield Piece("deep", line, argument, name)
        return
    if name in WORDS_FOLLOW and argument:
        yield from _blocks(argument, line, (*around, piece))
    yield from _blocks(rest, line + 1 + start, (*around, piece))


def _words(token: Token) -> str:
    """Return what a heading says, without marks."""
    parts = []
    for child in token.children or ():
        if child.type == "myst_role":
            parts.append(re.sub(r"\s*<[^<>]*>$", "", child.content))
        else:
            parts.append(" " if child.type in {"softbreak", "hardbreak"} else child.content)
    return "".join(parts).strip()


def _inline(token: Token, line: int) -> Iterator[Piece]:
    for child in token.children or ():
        kind = child.type
        if kind in {"softbreak", "hardbreak"}:
            line += 1
        elif kind == "text":
            if child.content:
                yield Piece("text", line, child.content)
        elif kind == "myst_role":
            yield Piece("role", line, child.content, str(child.meta.get("name", "")))
            line += child.content.count("\n")
        elif kind == "link_open":
            yield Piece("link", line, str(child.attrs.get("href", "")))
        elif kind == "html_inline":
            yield Piece("html", line, child.content)
            line += child.content.count("\n")
        elif kind == "footnote_ref":
            yield Piece("footnote", line, str(child.meta.get("label", "")))
        elif kind == "image":
            yield Piece("image", line, str(child.attrs.get("src", "")))
