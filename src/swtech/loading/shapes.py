"""Find, for a path inside a raw file, the model that describes the place and the place itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from swtech.model import KINDS, Located, LocatedList


class Spot(NamedTuple):
    """A place inside a raw file that a validation error points to."""

    holder: Any
    """The raw mapping or list that holds the value."""
    key: str | int
    """The value's key in its holder."""
    shape: type[BaseModel] | None
    """The model of the holder."""
    expected: type[BaseModel] | None
    """The model of the value."""
    field: str
    """The nearest named field, for a message."""
    outer: str
    """The named field that holds it."""


def _models(annotation: Any) -> Iterator[Any]:
    """Yield what *annotation* consists of, with unions, lists and annotations opened."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models(get_args(annotation)[0])
    elif origin in {Union, UnionType, tuple, dict}:
        for argument in get_args(annotation):
            yield from _models(argument)
    else:
        yield annotation


@cache
def model_of(shape: type[BaseModel], field: str) -> type[BaseModel] | tuple[type[BaseModel], ...] | None:
    """Return the model of a field's value or of its entries; several, when `kind` tells them apart."""
    info = shape.model_fields.get(field)
    if info is None:
        return None
    found = [
        part for part in _models(info.annotation) if isinstance(part, type) and issubclass(part, BaseModel)
    ]
    return found[0] if len(found) == 1 else tuple(found) or None


def locate(tree: Located, shape: type[BaseModel], path: tuple[str | int, ...]) -> Spot:
    """Return the spot that a validation error's *path* in *tree* points to."""
    holder: Any = tree
    key: str | int = ""
    value: Any = tree
    current: Any = shape
    owner: Any = shape
    field = outer = ""
    for step in path:
        if isinstance(current, tuple) and step in KINDS:
            current = KINDS[str(step)]
            continue
        if not isinstance(value, Mapping | LocatedList):
            break
        holder, key, owner = value, step, current
        if isinstance(step, int):
            value = holder[step] if isinstance(holder, LocatedList) and step < len(holder) else None
            continue
        field, outer = step, field
        value = holder.get(step) if isinstance(holder, Mapping) else None
        if isinstance(current, type) and issubclass(current, BaseModel) and step in current.model_fields:
            current = model_of(current, step)
        # Otherwise the step is a free name, as under a figure's `words`: its value has the same model.
    shape_of = owner if isinstance(owner, type) else None
    return Spot(holder, key, shape_of, current if isinstance(current, type) else None, field, outer)
