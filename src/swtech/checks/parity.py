"""Warn of a section, item, term or figure that changed in one language and not in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from swtech.course import Survey
from swtech.errors import BankError, Problem
from swtech.language import LANGUAGE_NAMES
from swtech.parity import PARITY, Unit, read_record, state, units

OTHER = {"kk": "ru", "ru": "kk"}
SHOWN = 8
"""How many names a summary spells out."""


def check_parity(seen: Survey) -> Iterator[Problem]:
    """Yield a warning for each unit that only one language has changed, and one a file for the rest."""
    if not seen.pages:
        return
    try:
        record = read_record(seen.root)
    except BankError as error:
        yield from error.problems
        return
    if record is None:
        what, remedy = (
            "nobody has said yet that the two languages agree",
            "Read both, then swtech agree --all.",
        )
        yield Problem(PARITY, 0, 0, "", what, "", remedy, "no-record", "warning")
        return
    open_units: dict[str, list[Unit]] = defaultdict(list)
    for unit in units(seen):
        now = state(unit, record)
        if now in {"kk", "ru"}:
            yield _one_sided(unit, now)
        elif now != "agreed":
            open_units[unit.places["kk"][0]].append(unit)
    for file, there in open_units.items():
        yield _summary(file, there)


def _one_sided(unit: Unit, lang: str) -> Problem:
    changed, other = LANGUAGE_NAMES[lang], LANGUAGE_NAMES[OTHER[lang]]
    file, line = unit.places[OTHER[lang]]
    what = f"the {unit.kind} changed in {changed} and not in {other} since the two last agreed"
    remedy = f"Bring the {other} text in line, then swtech agree {unit.id}."
    return Problem(file, line, 1, unit.id, what, "", remedy, "one-language-changed", "warning")


def _summary(file: str, there: list[Unit]) -> Problem:
    names = [unit.id for unit in there]
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    what = "new, or changed in both languages, and nobody has said that they agree"
    named = " ".join(names) if len(names) <= SHOWN else "with their names, or with --all"
    found = ", ".join(names[:SHOWN]) + more
    line = min(unit.places["kk"][1] for unit in there)
    remedy = f"Read both languages, then swtech agree {named}."
    return Problem(file, line, 1, "", what, found, remedy, "not-agreed", "warning")
