"""Say a validation error in an author's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from swtech.errors import did_you_mean, nearest
from swtech.language import LANGUAGE_NAMES
from swtech.loading.shapes import Spot
from swtech.model import KINDS, PLACEHOLDER, Answers, Text


class Saying(NamedTuple):
    """The words of a problem."""

    code: str
    what: str
    found: str = ""
    remedy: str = ""


ADDRESSES = {
    "base_url": ("no web address", "Write it as https://example.org/course/, or leave it empty."),
    "released": ("no date", "Write it as 2026-11-23."),
    "maintainers": ("no e-mail address", "Write it as name@example.org, or leave it empty."),
}
BOTH_LANGUAGES = (Text, Answers)


def short(value: object) -> str:
    """Return a raw value for a message, not longer than a line."""
    if isinstance(value, Mapping):
        return "fields"
    if isinstance(value, list | tuple):
        return "a list"
    text = " ".join(str(value).split())
    return (text[:40] + "…" if len(text) > 41 else text) or "nothing"


def say(error: ErrorDetails, spot: Spot) -> Saying | None:
    """Return the words for *error* at *spot*, or None when another problem says the same."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if isinstance(value, str) and PLACEHOLDER in value:
        return Saying("fill-in", f"{spot.field} is still to fill in", short(value), "Replace all of it.")
    if kind == "missing":
        return _missing(spot)
    if kind == "extra_forbidden" or spot.key == "source":
        return _unknown(spot)
    if kind.startswith("union_tag"):
        return _kind(context.get("tag"))
    if kind == "too_short":
        return _too_few(value, context.get("min_length", 1), spot)
    return _shape(kind, value, spot) or _value(kind, value, context, spot)


def _too_few(value: Any, least: int, spot: Spot) -> Saying | None:
    # Entries with problems of their own are not counted by the validator, but they are there.
    if len(value) >= least:
        return None
    return Saying("too-few", f"{spot.field} needs at least {least}", str(len(value)), "Add what is missing.")


def _unknown(spot: Spot) -> Saying:
    if spot.shape in BOTH_LANGUAGES and spot.holder.get(spot.key) == "":
        what = "a comma ends a text inside {…}, what follows is taken for a field"
        remedy = "Put ' at both ends of the text, or write kk: and ru: on lines of their own."
        return Saying("comma", what, short(spot.key), remedy)
    known = [name for name in (spot.shape.model_fields if spot.shape else ()) if name != "source"]
    remedy = did_you_mean(str(spot.key), known, f"The fields here are {', '.join(known)}.")
    return Saying("unknown-field", "unknown field", short(spot.key), remedy)


def _kind(tag: object) -> Saying:
    if tag is None:
        return Saying("missing-field", "an item needs its kind", "none", f"Add kind: {', '.join(KINDS)}.")
    remedy = did_you_mean(str(tag), KINDS, f"The kinds are {', '.join(KINDS)}.")
    return Saying("unknown-kind", "unknown kind", short(tag), remedy)


def _missing(spot: Spot) -> Saying | None:
    name = str(spot.key)
    known = spot.shape.model_fields if spot.shape else {}
    for written in spot.holder:
        # One slip of the pen is one problem: the unknown field's message names this one.
        if (
            written not in known
            and nearest(str(written), (entry for entry in known if entry != "source")) == name
        ):
            return None
    if spot.shape in BOTH_LANGUAGES:
        other = "kk" if name == "ru" else "ru"
        part = "answers" if spot.shape is Answers else "text"
        what = f"{spot.outer} has no {LANGUAGE_NAMES[name]} {part}"
        return Saying("missing-language", what, "", f"Add {name}: beside {other}:.")
    if name in {"left", "right"}:
        what = f"a pair has no {name} side"
        remedy = "Give every pair both sides; an extra right side belongs under distractors."
        return Saying("unequal-sides", what, short(spot.holder.get("id", "?")), remedy)
    about = known[name].description if name in known else None
    remedy = f"Add {name}: {about[0].lower()}{about[1:]}" if about else f"Add {name}."
    return Saying("missing-field", f"the field {name} is missing", "", remedy)


def _not_fields(value: object, spot: Spot) -> Saying:
    if isinstance(value, str) and not value.strip():
        remedy = (
            "Write kk: and ru: under it." if spot.expected in BOTH_LANGUAGES else "Fill it in or remove it."
        )
        return Saying("empty-text", f"{spot.field} is empty", "", remedy)
    if spot.expected in BOTH_LANGUAGES:
        found = "one text" if isinstance(value, str) else short(value)
        remedy = f"Write kk: and ru: under {spot.field}."
        return Saying("missing-language", f"{spot.field} needs both languages", found, remedy)
    remedy = "Write «name: value» lines under it."
    return Saying("wrong-shape", f"{spot.field} needs fields", short(value), remedy)


def _shape(kind: str, value: Any, spot: Spot) -> Saying | None:
    """Return the words for a text, a list or fields that are empty or something else."""
    field = spot.field
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return _not_fields(value, spot)
    if kind == "string_too_short":
        language = LANGUAGE_NAMES.get(field)
        what = f"{spot.outer} has an empty {language} text" if language else f"{field} is empty"
        return Saying("empty-text", what, "", "Write it.")
    if kind == "string_type":
        return Saying("wrong-shape", f"{field} needs a text", short(value), "Write one text.")
    if kind == "tuple_type":
        if isinstance(value, str) and not value.strip():
            return Saying("empty-text", f"{field} is empty", "", "Write a list under it.")
        return Saying("wrong-shape", f"{field} needs a list", short(value), "Begin each entry with «- ».")
    return None


def _value(kind: str, value: Any, context: Mapping[str, Any], spot: Spot) -> Saying:
    """Return the words for a value that is not among those allowed."""
    field = spot.field
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        return _name(value, str(context.get("pattern", "")), field)
    if kind == "literal_error":
        known = [
            word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")
        ]
        remedy = did_you_mean(short(value), known, f"Write one of {', '.join(known)}.")
        return Saying("unknown-word", f"{field} has an unknown value", short(value), remedy)
    if kind == "truth":
        return Saying(
            "wrong-value", f"{field} is true or false", short(value), "Write true, or leave it out."
        )
    if kind in {"count", "greater_than_equal"}:
        return Saying("wrong-value", f"{field} is a whole number from 1 on", short(value), "Write 1, 2, 3 …")
    return Saying(
        "wrong-value", f"{field} cannot be used", short(value), "Compare it with docs/authoring.md."
    )


def _name(value: Any, pattern: str, field: str) -> Saying:
    """Return the words for an id or an address that is not written as one."""
    if "S[0-9]" in pattern:
        return Saying("bad-id", "a statement is called S01, S02 and so on", short(value), "See outline.yml.")
    if field in ADDRESSES:
        what, remedy = ADDRESSES[field]
        return Saying("wrong-value", f"{field} is {what}", short(value), remedy)
    remedy = "Write small Latin letters and digits, with hyphens between."
    return Saying("bad-id", f"{field} is not a name we can use", short(value), remedy)
