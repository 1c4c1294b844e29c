"""Know when the two languages of a section, item, case, term or figure last said the same.

Nobody can compute that two texts agree; a person who has read both says so with `swtech agree`. What is kept
is a digest of each text at that moment, in `book/parity.json`. Either language may be edited first.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from swtech.course import Survey
from swtech.errors import BankError, Problem, SwtechError, did_you_mean
from swtech.language import LANGUAGES
from swtech.loading import LIMITS
from swtech.loading.reader import read_text
from swtech.model import Located, LocatedList

PARITY = "book/parity.json"

State = Literal["agreed", "kk", "ru", "both", "new"]
"""Nothing has changed, only one language has, both have, or nobody has said yet that they agree."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that is written in both languages and can be compared at a glance."""

    id: str
    kind: str
    """section, item, bank, case, term, statement or figure"""
    digests: Mapping[str, str]
    places: Mapping[str, tuple[str, int]]
    """The file and the line in each language."""

    @property
    def key(self) -> str:
        """The unit's name in the record."""
        return f"{self.kind}:{self.id}"


Record = dict[str, dict[str, str]]


def units(seen: Survey) -> Iterator[Unit]:
    """Yield everything that is written in both languages, in the order of the course's files."""
    for slug in dict.fromkeys(slug for _, slug in seen.pages):
        pages = {lang: seen.pages[lang, slug] for lang in LANGUAGES if (lang, slug) in seen.pages}
        if len(pages) < len(LANGUAGES):
            continue
        sections = {
            lang: {section.label: section for section in page.sections} for lang, page in pages.items()
        }
        for label in sections["kk"]:
            if label and label in sections["ru"]:
                yield Unit(
                    label,
                    "section",
                    {lang: sections[lang][label].digest for lang in LANGUAGES},
                    {lang: (pages[lang].file, sections[lang][label].line) for lang in LANGUAGES},
                )
    for slug, raw in seen.raw_banks.items():
        if raw.tree is not None:
            head = {name: value for name, value in raw.tree.items() if name != "items"}
            yield _unit(slug, "bank", head, raw.file, 1)
            yield from _entries(raw.tree, "items", "item", raw.file)
    for name, raw in seen.raw_cases.items():
        if raw.tree is not None:
            yield _unit(name, "case", raw.tree, raw.file, 1)
    if seen.raw_terms is not None and seen.raw_terms.tree is not None:
        yield from _entries(seen.raw_terms.tree, "terms", "term", seen.raw_terms.file)
    for statement in seen.statements.values():
        source = statement.source
        yield _unit(statement.id, "statement", {"text": _pair(statement.text)}, source.file, source.line)
    for name, raw in seen.raw_figures.items():
        if raw.tree is not None:
            yield _unit(name, "figure", raw.tree, raw.file, 1)


def _pair(text: Any) -> dict[str, str]:
    return {lang: text[lang] for lang in LANGUAGES}


def _entries(tree: Located, name: str, kind: str, file: str) -> Iterator[Unit]:
    entries = tree.get(name)
    for entry in entries if isinstance(entries, LocatedList) else ():
        own = entry.get("id") if isinstance(entry, Located) else None
        if isinstance(own, str) and own:
            yield _unit(own, kind, entry, file, entry.mark[0])


def _unit(name: str, kind: str, value: Any, file: str, line: int) -> Unit:
    digests = {lang: _digest(" ".join(" ".join(_texts(value, lang)).split())) for lang in LANGUAGES}
    return Unit(name, kind, digests, dict.fromkeys(LANGUAGES, (file, line)))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _texts(value: Any, lang: str) -> Iterator[str]:
    """Yield the texts of one language inside a raw value, in the order in which they are written."""
    if isinstance(value, Mapping):
        for name, entry in value.items():
            if name == lang and isinstance(entry, str):
                yield entry
            elif name == lang and isinstance(entry, list):
                yield from (text for text in entry if isinstance(text, str))
            elif name not in LANGUAGES:
                yield from _texts(entry, lang)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry, lang)


def read_record(root: Path) -> Record | None:
    """Return what has been agreed, or None when nobody has agreed on anything yet.

    BankError when the file is not what `swtech agree` wrote.
    """
    path = root / PARITY
    if not path.is_file():
        return None
    text, problems = read_text(path, PARITY, LIMITS)
    if text is None:
        raise BankError(problems)
    try:
        record = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise BankError([_broken(line)]) from error
    if not isinstance(record, dict) or not all(
        isinstance(pair, dict) and all(isinstance(pair.get(lang), str) for lang in LANGUAGES)
        for pair in record.values()
    ):
        raise BankError([_broken(1)])
    return record


def _broken(line: int) -> Problem:
    what = "the record of what agrees cannot be read"
    remedy = "Take the last good one from the history, or run swtech agree --all when both languages agree."
    return Problem(PARITY, line, 1, "", what, "", remedy, "broken-record")


def state(unit: Unit, record: Mapping[str, Mapping[str, str]]) -> State:
    """Return what has changed in *unit* since its languages last agreed."""
    agreed = record.get(unit.key)
    if agreed is None:
        return "new"
    changed = [lang for lang in LANGUAGES if unit.digests[lang] != agreed[lang]]
    if len(changed) == len(LANGUAGES):
        return "both"
    return "agreed" if not changed else "kk" if changed == ["kk"] else "ru"


def agree(seen: Survey, names: Iterable[str] | None) -> list[Unit]:
    """Record that the named units (all of them for None) agree; return those whose record changed.

    A name is a unit's id, or `kind:id` where several kinds share an id. SwtechError for an unknown one.
    """
    there = list(units(seen))
    if names is None:
        chosen = there
        record: Record = {}
    else:
        chosen = _named(there, names)
        keys = {unit.key for unit in there}
        # What stands in a file that is broken just now is not gone.
        whole = not any(problem.severity == "error" for problem in seen.problems)
        record = {
            key: pair for key, pair in (read_record(seen.root) or {}).items() if key in keys or not whole
        }
    before = read_record(seen.root) if names is not None else _old(seen.root)
    changed = [unit for unit in chosen if (before or {}).get(unit.key) != unit.digests]
    record.update({unit.key: dict(unit.digests) for unit in chosen})
    write_record(seen.root, record)
    return changed


def _old(root: Path) -> Record | None:
    try:
        return read_record(root)
    except BankError:  # --all writes the record anew, so a broken one does no harm
        return None


def _named(there: list[Unit], names: Iterable[str]) -> list[Unit]:
    chosen: list[Unit] = []
    for name in names:
        found = [unit for unit in there if name in {unit.id, unit.key}]
        if not found:
            near = did_you_mean(name, {unit.id for unit in there}, "swtech check names what has changed.")
            raise SwtechError(f"there is no section, item, case, term or figure {name}. {near}")
        chosen.extend(found)
    return chosen


def write_record(root: Path, record: Mapping[str, Mapping[str, str]]) -> None:
    """Write what has been agreed, one line a unit, so that two people's changes merge."""
    lines = [f"{json.dumps(key)}: {json.dumps(dict(sorted(record[key].items())))}" for key in sorted(record)]
    text = "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"
    (root / PARITY).write_text(text, encoding="utf-8", newline="\n")
