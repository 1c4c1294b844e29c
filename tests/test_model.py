"""The values themselves: what Python code can build, and what it cannot."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from swtech.model import Answers, Bank, Choice, ChoiceItem, Gap, GapItem, Objective, ShortItem, Source, Text


def both(words: str) -> Text:
    """Return a text that says the same in both languages."""
    return Text.of(words, words)


def common(name: str) -> dict[str, Any]:
    """Return the fields that every item has."""
    return {
        "id": name,
        "objective": "mini-name",
        "teaches": ("S01",),
        "level": "apply",
        "section": "mini",
        "stem": both("сұрақ"),
        "rationale": both("жауап"),
    }


def choice(name: str, *, key: bool = False) -> Choice:
    """Return a choice."""
    return Choice(id=name, text=both(f"таңдау {name}"), feedback=both("пікір"), key=key)


def test_a_text_is_asked_by_language() -> None:
    """A text gives its words in either language and knows no third."""
    text = Text.of("сөз", "слово")
    assert (text["kk"], text["ru"]) == ("сөз", "слово")
    with pytest.raises(KeyError):
        text["en"]
    assert Answers(kk=("бір",), ru=("один",))["ru"] == ("один",)


def test_rules_hold_for_values_built_in_python() -> None:
    """Two keys are refused wherever an item comes from."""
    good = ChoiceItem(**common("mini-a"), choices=(choice("a", key=True), choice("b")))
    assert good.key.id == "a" and good.source == Source()
    with pytest.raises(ValidationError, match="needs exactly one key, found 2"):
        ChoiceItem(**common("mini-a"), choices=(choice("a", key=True), choice("b", key=True)))
    with pytest.raises(ValidationError, match="a gap has no blank in the Kazakh text"):
        gap = Gap(id="a", answers=Answers(kk=("бес",), ru=("пять",)))
        GapItem(**common("mini-g"), text=Text.of("бос", "[[a]]"), gaps=(gap,))
    with pytest.raises(ValidationError, match="mixed"):
        Text.of("cөз", "слово")


def test_places_do_not_make_values_differ() -> None:
    """A bank that is moved within its file is the same bank for whoever compares places alone."""
    assert Source("a.yml", 3, 1, {"stem": (4, 5)}).at("stem") == Source("a.yml", 4, 5)
    assert Source("a.yml", 3, 1).at("stem") == Source("a.yml", 3, 1)


def test_a_bank_goes_to_plain_data_and_back() -> None:
    """What a bank holds can be dumped and read again without its places."""
    items = (
        ShortItem(**common("mini-s"), answers=Answers(kk=("цикл",), ru=("цикл",))),
        ChoiceItem(**common("mini-c"), choices=(choice("a", key=True), choice("b"))),
    )
    objective = Objective(id="mini-name", text=both("атайсыз"))
    bank = Bank(bank="mini", title=both("тарау"), objectives=(objective,), items=items)
    data = bank.model_dump(exclude_none=True)
    assert "source" not in str(data)
    assert Bank.model_validate(data) == bank
    with pytest.raises(ValidationError, match="no such objective"):
        Bank.model_validate({**data, "objectives": ({"id": "mini-other", "text": both("x")},)})
