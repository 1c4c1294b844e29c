"""A chapter taken by itself: what is read from it, and each slip of the pen that would show on the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import swtech
from swtech.loading.boxes import BOXES
from swtech.loading.cells import CALLS, cell_remarks
from swtech.loading.chapter import parse_chapter, read_chapter
from swtech.model import Page

TOP = "---\nmyst:\n  html_meta:\n    description: Сипаттама.\n---\n(mini)=\n# Тарау\n\n"
NOTEBOOK = TOP.replace("---\nmyst", "---\nfile_format: mystnb\nkernelspec: {name: python3}\nmyst", 1)
FIRST = TOP.count("\n") + 1


def parse(text: str) -> tuple[Page | None, list[str]]:
    """Return the page and its problems as they are printed, without the file's name."""
    page, problems = parse_chapter(text, "kk", "mini", "")
    return page, [str(problem).removeprefix(":") for problem in problems]


def said(body: str) -> list[str]:
    """Return what is said of a chapter with this body; lines count from the body's first."""
    _, problems = parse_chapter(TOP + body + "\n", "kk", "mini", "")
    return [
        f"{problem.line - FIRST + 1}: {problem.what}" + (f", found {problem.found}" if problem.found else "")
        for problem in problems
    ]


def test_a_good_chapter() -> None:
    """Boxes, roles, tables, lists, definitions and links as the course writes them are all right."""
    body = (
        ":::{lead} Бір сөз.\nЕкінші сөйлем.\n:::\n\n:::{objectives}\n:::\n\n(mini-a)=\n## Бөлім\n"
        "% teaches: S01, S02\n\n{term}`сөз <word>`, H{sub}`2`O, [сілтеме](#mini-a), <https://example.org>\n\n"
        "| а | ә |\n|---|---|\n| 1 | 2 |\n\n- бір\n- екі\n\n  жалғасы\n\n::::{note}\n:::{tip}\nІшінде.\n:::\n::::\n\n"
        "(mini-b)=\n### Кіші\n\nСөз\n: анықтама\n\n:::{quiz} mini-a mini-b\n:::\n\n```text\nкод\n```\n"
    )
    page, problems = parse(TOP + body)
    assert problems == []
    assert page is not None
    assert [(one.label, one.level, len(one.teaches)) for one in page.sections] == [
        ("mini", 1, 0),
        ("mini-a", 2, 2),
        ("mini-b", 3, 0),
    ]
    assert [one.name for one in page.items] == ["mini-a", "mini-b"]
    assert [one.name for one in page.terms] == ["word"]


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_of_other_machines_change_nothing(end: bytes, tmp_path: Path) -> None:
    """A page with the line ends of Windows or an old Mac, and with a byte order mark, is the same page."""
    text = TOP + "(mini-a)=\n## Бөлім\n\nсөз\n"
    path = tmp_path / "mini.md"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode().replace(b"\n", end))
    assert read_chapter(path, "kk", "mini", "") == parse_chapter(text, "kk", "mini", "")


