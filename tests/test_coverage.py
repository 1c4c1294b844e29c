"""Coverage: what the course promises of each statement is counted, its gaps are problems and stand in red."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from swtech import check_course
from swtech.cli import main
from swtech.course import survey
from swtech.coverage import LEVELS, coverage_of
from swtech.language import LANGUAGES
from tests.small import copy_small


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A course without problems, to ask more of."""
    return copy_small(tmp_path / "small")


def promise(root: Path, words: str) -> None:
    """Let the small course promise something."""
    path = root / "_config.yml"
    text = path.read_text("utf-8")
    assert "      version:" in text
    path.write_text(text.replace("      version:", f"      coverage: {{{words}}}\n      version:"), "utf-8")


def said(root: Path) -> list[str]:
    """Return the problems of the course as they are printed."""
    return [str(problem) for problem in check_course(root) if problem.severity == "error"]


def test_a_promise_that_is_not_kept_is_a_problem(small: Path) -> None:
    """Too few items, too few levels and too small a bank are each said, with what is missing."""
    promise(small, "statement_items: 3, statement_levels: 3, bank_items: 4")
    problems = said(small)
    assert len(problems) == 3
    assert "S01: the statement needs 3 items that test it, found 2 (mini-first, mini-second)." in problems[1]
    assert "S01: the statement needs items on 3 cognitive levels, found remember, apply." in problems[2]
    assert "Write one with level: understand, analyse in quizzes/mini.yml" in problems[2]
    assert problems[0].startswith("quizzes/mini.yml:1: mini: the bank needs 4 items, found 2.")


def test_a_promise_that_is_kept_is_none(small: Path) -> None:
    """What the course holds is enough when it promises no more."""
    promise(small, "statement_items: 2, statement_levels: 2, bank_items: 2")
    assert said(small) == []


def test_an_odd_promise_is_refused(small: Path) -> None:
    """A number is a whole number, a name one of those that are known."""
    promise(small, "statement_items: some")
    assert said(small) == [
        "_config.yml:6: statement_items is a whole number from 1 on, found some. Write 1, 2, 3 …"
    ]


def test_the_page_shows_gaps_in_red_and_the_command_fails(small: Path) -> None:
    """`swtech coverage` writes the page, marks each gap with a sign and words, and exits with 1."""
    promise(small, "statement_items: 3, bank_items: 4")
    done = CliRunner().invoke(main, ["coverage", "--root", str(small)])
    assert done.exit_code == 1
    assert "Coverage: 2 gaps" in done.output
    page = (small / "build" / "coverage.html").read_text("utf-8")
    assert page.count('<td class="has-gap">') == 2
    assert "the statement needs 3 items that test it" in page
    assert "mini-first" in page


def test_a_course_without_gaps_says_so(small: Path) -> None:
    """Without gaps the command exits with 0 and the page has nothing in red."""
    done = CliRunner().invoke(main, ["coverage", "--root", str(small), "-o", str(small / "page.html")])
    assert done.exit_code == 0, done.output
    assert "no gap" in done.output
    assert 'class="has-gap"' not in (small / "page.html").read_text("utf-8")


def test_a_file_that_cannot_be_read_is_no_kept_promise(small: Path) -> None:
    """What cannot be counted is said, and the command does not pass."""
    (small / "quizzes" / "terms.yml").write_text("terms: [\n", "utf-8")
    done = CliRunner().invoke(main, ["coverage", "--root", str(small)])
    assert done.exit_code == 1
    assert "Not all could be counted: 1 problem in 1 file. Mend them first (swtech check)." in done.output


def test_the_course_keeps_what_it_set_out_to(root: Path) -> None:
    """S01 to S22 are each taught in both languages and tested by 5 items on 3 levels; banks have 15 items."""
    seen = survey(root)
    covered = coverage_of(seen)
    assert seen.settings is not None
    promised = seen.settings.coverage
    assert (promised.statement_items, promised.statement_levels, promised.bank_items) == (5, 3, 15)
    assert [row.statement.id for row in covered.rows] == [f"S{number:02}" for number in range(1, 23)]
    assert covered.gaps == 0
    for row in covered.rows:
        assert len(row.items) >= 5
        assert len({item.level for item in row.items} & set(LEVELS)) >= 3
        assert all(row.sections[lang] for lang in LANGUAGES)
    assert sum(map(len, covered.banks.values())) >= 180
    assert len(covered.banks) == 9
    assert len(seen.terms) >= 60
    assert len(seen.figures) >= 12
    assert len(seen.cases) >= 12
