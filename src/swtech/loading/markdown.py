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
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

DIRECTIVE = re.compile(r"\{([\w-]+)\}\s*(.*)", re.DOTALL)
OPTION = re.compile(r"\s*:([\w-]+):")
MAX_NESTING = 8
"""Directives inside directives; three is what a chapter needs."""


class Piece(NamedTuple):
    """A part of a chapter that somebody may want to know: its kind, its line and its words."""

    kind: str
    """front-matter, label, heading, comment, directive, option, code, html, image, text, role, link, deep"""
    line: int
    text: str
    name: str = ""
    """The directive's, role's or option's name; a heading's level."""


@cache
def _parser() -> MarkdownIt:
    """Return a parser with the syntax that the course's chapters are built with."""
    parser = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(myst_block_plugin)
    return parser.use(myst_role_plugin).use(colon_fence_plugin).use(deflist_plugin)


def pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of a chapter in reading order."""
    yield from _blocks(text, 1, 0)


def _blocks(text: str, first: int, depth: int) -> Iterator[Piece]:
    line = first
    heading = ""
    for token in _parser().parse(text):
        if token.map:
            line = first + token.map[0]
        kind = token.type
        if kind == "inline":
            if heading:
                yield Piece("heading", line, _words(token), heading)
                heading = ""
            yield from _inline(token, line)
        elif kind == "heading_open":
            heading = token.tag[1:]
        elif kind == "myst_target":
            yield Piece("label", line, token.content)
        elif kind == "myst_line_comment":
            for offset, comment in enumerate(token.content.split("\n")):
                yield Piece("comment", line + offset, comment.strip().lstrip("%").strip())
        elif kind == "front_matter":
            yield Piece("front-matter", line + 1, token.content)
        elif kind in {"colon_fence", "fence"}:
            yield from _directive(token, line, depth)
        elif kind == "html_block":
            yield Piece("html", line, token.content)


def _directive(token: Token, line: int, depth: int) -> Iterator[Piece]:
    match = DIRECTIVE.match(token.info.strip())
    if not match:
        yield Piece("code", line, token.content, token.info.strip())
        return
    name, argument = match.group(1), match.group(2).strip()
    yield Piece("directive", line, argument, name)
    body = token.content.split("\n")
    start = 0
    while start < len(body) and (option := OPTION.match(body[start])):
        start += 1
        yield Piece("option", line + start, body[start - 1], option.group(1))
    rest = "\n".join(body[start:])
    if name in {"code-cell", "code", "code-block"} or token.type == "fence":
        yield Piece("code", line + 1 + start, rest, name)
    elif depth >= MAX_NESTING:
        yield Piece("deep", line, argument, name)
    else:
        yield from _blocks(rest, line + 1 + start, depth + 1)


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
        elif kind == "image":
            yield Piece("image", line, str(child.attrs.get("src", "")))
