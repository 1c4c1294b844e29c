"""The benchmarks measure what they say: their courses are sound and their peers hold the same content."""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks import build_time, interaction, loading, stock

from swtech import load_course
from swtech.checks import check_course
from swtech.model import KINDS


def test_the_course_that_loading_is_measured_on_has_no_problem(tmp_path: Path) -> None:
    """Made of every kind of item, it loads and checks clean, and the peer can parse it too."""
    files = loading.write_course(tmp_path / "course", 50)
    loading.ours(tmp_path / "course")
    loading.peer(files)


def test_a_grown_course_is_sound(tmp_path: Path) -> None:
    """With copies of its chapters the course has no error: what is timed is building, not failing."""
    course = build_time.copy_course(tmp_path / "course")
    build_time.grow(course, 10)
    problems = [problem for problem in check_course(course) if problem.severity == "error"]
    assert problems == []
    assert len(list((course / "content" / "kk").glob("*-quiz.md"))) == 10


def test_the_stock_book_has_the_course_s_text(root: Path, tmp_path: Path) -> None:
    """The peer's chapter holds the same words and none of our directives; its quiz page asks the same questions."""
    book = stock.write_stock_book(root, "kk", tmp_path / "stock")
    chapter = (book / "cycle.md").read_text("utf-8")
    assert "Процедуралық-ұйымдастырушылық жұмыс кезеңі" in chapter
    assert not any(
        f"{{{name}}}" in chapter for name in ("lead", "objectives", "quiz", "drawing", "term", "case")
    )
    assert "ipywidgets" in (book / "cycle-quiz.md").read_text("utf-8")


def test_both_engines_are_asked_the_same(root: Path) -> None:
    """The peer's pages hold the measured question with its choices and what is said of them, alone and among 200."""
    course = load_course(root, pages=False)
    asked = interaction.pages(course, "kk")
    item = next(item for item in course.bank("cycle").items if item.kind == "choice")
    for (name, count), page in asked.items():
        if name == "swtech":
            assert page.html.count('class="sw-item ') == count
            assert f'id="item-{item.id}"' in page.html
            continue
        (quoted,) = re.findall(r"var questions\w+=(\[.*\]);", page.html)
        questions = json.loads(quoted)
        assert len(questions) == count
        (same,) = (question for question in questions if question["question"] == item.stem["kk"])
        assert [answer["answer"] for answer in same["answers"]] == [
            choice.text["kk"] for choice in item.choices
        ]
        assert all(
            answer["feedback"].startswith(choice.feedback["kk"])
            for answer, choice in zip(same["answers"], item.choices, strict=True)
        )
    long = asked["swtech", interaction.MANY].html
    assert all(f"sw-kind-{kind}" in long for kind in KINDS)
