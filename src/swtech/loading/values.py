"""Turn a raw file into a frozen value, or into problems: every one that it has."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from swtech.errors import Problem
from swtech.loading.messages import Saying, say
from swtech.loading.reader import Raw, Unread
from swtech.loading.shapes import locate
from swtech.model import Located, LocatedList, Mark
from swtech.model.faults import Fault


class Owners:
    """Tells to which item, term or other entry a place of a file belongs."""

    def __init__(self, tree: Located) -> None:
        found: list[tuple[Mark, str]] = [(mark, "") for mark in tree.marks.values()]
        for name, value in tree.items():
            if isinstance(value, LocatedList):
                noun = name.removesuffix("s") or "entry"
                for number, (entry, mark) in enumerate(zip(value, value.marks, strict=True), 1):
                    own = entry.get("id") if isinstance(entry, Mapping) else None
                    found.append((mark, own if isinstance(own, str) and own else f"{noun} {number}"))
        found.sort(key=lambda pair: pair[0])
        self.marks = [mark for mark, _ in found]
        self.names = [name for _, name in found]

    def __call__(self, mark: Mark) -> str:
        """Return the id of what stands at *mark*, or an empty string."""
        at = bisect_right(self.marks, mark) - 1
        return self.names[at] if at >= 0 else ""


Model = TypeVar("Model", bound=BaseModel)


def build(model: type[Model], raw: Raw, *, tree: Located | None = None) -> Model | None:
    """Return the value that *raw* describes, or None; *raw* gets the problems, in the order of the file."""
    tree = tree if tree is not None else raw.tree
    if tree is None:
        return None
    faults: list[Fault] = []
    value: Model | None = None
    errors: list[ErrorDetails] = []
    try:
        value = model.model_validate(tree, context=faults)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if not errors and not faults:
        return None if raw.problems else value
    owner = Owners(tree)
    found = [*_from_faults(faults, owner, raw.file), *_from_errors(errors, model, tree, owner, raw.file)]
    raw.problems.extend(sorted(set(found)))
    return None


def problem_at(file: str, mark: Mark, name: str, saying: Saying) -> Problem:
    """Return *saying* as a problem of *name* at a place of *file*."""
    line, column = mark
    return Problem(file, line, column, name, saying.what, saying.found, saying.remedy, saying.code)


def _from_faults(faults: list[Fault], owner: Owners, file: str) -> Iterator[Problem]:
    for fault in faults:
        mark = fault.where.place(fault.key)
        yield problem_at(file, mark, owner(mark), Saying(fault.code, fault.what, fault.found, fault.remedy))


def _from_errors(
    errors: list[ErrorDetails], model: type[BaseModel], tree: Located, owner: Owners, file: str
) -> Iterator[Problem]:
    for error in errors:
        if isinstance(error["input"], Unread):
            continue
        spot = locate(tree, model, error["loc"])
        saying = say(error, spot)
        if saying is not None:
            mark = spot.holder.place(spot.key)
            yield problem_at(file, mark, owner(mark), saying)
