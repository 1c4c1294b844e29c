"""Read the code cells of widget notebooks: which banks they show, and whether they can run at all."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple, get_args

from swtech.errors import did_you_mean
from swtech.model import Level

CALLS = ("quiz", "test", "load_bank", "load_course", "check_course")
"""What a notebook may call in swtech."""
LEVELS: tuple[str, ...] = get_args(Level)
MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)


class CellRemark(NamedTuple):
    """Something about a cell: its line in the cell, counted from 0, and a fault or a bank's name."""

    line: int
    code: str
    """"bank" for a bank that the cell shows, "lang" for a language it asks for, else a fault."""
    what: str
    found: str = ""
    remedy: str = ""


def cell_remarks(text: str) -> Iterator[CellRemark]:
    """Yield what the cell *text* shows and what is wrong with it; the cell is not run."""
    try:
        tree = ast.parse(MAGIC.sub("", text))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = (getattr(error, "lineno", None) or 1) - 1
        remedy = 'Compare it with another notebook: swtech.quiz("cycle", lang="kk").'
        yield CellRemark(line, "cell", "the cell is not Python", getattr(error, "msg", "") or "", remedy)
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = node.func
            if isinstance(called.value, ast.Name) and called.value.id == "swtech":
                yield from _call(node, called.attr)


def _call(node: ast.Call, name: str) -> Iterator[CellRemark]:
    line = node.lineno - 1
    if name not in CALLS:
        remedy = did_you_mean(name, CALLS, "Write swtech.quiz or swtech.test.")
        yield CellRemark(line, "cell", "swtech has no such function", name, remedy)
        return
    given: dict[str | None, ast.expr] = {keyword.arg: keyword.value for keyword in node.keywords}
    if name == "quiz":
        given.setdefault("bank", node.args[0]) if node.args else None
        yield from _texts("bank", given.get("bank"))
    elif name == "test":
        given.setdefault("chapters", node.args[0]) if node.args else None
        for entry in _listed(given.get("chapters")):
            yield from _texts("bank", entry)
        for level in (each for entry in _listed(given.get("levels")) for each in _texts("level", entry)):
            if level.what not in LEVELS:
                remedy = did_you_mean(level.what, LEVELS, f"The levels are {', '.join(LEVELS)}.")
                yield CellRemark(level.line, "cell", "there is no such level", level.what, remedy)
    yield from _texts("lang", given.get("lang"))


def _listed(value: ast.expr | None) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.List | ast.Tuple | ast.Set) else []


def _texts(code: str, value: ast.expr | None) -> Iterator[CellRemark]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield CellRemark(value.lineno - 1, code, value.value)
