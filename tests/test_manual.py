"""What README, CONTRIBUTING and docs/ say of the repository is so."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from swtech.cli import COMMANDS

PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/authoring.md",
    "docs/library.md",
    "docs/publishing.md",
    "docs/scoring.md",
)
PLAIN = {
    "LICENSE",
    "LICENSE-content",
    "Makefile",
    "THIRD-PARTY.md",
    "CITATION.cff",
    "README.md",
    "CONTRIBUTING.md",
}
TOOLS = {
    ".editorconfig",
    ".gitignore",
    ".npmrc",
    "package.json",
    "package-lock.json",
    "pyproject.toml",
    "CHANGELOG.md",
}


def tracked(root: Path) -> list[str]:
    """Return the files of the repository; where git knows none, those that are there."""
    done = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False)
    return done.stdout.split() if done.returncode == 0 else []


def test_the_map_shows_every_folder(root: Path) -> None:
    """Each folder at the top and each part of the library stands in CONTRIBUTING's map."""
    text = (root / "CONTRIBUTING.md").read_text("utf-8")
    shown = text[text.index("```") : text.index("## The words we use")]
    files = tracked(root)
    if not files:
        pytest.skip("this copy is no git repository")
    for name in sorted({file.split("/")[0] for file in files} - PLAIN - TOOLS):
        assert re.search(
            rf"^{re.escape(name)}|^{re.escape(name)}/| {re.escape(name)}/", shown, re.MULTILINE
        ), name
    for name in sorted({file.split("/")[2] for file in files if file.startswith("src/swtech/")}):
        stem = name.removesuffix(".py")
        if stem not in {"__init__", "__main__", "py.typed"}:
            assert re.search(rf"\b{stem}\b", shown), name
    for name in re.findall(r"^  (\w+)/", shown, re.MULTILINE):
        assert (root / "src" / "swtech" / name).is_dir(), name


@pytest.mark.parametrize("page", PAGES)
def test_links_and_commands_are_there(page: str, root: Path) -> None:
    """Each relative link leads to a file, each `make` names a target, each `swtech` a command."""
    path = root / page
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", re.sub(r"`[^`\n]*`", "", text)):
        if "://" not in target:
            assert (path.parent / target).exists(), target
    makefile = (root / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for command in re.findall(r"(?:`|^)swtech ([a-z]+)", text, re.MULTILINE):
        assert command in COMMANDS, command
    for file in re.findall(r"`((?:content|quizzes|book|docs|src|tests)/[\w./-]+)`", text):
        assert (root / file).exists(), file
