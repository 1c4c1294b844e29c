"""The rules of each kind of item, over raw mappings: keys, ids, twins, blanks, groups, answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from swtech.errors import did_you_mean
from swtech.language import LANGUAGE_NAMES, LANGUAGES, fold, normalise
from swtech.model.faults import Fault, is_list, mappings, names
from swtech.model.text import BLANK, PLACEHOLDER

Raw = Mapping[str, Any]


def is_key(choice: Raw) -> bool:
    """Tell whether a raw choice is marked as right."""
    return choice.get("key") in {"true", True} if isinstance(choice.get("key"), str | bool) else False


def twin_ids(entries: Sequence[Raw], noun: str) -> Iterator[Fault]:
    """Yield every entry whose id another entry above it already has."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.get("id")
        if not isinstance(name, str):
            continue
        if name in seen:
            yield Fault(entry, "id", "same-id", f"two {noun} have one id", name, "Give each its own id.")
        seen.add(name)


def twin_texts(entries: Sequence[Raw], field: str, noun: str) -> Iterator[Fault]:
    """Yield every entry that reads like another one above it, in either language."""
    for lang in LANGUAGES:
        seen: dict[str, str] = {}
        for entry in entries:
            text = entry.get(field)
            words = text.get(lang) if isinstance(text, Mapping) else None
            if not isinstance(words, str) or not words.strip() or PLACEHOLDER in words:
                continue
            name, form = str(entry.get("id", "?")), normalise(words)
            if form in seen:
                what = f"two {noun} are the same in {LANGUAGE_NAMES[lang]}"
                yield Fault(
                    text, lang, "same-text", what, f"{seen[form]} and {name}", "Change or remove one of them."
                )
            seen.setdefault(form, name)


def choice_faults(raw: Raw, *, several: bool) -> Iterator[Fault]:
    """Yield what is wrong with the choices of a `choice` or `multiple` item, or of a gap."""
    choices = mappings(raw.get("choices"))
    yield from twin_ids(choices, "choices")
    yield from twin_texts(choices, "text", "choices")
    keys = [choice for choice in choices if is_key(choice)]
    odd = any(choice.get("key", True) not in {"true", "false", True, False} for choice in choices)
    if odd or len(choices) < 2 or len(choices) != len(raw["choices"]):
        return  # the field types say what is wrong, and who is a key cannot be told
    if not keys:
        what = "needs a key" if several else "needs exactly one key"
        yield Fault(raw, "choices", "no-key", what, "none", "Mark the right choice with key: true.")
    elif several and len(keys) == len(choices):
        remedy = "Add a choice without key: true."
        yield Fault(
            raw, "choices", "all-keys", "needs a wrong choice beside the right ones", "only keys", remedy
        )
    elif not several and len(keys) > 1:
        remedy = "Mark one, or use kind: multiple." if "kind" in raw else "Mark one."
        yield Fault(
            raw, "choices", "two-keys", "needs exactly one key", f"{len(keys)} ({names(keys)})", remedy
        )


def match_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong with the two sides of a `match` item."""
    pairs, extra = mappings(raw.get("pairs")), mappings(raw.get("distractors"))
    yield from twin_ids([*pairs, *extra], "sides")
    yield from twin_texts(pairs, "left", "left sides")
    rights = [{"id": pair.get("id"), "text": pair.get("right")} for pair in pairs]
    yield from twin_texts([*rights, *extra], "text", "right sides")


def order_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong with the sequence of an `order` item."""
    entries = mappings(raw.get("sequence"))
    yield from twin_ids(entries, "entries")
    yield from twin_texts(entries, "text", "entries")


