"""How texts are set: where a line must not end, and where a stem's situation ends and its question begins."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from swtech.language import hold
from swtech.rendering.sentences import LONG, divide, first_sentence

STORY = (
    "Болат, 52 года, остался без работы, когда закрылся завод. Банк требует вовремя платить по кредиту. "
    "Сам он хотел бы пойти на курсы, но спрашивает: «А примут ли? Мне ведь не двадцать!»"
)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("мақсат – нәтиже", "мақсат~– нәтиже"),
        ("в работе и с семьёй", "в~работе и~с~семьёй"),
        ("О курсе", "О~курсе"),
        ("связь с ", "связь с~"),
        ("Закон № 224-VII", "Закон №~224-VII"),
        ("CC BY 4.0", "CC~BY~4.0"),
        ("іс-әрекет те, ол да", "іс-әрекет те, ол да"),
        ("группа «а» и б)", "группа «а» и~б)"),
    ],
)
def test_a_line_does_not_end_where_it_would_stumble(text: str, held: str) -> None:
    """A dash keeps to the word before it, a Russian preposition of one letter to the word after it."""
    assert hold(text) == held.replace("~", "\u00a0")
    assert hold(hold(text)) == hold(text)


@pytest.mark.parametrize(
    "question", ["Какое противоречие внутреннее? Ответьте одним словом.", "Выберите шаг."]
)
def test_a_long_stem_is_told_first_and_asks_then(question: str) -> None:
    """Before the first question of its own, or else before the last sentence; a quoted question is no question."""
    assert divide(f"{STORY} {question}") == (STORY, question)


def test_a_short_stem_stays_whole() -> None:
    """What can be read as a heading is one, however many sentences it has."""
    stem = "Клиент болмады. Енді не істейміз?"
    assert len(stem) <= LONG
    assert divide(stem) == ("", stem)


def test_a_stem_of_one_sentence_stays_whole() -> None:
    """There is nothing to divide, however long it is."""
    stem = f"Что {'очень ' * LONG}важно?"
    assert divide(stem) == ("", stem)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Путь от задачи до её решения. С новой задачей начинается новый цикл.",
            "Путь от задачи до её решения.",
        ),
        ("Жол, т. е. тәртіп, бар. Одан әрі – әдіс.", "Жол, т. е. тәртіп, бар."),
        (
            "Слово (Так? Нет. Иначе.) и «Дело. Слово» рядом. Ещё.",
            "Слово (Так? Нет. Иначе.) и «Дело. Слово» рядом.",
        ),
        ("Первый абзац\n\nВторой. Третий.", "Первый абзац"),
        ("Одно", "Одно"),
    ],
)
def test_the_first_sentence_of_a_definition(text: str, first: str) -> None:
    """Neither an abbreviation nor what is quoted ends it."""
    assert first_sentence(text) == first


def test_a_blank_line_divides_as_its_author_wished() -> None:
    """The last paragraph asks, whatever stands before it."""
    assert divide(f"{STORY}\n\nКто прав?\n \nПочему? Назовите шаг.\n") == (
        f"{STORY}\n\nКто прав?",
        "Почему? Назовите шаг.",
    )


ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
NO_PROSE = re.compile(r"<(script|title|desc|code)\b.*?</\1>|<em>.</em>", re.DOTALL)
LOOSE = {
    "kk": re.compile(r"\S –"),
    "ru": re.compile(r"\S –|(?:(?<=[\s(«])|^)[АаВвИиКкОоСсУуЯя] (?=\S)", re.MULTILINE),
}


@pytest.mark.site
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_no_line_of_any_page_ends_where_it_would_stumble(lang: str, site_dir: Path) -> None:
    """In the whole course, links, questions and cases too, no dash begins a line and no «в» ends one."""
    loose = []
    for path in sorted((site_dir / lang).glob("*.html")):
        article = ARTICLE.search(path.read_text("utf-8"))
        text = unescape(re.sub(r"<[^>]+>", "", NO_PROSE.sub(" ", article.group()))) if article else ""
        loose += [
            f"{path.name}: {text[max(found.start() - 20, 0) : found.end() + 20]}"
            for found in LOOSE[lang].finditer(text)
        ]
    assert loose == []
