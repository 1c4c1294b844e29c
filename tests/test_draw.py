"""Draws and shuffles by seed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from swtech import draw

GOLDEN: dict[str, list[Any]] = json.loads((Path(__file__).parent / "golden/draw.json").read_text("utf-8"))
IDS = [f"chapter-{number}" for number in range(120)]


@pytest.mark.parametrize("name", ["hash32", "rank", "draw", "pick", "shuffle"])
def test_golden_draws(name: str) -> None:
    """The same seeds give the same draws as ever; the browser is held to the same file."""
    for *arguments, expected in GOLDEN[name]:
        assert getattr(draw, name)(*arguments) == expected


def test_a_new_item_changes_an_old_draw_by_one_item_at_most() -> None:
    """A link an instructor gave out keeps nearly all its questions when a bank grows."""
    for seed in range(40):
        old, new = draw.draw(IDS, 10, seed), draw.draw([*IDS, "chapter-new"], 10, seed)
        assert len(set(old) - set(new)) <= 1
        assert [name for name in new if name in old] == [name for name in old if name in new]


def test_every_item_is_drawn_about_equally_often() -> None:
    """Over many seeds no item is favoured."""
    count = dict.fromkeys(IDS, 0)
    for seed in range(2400):
        for name in draw.draw(IDS, 10, seed):
            count[name] += 1
    assert min(count.values()) > 140
    assert max(count.values()) < 265


def test_levels_leave_out_items_and_change_no_rank() -> None:
    """A test of two levels is the test of all levels without the rest, in the same order."""
    levels = {name: ("remember", "understand", "apply", "analyse")[at % 4] for at, name in enumerate(IDS)}
    for seed in range(20):
        everything = draw.pick(levels, (), len(IDS), seed)
        some = draw.pick(levels, ("apply", "analyse"), len(IDS), seed)
        assert some == [name for name in everything if levels[name] in ("apply", "analyse")]
        assert draw.pick(levels, ("analyse", "apply"), 7, seed) == some[:7]


def test_an_order_item_is_never_shown_solved() -> None:
    """Whatever the attempt, the first order shown is not the right one."""
    sequence = ["a", "b", "c"]
    for attempt in range(200):
        shown = draw.shuffle(sequence, "cycle-order", attempt, sequence)
        assert shown != sequence
        assert sorted(shown) == sequence


def test_asking_for_more_than_there_is_gives_everything() -> None:
    """A test is never longer than its banks."""
    assert sorted(draw.draw(IDS, 999, "7")) == sorted(IDS)
    assert draw.draw(IDS, 0, "7") == draw.draw(IDS, -3, "7") == []
