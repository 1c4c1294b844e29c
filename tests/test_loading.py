"""Banks from YAML: what is read, what is refused, and that nothing ends in a traceback."""

from __future__ import annotations

import pickle
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from swtech import Bank, BankError, load_bank
from swtech.loading import Limits, Raw, build, read_bytes
from swtech.loading import reader as reader_module
from swtech.model import ChoiceItem, ShortItem, Termbase

SMALL = Path(__file__).parent / "courses" / "small" / "quizzes"
GOOD = (SMALL / "mini.yml").read_bytes()
BAD = sorted((Path(__file__).parent / "banks" / "bad").glob("*.yml"))


def read(data: bytes | str) -> tuple[Raw, Bank | None]:
    """Return what stands in *data* and the bank that it is."""
    raw = read_bytes(data.encode() if isinstance(data, str) else data, "quizzes/mini.yml")
    return raw, build(Bank, raw)


def codes(data: bytes | str) -> set[str]:
    """Return the names of the faults in *data*."""
    return {problem.code for problem in read(data)[0].problems}


def test_a_bank_becomes_values() -> None:
    """A bank's items have their kinds, both languages, their keys and their places."""
    bank = load_bank(SMALL / "mini.yml")
    first, second = bank.items
    assert isinstance(first, ChoiceItem) and isinstance(second, ShortItem)
    assert first.key.text["kk"] == "екі" and first.key.text["ru"] == "два"
    assert (first.source.file, first.source.line) == ("quizzes/mini.yml", 8)
    assert first.source.at("stem").line == 14
    assert first.revision == 1 and second.hint is not None
    assert second.answers["kk"] == ("цикл",) and not second.exact
    assert bank.item("mini-second") is second
    with pytest.raises(KeyError):
        bank.item("mini-third")


def test_values_are_frozen() -> None:
    """Nobody can change a loaded bank by mistake."""
    bank = load_bank(SMALL / "mini.yml")
    with pytest.raises(ValueError, match="frozen"):
        bank.items[0].id = "other"


def test_scalars_stay_the_words_they_are() -> None:
    """«no», numbers and dates are texts, as an author sees them."""
    raw = read_bytes(b"a: no\nb: 0123\nc: 1:30\nd: 2023-04-20\ne: ~\nf:\ng: 1.0\n", "x.yml")
    assert raw.tree == {"a": "no", "b": "0123", "c": "1:30", "d": "2023-04-20", "e": "~", "f": "", "g": "1.0"}
    assert not raw.problems


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    """A bank saved by another editor is the same bank."""
    data = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")
    raw, bank = read(data)
    assert not raw.problems and bank == read(GOOD)[1]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(bytes=500), "too-large"),
        (Limits(depth=3), "too-deep"),
        (Limits(nodes=40), "too-many-nodes"),
    ],
)
def test_caps_are_parameters(limits: Limits, code: str) -> None:
    """A file that is larger, deeper or fuller than allowed is refused by name; the caps can be chosen."""
    with pytest.raises(BankError) as caught:
        load_bank(SMALL / "mini.yml", limits=limits)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_a_missing_file_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    """A bank that is not there is said like any other problem."""
    with pytest.raises(BankError, match=r"none\.yml: the file cannot be read"):
        load_bank(tmp_path / "none.yml")


def test_a_bank_error_crosses_processes() -> None:
    """The error keeps its problems when it is sent from one process to another."""
    with pytest.raises(BankError) as caught:
        load_bank(BAD[0])
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.problems == caught.value.problems


def test_without_libyaml_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no libyaml its own parser gives the same bank with the same places."""
    good = GOOD.replace(b"?", b"")  # the one sign that PyYAML's own parser takes otherwise inside braces
    fast_raw, fast = read(good)
    monkeypatch.setattr(reader_module, "EVENTS", yaml.BaseLoader)
    slow_raw, slow = read(good)
    assert slow == fast and slow_raw.tree == fast_raw.tree
    assert slow is not None and fast is not None
    assert [item.source for item in slow.items] == [item.source for item in fast.items]
    assert codes("a: &x [1]\nb: *x\n") >= {"anchor", "alias"}
    assert codes("a: 1\na: 2\n") >= {"duplicate-key"}
    assert codes("a: [1\nb: 2\n") == {"yaml"}


def test_an_alias_bomb_costs_nothing() -> None:
    """A file that would grow to billions of entries is refused as it is read."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    assert codes("\n".join(lines)) >= {"anchor", "alias"}


def test_deep_nesting_needs_no_recursion() -> None:
    """A hundred thousand brackets are one problem."""
    assert codes("a: " + "[" * 100_000) == {"too-deep"}


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_never_end_in_a_traceback(data: bytes) -> None:
    """Whatever stands in a file, the answer is a bank or problems."""
    raw, bank = read(data)
    assert bank is not None or raw.problems


FIELDS = (
    *("bank", "title", "objectives", "items", "id", "kind", "choices", "pairs", "gaps", "text", "kk", "ru"),
    *("key", "teaches", "answers", "sequence", "groups", "entries", "group", "distractors", "exact"),
    *("source", "revision", "section", "left", "right", "stem"),
)
KINDS = ("choice", "multiple", "match", "order", "sort", "gap", "short", "other")
WORDS = ("mini", "true", "S01", "FILL-IN", "kk", "cлово", "[[a]]")

shapes = st.recursive(
    st.text(max_size=12) | st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5),
    max_leaves=25,
)
items = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS)}, optional={name: shapes for name in FIELDS if name != "kind"}
)
banks = st.fixed_dictionaries(
    {"items": st.lists(items, max_size=3)}, optional={"bank": shapes, "title": shapes}
)


@settings(max_examples=150, deadline=None)
@given(banks)
def test_random_shapes_never_end_in_a_traceback(value: object) -> None:
    """A bank of any shape at all is loaded or explained, each problem at a line of the file."""
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
    raw, bank = read(text)
    assert bank is not None or raw.problems
    last = text.count("\n") + 1
    assert all(1 <= problem.line <= last for problem in raw.problems)


@pytest.mark.parametrize("path", [SMALL / "mini.yml", *BAD], ids=lambda path: path.stem)
def test_broken_banks_never_end_in_a_traceback(path: Path) -> None:
    """A bank with bytes cut out, doubled or changed is loaded or explained."""
    data = path.read_bytes()
    chance = random.Random(path.stem)
    for _ in range(12):
        broken = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(broken) or 1)
            what = chance.choice(("cut", "double", "change", "line"))
            if what == "cut":
                del broken[at : at + chance.randint(1, 30)]
            elif what == "double":
                broken[at:at] = broken[at : at + chance.randint(1, 60)]
            elif what == "change":
                broken[at : at + 1] = bytes([chance.randrange(256)])
            else:
                lines = broken.split(b"\n")
                chance.shuffle(lines)
                broken = bytearray(b"\n".join(lines))
        raw, bank = read(bytes(broken))
        assert bank is not None or raw.problems


def test_terms_with_one_id_are_refused() -> None:
    """Two terms cannot share an id or a word."""
    entry = "  - {id: a, chapter: c, term: {kk: цикл, ru: цикл}, definition: {kk: б, ru: в}, "
    entry += "example: {kk: б, ru: в}}\n"
    raw = read_bytes(f"terms:\n{entry}{entry}".encode(), "quizzes/terms.yml")
    assert build(Termbase, raw) is None
    assert [(problem.line, problem.code) for problem in raw.problems] == [
        (3, "same-id"),
        (3, "same-text"),
        (3, "same-text"),
    ]
