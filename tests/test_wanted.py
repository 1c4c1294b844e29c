"""What a mixed test can be made of: checked in words that say what to write, drawn alike in every language."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from swtech import widgets
from swtech.draw import pick
from swtech.errors import SwtechError
from swtech.loading import load_bank
from swtech.rendering.wanted import Wanted, wanted

BANK = load_bank(Path(__file__).parent / "fixtures/kinds.yml")
COURSE: Any = SimpleNamespace(banks={BANK.bank: BANK})


def test_a_test_is_drawn_by_seed_and_level() -> None:
    """Levels leave items out before the seed ranks them; whatever order they are named in."""
    levels = {item.id: item.level for item in BANK.items}
    for asked in (["apply", "remember"], ("remember", "apply"), {"apply", "remember"}):
        test = wanted(COURSE, n=4, seed="сынақ", levels=asked)
        assert [item.id for item in test.items(COURSE)] == pick(levels, ("remember", "apply"), 4, "сынақ")
        assert test.levels == ("remember", "apply")


def test_all_levels_by_name_are_all_levels() -> None:
    """The same test, whether every level is named or none."""
    everything = wanted(COURSE, levels=["analyse", "apply", "remember", "understand"])
    assert everything == wanted(COURSE) == Wanted(("kinds",), 10, "1", ())


def test_a_seed_is_the_same_as_number_and_as_text() -> None:
    """Spaces around it do not count, as in the address of the site."""
    assert wanted(COURSE, seed=7) == wanted(COURSE, seed="7") == wanted(COURSE, seed=" 7 ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"chapters": ["kind"]}, "there is no bank kind. Did you mean kinds?"),
        ({"chapters": ["gone"]}, "there is no bank gone. The banks are kinds."),
        ({"chapters": "kinds"}, "chapters is a list of names, found 'kinds'. Write chapters=[\"kinds\"]"),
        ({"chapters": []}, "chapters is a list of names, found []."),
        ({"chapters": [1]}, "chapters is a list of names, found [1]."),
        ({"levels": ["aply"]}, "there is no level aply. Did you mean apply?"),
        ({"levels": ["know"]}, "The levels are remember, understand, apply, analyse."),
        ({"levels": "apply"}, 'Write levels=["apply"], or leave it out for all.'),
        ({"levels": 3}, "levels is a list of names, found 3."),
        ({"levels": ["analyse"]}, "no question in kinds is at the level analyse."),
        ({"n": 0}, "a test has at least 1 question, found n=0. Write a whole number, such as n=10."),
        ({"n": -4}, "found n=-4"),
        ({"n": 2.5}, "found n=2.5"),
        ({"n": True}, "found n=True"),
        ({"n": "10"}, "found n='10'"),
        ({"seed": ""}, "a seed is a number or a text of 1 to 40 characters, found ''."),
        ({"seed": "  "}, "found '  '"),
        ({"seed": None}, "found None"),
        ({"seed": "ә" * 41}, 'Write seed=7 or seed="group-2".'),
    ],
)
def test_what_no_test_can_be_made_of_is_refused(arguments: dict[str, Any], message: str) -> None:
    """The error says what was expected, what was found and what to write."""
    with pytest.raises(SwtechError) as caught:
        wanted(COURSE, **arguments)
    assert message in str(caught.value)


def test_a_notebook_asks_for_levels(root: Path) -> None:
    """`swtech.test(levels=…)` draws them, and its reference lets the site do the same."""
    widget = widgets.test(["cycle"], n=5, seed=7, lang="kk", levels=["analyse", "apply"], course=root)
    assert {item.level for item in widget.items} == {"apply", "analyse"}
    data: dict[str, Any] = widget._repr_mimebundle_()[0]  # type: ignore[index]
    assert data[widgets.MIME] == {
        "test": {"chapters": ["cycle"], "n": 5, "seed": "7", "levels": ["apply", "analyse"]}
    }
    with pytest.raises(SwtechError, match=r'Write chapters=\["cycle"\]'):
        widgets.test("cycle", lang="kk", course=root)
