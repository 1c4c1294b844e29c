"""Read YAML into raw mappings that know their places. Strict: what surprises an author is refused.

It works on PyYAML's events (libyaml's, where PyYAML has it), so that aliases, tags and duplicate keys are
seen and no value is built from them; every scalar stays the text that was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from swtech.errors import Problem
from swtech.loading.characters import Oddity, cut_texts, invisible, odd_indents, unmerged
from swtech.loading.yaml_words import explain
from swtech.model import Located, LocatedList, Mark

EVENTS: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser where PyYAML was built with it (as its wheels are): the same events, ten times sooner."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be. A chapter's bank is about 40 kB, 6 deep, 1500 nodes."""

    bytes: int = 2_000_000
    depth: int = 20
    nodes: int = 200_000


LIMITS = Limits()


class Unread(str):
    """What stands where an alias was refused: problems with it would only repeat that one."""

    __slots__ = ()


@dataclass(slots=True)
class Raw:
    """A file as it was written: its top mapping, if there is one, and what is wrong with its YAML."""

    file: str
    tree: Located | None = None
    problems: list[Problem] = field(default_factory=list)

    def add(self, mark: Mark, code: str, what: str, found: str = "", remedy: str = "") -> None:
        """Add a problem at a place of this file."""
        self.problems.append(Problem(self.file, mark[0], mark[1], "", what, found, remedy, code))

    def add_all(self, text: str, oddities: Iterable[Oddity]) -> None:
        """Add what was seen in *text*, which this file holds."""
        for odd in oddities:
            self.add(place_of(text, odd.offset), odd.code, odd.what, odd.found, odd.remedy)


def read_file(path: Path, file: str, limits: Limits = LIMITS) -> Raw:
    """Return the YAML file *path* as it is written; *file* names it in problems."""
    raw = Raw(file)
    data = _take(path, raw, limits)
    return raw if data is None else read_bytes(data, file, limits)


def read_bytes(data: bytes, file: str, limits: Limits = LIMITS) -> Raw:
    """Return YAML *data* as it is written; *file* names it in problems."""
    raw = Raw(file)
    text = _decode(data, raw, limits)
    if text is None:
        return raw
    raw.add_all(text, (*unmerged(text), *odd_indents(text), *invisible(text)))
    if not raw.problems:
        _build(text, raw, limits)
        raw.add_all(text, cut_texts(text))
    return raw


def read_text(path: Path, file: str, limits: Limits = LIMITS) -> tuple[str | None, list[Problem]]:
    """Return the words of a file that is not YAML, or None and what is wrong with it."""
    raw = Raw(file)
    data = _take(path, raw, limits)
    return None if data is None else _decode(data, raw, limits), raw.problems


def _take(path: Path, raw: Raw, limits: Limits) -> bytes | None:
    try:
        # One byte more than allowed tells that a file is too large, however large it is.
        with path.open("rb") as stream:
            return stream.read(limits.bytes + 1)
    except OSError as error:
        found = error.strerror or type(error).__name__
        raw.add((0, 0), "unreadable", "the file cannot be read", found, "Is its name right?")
        return None


def _decode(data: bytes, raw: Raw, limits: Limits) -> str | None:
    if len(data) > limits.bytes:
        found, remedy = f"more than {limits.bytes} bytes", "Divide it, or raise the limit."
        raw.add((1, 1), "too-large", "the file is too large", found, remedy)
        return None
    try:
        # Editors count old Mac line ends too, so that lines here are the author's lines.
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        mark = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        found = f"byte 0x{data[error.start]:02x}"
        raw.add(mark, "not-utf-8", "the file is not UTF-8", found, "Save it with the encoding UTF-8.")
        return None


