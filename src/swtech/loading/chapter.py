"""Turn a chapter into a Page, and say what in it the site cannot have."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from swtech.errors import Problem
from swtech.language import mixed_script_words
from swtech.loading.markdown import Piece, pieces
from swtech.loading.reader import LIMITS, Limits, read_bytes, read_text
from swtech.model import PLACEHOLDER, Located, Page, Reference, Section

ROLE_TARGET = re.compile(r"<([^<>]+)>$")
STATEMENTS = re.compile(r"teaches:\s*(.*)")
CELL_QUIZ = re.compile(r"swtech\.quiz\(\s*[\"']([^\"']*)[\"']")
CELL_LANG = re.compile(r"\blang\s*=\s*[\"']([^\"']*)[\"']")
LABEL_LINE = re.compile(r"\([^()\s]+\)=\s*$")
FORBIDDEN = {"math", "image", "figure", "raw", "eval-rst", "iframe", "include"}
DEEPEST_HEADING = 3


class _Reader:
    """Collects a page from its pieces."""

    def __init__(self, lang: str, slug: str, file: str, text: str) -> None:
        self.lang, self.slug, self.file = lang, slug, file
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.found: dict[str, list[Reference]] = {
            name: [] for name in ("items", "banks", "terms", "drawings", "links", "labels")
        }
        self.sections: list[tuple[str, int, str, int, list[Reference]]] = []
        self.waiting: Reference | None = None
        """A label that waits for its heading."""
        self.description = ""

    def problem(self, line: int, code: str, what: str, found: str = "", remedy: str = "") -> None:
        name = self.sections[-1][0] if self.sections else self.slug
        self.problems.append(Problem(self.file, line, 1, name, what, found, remedy, code))

    def add(self, into: str, name: str, line: int) -> None:
        self.found[into].append(Reference(name, line))

    def page(self) -> Page:
        if self.waiting:
            self.no_heading(self.waiting)
        found = {name: tuple(references) for name, references in self.found.items()}
        title = self.sections[0][2] if self.sections else ""
        return Page(self.lang, self.slug, title, self.description, tuple(self.digested()), **found)

    def digested(self) -> list[Section]:
        """Return the sections with the digest of their words."""
        starts = [line for _, _, _, line, _ in self.sections]
        ends = [*starts, len(self.lines) + 1][1:]
        sections = []
        for number, ((label, level, title, line, teaches), end) in enumerate(
            zip(self.sections, ends, strict=True)
        ):
            body = [
                one for one in self.lines[line - 1 : end - 1] if not LABEL_LINE.match(one) and one[:1] != "%"
            ]
            words = [self.description] * (number == 0) + " ".join(body).split()
            digest = sha256(" ".join(words).encode()).hexdigest()[:16]
            sections.append(Section(label, level, title, line, tuple(teaches), digest))
        return sections

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

    def front_matter(self, piece: Piece) -> None:
        raw = read_bytes(piece.text.encode(), self.file)
        for problem in raw.problems:
            line = piece.line + max(problem.line - 1, 0)
            self.problem(line, problem.code, problem.what, problem.found, problem.remedy)
        value: object = raw.tree
        for name in ("myst", "html_meta", "description"):
            value = value.get(name) if isinstance(value, Located) else None
        self.description = value.strip() if isinstance(value, str) else ""
        self.words(piece._replace(text=self.description))

    def label(self, piece: Piece) -> None:
        if self.waiting:
            self.no_heading(self.waiting)
        self.waiting = Reference(piece.text, piece.line)
        self.add("labels", piece.text, piece.line)

    def heading(self, piece: Piece) -> None:
        level = int(piece.name)
        label, self.waiting = (self.waiting.name if self.waiting else ""), None
        self.sections.append((label, level, piece.text, piece.line, []))
        if not label:
            remedy = f"Write ({self.slug}-…)= on the line above it, the same in both editions."
            self.problem(piece.line, "no-label", "a heading has no label", piece.text, remedy)
        if level > DEEPEST_HEADING:
            remedy = "Use ## or ###."
            self.problem(piece.line, "deep-heading", "headings go two levels deep", "#" * level, remedy)
        elif level == 1 and len(self.sections) > 1:
            self.problem(
                piece.line, "second-title", "a page has one title", piece.text, "Use ## for a section."
            )

    def comment(self, piece: Piece) -> None:
        match = STATEMENTS.match(piece.text)
        if not match:
            return
        if not self.sections:
            what = "teaches stands above every heading"
            self.problem(piece.line, "teaches-nowhere", what, "", "Put it under a heading.")
            return
        for name in re.split(r"[,\s]+", match.group(1).strip()):
            if name:
                self.sections[-1][4].append(Reference(name, piece.line))

    def directive(self, piece: Piece) -> None:
        name, words = piece.name, piece.text.split()
        if name in FORBIDDEN:
            remedy = "Write formulas in words, and draw with {drawing}."
            self.problem(piece.line, "forbidden", "the site cannot have this", f"{{{name}}}", remedy)
        elif name == "quiz":
            if not words:
                remedy = "Write their ids after {quiz}."
                self.problem(piece.line, "empty-quiz", "a quiz names no item", "", remedy)
            for word in words:
                self.add("items", word, piece.line)
        elif name == "drawing":
            self.add("drawings", piece.text, piece.line)
        elif name == "keyterms":
            for word in words:
                self.add("terms", word, piece.line)
        elif name == "objectives":
            self.add("banks", words[0] if words else self.slug, piece.line)

    def option(self, piece: Piece) -> None:
        if piece.name in {"width", "widths", "height", "style", "scale"}:
            what = "the content policy of the site forbids this"
            self.problem(piece.line, "forbidden", what, f":{piece.name}:", "Remove the line.")

    def code(self, piece: Piece) -> None:
        if piece.name != "code-cell":
            return
        for offset, text in enumerate(piece.text.split("\n")):
            for bank in CELL_QUIZ.findall(text):
                self.add("banks", bank, piece.line + offset)
            for lang in CELL_LANG.findall(text):
                if lang != self.lang:
                    what = "a notebook of one edition asks for the other's language"
                    remedy = f'Write lang="{self.lang}".'
                    self.problem(piece.line + offset, "notebook-language", what, lang, remedy)

    def html(self, piece: Piece) -> None:
        if not piece.text.startswith("<!--"):
            found = " ".join(piece.text.split())[:40]
            self.problem(piece.line, "raw-html", "raw HTML is refused", found, "Say it in Markdown.")

    def image(self, piece: Piece) -> None:
        self.problem(piece.line, "image", "images are refused", piece.text[:60], "Draw it with {drawing}.")

    def words(self, piece: Piece) -> None:
        if "$" in piece.text:
            self.problem(
                piece.line, "math", "formulas between $ are refused", "$", "Write the formula in words."
            )
        mixed = mixed_script_words(piece.text)
        if mixed:
            what, remedy = "Latin and Cyrillic letters are mixed in one word", "Type the whole word again."
            self.problem(piece.line, "mixed-script", what, ", ".join(mixed[:5]), remedy)

    def role(self, piece: Piece) -> None:
        if piece.name == "math":
            self.problem(piece.line, "math", "formulas are refused", "{math}", "Write the formula in words.")
            return
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

    def deep(self, piece: Piece) -> None:
        found = f"{{{piece.name}}}"
        self.problem(piece.line, "too-deep", "boxes are nested too deeply", found, "Put them side by side.")


TAKE: dict[str, Callable[[_Reader, Piece], None]] = {
    "front-matter": _Reader.front_matter,
    "label": _Reader.label,
    "heading": _Reader.heading,
    "comment": _Reader.comment,
    "directive": _Reader.directive,
    "option": _Reader.option,
    "code": _Reader.code,
    "html": _Reader.html,
    "image": _Reader.image,
    "text": _Reader.words,
    "role": _Reader.role,
    "link": _Reader.link,
    "deep": _Reader.deep,
}


def parse_chapter(text: str, lang: str, slug: str, file: str) -> tuple[Page, list[Problem]]:
    """Return the page that *text* is, and what is wrong with it taken by itself."""
    reader = _Reader(lang, slug, file, text)
    for piece in pieces(text):
        reader.read(piece)
    page = reader.page()
    for number, line in enumerate(reader.lines, 1):
        if PLACEHOLDER in line:
            reader.problem(number, "fill-in", "a line is still to fill in", "", f"Replace {PLACEHOLDER}.")
    if not page.sections:
        reader.problem(1, "no-title", "the page has no title", "", f"Write ({slug})= and # Title.")
    if not page.description and PLACEHOLDER not in text:
        remedy = "Write myst: html_meta: description: at the top."
        reader.problem(1, "no-description", "the page has no description for search engines", "", remedy)
    return page, reader.problems


def read_chapter(
    path: Path, lang: str, slug: str, file: str, limits: Limits = LIMITS
) -> tuple[Page | None, list[Problem]]:
    """Return the page in the file *path*, if it can be read, and what is wrong with it taken by itself."""
    text, problems = read_text(path, file, limits)
    return parse_chapter(text, lang, slug, file) if text is not None else (None, problems)
