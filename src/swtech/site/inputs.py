"""What a build is made from, as one digest: equal digests need no build.

Nothing here may import Sphinx or read a bank: an unchanged course is to be done within a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

FOLDERS = ("book", "quizzes")
FILES = ("_config.yml", "requirements/site.txt", "LICENSE", "LICENSE-content", "THIRD-PARTY.md")
BASE_URL = "SWTECH_BASE_URL"
"""The variable that names the site's address for one build, over that of `_config.yml`."""

# What editors, Jupyter and Jupyter Book leave beside the sources.
LEFT_BEHIND = {"_build", ".ipynb_checkpoints", "__pycache__", ".jupyter_cache"}
LEFT_SUFFIXES = {".mo", ".pyc", ".swp"}


def input_files(root: Path, lang: str | None = None) -> Iterator[Path]:
    """Yield every file that a build of the course at *root* reads, or of one edition, in a fixed order."""
    package = Path(__file__).resolve().parent.parent
    content = root / "content" / lang if lang else root / "content"
    for folder in (content, *(root / name for name in FOLDERS), package):
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in LEFT_BEHIND)
            for name in sorted(names):
                path = Path(parent, name)
                if path.suffix not in LEFT_SUFFIXES and not name.startswith(".") and not name.endswith("~"):
                    yield path
    for name in FILES:
        if (root / name).is_file():
            yield root / name


def input_digest(root: Path, lang: str | None = None) -> str:
    """Return the SHA-256 of all inputs, or of one edition: paths, contents, the Python and the address."""
    package = Path(__file__).resolve().parent.parent
    address = os.environ.get(BASE_URL, "")
    digest = hashlib.sha256(f"python {sys.version_info[:3]} at {address}".encode())
    for path in input_files(root, lang):
        base = root if path.is_relative_to(root) else package
        content = path.read_bytes()
        digest.update(f"\0{path.relative_to(base).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def folder_digest(folder: Path) -> str:
    """Return a digest of the names, sizes and times below *folder*; it changes when a file there is touched."""
    digest = hashlib.sha256()
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            status = path.stat()
            digest.update(
                f"{path.relative_to(folder).as_posix()}\0{status.st_size}\0{status.st_mtime_ns}\n".encode()
            )
    return digest.hexdigest()


class State:
    """What the last good build was made from and what it left, kept in ``build/state.json``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def is_current(self, inputs: str, output: Path) -> bool:
        """Say whether *output* is the untouched result of *inputs*."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))[str(output)]
        except (OSError, ValueError, KeyError, TypeError):
            return False
        return bool(output.is_dir() and kept == {"inputs": inputs, "output": folder_digest(output)})

    def record(self, inputs: str, output: Path) -> None:
        """Remember that *output* was built from *inputs*."""
        try:
            kept = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            kept = {}
        kept = kept if isinstance(kept, dict) else {}
        kept[str(output)] = {"inputs": inputs, "output": folder_digest(output)}
        temporary = self.path.with_suffix(".new")
        temporary.write_text(json.dumps(kept, indent=1, sort_keys=True), "utf-8")
        temporary.replace(self.path)
