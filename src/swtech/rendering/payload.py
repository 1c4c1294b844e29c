"""What the browser's engine must know of an item beside its HTML: Payload in `frontend/types.js`."""

from __future__ import annotations

from typing import Any

from swtech.model import (
    ChoiceItem,
    Gap,
    GapItem,
    Item,
    MatchItem,
    MultipleItem,
    OrderItem,
    ShortItem,
    SortItem,
)


def payload(item: Item, lang: str, bank: str = "") -> dict[str, Any]:
    """Return what the item is and its answers as JSON values, its typed answers those of *lang*."""
    return {
        "id": item.id,
        "bank": bank,
        "objective": item.objective,
        "level": item.level,
        "kind": item.kind,
        "revision": item.revision,
        "lang": lang,
        **_answers(item, lang),
    }


def _answers(item: Item, lang: str) -> dict[str, Any]:
    match item:
        case ChoiceItem() | MultipleItem():
            return {
                "choices": [choice.id for choice in item.choices],
                "key": [choice.id for choice in item.choices if choice.key],
            }
        case MatchItem():
            pairs = [pair.id for pair in item.pairs]
            return {"pairs": pairs, "options": [*pairs, *(extra.id for extra in item.distractors)]}
        case OrderItem():
            return {"sequence": [entry.id for entry in item.sequence]}
        case SortItem():
            return {
                "entries": {entry.id: entry.group for entry in item.entries},
                "groups": [group.id for group in item.groups],
            }
        case GapItem():
            return {"gaps": [_gap(gap, lang) for gap in item.gaps]}
        case ShortItem():
            return {
                "answers": list(item.answers[lang]),
                "distractors": [list(other.answers[lang]) for other in item.distractors],
                "exact": item.exact,
            }


def _gap(gap: Gap, lang: str) -> dict[str, Any]:
    if gap.choices:
        assert gap.key is not None, "the model gives every list of choices one key"
        return {"id": gap.id, "choices": [choice.id for choice in gap.choices], "key": gap.key.id}
    assert gap.answers is not None, "the model holds answers or choices for each gap"
    return {"id": gap.id, "answers": list(gap.answers[lang]), "exact": gap.exact}
