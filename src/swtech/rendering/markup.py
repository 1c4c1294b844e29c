"""The few ways in which HTML is written here. Values are escaped; children are HTML already."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from swtech.language import hold

VOID = {"input", "br"}


def element(name: str, attributes: Mapping[str, str | bool | int | None], *children: str) -> str:
    """Return an element; an attribute that is None or False is left out, one that is True has no value."""
    written = "".join(
        f" {key}" if value is True else f' {key}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return f"<{name}{written}>" if name in VOID else f"<{name}{written}>{''.join(children)}</{name}>"


def words(text: str) -> str:
    """Return plain text as HTML, its lines ending where they may."""
    return escape(hold(text), quote=False)


def json_block(name: str, value: object) -> str:
    """Return a block of data for a script to read; no text inside can end the block."""
    return f'<script type="application/json" class="{name}">{script_json(value)}</script>'


def script_json(value: Any) -> str:
    """Return *value* as JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
