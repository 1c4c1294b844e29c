"""Read the lines between --- at the top of a page: its description, and whether it is a notebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from swtech.errors import Problem, did_you_mean
from swtech.loading.reader import Raw, read_bytes
from swtech.model import Located

KERNEL = "python3"
NOTEBOOK = {"name": None, "display_name": None, "language": None}
SHAPE: Mapping[str, object] = {
    "myst": {"html_meta": {}},
    "file_format": None,
    "kernelspec": NOTEBOOK,
    "jupytext": {},
}
"""What may stand there; an empty mapping takes anything, as a notebook's own tools write it."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The top of a page."""

    description: str = ""
    is_notebook: bool = False
    written: bool = False
    problems: list[Problem] = field(default_factory=list)


def front_matter(text: str, file: str) -> FrontMatter:
    """Return what *text*, the lines between ---, says; lines in problems count from its own first line."""
    raw = read_bytes(text.encode(), file)
    if raw.tree is None:
        # Unseen characters are said of the page as a whole.
        raw.problems = [problem for problem in raw.problems if problem.code != "control-character"]
        return FrontMatter(written=True, problems=raw.problems)
    unknown = list(_unknown(raw, raw.tree, SHAPE))
    value: object = raw.tree
    for name in ("myst", "html_meta", "description"):
        value = value.get(name) if isinstance(value, Located) else None
    kernel = raw.tree.get("kernelspec")
    named = kernel.get("name") if isinstance(kernel, Located) else None
    if isinstance(kernel, Located) and named != KERNEL:
        what, remedy = f"the site runs notebooks with {KERNEL}", f"Write name: {KERNEL}."
        raw.add(kernel.place("name"), "kernel", what, str(named or "no name"), remedy)
    is_notebook = raw.tree.get("file_format") == "mystnb" and isinstance(kernel, Located)
    description = value.strip() if isinstance(value, str) else ""
    return FrontMatter(description, is_notebook, True, [*raw.problems, *unknown])


def _unknown(raw: Raw, tree: Located, shape: Mapping[str, object]) -> Iterator[Problem]:
    for name, value in tree.items():
        inner = shape.get(name)
        line, column = tree.place(name)
        if name not in shape:
            remedy = did_you_mean(name, shape, f"The fields here are {', '.join(shape)}.")
            yield Problem(raw.file, line, column, "", "unknown field", name, remedy, "unknown-field")
        elif isinstance(inner, Mapping) and inner and not isinstance(value, Located):
            remedy = f"Write {', '.join(inner)} under it, indented."
            yield Problem(raw.file, line, column, "", f"{name} needs fields", "", remedy, "wrong-shape")
        elif isinstance(inner, Mapping) and inner and isinstance(value, Located):
            yield from _unknown(raw, value, inner)
