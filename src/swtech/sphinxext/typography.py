"""Hold together what a line must not break apart: a dash stays with the word before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DASH = " –"
HELD_DASH = "\u00a0–"


def setup(app: Sphinx) -> None:
    """Mend text after the search index has taken it and every reference has its words."""
    app.connect("doctree-resolved", _hold_dashes)


def _hold_dashes(_app: Sphinx, doctree: nodes.document, _docname: str) -> None:
    for text in list(doctree.findall(nodes.Text)):
        literal = isinstance(text.parent, nodes.literal | nodes.literal_block | nodes.raw)
        if DASH in text and not literal:
            text.parent.replace(text, nodes.Text(text.replace(DASH, HELD_DASH)))
