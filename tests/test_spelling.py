"""Spelling: hunspell with Debian's dictionaries and the project's own lists knows every word of the course."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from swtech.checks.spelling import INSTALL, NoDictionaryError, check_spelling, list_of, misspelt
from swtech.course import survey
from swtech.language import LANGUAGES
from tests.small import copy_small


@pytest.fixture(scope="module", autouse=True)
def dictionaries() -> None:
    """The dictionaries, or a word on how to get them; where every change is tested they must be there."""
    for lang in LANGUAGES:
        try:
            misspelt({}, lang)
        except NoDictionaryError as error:
            if os.environ.get("CI"):
                pytest.fail(str(error))
            pytest.skip(str(error))


def test_every_word_of_the_course_is_known(root: Path) -> None:
    """No text of the course has a word that neither dictionary nor list knows, and no list holds a needless one."""
    problems = check_spelling(survey(root))
    assert not problems, "\n".join(map(str, problems[:40]))


def test_an_unknown_word_is_named_with_its_line(tmp_path: Path) -> None:
    """A slip in a page or in a block of a bank is said where it stands, in whichever line of the block."""
    small = copy_small(tmp_path / "small")
    page = small / "content" / "ru" / "sources.md"
    page.write_text(page.read_text("utf-8") + "\nПервая строка.\nЗдесь ашибка.\n", "utf-8")
    bank = small / "quizzes" / "mini.yml"
    text = bank.read_text("utf-8")
    old = "stem: {kk: Циклде неше кезең бар?, ru: Сколько этапов в цикле?}"
    assert old in text
    new = "stem:\n      kk: Циклде неше кезең бар?\n      ru: >-\n        Сколько\n        этапофф в цикле?"
    bank.write_text(text.replace(old, new), "utf-8")
    found = {(problem.file, problem.line, problem.found) for problem in check_spelling(survey(small))}
    lines = page.read_text("utf-8").split("\n")
    assert ("content/ru/sources.md", lines.index("Здесь ашибка.") + 1, "ашибка") in found
    at = bank.read_text("utf-8").split("\n").index("        этапофф в цикле?") + 1
    assert ("quizzes/mini.yml", at, "этапофф") in found


def test_a_listed_word_is_known_in_any_case_and_a_needless_one_is_named(tmp_path: Path) -> None:
    """The list makes a word known; a word that no text needs is to be removed, an odd line is named."""
    small = copy_small(tmp_path / "small")
    page = small / "content" / "ru" / "sources.md"
    page.write_text(page.read_text("utf-8") + "\nАйшабибищу видели. Видели айшабибищу.\n", "utf-8")
    before = {problem.found for problem in check_spelling(survey(small))}
    assert {"Айшабибищу", "айшабибищу"} <= before
    (small / "book" / "spelling").mkdir()
    (small / list_of("ru")).write_text("# names\nайшабибищу  # a form\nдом\nword\nдом\n", "utf-8")
    after = [problem for problem in check_spelling(survey(small)) if problem.file == list_of("ru")]
    assert [(problem.line, problem.code) for problem in after] == [
        (3, "needless-word"),
        (4, "odd-word"),
        (5, "word-twice"),
    ]
    assert not {"Айшабибищу", "айшабибищу"} & {problem.found for problem in check_spelling(survey(small))}


def test_a_kazakh_word_in_a_russian_sentence_is_checked_as_kazakh(tmp_path: Path) -> None:
    """A word with Kazakh letters is looked up in Kazakh wherever it stands."""
    small = copy_small(tmp_path / "small")
    page = small / "content" / "ru" / "sources.md"
    page.write_text(page.read_text("utf-8") + "\nСлово «өмірлік» и слово «өмірликк».\n", "utf-8")
    problems = {problem.found: problem.remedy for problem in check_spelling(survey(small))}
    assert "өмірлік" not in problems
    assert "book/spelling/kk.txt" in problems["өмірликк"]


def test_a_machine_without_hunspell_is_told_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message holds the command that installs program and dictionaries."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(NoDictionaryError, match="apt-get install hunspell"):
        misspelt({"слово": None}, "ru")
    assert "hunspell-kk hunspell-ru" in INSTALL
