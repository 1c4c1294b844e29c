"""Turn a chapter into a Page, and say what in it the site cannot have."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from swtech.errors import Problem
from swtech.loading.boxes import Remark, box_remarks, option_remark, role_remark
from swtech.loading.cells import cell_remarks
from swtech.loading.characters import invisible, unmerged
from swtech.loading.front import FrontMatter, front_matter
from swtech.loading.markdown import Piece, pieces
from swtech.loading.reader import LIMITS, Limits, place_of, read_text
from swtech.loading.sections import Heading, digested, whole_page_remarks
from swtech.loading.slips import PLAIN, code_remark, comment_remark, plain_remark, word_remarks
from swtech.model import PLACEHOLDER, Page, Reference

ROLE_TARGET = re.compile(r"<([^<>]+)>$")
STATEMENTS = re.compile(r"teaches:\s*(.*)")
DEEPEST_HEADING = 3
BEYOND_REPAIR = {"unclosed", "stray-end", "unmerged", "empty-file"}
"""Faults after which the rest of a page cannot be told: what else is said of it would only confuse."""


class _Reader:
    """Collects a page from its pieces."""

    def __init__(self, lang: str, slug: str, file: str, text: str) -> None:
        self.lang, self.slug, self.file = lang, slug, file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.found: dict[str, list[Reference]] = {
            name: []
            for name in ("items", "banks", "terms", "drawings", "cases", "case_lists", "links", "labels")
        }
        self.sections: list[Heading] = []
        self.waiting: Reference | None = None
        """A label that waits for its heading."""
        self.front = FrontMatter()
        self.once: dict[tuple[str, str], int] = {}
        """What may stand on a page once, and the line where it does."""

    def problem(self, line: int, code: str, what: str, found: str = "", remedy: str = "") -> None:
        name = next((one.label for one in reversed(self.sections) if one.line <= line), self.slug)
        self.problems.append(Problem(self.file, line, 1, name, what, found, remedy, code))

    def add(self, into: str, name: str, line: int) -> None:
        self.found[into].append(Reference(name, line))

    def remark(self, line: int, remark: Remark | None) -> None:
        if remark:
            self.problem(line, remark.code, remark.what, remark.found, remark.remedy)

    def only_once(self, noun: str, name: str, line: int) -> None:
        """Say when something that has an address of its own stands twice."""
        first = self.once.setdefault((noun, name), line)
        if first != line or self.found["items"].count(Reference(name, line)) > 1:
            found = f"{name} (first in line {first})"
            self.problem(line, "twice", f"the {noun} stands on the page twice", found, "Keep one of them.")

    def page(self) -> Page:
        if self.waiting:
            self.no_heading(self.waiting)
        found = {name: tuple(references) for name, references in self.found.items()}
        title = self.sections[0].title if self.sections else ""
        return Page(
            self.lang,
            self.slug,
            title,
            self.front.description,
            tuple(digested(self.sections, self.lines, self.front.description)),
            **found,
        )

    def read(self, piece: Piece) -> None:
        """Take one piece in."""
        if self.waiting and piece.kind not in {"heading", "label", "comment"}:
            self.no_heading(self.waiting)
            self.waiting = None
        TAKE[piece.kind](self, piece)

    def no_heading(self, label: Reference) -> None:
        remedy = "Put it right above a heading, or remove it."
        self.problem(
            label.line, "label-without-heading", "a label has no heading below it", label.name, remedy
        )

    def take_front_matter(self, piece: Piece) -> None:
        self.front = front_matter(piece.text, self.file)
        for problem in self.front.problems:
            line = piece.line + max(problem.line - 1, 0)
            self.problem(line, problem.code, problem.what, problem.found, problem.remedy)
        self.words(piece._replace(text=self.front.description))

    def label(self, piece: Piece) -> None:
        if self.waiting:
            self.no_heading(self.waiting)
        self.waiting = Reference(piece.text, piece.line)
        self.add("labels", piece.text, piece.line)

    def heading(self, piece: Piece) -> None:
        level, before = int(piece.name), self.sections[-1].level if self.sections else 0
        label, self.waiting = (self.waiting.name if self.waiting else ""), None
        self.sections.append(Heading(label, level, piece.text, piece.line))
        if not label:
            remedy = f"Write ({self.slug}-…)= on the line above it, the same in both editions."
            self.problem(piece.line, "no-label", "a heading has no label", piece.text[:60], remedy)
        if level > DEEPEST_HEADING:
            remedy = "Use ## or ###."
            self.problem(piece.line, "deep-heading", "headings go two levels deep", "#" * level, remedy)
        elif level == 1 and len(self.sections) > 1:
            self.problem(
                piece.line, "second-title", "a page has one title", piece.text, "Use ## for a section."
            )
        elif level > before + 1:
            found, remedy = "#" * level, f"Use {'#' * (before + 1)}."
            self.problem(piece.line, "heading-jump", "a heading skips a level", found, remedy)

    def comment(self, piece: Piece) -> None:
        match = STATEMENTS.match(piece.text)
        if not match:
            self.remark(piece.line, comment_remark(piece.text))
            return
        if not self.sections:
            what = "teaches stands above every heading"
            self.problem(piece.line, "teaches-nowhere", what, "", "Put it under a heading.")
            return
        for name in re.split(r"[,\s]+", match.group(1).strip()):
            if name:
                self.sections[-1].teaches.append(Reference(name, piece.line))

    def directive(self, piece: Piece) -> None:
        name, words = piece.name, piece.text.split()
        for remark in box_remarks(name, words, piece.body):
            self.remark(piece.line, remark)
        if name == "quiz":
            for word in words:
                self.add("items", word, piece.line)
                self.only_once("item", word, piece.line)
        elif name in {"drawing", "branching"}:
            noun = "drawing" if name == "drawing" else "case"
            for word in words[:1]:
                self.add(f"{noun}s", word, piece.line)
                self.only_once(noun, word, piece.line)
        elif name == "case-list":
            for word in words[:1]:
                self.add("case_lists", word, piece.line)
        elif name == "keyterms":
            for word in words:
                self.add("terms", word, piece.line)
        elif name == "objectives":
            self.add("banks", words[0] if words else self.slug, piece.line)

    def option(self, piece: Piece) -> None:
        self.remark(piece.line, option_remark(piece.name, piece.text))

    def code(self, piece: Piece) -> None:
        if piece.name != "code-cell":
            self.remark(piece.line - 1, code_remark(piece.name))
            return
        if not self.front.is_notebook:
            what = "a page with a code cell needs file_format and kernelspec at the top"
            self.problem(piece.line, "no-notebook", what, "", "Copy them from another notebook.")
        for remark in cell_remarks(piece.text):
            line = piece.line + remark.line
            if remark.code == "bank":
                self.add("banks", remark.what, line)
                self.only_once("bank's quiz", remark.what, line)
            elif remark.code != "lang":
                self.problem(line, remark.code, remark.what, remark.found, remark.remedy)
            elif remark.what != self.lang:
                what = "a notebook of one edition asks for the other's language"
                self.problem(line, "notebook-language", what, remark.what, f'Write lang="{self.lang}".')

    def plain(self, piece: Piece) -> None:
        self.remark(piece.line, plain_remark(piece.kind, piece.text, piece.name))

    def html(self, piece: Piece) -> None:
        if not piece.text.startswith(("<!--", "</")):
            found = " ".join(piece.text.split())[:40]
            self.problem(piece.line, "raw-html", "raw HTML is refused", found, "Say it in Markdown.")

    def words(self, piece: Piece) -> None:
        for remark in word_remarks(piece.text):
            self.remark(piece.line, remark)

    def role(self, piece: Piece) -> None:
        self.remark(piece.line, role_remark(piece.name))
        target = ROLE_TARGET.search(piece.text)
        name = " ".join((target.group(1) if target else piece.text).split())
        if piece.name == "term":
            self.add("terms", name, piece.line)
        elif piece.name == "ref":
            self.add("links", name, piece.line)
        if target:
            self.words(piece._replace(text=piece.text[: target.start()]))

    def link(self, piece: Piece) -> None:
        target = unquote(piece.text)
        if target.startswith("#"):
            self.add("links", target[1:], piece.line)
        elif not re.match(r"https?://|mailto:", target, re.IGNORECASE):
            remedy = "Link to a section as [words](#label), or to a full https:// address."
            self.problem(
                piece.line, "bad-link", "a link leads nowhere we allow", target[:60] or "nothing", remedy
            )


TAKE: dict[str, Callable[[_Reader, Piece], None]] = {
    "front-matter": _Reader.take_front_matter,
    "label": _Reader.label,
    "heading": _Reader.heading,
    "comment": _Reader.comment,
    "directive": _Reader.directive,
    "option": _Reader.option,
    "code": _Reader.code,
    "html": _Reader.html,
    "text": _Reader.words,
    "role": _Reader.role,
    "link": _Reader.link,
    **dict.fromkeys(PLAIN, _Reader.plain),
}


def parse_chapter(text: str, lang: str, slug: str, file: str) -> tuple[Page | None, list[Problem]]:
    """Return the page that *text* is, and what is wrong with it taken by itself; no page where that is unclear."""
    reader = _Reader(lang, slug, file, text)
    if not text.strip():
        reader.problem(1, "empty-file", "the page is empty", "", "Write it, or remove it from both editions.")
    for piece in pieces(text):
        reader.read(piece)
    for odd in (*unmerged(text), *invisible(text)):
        reader.problem(place_of(text, odd.offset)[0], odd.code, odd.what, odd.found, odd.remedy)
    page = reader.page()
    fatal = [problem for problem in reader.problems if problem.code in BEYOND_REPAIR]
    if fatal:
        return None, fatal
    for number, line in enumerate(reader.lines, 1):
        if PLACEHOLDER in line:
            found = line[line.index(PLACEHOLDER) :].strip()[:60]
            reader.problem(number, "fill-in", "a line is still to fill in", found, "Replace all of it.")
    for at, remark in whole_page_remarks(page, text, reader.front):
        reader.problems.append(
            Problem(file, at, 1, slug, remark.what, remark.found, remark.remedy, remark.code)
        )
    return page, reader.problems


def read_chapter(
    path: Path, lang: str, slug: str, file: str, limits: Limits = LIMITS
) -> tuple[Page | None, list[Problem]]:
    """Return the page in the file *path*, if it can be read, and what is wrong with it taken by itself."""
    text, problems = read_text(path, file, limits)
    return parse_chapter(text, lang, slug, file) if text is not None else (None, problems)
