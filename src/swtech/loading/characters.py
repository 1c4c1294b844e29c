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


PLAIN_TEXT = re.compile(r"""\s*(?:-\s+)*(?:[\w-]+:|-)\s+[^'"|>\[{#\s]""")
"""The beginning of a line with a text without quotes."""
CYRILLIC = re.compile("[\u0400-\u04ff]")


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
    """Yield the Cyrillic texts that YAML ends at « #»: what follows would be lost in silence."""
    at = text.find(" #")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        before = text[start:at]
        if "#" not in before and PLAIN_TEXT.match(before) and CYRILLIC.search(before):
            remedy = "Put ' at both ends of the text; put a comment on a line of its own."
            found = text[at + 1 : end][:40]
            yield Oddity(at + 1, "cut-text", "a text ends at « #»", found, remedy)
        at = text.find(" #", end)
