"""What is true of Kazakh and Russian as such: folding, answers, order, plurals, dates. Pure, without I/O."""

from __future__ import annotations

from swtech.language.answers import Match, compare_answer
from swtech.language.breaks import hold
from swtech.language.collation import letter, sort_key
from swtech.language.folding import KAZAKH_LETTERS, fold, mixed_script_words, normalise
from swtech.language.forms import PLURALS, format_date, format_number, plural

LANGUAGES = ("kk", "ru")
"""The languages of the course. Neither is the fallback of the other; the order is the alphabet's."""

LANGUAGE_NAMES = {"kk": "Kazakh", "ru": "Russian"}
"""Their names in messages to authors."""

__all__ = [
    "KAZAKH_LETTERS",
    "LANGUAGES",
    "LANGUAGE_NAMES",
    "PLURALS",
    "Match",
    "compare_answer",
    "fold",
    "format_date",
    "format_number",
    "hold",
    "letter",
    "mixed_script_words",
    "normalise",
    "plural",
    "sort_key",
]
