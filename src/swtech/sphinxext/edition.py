"""What makes an edition: its language, its titles and its course, set before Sphinx reads a page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sphinx.errors import ExtensionError

from swtech.course import Course, load_course
from swtech.errors import SwtechError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


BASE_URL = "SWTECH_BASE_URL"
"""The variable that names the site's address for one build, over that of `_config.yml`."""


def setup(app: Sphinx) -> None:
    """Give *app* the language of its source folder; translations are loaded again in it."""
    app.add_config_value("swtech", {}, "env", [dict])
    # Jupyter Book always sets it for an extension that this book leaves out.
    app.add_config_value("comments_config", {}, "", [dict])
    lang = Path(app.srcdir).name
    try:
        course = load_course(Path(app.srcdir).parent.parent, pages=False)
    except SwtechError as error:
        raise ExtensionError(str(error)) from error
    if address := os.environ.get(BASE_URL):
        course = course.at(address)
    app.swtech_course = course  # type: ignore[attr-defined]  # the one place where an edition keeps its course
    config = app.config
    config.language = lang
    title = str(course.words[lang]["title"])
    config.project = config.html_title = config.html_short_title = title
    config.html_use_index = False
    config.html_copy_source = False
    config.html_show_sphinx = False
    config.html_show_copyright = False
    config.html_last_updated_fmt = None
    config.smartquotes = False
    config.nb_merge_streams = True
    # What would bring stock widgets to life from elsewhere; ours need none of it.
    config.nb_ipywidgets_js = {}
    # Raw HTML in a chapter would break the content policy; it is shown as typed and `swtech check` refuses it.
    config.myst_disable_syntax = ["html_block", "html_inline"]
    config.html_permalinks_icon = "#"
    # A chapter's label is its file's name, so [words](#cycle) may mean either; both lead to the same page.
    config.suppress_warnings = [*config.suppress_warnings, "myst.xref_ambiguous"]
    app._init_i18n()


def course_of(app: Sphinx) -> Course:
    """Return the course that the edition was set up with."""
    return cast(Course, app.swtech_course)  # type: ignore[attr-defined]


def language_of(app: Sphinx) -> str:
    """Return the language of the edition: kk or ru."""
    return Path(app.srcdir).name


def course_in(env: BuildEnvironment) -> tuple[Course, str]:
    """Return the course and the language of the edition that *env* belongs to."""
    return course_of(env.app), language_of(env.app)
