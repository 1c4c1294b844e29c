"""The drawings: plain shapes that the site's classes colour, with every word from the list beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.parsers import expat

from swtech.course import Survey
from swtech.errors import Problem, did_you_mean
from swtech.loading import LIMITS, Limits
from swtech.loading.reader import read_text
from swtech.model import Located

CLASSES = {
    "sw-line", "sw-back", "sw-node", "sw-node-here", "sw-area", "sw-num", "sw-num-here", "sw-word", "sw-gold",
}  # fmt: skip
ELEMENTS = {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan",
}  # fmt: skip
REFUSED = {"style", "id", "href", "xlink:href"}
COLOURS = {"fill", "stroke", "color"}
PLAIN_COLOURS = {"none", "currentColor", "inherit"}


def check_drawings(seen: Survey, limits: Limits = LIMITS) -> Iterator[Problem]:
    """Yield what is wrong with the SVG files of `book/figures` and between them and their lists."""
    folder = seen.root / "book" / "figures"
    drawn = {path.stem: path for path in sorted(folder.glob("*.svg"))}
    for name, raw in seen.raw_figures.items():
        if name not in drawn:
            what, remedy = "the figure has no drawing", f"Draw book/figures/{name}.svg."
            yield Problem(raw.file, 1, 1, name, what, "", remedy, "no-drawing")
    for name, path in drawn.items():
        file = f"book/figures/{name}.svg"
        if name not in seen.raw_figures:
            what, remedy = "the drawing has no list of words", f"Write book/figures/{name}.yml."
            yield Problem(file, 1, 1, name, what, "", remedy, "no-figure")
            continue
        yield from check_drawing(path, file, name, seen.raw_figures[name].tree, limits)
    used = {reference.name for page in seen.pages.values() for reference in page.drawings}
    if seen.pages:
        for name, raw in seen.raw_figures.items():
            if name not in used:
                what, remedy = "no page shows the figure", f"Write :::{{drawing}} {name} in a chapter."
                yield Problem(raw.file, 1, 1, name, what, "", remedy, "unused-figure", "warning")


def check_drawing(
    path: Path, file: str, name: str, figure: Located | None, limits: Limits = LIMITS
) -> Iterator[Problem]:
    """Yield what is wrong with one drawing, whose words are those of the raw *figure*."""
    text, problems = read_text(path, file, limits)
    yield from problems
    if text is None:
        return
    words = figure.get("words") if figure is not None else None
    known = set(words) if isinstance(words, Located) else set()
    reader = _Reader(file, name, known)
    reader.read(text)
    yield from reader.problems
    for word in sorted(known - reader.used):
        assert isinstance(words, Located)
        line, column = words.place(word)
        what, remedy = (
            "the drawing does not show the word",
            f'Write <text data-word="{word}"/>, or remove it.',
        )
        yield Problem(f"book/figures/{name}.yml", line, column, name, what, word, remedy, "unused-word")


class _Reader:
    """Reads one drawing with expat, which knows lines and builds nothing."""

    def __init__(self, file: str, name: str, words: set[str]) -> None:
        self.file, self.name, self.words = file, name, words
        self.used: set[str] = set()
        self.problems: list[Problem] = []
        self.depth = 0
        self.parser: Any = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.element
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def problem(self, code: str, what: str, found: str, remedy: str) -> None:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.problems.append(Problem(self.file, line, column, self.name, what, found, remedy, code))

    def read(self, text: str) -> None:
        try:
            self.parser.Parse(text, True)
        except expat.ExpatError as error:
            message = expat.ErrorString(error.code)
            what, remedy = "the drawing is not XML", "Open it in a drawing program and save it as plain SVG."
            if message == "no element found":
                what, message, remedy = (
                    "the drawing ends too soon",
                    "",
                    "Close every element; </svg> ends it.",
                )
            elif message == "mismatched tag":
                what, message, remedy = (
                    "an element is closed by another's name",
                    "",
                    "Close the inner one first.",
                )
            self.problems.append(
                Problem(
                    self.file, error.lineno, error.offset + 1, self.name, what, message, remedy, "not-xml"
                )
            )
        except _RefusedError:
            pass

    def doctype(self, *_: object) -> None:
        # Entities are how an XML file grows without bound.
        self.problem("forbidden", "a drawing has no DOCTYPE", "<!DOCTYPE", "Remove it.")
        raise _RefusedError

    def element(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if tag not in ELEMENTS:
            self.problem(
                "forbidden", "a drawing cannot have this element", f"<{tag}>", "Draw it with plain shapes."
            )
        if self.depth == 1 and tag != "svg":
            return
        if self.depth == 1:
            if "viewBox" not in attributes:
                self.problem("no-viewbox", "the drawing has no viewBox", "", 'Write viewBox="0 0 300 200".')
            for size in attributes.keys() & {"width", "height"}:
                self.problem("forbidden", "a drawing has no size of its own", f'{size}="…"', "Remove it.")
        for attribute, value in attributes.items():
            if attribute in REFUSED or attribute.startswith("on"):
                found = f'{attribute}="…"'
                self.problem("forbidden", "a drawing cannot have this attribute", found, "Remove it.")
            elif attribute in COLOURS and value not in PLAIN_COLOURS:
                found, remedy = f'{attribute}="{value}"', "Give it a class of docs/authoring.md instead."
                self.problem("colour", "colours come from classes alone", found, remedy)
            elif attribute == "class":
                for name in set(value.split()) - CLASSES:
                    remedy = did_you_mean(name, CLASSES, f"The classes are {', '.join(sorted(CLASSES))}.")
                    self.problem("unknown-class", "the class is not one of the site's", name, remedy)
            elif attribute == "data-word":
                self.used.add(value)
                if value not in self.words:
                    remedy = did_you_mean(value, self.words, f"Add it under words: in {self.name}.yml.")
                    self.problem("unknown-word", "the drawing's list has no such word", value, remedy)

    def end(self, _: str) -> None:
        self.depth -= 1

    def characters(self, text: str) -> None:
        if any(character.isalpha() for character in text):
            what, remedy = "words in a drawing come from its list", 'Write <text data-word="…"/>.'
            self.problem("drawn-word", what, text.strip()[:40], remedy)


class _RefusedError(Exception):
    """Reading on would be unsafe."""
