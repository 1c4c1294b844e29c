"""The rules of docs/scoring.md, case by case; the browser is held to the same cases in tests/browser."""

from __future__ import annotations

import json
from itertools import permutations, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swtech.loading import load_bank
from swtech.model import KINDS, Bank
from swtech.rendering import payload
from swtech.scoring import score, standing

HERE = Path(__file__).parent
GOLDEN: dict[str, Any] = json.loads((HERE / "golden/scoring.json").read_text("utf-8"))
BANKS: list[Bank] = [load_bank(HERE / f"fixtures/{name}.yml") for name in ("kinds", "limits")]
"""One item of each kind, and items at the edges of the rules."""
ITEMS = {item.id: item for bank in BANKS for item in bank.items}


def outcome(item: str, response: object, lang: str = "kk") -> tuple[float, str]:
    """Score and verdict of one response."""
    found = score(ITEMS[f"kinds-{item}"], response, lang)
    return round(found.score, 4), found.verdict


REMARKS = {
    "kinds-gap": {"exact", "folded", "typo"},
    "kinds-short": {"exact", "folded", "typo", "distractor-1", "distractor-2"},
    "kinds-short-exact": {"exact", "distractor-1"},
    "limits-gap": {"exact", "folded", "typo"},
    "limits-short-four": {"exact", "folded", "distractor-1"},
    **{
        f"limits-short-{size}": {"exact", "folded", "typo", "distractor-1"}
        for size in ("five", "nine", "ten")
    },
    "limits-short-near": {"exact", "folded", "typo", "distractor-1", "distractor-2"},
}
"""What can be said of typed answers: four letters forgive no slip, five do."""


def golden_seen(*fields: str) -> set[tuple[str, ...]]:
    """What the golden cases have of *fields*, of which `parts` and `remarks` hold several values each."""
    found: set[tuple[str, ...]] = set()
    for case in GOLDEN["cases"]:
        values = [case[name].values() if isinstance(case[name], dict) else [case[name]] for name in fields]
        found.update(product(*values))
    return found


def test_golden_cases_cover_every_verdict_part_and_remark() -> None:
    """At least 450 cases: in both languages each item has every verdict, part and remark that it can get."""
    assert len(GOLDEN["cases"]) >= 450
    assert {item.kind for item in ITEMS.values()} == set(KINDS)
    verdicts, parts, remarks = set(), set(), set()
    for item, lang in product(ITEMS.values(), ("kk", "ru")):
        all_or_nothing = item.kind in {"choice", "short"}
        verdicts |= {(item.id, lang, verdict) for verdict in ("right", "wrong")}
        verdicts |= set() if all_or_nothing else {(item.id, lang, "partly")}
        parts |= {(item.id, lang, part) for part in ("right", "wrong", "missed")}
        remarks |= {(item.id, lang, remark) for remark in REMARKS.get(item.id, ())}
    assert golden_seen("item", "lang", "verdict") == verdicts
    assert golden_seen("item", "lang", "parts") == parts
    assert golden_seen("item", "lang", "remarks") == remarks


def test_golden_payloads_are_those_of_the_bank() -> None:
    """The browser's cases run on the payloads that a page would hold."""
    expected = [
        payload(item, lang, bank.bank) for bank in BANKS for item in bank.items for lang in ("kk", "ru")
    ]
    assert GOLDEN["payloads"] == expected


def test_no_golden_case_stands_twice() -> None:
    """Every case asks something that no other case asks."""
    asked = [(case["item"], case["lang"], json.dumps(case["response"])) for case in GOLDEN["cases"]]
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: f"{case['item']}-{case['lang']}")
def test_golden_case(case: dict[str, Any]) -> None:
    """Score, verdict, parts and remarks are as written down."""
    found = score(ITEMS[case["item"]], case["response"], case["lang"]).to_json()
    assert found == {key: case[key] for key in ("score", "verdict", "parts", "remarks")}


def test_a_wrong_choice_shows_the_key_as_missed() -> None:
    """After a wrong choice the student sees both: what was wrong and what would have been right."""
    assert dict(score(ITEMS["kinds-choice"], "a", "kk").parts) == {"a": "wrong", "c": "missed"}


def test_ticking_everything_earns_no_more_than_the_keys_minus_the_distractors() -> None:
    """Three keys and two distractors chosen are worth one third; a distractor cancels a key."""
    assert outcome("multiple", ["a", "b", "c", "d", "e"]) == (0.3333, "partly")
    assert outcome("multiple", ["a", "d"]) == (0, "wrong")
    assert outcome("multiple", ["a", "b"]) == (0.6667, "partly")


def test_pairs_entries_and_blanks_count_one_by_one() -> None:
    """match, sort and gap earn their right parts over all parts."""
    assert outcome("match", {"cycle": "cycle", "dynamism": "extra"}) == (0.3333, "partly")
    assert outcome("sort", {"family": "specific"}) == (0.25, "partly")
    assert outcome("gap", {"algorithm": "алгоритмі", "object": "a", "task": "миндет"}) == (0.6667, "partly")


def test_one_entry_out_of_place_costs_one_step_of_an_order() -> None:
    """Moving the last of five entries to the front costs a quarter, not everything."""
    sequence = ["preliminary", "goal", "information", "work", "control"]
    assert outcome("order", sequence) == (1, "right")
    assert outcome("order", ["control", *sequence[:4]]) == (0.75, "partly")
    assert outcome("order", sequence[::-1]) == (0, "wrong")


def test_equal_runs_are_told_apart_by_which_begins_soonest() -> None:
    """Of 2 1 4 3 5 the entries 2, 4 and 5 stand; 1 and 3 are marked."""
    assert standing([2, 1, 4, 3, 5]) == [0, 2, 4]
    assert standing([]) == []


@pytest.mark.parametrize("size", range(1, 7))
def test_standing_entries_are_a_longest_rising_run(size: int) -> None:
    """Whatever the order, the entries that stand rise, and no longer run of them exists."""
    for places in permutations(range(size)):
        stand = standing(places)
        run = [places[at] for at in stand]
        assert run == sorted(run)
        longest = [1] * size
        for at in range(size):
            longest[at] += max(
                (longest[before] for before in range(at) if places[before] < places[at]), default=0
            )
        assert len(run) == max(longest)


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("үздіксіздік", "exact"),
        ("уздиксиздик", "folded"),
        ("үздіксіздк", "typo"),
        ("циклдилик", "distractor-1"),
    ],
)
def test_a_slip_of_spelling_earns_everything_and_is_named(typed: str, remark: str) -> None:
    """Typed on a Russian keyboard or with a small typo an answer is right; an expected wrong one is not."""
    found = score(ITEMS["kinds-short"], typed, "kk")
    assert found.remarks["answer"] == remark
    assert found.score == (0 if remark.startswith("distractor") else 1)


def test_an_item_may_demand_exact_letters() -> None:
    """«кун» is neither «құн» nor «күн» where every letter counts."""
    assert outcome("short-exact", "құн") == (1, "right")
    assert outcome("short-exact", "кун") == (0, "wrong")


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20) | st.sampled_from("abcde"),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=9), inner, max_size=6),
    max_leaves=12,
)


@given(response=json_values)
def test_no_response_raises(response: object) -> None:
    """Whatever comes back from a browser, a score between 0 and 1 comes out."""
    for item in ITEMS.values():
        for lang in ("kk", "ru"):
            found = score(item, response, lang)
            assert 0 <= found.score <= 1
            assert (found.verdict == "right") == (found.score == 1)
            assert set(found.parts.values()) <= {"right", "wrong", "missed"}
