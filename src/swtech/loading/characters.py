"""Find what an author cannot see in an editor: invisible characters, odd spaces, versions left unmerged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

INVISIBLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Characters that some programs take for the end of a line, and editors do not count."""
ODD_INDENT = re.compile("^ *([\t\xa0\u2000-\u200a\u202f\u205f\u3000])", re.MULTILINE)
CONFLICT = re.compile(r"^[<>]{7} ", re.MULTILINE)


CUT = re.compile(
    r"""^\s*(?:-\s+)*(?:[\w-]+:|-)\s+(?=[^'"|>\[{#\n])[^\n#]*[\u0400-\u04ff][^\n]*?\s(\#[^\n]*)$""",
    re.MULTILINE,
)
"""A Cyrillic text without quotes, and the comment behind it."""


class Oddity(NamedTuple):
    """Something unseen: where it stands in the text, and the words of its problem."""

    offset: int
    code: str
    what: str
    found: str
    remedy: str


def invisible(text: str) -> Iterator[Oddity]:
    """Yield the first character of each line that nobody can see and that breaks words or lines."""
    last: int | None = None
    for match in INVISIBLE.finditer(text):
        line = text.rfind("\n", 0, match.start())
        if line == last:
            continue
        last = line
        what, remedy = "an invisible character", "Remove it."
        if match.group() in LINE_BREAKS:
            what, remedy = "a line break that editors do not count", "Replace it by a space or a new line."
        yield Oddity(match.start(), "control-character", what, f"U+{ord(match.group()):04X}", remedy)


def odd_indents(text: str) -> Iterator[Oddity]:
    """Yield tabs and other odd spaces in the indentation of YAML."""
    for match in ODD_INDENT.finditer(text):
        sign = match.group(1)
        if sign == "\t":
            yield Oddity(match.end() - 1, "tab", "a tab stands in the indentation", "", "Use spaces.")
        else:
            what, found = "an odd space stands in the indentation", f"U+{ord(sign):04X}"
            yield Oddity(match.end() - 1, "tab", what, found, "Replace it by plain spaces.")


def unmerged(text: str) -> Iterator[Oddity]:
    """Yield the place where git left two versions of a text side by side, if it did."""
    mark = CONFLICT.search(text)
    if mark:
        what, remedy = "two versions of the text stand here unmerged", "Keep one and remove the marks of git."
        yield Oddity(mark.start(), "unmerged", what, mark.group().strip(), remedy)


def cut_texts(text: str) -> Iterator[Oddity]:
    """Yield the texts that YAML ends at « #»: what follows would be lost in silence."""
    for match in CUT.finditer(text):
        remedy = "Put ' at both ends of the text; put a comment on a line of its own."
        yield Oddity(match.start(1), "cut-text", "a text ends at « #»", match.group(1)[:40], remedy)
