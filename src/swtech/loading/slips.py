"""Slips of the pen in a chapter's Markdown: what is written so is shown otherwise than its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from swtech.language import mixed_script_words
from swtech.language.marks import foreign_marks
from swtech.loading.boxes import BOXES, ROLES, Remark

NOT_READ = re.compile(r"\{(" + "|".join([*BOXES, *ROLES]) + r")\}")
BROKEN_LINK = re.compile(r"\]\s?\(#?|\]\[")
TEACHES = re.compile(r"teach\w*\b|t\w+hes\b", re.IGNORECASE)
CODE_LANGUAGES = {
    "",
    "none",
    "text",
    "html",
    "css",
    "javascript",
    "json",
    "yaml",
    "python",
    "bash",
    "console",
}
PLAIN = {
    "underlined": (
        "underlined-heading",
        "a line of signs makes the words above it a heading",
        "Begin a heading with ##; leave a line free above a rule.",
    ),
    "indented": (
        "indented",
        "four spaces or a tab at the beginning make this line a code block",
        "Begin the line at the margin.",
    ),
    "table": (
        "broken-table",
        "a table whose second line does not fit is shown as it is typed",
        "Write a second line with as many columns: | --- | --- |.",
    ),
    "footnote": (
        "footnote",
        "the course has no footnotes",
        "Say it in the text or in a {note}, or name the source on the page of sources.",
    ),
    "plain-fence": ("plain-fence", "a box's name stands in braces", "Write :::{note}."),
    "stray": (
        "stray-end",
        "a ::: ends no box",
        "Remove it; a box around another box has one more colon than that one.",
    ),
    "unclosed": (
        "unclosed",
        "a box has no end, or the box inside it has none",
        "Write ::: below its last line; a box around another box has one more colon than that one.",
    ),
    "deep": ("too-deep", "boxes are nested too deeply", "Put them side by side."),
    "image": ("image", "images are refused", "Draw it with {drawing}."),
}
"""Pieces that are always a fault: its name, its words and its remedy."""


def plain_remark(kind: str, text: str, name: str) -> Remark:
    """Return the words for a piece that is always a fault."""
    code, what, remedy = PLAIN[kind]
    found = "" if kind in {"underlined", "unclosed"} else " ".join(text.split())[:40]
    return Remark(code, what, found or name, remedy)


def word_remarks(text: str) -> Iterator[Remark]:
    """Yield what is wrong with words of a page."""
    if "$" in text:
        yield Remark("math", "formulas between $ are refused", "$", "Write the formula in words.")
    mixed = mixed_script_words(text)
    if mixed:
        what, remedy = "Latin and Cyrillic letters are mixed in one word", "Type the whole word again."
        yield Remark("mixed-script", what, ", ".join(mixed[:5]), remedy)
    marks = foreign_marks(text)
    if marks:
        yield Remark("foreign-mark", "quotes are «…» and a dash is –", " ".join(marks), "Type them again.")
    if "[^" in text:
        yield plain_remark("footnote", text, "")
    missed = NOT_READ.search(text)
    if missed:
        what = "braces outside a box or a role are shown as they are typed"
        remedy = "Begin a box's line with :::{name}; write a role right before its `…`."
        yield Remark("not-read", what, missed.group(), remedy)
    elif BROKEN_LINK.search(text):
        what, remedy = "a link is not read as one", "Write [words](#label), without a space between."
        yield Remark("broken-link", what, text.strip()[:40], remedy)


def comment_remark(text: str) -> Remark | None:
    """Return what is wrong with a comment, if it was meant to name statements."""
    if not TEACHES.match(text):
        return None
    return Remark("misspelt-teaches", "is this «% teaches:»?", text[:40], "Write «% teaches: S01».")


def code_remark(language: str) -> Remark | None:
    """Return what is wrong with the language of a block of code, if anything is."""
    if language in CODE_LANGUAGES:
        return None
    return Remark("unknown-language", "no code here is in this language", language, "Write ```text.")