SLIPS = {
    "an unknown box": (":::{nota}\nсөз\n:::", ["1: there is no such box, found {nota}"]),
    "a box without braces": (":::note\nсөз\n:::", ["1: a box's name stands in braces, found note"]),
    "a box of two colons": (
        "::{quiz} mini-a\n\nсөз",
        ["1: braces outside a box or a role are shown as they are typed, found {quiz}"],
    ),
    "a box without an end": (
        "сөз\n\n:::{note}\nсөз\n\n:::{quiz} mini-a\n:::",
        ["3: a box has no end, or the box inside it has none, found note"],
    ),
    "an end without a box": (":::{note}\nсөз\n:::\n:::", ["4: a ::: ends no box"]),
    "a code block without an end": (
        "```text\nсөз",
        ["1: a box has no end, or the box inside it has none, found text"],
    ),
    "an empty box": (":::{case}\n:::", ["1: a box has no words, found {case}"]),
    "an option": (":::{note}\n:class: x\nсөз\n:::", ["2: {note} has no options, found :class:"]),
    "no item": (":::{quiz}\n:::", ["1: {quiz} needs the ids of items, found none"]),
    "items on the wrong line": (":::{quiz}\nmini-a\n:::", ["1: {quiz} has nothing inside, found mini-a"]),
    "two drawings": (":::{drawing} a b\n:::", ["1: {drawing} takes a figure's name, found a b"]),
    "an item twice": (
        ":::{quiz} mini-a\n:::\n\n:::{quiz} mini-b mini-a\n:::",
        ["4: the item stands on the page twice, found mini-a (first in line 9)"],
    ),
    "an item twice in one box": (
        ":::{quiz} mini-a mini-a\n:::",
        ["1: the item stands on the page twice, found mini-a (first in line 9)"],
    ),
    "a drawing twice": (
        ":::{drawing} a\n:::\n\n:::{drawing} a\n:::",
        ["4: the drawing stands on the page twice, found a (first in line 9)"],
    ),
    "an unknown role": ("{trem}`сөз <a>`", ["1: there is no such role, found {trem}"]),
    "a role away from its words": (
        "{term} `сөз <a>`",
        ["1: braces outside a box or a role are shown as they are typed, found {term}"],
    ),
    "a broken link": ("[сөз](#mini және", ["1: a link is not read as one, found [сөз](#mini және"]),
    "a link with a space": ("[сөз] (#mini)", ["1: a link is not read as one, found [сөз] (#mini)"]),
    "a link by name": ("[сөз][басқа]", ["1: a link is not read as one, found [сөз][басқа]"]),
    "a footnote": (
        "сөз[^1]\n\n[^1]: түсінік",
        ["1: the course has no footnotes, found 1", "3: the course has no footnotes"],
    ),
    "a footnote without words": ("сөз[^1]", ["1: the course has no footnotes, found сөз[^1]"]),
    "a table that does not fit": (
        "| а | ә |\n|---|\n| 1 | 2 |",
        ["1: a table whose second line does not fit is shown as it is typed, found | а | ә |"],
    ),
    "an indented line": (
        "сөз\n\n    сөз",
        ["3: four spaces or a tab at the beginning make this line a code block, found сөз"],
    ),
    "an underlined heading": ("сөз\n---", ["1: a line of signs makes the words above it a heading"]),
    "a level skipped": ("(mini-a)=\n### Кіші", ["2: a heading skips a level, found ###"]),
    "a foreign label": (
        "(other)=\n## Бөлім",
        ["1: a section's label begins with its page's name, found other"],
    ),
    "misspelt teaches": ("(mini-a)=\n## Бөлім\n% teach: S01", ["3: is this «% teaches:»?, found teach: S01"]),
    "quotes and dashes": ('“сөз” — "сөз" - „сөз”', ['1: quotes are «…» and a dash is –, found “ ” — " - „']),
    "nested quotes are fine": ("«сөз „сөз“ – сөз»", []),
    "a line separator": ("бір\u2028екі", ["1: a line break that editors do not count, found U+2028"]),
    "a zero-width space": ("бір\u200bекі", ["1: an invisible character, found U+200B"]),
    "versions left unmerged": (
        "<<<<<<< HEAD\nбір\n=======\nекі\n>>>>>>> a",
        ["1: two versions of the text stand here unmerged, found <<<<<<<"],
    ),
    "code in an unknown language": ("```pyton\nx\n```", ["1: no code here is in this language, found pyton"]),
    "a cell on a page that is no notebook": (
        '```{code-cell}\nswtech.quiz("mini")\n```',
        ["2: a page with a code cell needs file_format and kernelspec at the top"],
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_said_at_its_line(name: str) -> None:
    """What would be shown otherwise than it was meant, or fail in Sphinx, is said once, where it stands."""
    body, expected = SLIPS[name]
    assert said(body) == expected


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("", "1: mini: the page has no description for search engines"),
        (
            "---\nmyst:\n  html_meta:\n    description: Сипаттама.\n",
            "1: mini: the lines at the top have no end",
        ),
        (
            "---\nmist:\n  html_meta: {description: а}\n---\n",
            "2: mini: unknown field, found mist. Did you mean myst?",
        ),
        ("---\nmyst: html_meta\n---\n", "2: mini: myst needs fields"),
        (
            "---\nmyst:\n  html_meta:\n    description: а: ә\n---\n",
            "4: mini: a colon followed by a space stands inside",
        ),
        (
            NOTEBOOK.partition("(")[0].replace("python3", "ir"),
            "3: mini: the site runs notebooks with python3, found ir",
        ),
    ],
)
def test_the_lines_at_the_top(top: str, expected: str) -> None:
    """What is wrong at the top of a page is said once, at its line."""
    _, problems = parse(f"{top}(mini)=\n# Тарау\n")
    assert len(problems) == 1 and problems[0].startswith(expected)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('swtech.quiz("mini", lang="kk")', [(0, "bank", "mini"), (0, "lang", "kk")]),
        ('w = swtech.test(\n    chapters=["a", "b"], n=2,\n)', [(1, "bank", "a"), (1, "bank", "b")]),
        ('%matplotlib inline\nswtech.quiz(bank="mini")', [(1, "bank", "mini")]),
        ('swtech.test(levels=["apply", "analyse"])', []),
        ('swtech.test(\n    levels=["apply", "analyze"])', [(1, "cell", "there is no such level")]),
        ('swtech.quz("mini")', [(0, "cell", "swtech has no such function")]),
        ('x = 1\nswtech.quiz("mini"', [(1, "cell", "the cell is not Python")]),
        ("print('қайырлы күн')", []),
    ],
)
def test_a_cell_is_read_without_being_run(cell: str, expected: list[tuple[int, str, str]]) -> None:
    """A cell tells which banks it shows, and what would end in a traceback while the site is built."""
    assert [(remark.line, remark.code, remark.what) for remark in cell_remarks(cell)] == expected


def test_a_notebook_shows_a_bank_once() -> None:
    """Two cells with one bank would give the page every address twice."""
    cell = '```{code-cell}\nswtech.quiz("mini")\n```\n\n'
    _, problems = parse(NOTEBOOK + cell * 2)
    assert len(problems) == 1 and "the bank's quiz stands on the page twice" in problems[0]


def test_what_cells_may_call_is_public() -> None:
    """The names that a check lets pass in a cell are there."""
    assert set(CALLS) <= set(swtech.__all__)


def test_every_box_is_in_the_manual(root: Path) -> None:
    """docs/authoring.md names each box that a chapter may have."""
    manual = (root / "docs" / "authoring.md").read_text("utf-8")
    assert [name for name in BOXES if f"{{{name}}}" not in manual] == []


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="аә` :{}[]()#|-*%$<>\n\t~=^!\u2028nquizterm", max_size=120))
def test_random_markdown_never_ends_in_a_traceback(body: str) -> None:
    """Whatever stands in a chapter, each problem has a line of the file."""
    text = TOP + body
    _, problems = parse_chapter(text, "kk", "mini", "content/kk/mini.md")
    assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)
