"""Kazakh and Russian as such: folding, answers, order, plurals, dates."""

from __future__ import annotations

import json
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swtech.language import (
    LANGUAGES,
    compare_answer,
    fold,
    format_date,
    format_number,
    letter,
    mixed_script_words,
    plural,
    sort_key,
)

GOLDEN: dict[str, Any] = json.loads(
    (Path(__file__).parent / "golden" / "language.json").read_text(encoding="utf-8")
)

texts = st.text(alphabet=st.sampled_from("әғқңөұүһіёйabchkyx AБВ-–«»’ьъ\u0301\u0306 1"), max_size=30)


@pytest.mark.parametrize(("text", "folded"), GOLDEN["fold"])
def test_folding(text: str, folded: str) -> None:
    """A text typed on a Russian keyboard, or with look-alike letters, folds to the same form."""
    assert fold(text) == folded


@pytest.mark.parametrize("case", GOLDEN["compare"], ids=lambda case: f"{case['typed']}={case['answers']}")
def test_answers(case: dict[str, Any]) -> None:
    """A typed answer is exact, folded, a typo or wrong, and names the answer it is near to."""
    match = compare_answer(
        case["typed"],
        case["answers"],
        lang=case["lang"],
        exact=case["exact"],
        distractors=case["distractors"],
    )
    assert (match.kind, match.answer) == (case["kind"], case["answer"])
    assert bool(match) == (case["kind"] is not None)


@pytest.mark.parametrize(("lang", "words"), GOLDEN["sort"])
def test_order(lang: str, words: list[str]) -> None:
    """Words stand in the order of their own alphabet."""
    assert sorted(words, key=lambda word: sort_key(word, lang)) == words


@pytest.mark.parametrize(("before", "letter_"), ["аә", "гғ", "кқ", "нң", "оө", "уұ", "ұү", "хһ", "ыі"])
def test_golden_orders_set_each_kazakh_letter_after_its_neighbour(before: str, letter_: str) -> None:
    """For each of the nine letters some two words of a golden order differ first in it and the one before it."""
    pairs = {
        next((one + other for one, other in zip(*words, strict=False) if one != other), "")
        for lang, row in GOLDEN["sort"]
        if lang == "kk"
        for words in combinations([word.casefold() for word in row], 2)
    }
    assert before + letter_ in pairs


@pytest.mark.parametrize(("lang", "text", "heading"), GOLDEN["letter"])
def test_letter(lang: str, text: str, heading: str) -> None:
    """A word stands under its first letter, ё under Е, a number under «#»."""
    assert letter(text, lang) == heading


@pytest.mark.parametrize(("lang", "number", "category"), GOLDEN["plural"])
def test_plural(lang: str, number: float, category: str) -> None:
    """A number takes the form that CLDR gives it."""
    assert plural(number, lang) == category


@pytest.mark.parametrize(("text", "words"), GOLDEN["mixed"])
def test_mixed_scripts(text: str, words: list[str]) -> None:
    """A Latin letter inside a Cyrillic word is found; a Latin word beside one is not."""
    assert mixed_script_words(text) == words


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folding is a projection: what is folded stays as it is."""
    assert fold(fold(text)) == fold(text)


@given(texts, st.sampled_from(LANGUAGES))
def test_an_answer_is_its_own_answer(text: str, lang: str) -> None:
    """Whoever types the right answer letter by letter is right, whatever the answer."""
    match = compare_answer(text, [text], lang=lang)
    assert match.kind in {"exact", None}
    assert match.kind == "exact" or not any(character.isalnum() for character in text)


@given(texts, texts, st.sampled_from(LANGUAGES))
def test_the_order_is_total(left: str, right: str, lang: str) -> None:
    """Any two texts can be compared, the same way round each time."""
    assert (sort_key(left, lang) < sort_key(right, lang)) != (sort_key(left, lang) >= sort_key(right, lang))


def test_dates_and_numbers() -> None:
    """Dates and numbers are written as each language writes them."""
    day = date(2026, 11, 23)
    assert format_date(day, "kk") == "2026 жылғы 23\u00a0қараша"
    assert format_date(day, "ru") == "23\u00a0ноября 2026 года"
    assert [format_number(value, "ru") for value in (0, 1.5, 1234, 12345.678, -0.001)] == [
        *("0", "1,5", "1234"),
        *("12\u00a0345,68", "0"),
    ]
    assert format_number(-2.5, "kk") == "−2,5"
