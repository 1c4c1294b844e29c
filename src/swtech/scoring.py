"""Turn an item and a response into an outcome. Pure; `frontend/scoring.js` is the twin.

The rules and what QTI says about them are in docs/scoring.md; tests/golden/scoring.json holds both twins.
A response may come from anywhere: what is no answer to this item counts as not answered; nothing here raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, cast

from swtech.language import compare_answer, normalise

if TYPE_CHECKING:
    from swtech.model import (
        ChoiceItem,
        GapItem,
        Item,
        MatchItem,
        MultipleItem,
        OrderItem,
        ShortItem,
        SortItem,
    )

Verdict = Literal["right", "partly", "wrong"]
Part = Literal["right", "wrong", "missed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a response is worth.

    *score* runs from 0 to 1. *parts* says for each choice, pair, entry or gap whether it is right, wrong, or
    missed: a key not chosen, a place left empty. *remarks* says of a typed part how near it came (exact,
    folded, typo), or which expected wrong answer it is (distractor-1 for the first).
    """

    score: float
    verdict: Verdict
    parts: Mapping[str, Part] = field(default_factory=dict)
    remarks: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the outcome as JSON values, as the browser's engine makes it."""
        return {
            "score": self.score,
            "verdict": self.verdict,
            "parts": dict(self.parts),
            "remarks": dict(self.remarks),
        }


def score(item: Item, response: object, lang: str) -> Outcome:
    """Return the outcome of *response* to *item*, its typed parts read as words of *lang*."""
    return RULES[item.kind](item, response, lang)


def _outcome(
    points: float, of: int, parts: Mapping[str, Part], remarks: Mapping[str, str] | None = None
) -> Outcome:
    share = points / of
    verdict: Verdict = "right" if share == 1 else "partly" if share > 0 else "wrong"
    return Outcome(share, verdict, parts, remarks or {})


def _right(parts: Mapping[str, Part]) -> int:
    return sum(part == "right" for part in parts.values())


def _names(response: object) -> list[str]:
    """Return the strings of a list, each once, in order; nothing for what is no list."""
    if not isinstance(response, list | tuple):
        return []
    return list(dict.fromkeys(name for name in response if isinstance(name, str)))


def _placed(response: object, name: str) -> str | None:
    value = response.get(name) if isinstance(response, Mapping) else None
    return value if isinstance(value, str) else None


def _chosen(choices: Sequence[Any], chosen: Sequence[str]) -> tuple[float, int, dict[str, Part]]:
    parts: dict[str, Part] = {}
    for choice in choices:
        if choice.id in chosen:
            parts[choice.id] = "right" if choice.key else "wrong"
        elif choice.key:
            parts[choice.id] = "missed"
    keys = sum(choice.key for choice in choices)
    wrong = sum(part == "wrong" for part in parts.values())
    return max(0, _right(parts) - wrong), keys, parts


def _choice(item: ChoiceItem, response: object, _lang: str) -> Outcome:
    chosen = [response] if isinstance(response, str) else []
    return _outcome(*_chosen(item.choices, chosen))


def _multiple(item: MultipleItem, response: object, _lang: str) -> Outcome:
    return _outcome(*_chosen(item.choices, _names(response)))


def _place(found: str | None, known: Sequence[str], wanted: str) -> Part:
    if found is None or found not in known:
        return "missed"
    return "right" if found == wanted else "wrong"


def _match(item: MatchItem, response: object, _lang: str) -> Outcome:
    known = [pair.id for pair in item.pairs] + [extra.id for extra in item.distractors]
    parts = {pair.id: _place(_placed(response, pair.id), known, pair.id) for pair in item.pairs}
    return _outcome(_right(parts), len(parts), parts)


def _sort(item: SortItem, response: object, _lang: str) -> Outcome:
    known = [group.id for group in item.groups]
    parts = {entry.id: _place(_placed(response, entry.id), known, entry.group) for entry in item.entries}
    return _outcome(_right(parts), len(parts), parts)


def standing(places: Sequence[int]) -> list[int]:
    """Return where the longest rising subsequence of *places* stands; of equals, the one that begins soonest.

    "Soonest" is decided index by index: the first member as early as can be, then the second, and so on.
    """
    longest = [1] * len(places)
    for at in range(len(places) - 1, -1, -1):
        for later in range(at + 1, len(places)):
            if places[later] > places[at]:
                longest[at] = max(longest[at], longest[later] + 1)
    chosen: list[int] = []
    left = max(longest, default=0)
    for at, place in enumerate(places):
        if left and longest[at] == left and (not chosen or place > places[chosen[-1]]):
            chosen.append(at)
            left -= 1
    return chosen


def _order(item: OrderItem, response: object, _lang: str) -> Outcome:
    places = {entry.id: place for place, entry in enumerate(item.sequence)}
    given = [name for name in _names(response) if name in places]
    stand = standing([places[name] for name in given])
    # One entry alone stands in no order: it earns nothing and is not marked as right.
    right = {given[at] for at in stand} if len(stand) > 1 else set()
    parts: dict[str, Part] = {
        name: "missed" if name not in given else "right" if name in right else "wrong" for name in places
    }
    return _outcome(max(0, len(stand) - 1), len(places) - 1, parts)


def _gap(item: GapItem, response: object, lang: str) -> Outcome:
    parts: dict[str, Part] = {}
    remarks: dict[str, str] = {}
    for gap in item.gaps:
        found = _placed(response, gap.id)
        if gap.choices:
            assert gap.key is not None, "the model gives every list of choices one key"
            parts[gap.id] = _place(found, [choice.id for choice in gap.choices], gap.key.id)
        elif found is None or not normalise(found):
            parts[gap.id] = "missed"
        else:
            assert gap.answers is not None, "the model holds answers or choices for each gap"
            kind = compare_answer(found, gap.answers[lang], lang=lang, exact=gap.exact).kind
            parts[gap.id] = "right" if kind else "wrong"
            if kind:
                remarks[gap.id] = kind
    return _outcome(_right(parts), len(parts), parts, remarks)


def _short(item: ShortItem, response: object, lang: str) -> Outcome:
    if not isinstance(response, str) or not normalise(response):
        return _outcome(0, 1, {"answer": "missed"})
    expected = [answer for other in item.distractors for answer in other.answers[lang]]
    kind = compare_answer(
        response, item.answers[lang], lang=lang, exact=item.exact, distractors=expected
    ).kind
    if kind:
        return _outcome(1, 1, {"answer": "right"}, {"answer": kind})
    for number, other in enumerate(item.distractors, 1):
        if compare_answer(response, other.answers[lang], lang=lang, exact=item.exact):
            return _outcome(0, 1, {"answer": "wrong"}, {"answer": f"distractor-{number}"})
    return _outcome(0, 1, {"answer": "wrong"})


RULES = cast(
    "dict[str, Callable[[Any, object, str], Outcome]]",
    {
        "choice": _choice,
        "multiple": _multiple,
        "match": _match,
        "order": _order,
        "sort": _sort,
        "gap": _gap,
        "short": _short,
    },
)
