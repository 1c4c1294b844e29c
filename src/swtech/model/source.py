"""Where a value was written, and the raw mappings and lists that still know it."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Mark = tuple[int, int]
"""A line and a column, both counted from 1."""


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a value: a file (from the course's root, with forward slashes), a line, a column."""

    file: str = ""
    line: int = 0
    column: int = 0
    fields: Mapping[str, Mark] = field(default_factory=dict, repr=False, compare=False)
    """Where each field of the value begins."""

    @property
    def mark(self) -> Mark:
        """The line and the column."""
        return self.line, self.column

    def at(self, name: str) -> Source:
        """Return the place of the field *name*, or this place when the field is not written."""
        line, column = self.fields.get(name, (self.line, self.column))
        return Source(self.file, line, column)


class Located(dict[str, Any]):
    """A mapping as it was written: its strings, mappings and lists, each with its place."""

    __slots__ = ("_numbers", "file", "mark")

    def __init__(self, file: str, mark: Mark) -> None:
        super().__init__()
        self.file = file
        self.mark = mark
        # Lines and columns in the order of the keys: a tenth of what tuples in a mapping would take, and
        # a place is asked for only when there is a problem.
        self._numbers = array("I")

    def begin(self, key: str, line: int, column: int) -> None:
        """Note the new *key* and its place; its value follows."""
        self[key] = ""
        self._numbers.append(line)
        self._numbers.append(column)

    @property
    def marks(self) -> dict[str, Mark]:
        """The place of each key."""
        numbers = iter(self._numbers)
        return dict(zip(self, zip(numbers, numbers, strict=True), strict=True))

    def place(self, key: object = None) -> Mark:
        """Return the place of *key*, or of the mapping itself."""
        return self.marks.get(key, self.mark) if isinstance(key, str) else self.mark

    @property
    def source(self) -> Source:
        """The mapping's place and its fields' places."""
        return Source(self.file, *self.mark, self.marks)


class LocatedList(list[Any]):
    """A list as it was written, with the place of each entry."""

    __slots__ = ("mark", "marks")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.marks: list[Mark] = []

    def place(self, key: object = None) -> Mark:
        """Return the place of the entry number *key*, or of the list itself."""
        return self.marks[key] if isinstance(key, int) and key < len(self.marks) else self.mark
