"""The repository itself: versions agree, locks name no host, style and types hold, bundles are fresh."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import swtech


def run(root: Path, *command: str) -> None:
    """Run *command* in *root* and fail with its output."""
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_version_is_one(root: Path) -> None:
    """The library, the package, the course's foot and the citation name the same version."""
    project = (root / "pyproject.toml").read_text("utf-8")
    config = yaml.safe_load((root / "_config.yml").read_text("utf-8"))
    citation = yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))
    assert f'version = "{swtech.__version__}"' in project
    assert config["sphinx"]["config"]["swtech"]["version"] == swtech.__version__
    assert citation["version"] == swtech.__version__
    assert citation["date-released"] == config["sphinx"]["config"]["swtech"]["released"]
    assert f"## {swtech.__version__}" in (root / "CHANGELOG.md").read_text("utf-8")


def test_locks_have_hashes_and_name_no_host(root: Path) -> None:
    """Each locked package has an exact version and a hash, and no lock says where it came from."""
    for lock in (root / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        packages = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?(\S+)", text, re.MULTILINE)
        assert packages, lock
        assert all(version.startswith("==") for version in packages), lock
        assert text.count("--hash=sha256:") >= len(packages), lock
        assert "://" not in text, lock
    for lock in (root / "package-lock.json", root / "benchmarks" / "package-lock.json"):
        assert '"resolved"' not in lock.read_text("utf-8"), lock


def test_style_holds(root: Path) -> None:
    """Ruff finds nothing to mend."""
    run(root, sys.executable, "-m", "ruff", "check")
    run(root, sys.executable, "-m", "ruff", "format", "--check")


def test_types_hold(root: Path) -> None:
    """Mypy in strict mode finds nothing to mend."""
    run(root, sys.executable, "-m", "mypy")


@pytest.fixture(scope="module")
def node(root: Path) -> str:
    """The machine's Node, or the one that `make test` installed."""
    found = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if not found or not (root / "node_modules").is_dir():
        pytest.fail("Node or the npm packages are not there. Run: make test")
    return found


def test_bundles_are_fresh(root: Path, node: str) -> None:
    """The committed bundles are what frontend/ makes."""
    run(root, node, "frontend/build.js", "--check")


def test_browser_code_has_its_types(root: Path, node: str) -> None:
    """The JSDoc types of the browser code hold."""
    compiler = root / "node_modules" / "typescript" / "bin" / "tsc"
    run(root, node, str(compiler), "--project", "frontend")
