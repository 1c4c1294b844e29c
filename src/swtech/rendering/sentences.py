"""Divide a text between its sentences: a stem where it begins to ask, a definition after what it defines."""

from __future__ import annotations

import re

PARAGRAPHS = re.compile(r"\n[ \t]*\n")
QUOTED = re.compile(r"«[^«»]*»|\([^()]*\)")
SENTENCE_END = re.compile(r"(?<=[.!?…»])\s+(?=[^\W\d_a-zа-яәғқңөұүһі]|«)")

LONG = 150
"""A stem of more characters than this is too much to read as a heading."""


def divide(stem: str) -> tuple[str, str]:
    """Return what *stem* tells, perhaps nothing, and what it asks.

    A blank line divides it as its author wished. A long stem in one paragraph is divided before its first
    sentence that asks, or before its last one.
    """
    *told, asked = PARAGRAPHS.split(stem.strip())
    if told or len(asked) <= LONG:
        return "\n\n".join(told), asked
    masked = _masked(asked)
    starts = [0, *(end.end() for end in SENTENCE_END.finditer(masked))]
    sentences = list(zip(starts, [*starts[1:], len(masked)], strict=True))
    at = next((start for start, end in sentences if "?" in masked[start:end]), starts[-1])
    return asked[:at].strip(), asked[at:]


def first_sentence(text: str) -> str:
    """Return the first sentence of *text*."""
    text = PARAGRAPHS.split(text.strip())[0]
    end = SENTENCE_END.search(_masked(text))
    return text[: end.start()] if end else text


def _masked(text: str) -> str:
    """Return *text*, as long as it was, where what is quoted is one word: it may hold sentences of its own."""
    return QUOTED.sub(lambda found: "«" + "x" * (len(found[0]) - 2) + "»", text)
