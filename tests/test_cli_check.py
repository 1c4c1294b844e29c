"""`swtech check`, `agree`, `new`, `schema`: what they print, write and return."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from swtech import check_course
from swtech.cli import COMMANDS, main
from swtech.model import KINDS
from swtech.schema import SCHEMAS, schema_text, stale_schemas
from tests.small import SMALL, copy_small


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course without problems, which is also the current folder."""
    target = tmp_path / "small"
    copy_small(target)
    monkeypatch.chdir(target)
    return target


def run(*arguments: str) -> Result:
    """Run the command line; an exception that no user should see fails the test."""
    result = CliRunner().invoke(main, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


class TestCheck:
    """`swtech check`."""

    def test_a_good_course(self, small: Path) -> None:
        """Nothing wrong: one line that says what was looked at, exit code 0."""
        result = run("check")
        assert result.exit_code == 0
        assert result.output == "No problem in 8 pages, 1 bank with 2 items, 0 cases, 1 term and 1 figure.\n"

    def test_problems(self, small: Path) -> None:
        """Each problem is a line with file and line; exit code 1."""
        shutil.copy(Path(__file__).parent / "banks" / "bad" / "two-keys.yml", small / "quizzes" / "mini.yml")
        result = run("check")
        assert result.exit_code == 1
        first, last = result.output.splitlines()[0], result.output.splitlines()[-1]
        assert first == (
            "quizzes/mini.yml:15: mini-first: needs exactly one key, found 2 (a, b). "
            "Mark one, or use kind: multiple."
        )
        assert last == "1 problem in 1 file."

    def test_json(self, small: Path) -> None:
        """Tools get every part of a problem by name; an empty list when there is none."""
        assert json.loads(run("check", "--format", "json").output) == []
        shutil.copy(Path(__file__).parent / "banks" / "bad" / "two-keys.yml", small / "quizzes" / "mini.yml")
        result = run("check", "--format", "json")
        (problem,) = json.loads(result.output)
        assert result.exit_code == 1
        assert problem == {
            "file": "quizzes/mini.yml",
            "line": 15,
            "column": 5,
            "id": "mini-first",
            "what": "needs exactly one key",
            "found": "2 (a, b)",
            "remedy": "Mark one, or use kind: multiple.",
            "code": "two-keys",
            "severity": "error",
        }

    def test_warnings(self, small: Path) -> None:
        """A stale translation is a warning; only --strict lets it count."""
        page = small / "content" / "kk" / "index.md"
        page.write_text(page.read_text("utf-8").replace("тарауға", "шағын тарауға"), "utf-8")
        result = run("check")
        assert result.exit_code == 0
        assert result.output.startswith(
            "warning: content/ru/index.md:7: index: the section changed in Kazakh"
        )
        assert result.output.endswith("1 warning in 1 file.\n")
        assert run("check", "--strict").exit_code == 1

    def test_wrong_use(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Outside a course, or with an unknown option, the exit code is 2 and the message helps."""
        monkeypatch.chdir(tmp_path)
        result = run("check")
        assert result.exit_code == 2 and "there is no course in" in result.output
        assert run("check", "--formt", "json").exit_code == 2
        result = run("chek")
        assert result.exit_code == 2 and "Did you mean check?" in result.output


class TestAgree:
    """`swtech agree`."""

    def test_named_units(self, small: Path) -> None:
        """A named section is recorded, and the warning ends."""
        page = small / "content" / "kk" / "index.md"
        page.write_text(page.read_text("utf-8").replace("тарауға", "шағын тарауға"), "utf-8")
        result = run("agree", "index")
        assert (result.exit_code, result.output) == (
            0,
            "section:index\nRecorded: 1 text in book/parity.json.\n",
        )
        assert check_course(small) == []
        assert run("agree", "index").output == "Already recorded.\n"

    def test_everything(self, small: Path) -> None:
        """--all records the whole course, one line a unit, the same bytes each time."""
        (small / "book" / "parity.json").unlink()
        assert run("agree", "--all").exit_code == 0
        assert (small / "book" / "parity.json").read_bytes() == (SMALL / "book" / "parity.json").read_bytes()

    def test_wrong_use(self, small: Path) -> None:
        """Nothing named, both named and --all, and unknown names are wrong use."""
        assert run("agree").exit_code == 2
        assert run("agree", "index", "--all").exit_code == 2
        result = run("agree", "indx")
        assert result.exit_code == 2 and "Did you mean index?" in result.output

    def test_all_waits_for_readable_files(self, small: Path) -> None:
        """A file that cannot be read would vanish from the record, so nothing is recorded."""
        (small / "quizzes" / "mini.yml").write_text("a: [\n", "utf-8")
        before = (small / "book" / "parity.json").read_bytes()
        assert run("agree", "--all").exit_code == 1
        assert (small / "book" / "parity.json").read_bytes() == before


def as_an_editor(path: Path) -> Any:
    """Return a YAML file as an editor reads it: with numbers and truth values."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader)


def fill(root: Path) -> None:
    """Do what an author does: replace every placeholder with words, different ones each time."""
    count = iter(range(1000))
    for path in sorted([*root.rglob("*.md"), *root.rglob("*.yml")]):
        text = path.read_text("utf-8")
        text = text.replace("teaches: [FILL-IN]", "teaches: [S01]").replace(
            "teaches: FILL-IN", "teaches: S01"
        )
        text = text.replace("{keyterms} FILL-IN", "{keyterms} cycle")
        text = re.sub(r"section: FILL-IN", "section: mini-stages", text)
        text = re.sub(r"behind: FILL-IN", "behind: cycle", text)
        text = re.sub(r"FILL-IN [a-z ,]+", lambda _: f"сөз {next(count)} ", text)
        assert "FILL-IN" not in text, path
        path.write_text(text, "utf-8")


class TestNew:
    """`swtech new`."""

    def test_a_chapter(self, small: Path) -> None:
        """A new chapter is still to fill in; filled in, it passes the check."""
        result = run("new", "chapter", "extra")
        assert result.exit_code == 0
        assert result.output.splitlines()[:-1] == [
            *("quizzes/extra.yml", "content/kk/extra.md", "content/kk/extra-quiz.md"),
            *("content/ru/extra.md", "content/ru/extra-quiz.md", "book/_toc.yml"),
        ]
        found = [problem for problem in check_course(small) if problem.severity == "error"]
        assert found and {problem.code for problem in found} == {"fill-in"}
        fill(small)
        assert run("check").exit_code == 0

    def test_the_table_of_contents_keeps_its_words(self, small: Path) -> None:
        """The chapter stands after the last one with a bank; comments and all other lines stay."""
        before = (small / "book" / "_toc.yml").read_text("utf-8")
        run("new", "chapter", "extra")
        after = (small / "book" / "_toc.yml").read_text("utf-8")
        entry = "  - file: extra\n    sections:\n      - file: extra-quiz\n"
        assert after == before.replace("      - file: mini-quiz\n", f"      - file: mini-quiz\n{entry}")

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_item(self, kind: str, small: Path) -> None:
        """A new item of any kind is appended, the bank's other bytes stay; once filled in, it passes."""
        bank = small / "quizzes" / "mini.yml"
        before = bank.read_bytes()
        assert run("new", "item", "mini", kind, f"mini-{kind}").exit_code == 0
        assert bank.read_bytes().startswith(before)
        found = [problem for problem in check_course(small) if problem.severity == "error"]
        assert found and {problem.code for problem in found} == {"fill-in"}
        fill(small)
        assert [str(p) for p in check_course(small) if p.severity == "error"] == []

    def test_an_item_before_other_fields(self, small: Path) -> None:
        """Where something follows the items, the new one still lands among them."""
        bank = small / "quizzes" / "mini.yml"
        text = bank.read_text("utf-8").replace("title: {kk: Шағын тарау, ru: Малая глава}\n", "").rstrip("\n")
        bank.write_text(f"{text}\n\n# the title\ntitle: {{kk: Шағын, ru: Малая}}", "utf-8")
        before = bank.read_text("utf-8")
        assert run("new", "item", "mini", "short", "mini-third").exit_code == 0
        after = bank.read_text("utf-8")
        start = after.index("\n  - id: mini-third")
        end = after.index("\n# the title")
        assert after[:start] + after[end:] == before
        fill(small)
        assert run("check").exit_code == 0

    def test_a_case(self, small: Path) -> None:
        """A new case with its pages is still to fill in; filled in, it passes. The next one stands after it."""
        result = run("new", "case", "closed-door", "mini")
        assert result.exit_code == 0
        assert result.output.splitlines()[:-1] == [
            *("quizzes/cases/closed-door.yml", "content/kk/case-closed-door.md"),
            *("content/ru/case-closed-door.md", "book/_toc.yml"),
        ]
        found = [problem for problem in check_course(small) if problem.severity == "error"]
        assert found and {problem.code for problem in found} == {"fill-in"}
        assert run("new", "case", "second-door", "mini").exit_code == 0
        toc = (small / "book" / "_toc.yml").read_text("utf-8")
        assert "  - file: case-closed-door\n  - file: case-second-door\n" in toc
        fill(small)
        assert [str(p) for p in check_course(small) if p.severity == "error"] == []

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["case", "Closed Door", "mini"], "is no name"),
            (["case", "door", "mimi"], "Did you mean mini?"),
            (["chapter", "Mini Two"], "is no slug"),
            (["chapter", "terms"], "is no slug"),
            (["chapter", "mini"], "is already there"),
            (["item", "mimi", "short", "mimi-a"], "Did you mean mini?"),
            (["item", "mini", "shrt", "mini-a"], "is not one of"),
            (["item", "mini", "short", "other"], "begins with mini-"),
            (["item", "mini", "short", "mini-first"], "already an item"),
        ],
    )
    def test_wrong_use(self, arguments: list[str], message: str, small: Path) -> None:
        """What cannot be begun changes nothing and says why."""
        before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
        result = run("new", *arguments)
        assert result.exit_code == 2 and message in result.output
        assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before


