"""Draw a test by a seed, and shuffle what an item shows: the same in Python and in the browser.

Every id gets a rank from a hash of seed and id alone, so adding an item to a bank changes an old draw by one
item at most. `frontend/draw.js` is the twin; `tests/golden/draw.json` holds both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

MASK = 0xFFFFFFFF


def hash32(text: str) -> int:
    """Return the 32-bit hash of *text*: FNV-1a over its UTF-8 bytes, then murmur3's finisher."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & MASK
    value = (value ^ value >> 16) * 0x85EBCA6B & MASK
    value = (value ^ value >> 13) * 0xC2B2AE35 & MASK
    return value ^ value >> 16


def rank(ids: Iterable[str], seed: str | int) -> list[str]:
    """Return *ids* in the order that *seed* gives them; an id's rank does not depend on the others."""
    return sorted(ids, key=lambda name: (hash32(f"{seed}:{name}"), name))


def draw(ids: Iterable[str], n: int, seed: str | int) -> list[str]:
    """Return the *n* items that *seed* draws, in the order of the test; all of them when there are fewer."""
    return rank(ids, seed)[: max(0, n)]


def pick(levels: Mapping[str, str], wanted: Collection[str], n: int, seed: str | int) -> list[str]:
    """Return the *n* items that *seed* draws among those of the *wanted* levels, or of all levels when none is named.

    *levels* gives the level of every item there is. An item keeps its rank whatever levels are asked for.
    """
    return draw((name for name, level in levels.items() if not wanted or level in wanted), n, seed)


def shuffle(ids: Iterable[str], item: str, attempt: int = 0, solved: Sequence[str] = ()) -> list[str]:
    """Return *ids* shuffled for one *attempt* at *item*, never in the order *solved*."""
    order = rank(ids, f"{item}/{attempt}")
    if len(order) > 1 and order == list(solved):
        return [*order[1:], order[0]]
    return order
