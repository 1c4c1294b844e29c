"""The public names as somebody else's script uses them: documented, typed, and doing what the manual says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import swtech

SCRIPT = """
from pathlib import Path
import swtech

course: swtech.Course = swtech.load_course(Path("."), pages=False)
bank: swtech.Bank = course.bank("cycle")
same: swtech.Bank = swtech.load_bank(Path("quizzes") / "cycle.yml")
for item in bank.items:
    stem: str = item.stem["kk"]
    if item.kind == "choice":
        right: str = item.key.id
    elif item.kind == "order":
        first: swtech.Text = item.sequence[0].text
any_item: swtech.Item = course.item("cycle-order-stages")
term: swtech.Term = course.terms["closed-cycle"]
problems: list[swtech.Problem] = swtech.check_course(course)
try:
    swtech.load_bank("none.yml")
except swtech.BankError as error:
    where: list[tuple[str, int]] = [(problem.file, problem.line) for problem in error.problems]
except swtech.SwtechError:
    pass
widget = swtech.quiz("cycle", lang="kk", items=[any_item.id])
mixed = swtech.test(["cycle"], n=3, seed="a")
score: float = widget.score
version: str = swtech.__version__
"""
WRONG = """
import swtech

swtech.load_course().bank("cycle").items[0].stem = "x"
swtech.quiz(1)
swtech.load_bank()
"""


def mypy(tmp_path: Path, code: str) -> str:
    """Return what mypy says of a script outside the repository that uses the library."""
    script = tmp_path / "script.py"
    script.write_text(code, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", str(script)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    return done.stdout + done.stderr


def test_a_script_is_type_checked(tmp_path: Path) -> None:
    """The types that the manual promises are those that a strict checker sees; wrong use is seen too."""
    assert mypy(tmp_path, SCRIPT).startswith("Success")
    assert "has no attribute" in mypy(tmp_path, "import swtech\n\nswtech.no_such_name\n")
    said = mypy(tmp_path, WRONG)
    assert [int(line) for line in re.findall(r"script\.py:(\d+): error", said)] == [4, 5, 6], said


def test_every_public_name_is_in_the_manual(root: Path) -> None:
    """docs/library.md has every public name, and every one says what its caller gets."""
    manual = (root / "docs" / "library.md").read_text("utf-8")
    for name in swtech.__all__:
        if name == "__version__":
            continue
        assert re.search(rf"`{name}\b", manual), name
        assert name == "Item" or getattr(swtech, name).__doc__, name


def test_the_example_of_the_manual_runs(root: Path) -> None:
    """The code of docs/library.md runs as it stands, inside the course."""
    manual = (root / "docs" / "library.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", manual, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root / "content" / "kk", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "cycle-order-stages order" in done.stdout
