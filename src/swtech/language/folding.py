"""Bring a Kazakh or Russian text to the letters of a Russian keyboard, so that spellings can be compared.

`frontend/language.js` holds the same rules; `tests/golden/language.json` holds both to each other. The rules
therefore name their characters one by one and lean on no library's idea of a letter or a space.
"""

from __future__ import annotations

import re
import unicodedata

KAZAKH_LETTERS = "әғқңөұүһі"
"""The nine letters that a Russian keyboard lacks, in the order in which they are offered beside a field."""

KEYBOARD = str.maketrans(
    {"ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "х", "і": "и", "ё": "е"}
)
"""What a hand types for a letter that the keyboard lacks, or that people leave without its dots."""

LOOK_ALIKES = str.maketrans(
    # Capitals and small letters differ on purpose: a Latin H looks like Н, a Latin h like һ.
    dict(zip("ABCEHIKMOPTXYƏËaceikmhopxyəë", "АВСЕНІКМОРТХУӘЁасеікмһорхуәё", strict=True))
)
"""Latin letters that pass for Cyrillic ones."""

WORD = re.compile("[A-Za-zËëƏəЀ-ԯ]+")
CYRILLIC = re.compile("[Ѐ-ԯ]")
LATIN = re.compile("[A-Za-zËëƏə]")
SPACES = re.compile("[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
DASHES = re.compile(" ?[-\u2010-\u2015\u2212] ?")
INVISIBLE = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]"
)  # soft hyphens, stress and other loose marks, joiners
DOUBLE_QUOTES = re.compile("[«»„“”‟″]")
SINGLE_QUOTES = re.compile("[‘’‚‛′ʼ`]")


def _cyrillic(word: re.Match[str]) -> str:
    letters = word.group()
    return letters.translate(LOOK_ALIKES) if CYRILLIC.search(letters) else letters


def normalise(text: str) -> str:
    """Return *text* composed (NFC), in lower case, with single spaces and nothing invisible."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return SPACES.sub(" ", text).strip(" ").lower()


def fold(text: str) -> str:
    """Return *text* as it comes from a Russian keyboard: «Әлеуметтік» gives «алеуметтик».

    In this order: NFC; nothing invisible; Latin look-alikes inside Cyrillic words become Cyrillic; single
    spaces; lower case; Kazakh letters and ё become keyboard letters; dashes become a hyphen without spaces
    around it; quotes become straight ones.
    """
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    text = SPACES.sub(" ", WORD.sub(_cyrillic, text)).strip(" ").lower().translate(KEYBOARD)
    text = DASHES.sub("-", text)
    return SINGLE_QUOTES.sub("'", DOUBLE_QUOTES.sub('"', text))


def mixed_script_words(text: str) -> list[str]:
    """Return the words of *text* that mix Latin and Cyrillic letters, in order, each once."""
    if not LATIN.search(text):
        return []
    words = (word.group() for word in WORD.finditer(text))
    return list(dict.fromkeys(word for word in words if LATIN.search(word) and CYRILLIC.search(word)))
