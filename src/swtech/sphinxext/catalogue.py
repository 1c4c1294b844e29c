"""Sphinx's own words in Kazakh, which has no catalogue upstream, and what the Russian one lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Look for catalogues in book/locale first; Sphinx's own fill in behind them.

    Must run before the edition's language is set: Sphinx loads catalogues at that moment and never again. The path
    is absolute because `app.add_message_catalog` alone would leave the templates in English.
    """
    app.config.locale_dirs = [str(Path(app.srcdir).parent.parent / "book" / "locale")]