def place_of(text: str, offset: int) -> Mark:
    """Return the line and the column of a place in *text*."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _build(text: str, raw: Raw, limits: Limits) -> None:
    """Put the tree of *text* into *raw*, or say why there is none."""
    try:
        tree = _Builder(raw, limits).build(yaml.parse(text, Loader=EVENTS))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        what, remedy = explain(error.problem or error.context or "", text, line)
        raw.add((line, column), "yaml", what, "", remedy)
        return
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raw.add((1, 1), "yaml", "the file is not YAML", type(error).__name__, "Look at it in an editor.")
        return
    if tree is None and not raw.problems:
        raw.add((1, 1), "empty-file", "the file is empty", "", "Write what docs/authoring.md asks for.")
    elif tree is not None and not isinstance(tree, Located):
        found = "a list" if isinstance(tree, LocatedList) else "a text"
        raw.add((1, 1), "wrong-shape", "the file needs fields", found, "Begin with lines like «name: value».")
    else:
        raw.tree = tree


class _TooMuchError(Exception):
    """A cap is passed: reading on would only cost time."""


_NO_KEY: Final = object()


class _Builder:
    """Turns events into located mappings and lists, without recursion."""

    def __init__(self, raw: Raw, limits: Limits) -> None:
        self.raw = raw
        self.limits = limits
        self.root: Any = None
        self.stack: list[tuple[Any, Any]] = []
        """The open containers outside the innermost one, each with its pending key."""
        self.here: Any = None
        self.key: Any = _NO_KEY
        self.nodes = 0
        self.aliases: set[str] = set()
        """Those refused already: one problem for each name is enough."""

    def build(self, events: Iterator[Any]) -> Any:
        try:
            self._run(events)
        except _TooMuchError:
            return None
        return self.root

    def _run(self, events: Iterator[Any]) -> None:
        scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        documents = 0
        for event in events:
            kind = type(event)
            if kind is scalar:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                self._add(event.value, event.start_mark)
            elif kind is mapping or kind is sequence:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                mark = event.start_mark
                place = mark.line + 1, mark.column + 1
                child = Located(self.raw.file, place) if kind is mapping else LocatedList(place)
                self._add(child, mark)
                self.stack.append((self.here, self.key))
                self.here, self.key = child, _NO_KEY
                if len(self.stack) > self.limits.depth:
                    what, remedy = "the file is nested too deeply", "Flatten it, or raise the limit."
                    self._stop(mark, "too-deep", what, f"more than {self.limits.depth} levels", remedy)
            elif kind in ends:
                # A list that stands where a name should leaves its key as None: its value is passed over.
                self.here, self.key = self.stack.pop()
            elif kind is yaml.AliasEvent:
                self._refuse_alias(event)
                self._add(Unread(), event.start_mark)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    what, remedy = (
                        "the file holds a second document",
                        "Remove the line ---, or split the file.",
                    )
                    self._stop(event.start_mark, "second-document", what, "", remedy)

    def _add(self, value: Any, mark: Any) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            found, remedy = f"more than {self.limits.nodes} entries", "Divide it, or raise the limit."
            self._stop(mark, "too-many-nodes", "the file holds too much", found, remedy)
        here = self.here
        if here is None:
            self.root = value
        elif type(here) is LocatedList:
            here.append(value)
            here.marks.append((mark.line + 1, mark.column + 1))
        elif self.key is not _NO_KEY:
            if self.key is not None:
                here[self.key] = value
            self.key = _NO_KEY
        elif not isinstance(value, str):
            self._problem(mark, "odd-key", "a field's name must be a word", "a list or fields", "Quote it.")
            self.key = None
        elif value in here:
            what, remedy = "a field stands twice", "Remove one of them."
            first = here.marks[value][0]
            self._problem(mark, "duplicate-key", what, f"{value} (first in line {first})", remedy)
            self.key = None  # the first one stands: its value is not overwritten in silence
        else:
            self.key = value
            here.begin(value, mark.line + 1, mark.column + 1)

    def _refuse_alias(self, event: Any) -> None:
        if event.anchor not in self.aliases:
            self.aliases.add(event.anchor)
            remedy = "Write the words out; quote a text that begins with *."
            self._problem(event.start_mark, "alias", "an alias is not allowed", f"*{event.anchor}", remedy)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem(event.start_mark, "anchor", "an anchor is not allowed", f"&{event.anchor}",
                          "Remove it; quote a text that begins with &.")  # fmt: skip
        if event.tag is not None:
            self._problem(event.start_mark, "tag", "a tag is not allowed", event.tag,
                          "Remove it; quote a text that begins with !.")  # fmt: skip

    def _problem(self, mark: Any, code: str, what: str, found: str, remedy: str) -> None:
        self.raw.add((mark.line + 1, mark.column + 1), code, what, found, remedy)

    def _stop(self, mark: Any, code: str, what: str, found: str, remedy: str) -> None:
        self._problem(mark, code, what, found, remedy)
        raise _TooMuchError