class TestSchema:
    """`swtech schema`, and the schemas themselves."""

    def test_the_schemas_are_current(self, root: Path) -> None:
        """The committed schemas are what the model says."""
        assert stale_schemas(root) == [], "run swtech schema"

    def test_writing(self, small: Path) -> None:
        """Missing schemas are written; --check only tells."""
        assert run("schema", "--check").exit_code == 1
        assert run("schema").exit_code == 0
        assert run("schema", "--check").output == "The schemas are current.\n"

    def test_good_files_fit(self, root: Path) -> None:
        """Every bank, case, the terms, the statements and the figures of the course fit the schemas they name."""
        files = {
            "quizzes/bank.schema.json": sorted(
                path for path in (root / "quizzes").glob("*.yml") if path.stem not in {"terms", "outline"}
            ),
            "quizzes/terms.schema.json": [root / "quizzes" / "terms.yml"],
            "quizzes/case.schema.json": sorted((root / "quizzes" / "cases").glob("*.yml")),
            "quizzes/outline.schema.json": [root / "quizzes" / "outline.yml"],
            "book/figure.schema.json": sorted((root / "book" / "figures").glob("*.yml")),
        }
        assert set(files) == set(SCHEMAS)
        for schema, paths in files.items():
            validator = jsonschema.Draft202012Validator(json.loads(schema_text(schema)))
            for path in paths:
                near = os.path.relpath(root / schema, path.parent)
                assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema={near}\n"), path
                assert [error.message for error in validator.iter_errors(as_an_editor(path))] == [], path

    @pytest.mark.parametrize(
        "bad", ["missing-language", "unknown-field", "unknown-level", "no-kind", "unequal-sides"]
    )
    def test_bad_files_do_not(self, bad: str) -> None:
        """An editor sees what a schema can say."""
        validator = jsonschema.Draft202012Validator(json.loads(schema_text("quizzes/bank.schema.json")))
        path = Path(__file__).parent / "banks" / "bad" / f"{bad}.yml"
        assert not validator.is_valid(as_an_editor(path))


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"], ["check", "--formt"], ["check", "more"], ["check", "--root", "nowhere"], ["agree"],
        ["new", "item", "mini"], ["new", "item", "mini", "shrt", "mini-a"], ["serve", "nowhere"], ["build", "x"],
    ],
)  # fmt: skip
def test_wrong_use_is_one_line(arguments: list[str], small: Path) -> None:
    """A wrong command, option, argument or name ends with code 2 and one line that begins with the command."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.output.startswith(("main: ", "main ")) and result.output.count("\n") == 1


@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["serve"], ["agree", "--all"], ["schema"], ["new", "chapter", "a"]]
)
def test_outside_a_course(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no course every command says so and what a course's folder holds."""
    monkeypatch.chdir(tmp_path)
    result = run(*command)
    assert result.exit_code == 2 and "a course's folder holds _config.yml" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command", [[], *([name] for name in COMMANDS), ["new", "chapter"], ["new", "item"], ["new", "case"]]
)
def test_help_is_worth_reading(command: list[str]) -> None:
    """Every command explains itself in more than a line."""
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert len(result.output.split()) > 40
