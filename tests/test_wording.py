"""One term for one concept, and marks as both languages set them: what slips is said at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from swtech import check_course
from swtech.checks.prose import passages
from swtech.course import survey
from swtech.model import Variant
from tests.small import copy_small


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A course without problems, whose termbase refuses some words."""
    target = copy_small(tmp_path / "small")
    with (target / "quizzes" / "terms.yml").open("a", encoding="utf-8") as terms:
        terms.write(
            "forbidden:\n"
            "  - {lang: kk, wrong: [обьект*, алдын-ала, от басы*], right: объект}\n"
            "  - {lang: ru, wrong: [инвалид*], unless: [инвалидност*], right: лицо с инвалидностью}\n"
            "  - {lang: ru, wrong: [специалист* социальной работы], right: специалист по социальной работе}\n"
        )
    return target


def said(root: Path) -> list[str]:
    """Return what is said of the course's pages and banks, without places."""
    return [
        f"{problem.code}: {problem.found}" for problem in check_course(root) if problem.severity == "error"
    ]


def add(root: Path, lang: str, line: str) -> None:
    """Put a line at the end of a page of the small course."""
    path = root / "content" / lang / "sources.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n\n{line}\n", "utf-8")


@pytest.mark.parametrize(
    ("lang", "line", "found"),
    [
        ("kk", "Бұл – обьектінің сипаты.", ["forbidden-word: обьектінің"]),
        ("kk", "Алдын-ала келісейік.", ["forbidden-word: Алдын-ала"]),
        ("kk", "Объект алдын ала таңдалды, отбасына айтылды.", []),
        ("kk", "Ол от  басына келді.", ["double-space: Ол от  басына келді", "forbidden-word: от  басына"]),
        ("ru", "Пришли инвалиды.", ["forbidden-word: инвалиды"]),
        ("ru", "Пришли лица с инвалидностью.", []),
        ("ru", "Слово обьект в русском тексте здесь не ищут.", []),
        (
            "ru",
            "Об этом знает специалист\u00a0социальной работы.",
            ["forbidden-word: специалист\u00a0социальной работы"],
        ),
        ("ru", "Специалист по социальной работе.", []),
    ],
)
def test_a_word_that_the_termbase_refuses_is_named(
    lang: str, line: str, found: list[str], small: Path
) -> None:
    """A refused word is found in any form, as a whole word, in its own language alone, and the right one is said."""
    add(small, lang, line)
    assert sorted(said(small)) == sorted(found)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Слово , и ещё одно.", "space-before-mark"),
        ("Слово .", "space-before-mark"),
        ("« Слово» сказано.", "space-after-quote"),
        ("«Слово » сказано.", "space-before-mark"),
        ("Слово,и ещё одно.", "no-space-after-mark"),
        ("Два  пробела.", "double-space"),
        ("И так далее...", "dots"),
        ("«Слово сказано.", "open-quote"),
        ("Слово - это слово.", "foreign-mark"),
        ("Слово\u00a0- это слово.", "foreign-mark"),
    ],
)
def test_a_slip_of_typography_is_named(line: str, code: str, small: Path) -> None:
    """Spaces and marks that no typesetter would leave are refused."""
    add(small, "ru", line)
    assert [one.partition(":")[0] for one in said(small)] == [code]


@pytest.mark.parametrize(
    "line",
    [
        "- Пункт списка: «слово», ещё слово – и всё.",
        "| Что | Где |\n|---|---|\n| слово | здесь |\n| пусто |  |",
        "Ссылка на [раздел](#mini-stages), на [](#mini).",
        "Около 1,5 часа; в 10:30.",
        "«Кто там?» – спросил он: «Это вы?»",
        "Подождите… он идёт.",
        "```text\nкод , как код  есть ...\n```",
    ],
)
def test_ordinary_lines_pass(line: str, small: Path) -> None:
    """Lists, tables, links, numbers and speech are no slips."""
    add(small, "ru", line)
    assert said(small) == []


def test_every_kind_of_text_is_read(small: Path) -> None:
    """Pages, banks, terms, statements, figures and interface words are all prose; the wrong words' list is not."""
    found = list(passages(survey(small)))
    rooms = {passage.file.partition("/")[0] for passage in found}
    assert rooms == {"content", "quizzes", "book"}
    assert {passage.lang for passage in found} == {"kk", "ru"}
    assert not any("обьект" in passage.text for passage in found)


def test_the_answer_that_is_shown_as_right_is_prose(small: Path) -> None:
    """Of typed answers the first is shown to students; further ones and wrong ones are what students type."""
    bank = small / "quizzes" / "mini.yml"
    text = bank.read_text("utf-8")
    old = "    answers:\n      kk: [цикл]\n      ru: [цикл]\n"
    assert old in text
    wrong = "- answers: {kk: [шеңбер], ru: [кругг]}\n        feedback: {kk: Жоқ., ru: Нет.}\n"
    distractor = f"    distractors:\n      {wrong}"
    bank.write_text(text.replace(old, old.replace("ru: [цикл]", "ru: [цикл, циклл]") + distractor), "utf-8")
    read = [passage.text for passage in passages(survey(small)) if passage.name == "mini-second"]
    assert read.count("цикл") == 2
    assert "Нет." in read
    assert not {"циклл", "кругг", "шеңбер"} & set(read)


def test_a_pattern_that_is_none_is_refused(small: Path) -> None:
    """A refused word is written in small letters, with * at an end."""
    path = small / "quizzes" / "terms.yml"
    path.write_text(path.read_text("utf-8").replace("[обьект*,", "['*обьект',"), "utf-8")
    problems = [str(problem) for problem in check_course(small) if problem.severity == "error"]
    assert len(problems) == 1
    assert "a pattern is words, each perhaps with * for any ending, found *обьект" in problems[0]


def test_the_course_refuses_what_its_outline_calls_wrong(root: Path) -> None:
    """Each of the spellings that the lecture's outline calls wrong is caught."""
    refused = survey(root, pages=False).forbidden
    wrong = {
        "kk": "обьект, субьект, алдын-ала, кез-келген, белгілі-бір, жалғыз басты, әр түрлі, компонентер, іс әрекет, "
        "іс шара, қарама қайшылық, тепе теңдік, мінез құлық, сондай ақ, әлеуметтік психологиялық, көз қарас, "
        "зейнет ақы, мүгедектер, әлеуметтік қамтамасыз ету, от басы",
        "ru": "обьект, инвалиды, опекунство, специалист социальной работы, тяжёлая жизненная ситуация, "
        "инструментариум, безпрерывность, социально психологический, контрольно аналитический, бомжи",
    }
    for lang, words in wrong.items():
        for word in words.split(", "):
            assert any(list(one.found_in(word)) for one in refused if one.lang == lang), word


def test_a_variant_may_have_exceptions() -> None:
    """What is excepted passes although the refused pattern matches it."""
    variant = Variant(lang="ru", wrong=("инвалид*",), unless=("инвалидност*",), right="лицо с инвалидностью")
    found = [match.group() for match in variant.found_in("Инвалид, инвалиду, инвалидность, инвалидностью")]
    assert found == ["Инвалид", "инвалиду"]
