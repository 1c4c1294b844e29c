"""JSON Schemas of the YAML files, made from the model: they give completion and errors in an editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from swtech.model import KINDS, Bank, Case, Figure, Outline, Termbase

SCHEMAS: dict[str, tuple[type[BaseModel], str]] = {
    "quizzes/bank.schema.json": (Bank, "A chapter's quiz bank"),
    "quizzes/case.schema.json": (Case, "A branching case"),
    "quizzes/terms.schema.json": (Termbase, "The course's terms"),
    "quizzes/outline.schema.json": (Outline, "The statements that the course teaches and tests"),
    "book/figure.schema.json": (Figure, "A figure's words"),
}
"""Where each schema stands, beside the files that it describes."""


def schema_of(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file."""
    schema = model.model_json_schema()
    for name, definition in {**schema.get("$defs", {}), model.__name__: schema}.items():
        definition.pop("title", None)
        for field in definition.get("properties", {}).values():
            field.pop("title", None)
        if any(name == kind.__name__ for kind in KINDS.values()):
            # In the model a kind is known by its class; in a file it must be written.
            definition["required"] = ["kind", *definition["required"]]
            definition["properties"]["kind"].pop("default", None)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def schema_text(file: str) -> str:
    """Return the schema file *file* as it should stand in the repository."""
    model, title = SCHEMAS[file]
    return json.dumps(schema_of(model, title), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def stale_schemas(root: Path) -> list[str]:
    """Return the schema files that are missing or are not what the model says."""
    return [file for file in SCHEMAS if not _is_current(root / file, schema_text(file))]


def write_schemas(root: Path) -> list[str]:
    """Write the schema files that are not current, and return them."""
    stale = stale_schemas(root)
    for file in stale:
        (root / file).write_text(schema_text(file), encoding="utf-8", newline="\n")
    return stale


def _is_current(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False
