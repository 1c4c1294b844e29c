"""Say in an author's words what a YAML parser complains about, with the way to mend it."""

from __future__ import annotations

import re

QUOTE = "Quote the whole text, or write it as a >- block."
UNCLOSED = ("a quoted text or a bracket is never closed", "Close it; quote a text that holds [ or {.")
MISALIGNED = (
    "the indentation does not fit the lines above, or a quoted text ended early",
    "Align the line with its neighbours; inside '…' write '' for an apostrophe.",
)
RESERVED = ("a text begins with a sign that YAML keeps for itself", "Quote the text.")
EXPLANATIONS = {
    "mapping values are not allowed": ("a colon followed by a space stands inside a text", QUOTE),
    "could not find expected ':'": (
        "a line is neither «name: value» nor part of a text",
        "Indent or quote it.",
    ),
    "did not find expected key": MISALIGNED,
    "expected <block end>": MISALIGNED,
    "did not find expected '-' indicator": ("the indentation of a list does not fit", "Align its dashes."),
    "block sequence entries are not allowed": ("a list begins where none can", "Begin it on its own line."),
    "unexpected end of stream": UNCLOSED,
    "expected ',' or": UNCLOSED,
    "cannot start any token": RESERVED,
    "undefined alias": RESERVED,
    "alphabetic or numeric character": RESERVED,
    "undefined tag handle": RESERVED,
    "directive": RESERVED,
    "unknown escape character": ('a backslash stands inside "…"', "Use '…' quotes, or write it twice."),
    "document start": ("the file goes on after its end", "Indent the line, or quote the text above it."),
    "chomping or indentation": ("words stand on the line of a > or | block", "Begin them on the next line."),
}
"""Part of a parser's complaint, and what an author is told."""


def explain(complaint: str, text: str, line: int) -> tuple[str, str]:
    """Return what is wrong and the remedy, for a parser's *complaint* about a *line* of *text*."""
    for words, saying in EXPLANATIONS.items():
        if words in complaint:
            return saying
    lines = text.splitlines()
    start = re.match(r"\s*(?:- )?(?:[\w-]+: )?(.)", lines[line - 1]) if 0 < line <= len(lines) else None
    if start and start.group(1) in "[{>|*&!%@`\"'":
        return f"a text begins with {start.group(1)}, which YAML keeps for itself", "Quote the whole text."
    return f"this is not YAML ({complaint})" if complaint else "this is not YAML", QUOTE
