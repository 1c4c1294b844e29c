"""Sphinx's own words in Kazakh, which has no catalogue upstream, and what the Russian one lacks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Look for catalogues in book/locale first; Sphinx's own fill in behind them.

    Must run before the edition's language is set: Sphinx loads catalogues at that moment and never again.
    They are compiled among the build's own files, because Sphinx would put the results beside the sources.
    The path is absolute; `app.add_message_catalog` alone would leave the templates in English.
    """
    source = Path(app.srcdir)
    folder = Path(app.doctreedir).absolute() / "locale"
    compiled = folder / source.name / "LC_MESSAGES" / "sphinx.mo"
    compiled.parent.mkdir(parents=True, exist_ok=True)
    written = source.parent.parent / "book" / "locale" / source.name / "LC_MESSAGES" / "sphinx.po"
    with written.open("rb") as text, compiled.open("wb") as binary:
        write_mo(binary, read_po(text, locale=source.name))
    app.config.locale_dirs = [str(folder)]
