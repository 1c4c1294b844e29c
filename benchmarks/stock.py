"""The peer: the course's own content in a stock Jupyter Book, with a stock ipywidgets quiz.

The text is the same; what only our extension knows is written with what a stock book offers: admonitions,
definition lists, images, radio buttons.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from swtech import load_course
from swtech.course import Course
from swtech.model import Item
from swtech.text import to_plain

CONFIG = {
    "title": "Stock",
    "author": "stock",
    "execute": {"execute_notebooks": "cache"},
    "only_build_toc_files": True,
}

FENCE = re.compile(r"^:::\{(?P<name>[\w-]+)\}[ \t]*(?P<argument>.*)\n(?P<body>(?:.*\n)*?):::$", re.MULTILINE)
TERM = re.compile(r"\{term\}`(?:(?P<shown>[^`<]+?)\s*<(?P<id>[\w-]+)>|(?P<bare>[\w-]+))`")
MYST_OPTION = re.compile(r"^% teaches:.*\n", re.MULTILINE)

QUIZ_CELL = """```{code-cell} ipython3
:tags: [remove-input]
import ipywidgets as widgets

ITEMS = %(items)r


def question(stem, choices, key, rationale):
    buttons = widgets.RadioButtons(options=choices, value=None, layout={"width": "max-content"})
    output = widgets.HTML()
    check = widgets.Button(description="%(check)s")

    def answer(_):
        output.value = rationale if buttons.value == key else "…"

    check.on_click(answer)
    return widgets.VBox([widgets.HTML(f"<b>{stem}</b>"), buttons, check, output])


widgets.VBox([question(*item) for item in ITEMS])
```
"""


def write_stock_book(root: Path, lang: str, target: Path) -> Path:
    """Write the edition *lang* of the course at *root* as a stock book into *target* and return it."""
    course = load_course(root)
    target.mkdir(parents=True)
    for path in (root / "content" / lang).glob("*.md"):
        text = path.read_text("utf-8")
        if path.stem.endswith("-quiz") or path.stem == "test":
            text = _notebook(text, course, lang, path.stem.removesuffix("-quiz"))
        else:
            text = _chapter(text, course, lang, path.stem)
        (target / path.name).write_text(text, "utf-8")
    for figure in (root / "book" / "figures").glob("*.svg"):
        shutil.copy(figure, target / figure.name)
    shutil.copy(root / "book" / "_toc.yml", target / "_toc.yml")
    (target / "_config.yml").write_text(
        yaml.safe_dump(CONFIG | {"title": course.words[lang]["title"]}), "utf-8"
    )
    return target


def build_stock_book(book: Path) -> Path:
    """Build *book* with `jupyter-book build` and return its pages' folder. Raises CalledProcessError."""
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "--quiet", str(book)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    return book / "_build" / "html"


def _chapter(text: str, course: Course, lang: str, slug: str) -> str:
    text = TERM.sub(lambda match: _term(match, course, lang), MYST_OPTION.sub("", text))
    return FENCE.sub(lambda match: _directive(match, course, lang, slug), text)


def _term(match: re.Match[str], course: Course, lang: str) -> str:
    return match["shown"] or str(course.terms[match["bare"]].term[lang])


def _directive(match: re.Match[str], course: Course, lang: str, slug: str) -> str:
    argument, body = match["argument"].strip(), match["body"]
    match match["name"]:
        case "objectives":
            text = "\n".join(f"* {objective.text[lang]}" for objective in course.banks[slug].objectives)
        case "case":
            text = f":::{{admonition}} •\n{body}:::"
        case "keyterms" | "glossary-terms":
            text = "\n".join(_definition(course, term, lang) for term in argument.split() or course.terms)
        case "quiz":
            text = "\n\n".join(_item(course.item(item), lang) for item in argument.split())
        case "drawing":
            figure = course.figures[argument]
            parts = "\n".join(f"* {to_plain(part.text[lang])}" for part in figure.parts)
            text = f":::{{figure}} {argument}.svg\n{figure.caption[lang]}\n:::\n\n{parts}"
        case "lead" | "link-maker":
            text = body
        case _:
            text = match[0]
    return text


def _definition(course: Course, term: str, lang: str) -> str:
    found = course.terms[term]
    return f"**{found.term[lang]}**: {found.definition[lang]}\n"


def _choices(item: Item, lang: str) -> tuple[list[str], str]:
    """Return what can be chosen and what is right, whatever the kind: radio buttons are all a stock page has."""
    kind = item.kind
    if kind in {"choice", "multiple"}:
        choices = [to_plain(choice.text[lang]) for choice in item.choices]
        return choices, next(to_plain(choice.text[lang]) for choice in item.choices if choice.key)
    if kind == "match":
        choices = [f"{to_plain(pair.left[lang])} – {to_plain(pair.right[lang])}" for pair in item.pairs]
    elif kind == "order":
        choices = [to_plain(entry.text[lang]) for entry in item.sequence]
    elif kind == "sort":
        choices = [to_plain(entry.text[lang]) for entry in item.entries]
    elif kind == "gap":
        choices = [to_plain(item.text[lang])]
    else:
        choices = list(item.answers[lang])
    return choices, choices[0]


def _item(item: Item, lang: str) -> str:
    choices, key = _choices(item, lang)
    lines = "\n".join(f"* {choice}" for choice in choices)
    return (
        f"**{to_plain(item.stem[lang])}**\n\n{lines}\n\n"
        f":::{{admonition}} ?\n:class: dropdown\n{key}\n\n{to_plain(item.rationale[lang])}\n:::"
    )


def _notebook(text: str, course: Course, lang: str, slug: str) -> str:
    banks = [course.banks[slug]] if slug in course.banks else list(course.banks.values())
    items = [item for bank in banks for item in bank.items]
    if slug not in course.banks:
        items = items[:10]
    rows = [
        (to_plain(item.stem[lang]), *_choices(item, lang), to_plain(item.rationale[lang])) for item in items
    ]
    cell = QUIZ_CELL % {"items": rows, "check": course.words[lang]["quiz"]["check"]}
    front, _, body = text.partition("```{code-cell}")
    return front + cell + body.partition("\n```\n")[2]
