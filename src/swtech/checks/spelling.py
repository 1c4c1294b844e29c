"""Spelling of everything a student reads, by hunspell and the project's own word lists.

The dictionaries are Debian's `hunspell-kk` and `hunspell-ru`. What they do not know and is right stands in
`book/spelling/kk.txt` and `ru.txt`, the forms of a word on one line, each put there by a person who looked at it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from swtech.checks.prose import Passage, passages
from swtech.course import Survey
from swtech.errors import Problem, SwtechError
from swtech.language import KAZAKH_LETTERS, LANGUAGE_NAMES, LANGUAGES
from swtech.loading.reader import LIMITS, read_text

DICTIONARIES = {"kk": "kk_KZ", "ru": "ru_RU"}
INSTALL = "sudo apt-get install hunspell hunspell-kk hunspell-ru"
"""What makes the check possible on Debian."""
WORD = re.compile(r"[Ѐ-ӿ]+")
OWN_LETTERS = re.compile(f"[{KAZAKH_LETTERS}]", re.IGNORECASE)
COMMENT = "#"


class NoDictionaryError(SwtechError):
    """Hunspell or one of its dictionaries is not on this machine; the words say how to install them."""


def list_of(lang: str) -> str:
    """Return the file of the project's own words in *lang*, from the course's root."""
    return f"book/spelling/{lang}.txt"


def check_spelling(seen: Survey) -> list[Problem]:
    """Return every unknown word with its line, and every listed word that no text needs any more.

    NoDictionaryError when the dictionaries are not there.
    """
    places: dict[str, dict[str, list[Passage]]] = {lang: {} for lang in LANGUAGES}
    for passage in passages(seen):
        for word in WORD.findall(passage.text):
            # A Kazakh word in a Russian sentence is checked as what it is.
            lang = "kk" if OWN_LETTERS.search(word) else passage.lang
            places[lang].setdefault(word, []).append(passage)
    problems: list[Problem] = []
    for lang in LANGUAGES:
        listed, faults = read_list(seen.root, lang)
        problems += faults
        unknown = set(misspelt(places[lang], lang))
        known = {word.lower() for word in listed}
        for word in sorted(unknown):
            if word.lower() not in known:
                problems += [_unknown(seen.root, word, lang, passage) for passage in places[lang][word]]
        problems += _needless(listed, {word.lower() for word in unknown}, lang)
    return sorted(set(problems))


def misspelt(words: Mapping[str, object], lang: str) -> list[str]:
    """Return those of *words* that hunspell does not know."""
    program = shutil.which("hunspell")
    if program is None:
        raise NoDictionaryError(f"spelling needs hunspell. Run: {INSTALL}")
    command = [program, "-i", "utf-8", "-d", DICTIONARIES[lang], "-l"]
    done = subprocess.run(command, input="\n".join(words), capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0 or "Can't open" in done.stderr:
        raise NoDictionaryError(f"hunspell has no {LANGUAGE_NAMES[lang]} dictionary. Run: {INSTALL}")
    return [word for word in done.stdout.split("\n") if word]


def read_list(root: Path, lang: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the project's own words of *lang* with their lines, and what is wrong with the list."""
    file = list_of(lang)
    if not (root / file).is_file():
        return {}, []
    text, problems = read_text(root / file, file, LIMITS)
    words: dict[str, int] = {}
    for number, line in enumerate((text or "").split("\n"), 1):
        for word in line.partition(COMMENT)[0].split():
            if not WORD.fullmatch(word):
                what, remedy = (
                    "the list has words alone",
                    "Write Cyrillic letters, with spaces between words.",
                )
                problems.append(Problem(file, number, 1, "", what, word[:40], remedy, "odd-word"))
            elif word in words:
                remedy = f"It stands in line {words[word]} too: remove one."
                problems.append(
                    Problem(file, number, 1, "", "a word stands twice", word, remedy, "word-twice")
                )
            words.setdefault(word, number)
    return {word: line for word, line in words.items() if WORD.fullmatch(word)}, problems


def _unknown(root: Path, word: str, lang: str, passage: Passage) -> Problem:
    what = f"the {LANGUAGE_NAMES[lang]} dictionary does not know a word"
    remedy = f"Mend it; if it is right, add it to {list_of(lang)}."
    line = _line_of(root / passage.file, passage.line, word)
    return Problem(passage.file, line, 1, passage.name, what, word, remedy, "unknown-spelling")


def _line_of(path: Path, first: int, word: str) -> int:
    """Return the line in which *word* stands, from line *first* on: a block's text goes over several."""
    lines = path.read_text("utf-8").split("\n")
    whole = re.compile(rf"(?<![Ѐ-ӿ]){re.escape(word)}(?![Ѐ-ӿ])")
    return next((at for at in range(first, len(lines) + 1) if whole.search(lines[at - 1])), first)


def _needless(listed: Mapping[str, int], unknown: set[str], lang: str) -> Iterator[Problem]:
    for word, line in listed.items():
        if word.lower() not in unknown:
            what, remedy = "no text has the word, or the dictionary knows it", "Remove it."
            yield Problem(list_of(lang), line, 1, "", what, word, remedy, "needless-word", "warning")
