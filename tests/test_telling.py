"""Nobody can find the key without knowing the matter: not by its length, nor by a choice about the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from swtech import check_course
from swtech.census import census
from swtech.course import survey
from swtech.coverage import coverage_of
from tests.conftest import copy_mini

BANK = "quizzes/cycle.yml"
KEY = "text: {kk: Алдын ала кезең, ru: Предварительный этап}"
OTHER = "text: {kk: Бақылау кезеңі, ru: Контрольный этап}"


@pytest.fixture
def course(root: Path, tmp_path: Path) -> Path:
    """The small course, whose first item has two choices alike in length."""
    return copy_mini(root, tmp_path / "course")


def said(course: Path, file: str, *edits: tuple[str, str]) -> list[str]:
    """Return the problems after *edits* in a file, as they are printed."""
    text = (course / file).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (course / file).write_text(text, "utf-8")
    return [str(problem) for problem in check_course(course) if problem.severity == "error"]


def test_a_key_that_is_much_longer_is_named(course: Path) -> None:
    """The language and the lengths are said; the other language, where the choices are alike, is not."""
    long = "text: {kk: Алдын ала кезең, ru: Предварительный этап всякой работы с человеком}"
    assert said(course, BANK, (KEY, long)) == [
        f"{BANK}:7: cycle-choice: the key is told by its length in Russian, found 46 characters beside 16 to 16. "
        "Make it and the others alike in length."
    ]


def test_a_key_that_is_much_shorter_is_named(course: Path) -> None:
    """A short key among long choices stands out as well."""
    long = "text: {kk: 'Бақылау кезеңі, онда нәтиже тексеріледі', ru: Контрольный этап}"
    problems = said(course, BANK, (OTHER, long))
    assert ["told by its length in Kazakh, found 15 characters" in problem for problem in problems] == [True]


def test_a_small_difference_is_no_matter(course: Path) -> None:
    """A few characters more are not seen at a glance, and marks of emphasis are not seen at all."""
    assert (
        said(course, BANK, (KEY, "text: {kk: Алдын ала кезең, ru: '**Самый предварительный этап**'}")) == []
    )


@pytest.mark.parametrize(
    "choice",
    [
        "{kk: Бақылау кезеңі, ru: Всё перечисленное}",
        "{kk: Бақылау кезеңі, ru: Все ответы верны}",
        "{kk: Жоғарыда аталғандардың бәрі, ru: Контрольный этап}",
        "{kk: Дұрыс жауап жоқ, ru: Контрольный этап}",
        "{kk: Бақылау кезеңі, ru: Ни один из вариантов}",
    ],
)
def test_a_choice_about_the_other_choices_is_refused(choice: str, course: Path) -> None:
    """«All of the above» and «none of the above» test cunning, not knowledge."""
    problems = said(course, BANK, (OTHER, f"text: {choice}"))
    assert ["a choice speaks of the other choices" in problem for problem in problems] == [True]


def test_an_expert_s_decision_is_held_to_the_same(course: Path) -> None:
    """In a case too the best decision is not the one that is told by its length."""
    old = "text: {kk: Өзімді таныстырамын, ru: Представлюсь}"
    new = "text: {kk: Өзімді таныстырамын, ru: 'Представлюсь, скажу, откуда я, и подожду у двери'}"
    problems = said(course, "quizzes/cases/door.yml", (old, new))
    assert [
        "voice: the expert's decision is told by its length in Russian" in problem for problem in problems
    ] == [True]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_longest_choice_of_the_course_is_seldom_the_key(lang: str, root: Path) -> None:
    """Who always takes the longest choice does no better than who guesses among three."""
    seen = survey(root)
    longest, total = census(seen, coverage_of(seen)).longest_key[lang]
    assert total >= 90
    assert longest <= total / 3
