"""What makes a page read well: lines that end where they may, and tables that a phone can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from swtech.language import hold

if TYPE_CHECKING:
    from sphinx.application import Sphinx

WIDE = 3
"""From this many columns on, a phone shows a table row by row."""


def setup(app: Sphinx) -> None:
    """Mend text after the search index has taken it and every reference has its words."""
    app.connect("doctree-resolved", _label_cells)
    app.connect("doctree-resolved", _hold_lines)


def _hold_lines(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    for text in list(doctree.findall(nodes.Text)):
        if isinstance(text.parent, nodes.literal | nodes.literal_block | nodes.raw):
            continue
        held = hold(text)
        if held != text:
            text.parent.replace(text, nodes.Text(held))


def _label_cells(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    """Give each cell of a wide table the words of its column's head; the style sheet shows them on a phone alone."""
    for table in doctree.findall(nodes.table):
        head = next(table.findall(nodes.thead), None)
        body = next(table.findall(nodes.tbody), None)
        if head is None or body is None:
            continue
        heads = [entry.astext() for entry in head[0].children]
        if len(heads) < WIDE:
            continue
        table["classes"].append("sw-wide")
        for row in body.children:
            for label, entry in list(zip(heads, row.children, strict=False))[1:]:
                first = next(iter(entry.findall(nodes.paragraph)), None)
                if first is not None:
                    first.insert(0, [nodes.inline("", label, classes=["sw-cell-label"]), nodes.Text(" ")])
