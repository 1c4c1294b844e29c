"""Every fault that a bank can have is said at its line, in an author's words, with the way to mend it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swtech import BankError, check_course, load_bank
from tests.small import copy_small

BAD = sorted((Path(__file__).parent / "banks" / "bad").glob("*.yml"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course whose bank the tests replace."""
    target = tmp_path_factory.mktemp("course") / "small"
    return copy_small(target)


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_a_bad_bank_is_explained(bad: Path, small: Path) -> None:
    """A bank with the fault it is named after gets exactly the messages that stand beside it."""
    shutil.copy(bad, small / "quizzes" / "mini.yml")
    found = [str(problem) for problem in check_course(small) if problem.severity == "error"]
    assert found == bad.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert found, "a fault without a message"


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_every_message_says_how_to_mend_it(bad: Path, small: Path) -> None:
    """Each problem has a place, a name for tools, words and a remedy."""
    shutil.copy(bad, small / "quizzes" / "mini.yml")
    for problem in check_course(small):
        assert problem.what and problem.remedy and problem.code
        assert problem.what[-1] not in ".!" and problem.remedy[-1] in ".?…"
        assert problem.file.startswith(("quizzes/", "content/", "book/", "_config.yml"))


def test_each_fault_has_its_messages() -> None:
    """No message file is left over, and there are many faults."""
    expected = {path.stem for path in (Path(__file__).parent / "banks" / "bad").glob("*.txt")}
    assert expected == {path.stem for path in BAD}
    assert len(BAD) >= 60


@pytest.mark.parametrize("bad", BAD, ids=lambda path: path.stem)
def test_loading_refuses_what_the_file_itself_has_wrong(bad: Path) -> None:
    """`load_bank` raises all problems of a file at once; those between files are `check_course`'s."""
    between = {"unknown-statement", "unknown-section", "unknown-section-link"}
    if bad.stem in between:
        return
    with pytest.raises(BankError) as caught:
        load_bank(bad)
    assert caught.value.problems
    assert str(caught.value) == "\n".join(map(str, caught.value.problems))
