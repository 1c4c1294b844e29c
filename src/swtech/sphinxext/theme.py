"""The look: our templates over Furo's, our style sheet instead of Furo's, the two scripts of every page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from swtech.sphinxext import typography

if TYPE_CHECKING:
    from sphinx.application import Sphinx

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent.parent / "static"

# The module for Jupyter is no business of a page, and the chooser's scripts belong to the site's root.
NOT_FOR_PAGES = ("widget.js", "widget.css")


def setup(app: Sphinx) -> None:
    """Put templates, static files, style sheet and script in place."""
    typography.setup(app)
    config = app.config
    config.templates_path = [*config.templates_path, str(TEMPLATES)]
    config.html_static_path = [*config.html_static_path, str(STATIC)]
    config.exclude_patterns = [*config.exclude_patterns, *NOT_FOR_PAGES]
    config.html_domain_indices = False
    config.html_show_sourcelink = False
    # Before the quiz's sheet and script, which build on them.
    app.add_css_file("site.css", priority=100)
    app.add_js_file("site.js", priority=100, loading_method="defer")
