"""Where a line must not end: a dash stays with the word before it, a short preposition with the word after it."""

from __future__ import annotations

import re

HELD = "\u00a0"

RULES = (
    re.compile(r" (?=–)"),
    re.compile(r"(?<=№) "),
    re.compile(r"(?<=\bCC) (?=BY\b)|(?<=\bCC BY) (?=\d)|(?<=\bCC\u00a0BY) (?=\d)"),
    # Russian words of one letter: prepositions, conjunctions, «я». Kazakh has none.
    re.compile(r"(?<=\b[АаВвИиКкОоСсУуЯя]) (?=\S|$)"),
)


def hold(text: str) -> str:
    """Return *text* with no-break spaces where a line must not end; nothing else changes."""
    for rule in RULES:
        text = rule.sub(HELD, text)
    return text
