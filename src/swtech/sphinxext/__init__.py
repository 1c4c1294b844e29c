"""The Sphinx extension: makes one edition of the course out of content/<lang>, the banks and the book folder.

Jupyter Book calls `setup` with a configuration that knows no language: the folder's name says it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from swtech import __version__
from swtech.language import LANGUAGES
from swtech.sphinxext import (
    banks,
    catalogue,
    directives,
    edition,
    freshness,
    notebooks,
    pages,
    progress,
    roles,
    search,
    theme,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS = (catalogue, edition, theme, directives, roles, notebooks, search, pages, banks, freshness, progress)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything an edition needs; called by Sphinx before templates and translations are loaded."""
    source = Path(app.srcdir)
    if source.name not in LANGUAGES:
        raise ExtensionError(
            f"{source}: an edition lies in a folder named after its language, one of {', '.join(LANGUAGES)}, "
            f"found {source.name}. Build content/kk or content/ru."
        )
    for part in PARTS:
        part.setup(app)
    # Reading in parallel would load the course once per process for nothing: two editions already use two cores.
    return {
        "version": __version__,
        "env_version": 1,
        "parallel_read_safe": False,
        "parallel_write_safe": False,
    }
