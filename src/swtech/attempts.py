"""The answers that a kernel keeps, as a tidy table: a row an attempt. A data frame where pandas is installed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from typing import Any

from swtech.model import Item

COLUMNS = (
    "item",
    "bank",
    "objective",
    "level",
    "kind",
    "attempt",
    "at",
    "lang",
    "revision",
    "response",
    "score",
    "verdict",
    "sure",
    "hinted",
    "retry",
)
"""What a row says. *attempt* counts from 1 for each item; *sure* is None where confidence was not asked."""

WIDEST = 40
"""Longer values are cut when a table is shown; the rows themselves keep them."""

Row = dict[str, Any]


class Attempts(list[Row]):
    """Rows in the order in which they happened, each a plain dict of `COLUMNS`; a notebook shows them as a table."""

    def __repr__(self) -> str:
        lines = [COLUMNS, *self._shown()]
        widths = [max(len(line[at]) for line in lines) for at in range(len(COLUMNS))]
        padded = (zip(line, widths, strict=True) for line in lines)
        return "\n".join("  ".join(value.ljust(width) for value, width in line).rstrip() for line in padded)

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
        rows = (
            f"<tr>{''.join(f'<td>{escape(value)}</td>' for value in line)}</tr>\n" for line in self._shown()
        )
        return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>"

    def _shown(self) -> Iterator[tuple[str, ...]]:
        for row in self:
            yield tuple(_shown(row[name]) for name in COLUMNS)


def _shown(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, float):
        return f"{value:.3g}"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(text.split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def moment(text: object) -> datetime | None:
    """Return the time that *text* says, in UTC, or None when it says none."""
    try:
        found = datetime.fromisoformat(str(text))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def rows(log: Iterable[Mapping[str, Any]], items: Mapping[str, Item], banks: Mapping[str, str]) -> Attempts:
    """Return the attempts of *log* at *items*, whose banks *banks* names by the item's id."""
    counted: Counter[str] = Counter()
    table = Attempts()
    for entry in log:
        item = items[entry["item"]]
        counted[item.id] += 1
        outcome = entry["outcome"]
        values = (
            *(item.id, banks.get(item.id, ""), item.objective, item.level, item.kind, counted[item.id]),
            *(moment(entry["at"]), entry["lang"], entry["revision"], entry["response"]),
            *(outcome["score"], outcome["verdict"]),
            *(entry.get("sure"), bool(entry.get("hinted")), bool(entry.get("retry"))),
        )
        table.append(dict(zip(COLUMNS, values, strict=True)))
    return table


def tidy(table: Attempts) -> Any:
    """Return *table* as a pandas data frame with a type for each column; as it is, where there is no pandas."""
    try:
        import pandas as pd
    except ImportError:
        return table
    frame = pd.DataFrame(list(table), columns=list(COLUMNS))
    # Without rows pandas would know no column's type, and sums and plots would fail on the first day.
    types = {
        **dict.fromkeys(("attempt", "revision"), "int64"),
        **{"score": "float64", "sure": "boolean", "hinted": "bool", "retry": "bool"},
    }
    return frame.astype(types).assign(at=pd.to_datetime(frame["at"], utc=True))
