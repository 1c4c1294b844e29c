"""A broken rule of a bank, found by looking at raw mappings.

Rules say what a field's type cannot. They read what was written, not finished values, so that one run tells
everything that is wrong with an item, whatever else is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeGuard

from pydantic_core import PydanticCustomError


class Fault(NamedTuple):
    """A broken rule: the raw mapping or list that breaks it, the key inside, and the words for an author."""

    where: Any
    key: str | int | None
    code: str
    what: str
    found: str = ""
    remedy: str = ""


def report(faults: Iterator[Fault], collector: object) -> None:
    """Give *faults* to the loader's *collector*; without one, refuse the value because of the first."""
    if isinstance(collector, list):
        collector.extend(faults)
        return
    for fault in faults:
        found = f", found {fault.found}" if fault.found else ""
        raise PydanticCustomError(
            "rule", "{message}", {"message": f"{fault.what}{found}. {fault.remedy}".strip()}
        )


def mappings(value: object) -> list[Mapping[str, Any]]:
    """Return the mappings in the list *value*; whatever else stands there is the field types' business."""
    return [entry for entry in value if isinstance(entry, Mapping)] if is_list(value) else []


def is_list(value: object) -> TypeGuard[Sequence[Any]]:
    """Tell whether *value* is a list and not a text."""
    return isinstance(value, Sequence) and not isinstance(value, str)


def names(entries: Sequence[Mapping[str, Any]]) -> str:
    """Return the entries' ids for a message: «a, c»."""
    return ", ".join(str(entry.get("id", "?")) for entry in entries)
