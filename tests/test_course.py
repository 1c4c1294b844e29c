"""The course as one value."""

from __future__ import annotations

from pathlib import Path

import pytest

import swtech
from swtech import Course, SwtechError, check_course, load_course
from swtech.course import find_root

SMALL = Path(__file__).parent / "courses" / "small"


@pytest.fixture(scope="module")
def course() -> Course:
    """The small course."""
    return load_course(SMALL)


def test_a_course_knows_everything_by_name(course: Course) -> None:
    """Items, banks, terms, statements, figures and sections are found by their names."""
    assert [item.id for item in course.items()] == ["mini-first", "mini-second"]
    assert course.item("mini-second").kind == "short"
    assert course.bank_of("mini-second") is course.bank("mini") is course.banks["mini"]
    assert course.has_item("mini-first") and not course.has_item("mini")
    assert course.terms["cycle"].term["kk"] == "цикл"
    assert course.statements["S01"].chapter == "mini"
    assert course.figures["ring"].parts[0].link == "mini-stages"
    assert course.svg("ring").is_file()
    assert course.words["kk"]["site"]["search"] == "Іздеу"
    slug, section = course.section("mini-stages", "kk")
    assert (slug, section.title, section.level, section.line) == ("mini", "Кезеңдер", 2, 17)
    assert course.settings.id == "small" and course.settings.base_url.startswith("https://")


def test_the_table_of_contents_numbers_chapters(course: Course) -> None:
    """Pages that have a bank are chapters and have numbers."""
    assert [(entry.slug, entry.depth, entry.number) for entry in course.toc] == [
        ("index", 0, None),
        ("mini", 1, 1),
        ("mini-quiz", 2, None),
        ("sources", 1, None),
    ]
    assert course.chapter_number("mini") == 1
    assert course.chapter_number("sources") is None is course.chapter_number("nowhere")


def test_pages_know_what_they_mention(course: Course) -> None:
    """A page has its title, sections and references, with their lines."""
    page = course.pages["ru", "mini"]
    assert (page.title, page.description) == ("Малая глава", "Малое описание.")
    assert [section.label for section in page.sections] == ["mini", "mini-stages", "mini-terms"]
    assert [(item.name, item.line) for item in page.items] == [("mini-first", 25)]
    assert [(term.name, term.line) for term in page.terms] == [("cycle", 20), ("cycle", 35)]
    assert [(drawing.name, drawing.line) for drawing in page.drawings] == [("ring", 22)]
    assert [(link.name, link.line) for link in page.links] == [("mini", 29)]
    assert page.sections[1].teaches[0].name == "S01"


def test_chapters_are_read_only_when_wanted() -> None:
    """Whoever needs banks alone does not wait for chapters."""
    course = load_course(SMALL, pages=False)
    assert not course.pages and course.banks


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda course: course.item("mini-frist"),
            "no bank has an item mini-frist. Did you mean mini-first?",
        ),
        (lambda course: course.bank_of("mini-frist"), "Did you mean mini-first?"),
        (lambda course: course.bank("mimi"), "there is no bank mimi. Did you mean mini?"),
        (lambda course: course.bank("x"), "there is no bank x. The banks are mini."),
        (lambda course: course.section("mini-stage", "kk"), "Did you mean mini-stages?"),
    ],
)
def test_an_unknown_name_gets_the_nearest(ask: object, message: str, course: Course) -> None:
    """Asking for what is not there names what is."""
    assert callable(ask)
    with pytest.raises(SwtechError) as caught:
        ask(course)
    assert message in str(caught.value)


def test_the_course_around_a_folder_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside a course's folder nobody has to name it."""
    monkeypatch.chdir(SMALL / "content" / "kk")
    assert find_root() == SMALL.absolute()
    assert swtech.load_course().settings.id == "small"


def test_the_course_itself_is_in_order(root: Path) -> None:
    """The course in this repository has no problem and no warning; its chapters are numbered one to nine."""
    problems = check_course(root)
    assert not problems, "\n".join(map(str, problems))
    course = load_course(root)
    assert [entry.number for entry in course.toc if entry.number] == list(range(1, 10))
    assert sum(1 for _ in course.items()) >= 80
