"""The boxes (directives) and roles that a chapter may have, and what is wrong with one by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from swtech.errors import did_you_mean


class Box(NamedTuple):
    """What a box is written with."""

    least: int = 0
    """How many names stand on its first line, at least."""
    most: int | None = 0
    """At most; None for any number."""
    body: bool = False
    """Whether words stand inside it."""
    names: str = ""
    """What the names are."""


BOXES = {
    "lead": Box(body=True),
    "case": Box(body=True),
    "note": Box(body=True),
    "tip": Box(body=True),
    "warning": Box(body=True),
    "objectives": Box(most=1, names="a bank's name"),
    "quiz": Box(least=1, most=None, names="the ids of items"),
    "drawing": Box(least=1, most=1, names="a figure's name"),
    "branching": Box(least=1, most=1, names="a case's name"),
    "case-list": Box(most=1, names="a bank's name"),
    "form": Box(body=True),
    "blank-form": Box(body=True),
    "keyterms": Box(least=1, most=None, names="the ids of terms"),
    "glossary-terms": Box(),
    "study": Box(least=1, most=1, names="a tool's name"),
    "link-maker": Box(),
}
ROLES = ("term", "ref", "sub", "sup")
FORBIDDEN = {"math", "image", "figure", "raw", "eval-rst", "iframe", "include"}
"""What the site's content policy or its drawings leave no room for."""
STYLING = {"width", "widths", "height", "style", "scale"}


class Remark(NamedTuple):
    """The words of a problem."""

    code: str
    what: str
    found: str
    remedy: str


def box_remarks(name: str, words: Sequence[str], body: str) -> Iterator[Remark]:
    """Yield what is wrong with the box *name* that has *words* on its first line and *body* inside."""
    if name in FORBIDDEN:
        remedy = "Write formulas in words, and draw with {drawing}."
        yield Remark("forbidden", "the site cannot have this", f"{{{name}}}", remedy)
        return
    box = BOXES.get(name)
    if box is None:
        remedy = did_you_mean(name, BOXES, f"The boxes are {', '.join(BOXES)}.")
        yield Remark("unknown-box", "there is no such box", f"{{{name}}}", remedy)
        return
    if box.body:
        if not words and not body.strip():
            yield Remark("empty-box", "a box has no words", f"{{{name}}}", "Write them, or remove the box.")
        return
    if body.strip():
        where = f"Write {box.names} after {{{name}}}, on one line." if box.names else "Remove the words."
        what = f"{{{name}}} has nothing inside"
        yield Remark("needless-body", what, " ".join(body.split())[:40], where)
    elif len(words) < box.least:
        what = f"{{{name}}} needs {box.names}"
        yield Remark(f"empty-{name}", what, "none", f"Write {box.names} after {{{name}}}.")
    if box.most is not None and len(words) > box.most:
        what = f"{{{name}}} takes {box.names}" if box.names else f"{{{name}}} stands alone"
        yield Remark("too-many-names", what, " ".join(words)[:60], "Remove the rest.")


def option_remark(box: str, option: str) -> Remark | None:
    """Return what is wrong with an option such as `:width:` of a box, if anything is."""
    if option in STYLING:
        return Remark(
            "forbidden", "the content policy of the site forbids this", f":{option}:", "Remove the line."
        )
    if box in BOXES:
        return Remark("option", f"{{{box}}} has no options", f":{option}:", "Remove the line.")
    return None


def role_remark(name: str) -> Remark | None:
    """Return what is wrong with a role of this name, if anything is."""
    if name == "math":
        return Remark("math", "formulas are refused", "{math}", "Write the formula in words.")
    if name in ROLES:
        return None
    remedy = did_you_mean(name, ROLES, "Write {term}`words <id>`, or link with [words](#label).")
    return Remark("unknown-role", "there is no such role", f"{{{name}}}", remedy)
