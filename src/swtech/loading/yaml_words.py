"""Say in an author's words what a YAML parser complains about, with the way to mend it."""

from __future__ import annotations

import re

QUOTE = "Put ' at both ends of the text, or write it as a >- block."
UNCLOSED = ("a quoted text or a bracket is never closed", "Close it; quote a text that holds [ or {.")
INSIDE_BRACES = (
    "a bracket is never closed, or a text inside it holds a colon, a quote or a bracket",
    "Close it, or put ' at both ends of the text.",
)
LONG_DASH = ("a list's entry begins with a dash that is not -", "Type the hyphen - and a space.")
INDENTATION = ("the indentation does not fit the lines above", "Align the line with its neighbours.")
MISALIGNED = (
    "the indentation does not fit the lines above, or a quoted text ended early",
    "Align the line with its neighbours; inside '…' write '' for an apostrophe.",
)
DASHES = ("the indentation of a list does not fit", "Align its dashes.")
LONG_DASH_START = re.compile(r"\s*[–—−•·]\s")
RESERVED = ("a text begins with a sign that YAML keeps for itself", QUOTE)
EXPLANATIONS = {
    "mapping values are not allowed": ("a colon followed by a space stands inside a text", QUOTE),
    "could not find expected ':'": (
        "a line is neither «name: value» nor part of a text",
        "Indent or quote it.",
    ),
    "did not find expected key": MISALIGNED,
    "expected <block end>": MISALIGNED,
    "did not find expected '-' indicator": DASHES,
    "block sequence entries are not allowed": ("a list begins where none can", "Begin it on its own line."),
    "unexpected end of stream": UNCLOSED,
    "expected ',' or": INSIDE_BRACES,
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
    lines = text.split("\n")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    if LONG_DASH_START.match(here) or (line > 1 and LONG_DASH_START.match(lines[line - 2])):
        return LONG_DASH
    for words, saying in EXPLANATIONS.items():
        if words in complaint:
            # A field that stands where only entries can is not mended by aligning dashes.
            return INDENTATION if saying is DASHES and not here.lstrip().startswith("-") else saying
    start = re.match(r"\s*(?:- )?(?:[\w-]+: )?(.)", here)
    if start and start.group(1) in "[{>|*&!%@`\"'":
        return f"a text begins with {start.group(1)}, which YAML keeps for itself", QUOTE
    return f"this is not YAML ({complaint})" if complaint else "this is not YAML", QUOTE