def sort_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong with the groups and entries of a `sort` item."""
    groups, entries = mappings(raw.get("groups")), mappings(raw.get("entries"))
    yield from twin_ids(groups, "groups")
    yield from twin_texts(groups, "title", "groups")
    yield from twin_ids(entries, "entries")
    yield from twin_texts(entries, "text", "entries")
    known = [str(group["id"]) for group in groups if "id" in group]
    for entry in entries:
        group = entry.get("group")
        if isinstance(group, str) and group not in known:
            remedy = did_you_mean(group, known, f"The groups are {', '.join(known)}.")
            yield Fault(
                entry, "group", "unknown-group", "belongs to a group that the item has not", group, remedy
            )
    used = {entry.get("group") for entry in entries if isinstance(entry.get("group"), str)}
    for group in groups:
        if entries and isinstance(group.get("id"), str) and group["id"] not in used:
            remedy = "Add an entry for it or remove the group."
            yield Fault(group, "id", "empty-group", "a group has no entry", group["id"], remedy)


def gap_faults(raw: Raw) -> Iterator[Fault]:
    """Yield gaps without a blank, blanks without a gap, and gaps of no or of both sorts."""
    gaps = mappings(raw.get("gaps"))
    yield from twin_ids(gaps, "gaps")
    known = list(dict.fromkeys(gap["id"] for gap in gaps if isinstance(gap.get("id"), str)))
    text = raw.get("text")
    for lang in LANGUAGES:
        words = text.get(lang) if isinstance(text, Mapping) else None
        if not isinstance(words, str) or PLACEHOLDER in words:
            continue
        blanks = Counter(BLANK.findall(words))
        language = LANGUAGE_NAMES[lang]
        for name in known:
            if not blanks[name]:
                what, remedy = (
                    f"a gap has no blank in the {language} text",
                    f"Write [[{name}]] where it belongs.",
                )
                yield Fault(text, lang, "gap-without-blank", what, name, remedy)
        for name, count in blanks.items():
            if name not in known:
                remedy = did_you_mean(name, known, "Describe it under gaps, or remove the blank.")
                what = f"a blank of the {language} text has no gap"
                yield Fault(text, lang, "blank-without-gap", what, f"[[{name}]]", remedy)
            elif count > 1:
                what = f"a blank stands more than once in the {language} text"
                yield Fault(
                    text,
                    lang,
                    "blank-twice",
                    what,
                    f"[[{name}]] {count} times",
                    "Give each blank its own gap.",
                )


def one_gap_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong with one gap: it is either typed or chosen."""
    has = [name for name in ("answers", "choices") if name in raw]
    if len(has) != 1:
        found = "both" if has else "neither"
        remedy = "Keep answers for a typed gap, choices for a chosen one."
        yield Fault(raw, "id", "gap-sort", "a gap needs either answers or choices", found, remedy)
    if "choices" in raw and is_list(raw["choices"]):
        yield from choice_faults(raw, several=False)
    if "choices" in raw and "exact" in raw:
        yield Fault(raw, "exact", "needless-exact", "exact is for typed gaps only", "", "Remove it.")


def short_faults(raw: Raw) -> Iterator[Fault]:
    """Yield expected wrong answers that cannot be told from right ones."""
    answers = raw.get("answers")
    exact = raw.get("exact") in ("true", True)
    same = normalise if exact else fold
    for lang in LANGUAGES:
        right = answers.get(lang) if isinstance(answers, Mapping) else None
        forms = {same(word): word for word in right if isinstance(word, str)} if is_list(right) else {}
        for distractor in mappings(raw.get("distractors")):
            wrong = distractor.get("answers")
            words = wrong.get(lang) if isinstance(wrong, Mapping) else None
            for number, word in enumerate(words if isinstance(words, list | tuple) else ()):
                if isinstance(word, str) and same(word) in forms and PLACEHOLDER not in word:
                    what = f"a {LANGUAGE_NAMES[lang]} wrong answer cannot be told from a right one"
                    found = f"{word} and {forms[same(word)]}"
                    remedy = "Remove it." if exact or normalise(word) in map(normalise, forms.values()) else (
                        "On a Russian keyboard they are typed alike: remove it, or demand exact: true."
                    )  # fmt: skip
                    yield Fault(words, number, "wrong-is-right", what, found, remedy)
