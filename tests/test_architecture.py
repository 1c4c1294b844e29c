"""Imports inside the library point one way, and the public names are few and explicit."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import swtech

SOURCE = Path(swtech.__file__).parent
ORDER = (
    ("errors", "language"),
    ("model",),
    ("text", "schema"),
    ("loading",),
    ("course",),
    ("parity", "scaffold", "coverage"),
    ("checks", "scoring", "draw", "census", "attempts"),
    ("rendering",),
    ("widgets", "sphinxext", "exports", "results"),
    ("site",),
    ("cli",),
)
"""As in docs: what stands lower may import what stands above it, never the other way round."""
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the parts of the library that a module imports, with the line, those inside functions too."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: a relative import would pass by the order"
            assert node.module
            names = [node.module] if node.module != "swtech" else [f"swtech.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("swtech."):
                yield name.split(".")[1], node.lineno


def part(path: Path) -> str:
    """Return the part of the library that a module belongs to."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def test_imports_point_one_way() -> None:
    """A module imports only the parts that stand before its own in the order."""
    wrong = []
    for path in sorted(SOURCE.rglob("*.py")):
        own = part(path)
        if own in {"__init__", "__main__"}:
            continue
        assert own in RANK, f"{own} has no place in the order"
        for name, line in imports(path):
            if name in {own, "__version__"}:
                continue
            if name not in RANK or RANK[name] >= RANK[own]:
                wrong.append(f"{path.relative_to(SOURCE)}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_public_names_are_there() -> None:
    """Everything in `__all__` exists, each name stands there once and in order, and `dir` promises no other."""
    assert list(swtech.__all__) == sorted(set(swtech.__all__))
    assert dir(swtech) == list(swtech.__all__)
    for name in swtech.__all__:
        assert getattr(swtech, name) is not None
    assert not hasattr(swtech, "no_such_name")


def test_importing_the_library_is_light() -> None:
    """`import swtech` and `swtech --help` load neither Sphinx nor widgets."""
    heavy = {"sphinx", "ipywidgets", "anywidget", "pandas", "pydantic", "markdown_it", "yaml"}
    code = (
        "import sys, swtech, swtech.cli\n"
        "from click.testing import CliRunner\n"
        "assert CliRunner().invoke(swtech.cli.main, ['--help']).exit_code == 0\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & {name.split(".")[0] for name in done.stdout.split()}
