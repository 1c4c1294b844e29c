"""Scripts beside the pages, one a bank, one of all terms and one of the whole course; they work on file:// too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from swtech import rendering
from swtech.sphinxext.edition import course_of, language_of
from swtech.sphinxext.nodes import link_maker

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_banks"


def setup(app: Sphinx) -> None:
    """Write the scripts when the pages are written."""
    app.connect("build-finished", _write_scripts)


def _write_scripts(app: Sphinx, error: Exception | None) -> None:
    if error is not None or app.builder.format != "html":
        return
    course, lang = course_of(app), language_of(app)
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    # All pages lie in one folder, so an address seen from the first page holds for each of them.
    href = link_maker(app, app.config.root_doc, from_elsewhere=True)
    scripts = {
        slug: rendering.bank_script(bank, lang, course.words[lang], href=href)
        for slug, bank in course.banks.items()
    }
    scripts[rendering.CATALOGUE] = rendering.catalogue_script(course, lang, href=href)
    scripts[rendering.TERMS] = rendering.terms_script(course, lang, href=href)
    for stale in set(folder.glob("*.js")) - {folder / f"{name}.js" for name in scripts}:
        stale.unlink()
    for name, script in scripts.items():
        (folder / f"{name}.js").write_text(script, "utf-8")
