"""Widgets on a static page: what a notebook's output becomes, and what must not stay of its run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from swtech.sphinxext.edition import course_of
from swtech.sphinxext.nodes import QuizNode, TestNode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes
    from myst_nb.core.render import MimeData, NbElementRenderer
    from sphinx.application import Sphinx

MIME = "application/vnd.swtech.quiz+json"


def setup(app: Sphinx) -> None:
    """Drop the widgets' kernel state from pages: nobody reads it there, and its random ids differ at each run."""
    app.connect("doctree-read", _drop_widget_state)


def _drop_widget_state(app: Sphinx, _doctree: nodes.document) -> None:
    metadata = getattr(app.env, "nb_metadata", {}).get(app.env.docname, {})
    metadata.get("js_files", {}).pop("ipywidgets_state", None)


class QuizRenderer:
    """Turn a widget's reference to a bank into the same node that the {quiz} directive makes.

    The notebook's cached output holds no question, so a changed bank shows without running anything again,
    and the page's own language is used whatever edition filled the cache.
    """

    mime_priority_overrides: ClassVar[Sequence[tuple[str, str, int | None]]] = [("*", MIME, 1)]

    @staticmethod
    def handle_mime(renderer: NbElementRenderer, data: MimeData, inline: bool) -> list[nodes.Element] | None:
        """Return the node for *data*, or None when it is not ours."""
        if inline or data.mime_type != MIME:
            return None
        content: dict[str, Any] = dict(data.content)
        env = renderer.renderer.sphinx_env
        course = course_of(env.app)
        if "test" in content:
            for slug in content["test"].get("chapters") or course.banks:
                env.note_dependency(str(course.root / "quizzes" / f"{slug}.yml"))
            return [TestNode(**content["test"])]
        env.note_dependency(str(course.root / "quizzes" / f"{content['bank']}.yml"))
        return [QuizNode(bank=content["bank"], items=content.get("items"))]
