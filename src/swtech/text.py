"""Turn the small Markdown of banks into HTML and into plain text; HTML in it is shown as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from swtech.language import hold

Href = Callable[[str], str | None]
"""Gives the address of a section's label, or None when there is none."""

ABSOLUTE = re.compile(r"https?://|mailto:", re.IGNORECASE)
RULES = ("list", "newline", "escape", "emphasis", "link", "balance_pairs", "fragments_join")
BREAKS = {"softbreak", "hardbreak"}


@cache
def _markdown() -> MarkdownIt:
    """Return a parser that knows emphasis, lists, links and line breaks, and nothing else."""
    parser = MarkdownIt("zero", {"breaks": True, "html": False})
    return parser.enable(RULES)


def _address(target: str, href: Href | None) -> str | None:
    """Return where a link leads, or None when it leads nowhere we allow."""
    if target.startswith("#"):
        return href(target[1:]) if href else target
    return target if ABSOLUTE.match(target) else None


def _inline_html(tokens: Sequence[Token], href: Href | None) -> Iterator[str]:
    open_links: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            address = _address(str(token.attrs.get("href", "")), href)
            open_links.append(address is not None)
            if address is not None:
                yield f'<a href="{escape(address)}">'
        elif token.type == "link_close":
            if open_links.pop():
                yield "</a>"
        elif token.type in BREAKS:
            yield "<br>\n"
        elif token.tag:
            yield f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
        else:
            yield escape(hold(token.content), quote=False)


def to_html(text: str, *, href: Href | None = None, inline: bool = False) -> str:
    """Return *text* as HTML; with *inline*, without paragraphs and lists.

    A link leads to http, https, mailto or a `#label`, which *href* resolves; any other link, and one
    whose label *href* does not know, leaves its words as plain text. Without *href* labels stay as they are.
    """
    parser = _markdown()
    if inline:
        return "".join(_inline_html(parser.parseInline(text.strip())[0].children or (), href))
    parts: list[str] = []
    for token in parser.parse(text):
        if token.type == "inline":
            parts.extend(_inline_html(token.children or (), href))
        elif token.hidden:
            # A tight list has no paragraphs, but a nested list still begins on its own line.
            continue
        elif token.nesting > 0:
            start = token.attrs.get("start")
            parts.append(f"<{token.tag}>" if start in {None, 1} else f'<{token.tag} start="{start}">')
        else:
            parts.append(f"</{token.tag}>\n")
    return "".join(parts).strip()


def to_plain(text: str) -> str:
    """Return *text* without its marks: emphasis and links as words, list entries on lines of their own."""
    lines: list[str] = []
    prefix = ""
    counters: list[int | None] = []
    for token in _markdown().parse(text):
        if token.type == "ordered_list_open":
            counters.append(int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            counters.append(None)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            counters.pop()
            prefix = "  " * len(counters)
        elif token.type == "list_item_open":
            number = counters[-1]
            prefix = "  " * (len(counters) - 1) + ("• " if number is None else f"{number}. ")
            counters[-1] = None if number is None else number + 1
        elif token.type == "inline":
            lines.append(prefix + _plain_inline(token.children or ()))
            prefix = "  " * len(counters)
    return "\n".join(lines)


def _plain_inline(tokens: Sequence[Token]) -> str:
    return "".join("\n" if token.type in BREAKS else token.content for token in tokens)


def link_targets(text: str) -> list[str]:
    """Return where the links of *text* lead, in order, as they are written."""
    if "](" not in text:
        return []
    return [
        str(child.attrs.get("href", ""))
        for token in _markdown().parse(text)
        for child in token.children or ()
        if child.type == "link_open"
    ]
