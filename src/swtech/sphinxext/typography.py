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
    # By its place and not by its parent: a resolved reference holds words that still name the node before it.
    for element in list(doctree.findall(nodes.Element)):
        if isinstance(element, nodes.literal | nodes.literal_block | nodes.raw):
            continue
        for place, child in enumerate(element.children):
            if isinstance(child, nodes.Text) and (held := hold(child)) != child:
                element[place] = nodes.Text(held)


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
        for row in body.findall(nodes.row):
            for number, (label, entry) in enumerate(zip(heads, row.children, strict=False)):
                first = next(iter(entry.findall(nodes.paragraph)), None)
                text = entry.astext().strip()
                if not text and isinstance(entry, nodes.entry):
                    entry["classes"].append("sw-empty")
                # The first cell is the row's head; a number alone would not say what it counts.
                elif first is not None and (number or text.isdigit()):
                    first.insert(0, [nodes.inline("", label, classes=["sw-cell-label"]), nodes.Text(" ")])
