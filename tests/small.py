"""The small course of tests/courses/small, made whole: with the interface words of the real one."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from swtech.language import LANGUAGES

SMALL = Path(__file__).parent / "courses" / "small"
BOOK = Path(__file__).parent.parent / "book"


def copy_small(target: Path) -> Path:
    """Copy the small course to *target*, each group of words on a line of its own, and return *target*."""
    shutil.copytree(SMALL, target)
    for lang in LANGUAGES:
        path = target / "book" / f"{lang}.yml"
        own = yaml.safe_load(path.read_text("utf-8"))
        real = yaml.safe_load((BOOK / f"{lang}.yml").read_text("utf-8"))
        whole = {
            **{name: value for name, value in real.items() if isinstance(value, dict)},
            **{name: value for name, value in own.items() if isinstance(value, str)},
        }
        whole["site"] = {
            **own["site"],
            **{key: word for key, word in real["site"].items() if key != "search"},
        }
        lines = [f"{name}: {_inline(whole[name])}\n" for name in ("title", "language", "site", "quiz")]
        path.write_text("".join(lines), "utf-8")
    return target


def _inline(value: object) -> str:
    dumped = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=10**9, sort_keys=False)
    return dumped.removesuffix("...\n").strip()
