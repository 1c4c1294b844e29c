"""Say in an author's words what a YAML parser complains about, with the way to mend it."""

from __future__ import annotations

import re

QUOTE = "Quote the whole text, or write it as a >- block."
EXPLANATIONS = (
    ("mapping values are not allowed", "a colon followed by a space stands inside a text", QUOTE),
    ("could not find expected ':'", "a line is neither «name: value» nor part of a text", "Indent or quote it."),
    ("did not find expected key", "the indentation does not fit the lines above, or a quoted text ended early",
     "Align the line with its neighbours; inside '…' write '' for an apostrophe."),
    ("expected <block end>", "the indentation does not fit the lines above, or a quoted text ended early",
     "Align the line with its neighbours; inside '…' write '' for an apostrophe."),
    ("did not find expected '-' indicator", "the indentation of a list does not fit", "Align its dashes."),
    ("block sequence entries are not allowed", "a list begins where none can", "Begin it on its own line."),
    ("found unexpected end of stream", "a quoted text or a bracket is never closed", "Close it."),
    ("unexpected end of stream", "a quoted text or a bracket is never closed", "Close it."),
    ("did not find expected ',' or", "a bracket or brace is never closed", "Close it; quote a text that holds [ or {."),
    ("expected ',' or", "a bracket or brace is never closed", "Close it; quote a text that holds [ or {."),
    ("cannot start any token", "a text begins with a sign that YAML keeps for itself", "Quote the text."),
    ("undefined alias", "a text begins with *, which YAML keeps for itself", "Quote the text."),
    ("alphabetic or numeric character", "a text begins with * or &, which YAML keeps for itself", "Quote the text."),
    ("unknown escape character", 'a backslash stands inside "…"', "Use '…' quotes, or write it twice."),
    ("unacceptable character", "an invisible character", "Remove it."),
    ("undefined tag handle", "a text begins with !, which YAML keeps for itself", "Quote the text."),
    ("directive", "a line begins with %, which YAML keeps for itself", "Quote the text."),
    ("document start", "the file goes on after its end", "Indent the line, or quote the text above it."),
    ("chomping or indentation", "words stand on the line of a > or | block", "Begin them on the next line."),
)  # fmt: skip


def explain(complaint: str, text: str, line: int) -> tuple[str, str]:
    """Return what is wrong and the remedy, for a parser's *complaint* about a *line* of *text*."""
    for words, what, remedy in EXPLANATIONS:
        if words in complaint:
            return what, remedy
    lines = text.splitlines()
    start = re.match(r"\s*(?:- )?(?:[\w-]+: )?(.)", lines[line - 1]) if 0 < line <= len(lines) else None
    if start and start.group(1) in "[{>|*&!%@`\"'":
        return f"a text begins with {start.group(1)}, which YAML keeps for itself", "Quote the whole text."
    return f"this is not YAML ({complaint})" if complaint else "this is not YAML", QUOTE
