"""The bank of a chapter: its objectives and the items that test them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeGuard

from pydantic import Field

from swtech.errors import did_you_mean
from swtech.model.faults import Fault, mappings
from swtech.model.item import Item
from swtech.model.rules import twin_ids
from swtech.model.text import PLACEHOLDER, Text
from swtech.model.value import Id, Placed

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _is_id(name: object) -> TypeGuard[str]:
    return isinstance(name, str) and ID.fullmatch(name) is not None


class Objective(Placed):
    """What a student will be able to do after the chapter."""

    id: Id
    text: Text = Field(description="Completes «Тараудан кейін сіз …» and «После главы вы сможете …».")


class Bank(Placed):
    """The quiz bank of a chapter."""

    bank: Id = Field(description="The slug of the chapter and of this file.")
    title: Text = Field(description="The chapter's title.")
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)] = Field(
        description="What the student will be able to do, each with an id and a text."
    )
    items: Annotated[tuple[Item, ...], Field(min_length=1)] = Field(description="The questions.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield twin ids, ids without the bank's slug, unknown objectives and objectives no item tests."""
        objectives, items = mappings(raw.get("objectives")), mappings(raw.get("items"))
        yield from twin_ids(objectives, "objectives")
        yield from twin_ids(items, "items")
        slug = raw.get("bank")
        known = [entry["id"] for entry in objectives if isinstance(entry.get("id"), str)]
        tested: set[object] = set()
        for item in items:
            name, objective = item.get("id"), item.get("objective")
            if isinstance(slug, str) and _is_id(name) and not name.startswith(f"{slug}-"):
                remedy = f"Call it {slug}-{name}."
                yield Fault(
                    item, "id", "foreign-id", "an item's id begins with the bank's slug", name, remedy
                )
            if not isinstance(objective, str):
                continue
            tested.add(objective)
            if objectives and objective not in known and PLACEHOLDER not in objective:
                remedy = did_you_mean(objective, known, f"The objectives are {', '.join(known)}.")
                yield Fault(
                    item,
                    "objective",
                    "unknown-objective",
                    "the bank has no such objective",
                    objective,
                    remedy,
                )
        for entry in objectives:
            if items and isinstance(entry.get("id"), str) and entry["id"] not in tested:
                remedy = "Write an item with this objective, or remove it."
                yield Fault(entry, "id", "untested-objective", "no item tests this objective", "", remedy)

    def item(self, name: str) -> Item:
        """Return the item *name*, or raise KeyError."""
        for item in self.items:
            if item.id == name:
                return item
        raise KeyError(name)
