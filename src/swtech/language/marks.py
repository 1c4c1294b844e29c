"""Find quotes and dashes that Kazakh and Russian typography has no use for: what word processors put in."""

from __future__ import annotations

import re

NESTED = re.compile("„[^„“]*“")
"""Quotes inside «…», as both languages write them."""
FOREIGN = re.compile('[“”„‟"―—]|(?<=\\S)[ \u00a0]-[ \u00a0](?=\\S)')


def foreign_marks(text: str) -> list[str]:
    """Return the marks of *text* that should be «…» or –, each once, in the order of the text."""
    if not any(mark in text for mark in '“”„‟"―—-'):
        return []
    return list(dict.fromkeys(mark.strip() for mark in FOREIGN.findall(NESTED.sub("", text))))
