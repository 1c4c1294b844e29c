"""What every value of the course has in common: it is frozen, refuses unknown fields and knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from swtech.model.faults import Fault, report
from swtech.model.source import Located, Source

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]


def _stripped(value: str) -> str:
    # pydantic's own stripping copies every text; str.strip gives back the same one when there is nothing to strip.
    bare = value.strip()
    if not bare:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return bare


Words = Annotated[str, StringConstraints(min_length=1), AfterValidator(_stripped)]
"""A text in one language that is not empty."""


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            raise PydanticCustomError("truth", "expected true or false")
        return value == "true"
    return value


def _count(value: object) -> object:
    # pydantic would take "1.0" and "1_0" for whole numbers.
    if isinstance(value, str):
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise PydanticCustomError("count", "expected a whole number")
        return int(value)
    return value


Truth = Annotated[bool, BeforeValidator(_truth, json_schema_input_type=bool)]
Positive = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=1), BeforeValidator(_count, json_schema_input_type=Positive)]


def plain(value: object) -> Any:
    """Return *value* with models turned into mappings, so that rules read what Python code has built too."""
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in value.model_fields_set}
    if isinstance(value, dict):
        return {name: plain(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [plain(entry) for entry in value]
    return value


class Value(BaseModel):
    """A frozen value of the course."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield the rules that *raw* breaks, beyond what the fields' types say."""
        yield from ()

    @model_validator(mode="before")
    @classmethod
    def _check(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Located):
            report(cls.faults(data), info.context)
            # A `source` that an author wrote stays, and is refused by its type.
            if "source" in cls.model_fields and "source" not in data:
                return {**data, "source": data.source}
        elif isinstance(data, dict):
            report(cls.faults(plain(data)), info.context)
        return data


class Placed(Value):
    """A value that can tell where it was written."""

    source: SkipJsonSchema[InstanceOf[Source]] = Field(default=Source(), exclude=True, repr=False)
