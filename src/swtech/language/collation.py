"""The order of words in the Kazakh and the Russian alphabet, and the letter that a word stands under."""

from __future__ import annotations

import unicodedata

from swtech.language.folding import INVISIBLE, SPACES

ALPHABETS = {
    "kk": "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
}
"""Without ё, which is sorted as е and only tells two otherwise equal words apart."""

LATIN = "abcdefghijklmnopqrstuvwxyz"
MARKS = " _-–—,;:!?.'\"«»()"
DIGITS = "0123456789"

SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


def _ranks(lang: str) -> dict[str, int]:
    own = ALPHABETS[lang]
    foreign = "".join(letter for letter in ALPHABETS["kk"] if letter not in own)
    return {character: rank for rank, character in enumerate(MARKS + DIGITS + own + foreign + LATIN)}


RANKS = {lang: _ranks(lang) for lang in ALPHABETS}


def sort_key(text: str, lang: str) -> SortKey:
    """Return the key that sorts *text* among words of *lang*: marks, digits, the alphabet, Latin letters.

    Words that differ in ё or in case alone stay together: е before ё, small letters before capitals.
    """
    text = SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip(" ")
    ranks = RANKS[lang]
    letters = text.lower()
    first = tuple(ranks.get(letter, 1000 + ord(letter)) for letter in letters.replace("ё", "е"))
    return first, tuple(letter == "ё" for letter in letters), tuple(letter.isupper() for letter in text)


def letter(text: str, lang: str) -> str:
    """Return the capital that *text* stands under in *lang*, or «#» when it begins with no letter."""
    for character in unicodedata.normalize("NFC", text).lower().replace("ё", "е"):
        if character in ALPHABETS[lang] or character in LATIN or character in ALPHABETS["kk"]:
            return character.upper()
        if character in DIGITS:
            break
    return "#"
