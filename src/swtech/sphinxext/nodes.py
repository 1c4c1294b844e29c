"""Nodes whose HTML comes from `swtech.rendering`, made when the page is written and every label is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from swtech import rendering
from swtech.sphinxext.edition import course_of, language_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class RenderedNode(nodes.General, nodes.Element):
    """A node that the library renders; in formats other than HTML it leaves nothing."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the node's HTML in the edition's language."""
        raise NotImplementedError

    @property
    def heading(self) -> int:
        """The level of a heading that stands here: one below the section's own."""
        depth, node = 1, self.parent
        while node is not None:
            depth += isinstance(node, nodes.section)
            node = node.parent
        return min(depth, 6)


class QuizNode(RenderedNode):
    """Items of a bank: all of them, or those named."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the quiz with every item as a readable question."""
        course, lang = course_of(app), language_of(app)
        bank = course.banks[self["bank"]]
        wanted = self["items"]
        items = bank.items if wanted is None else [course.item(item) for item in wanted]
        return rendering.render_quiz(
            items,
            lang,
            course.words[lang],
            bank=bank.bank,
            banks={item.id: course.bank_of(item.id).bank for item in items},
            course_id=course.settings.id,
            href=href,
            heading=self.heading,
        )


class TestNode(RenderedNode):
    """A mixed test over chapters, drawn by a seed."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the test that the notebook asks for; an address may ask for another."""
        course, lang = course_of(app), language_of(app)
        return rendering.render_test(
            course,
            lang,
            chapters=self["chapters"],
            n=self["n"],
            seed=self["seed"],
            # Notebooks that were run before there were levels name none.
            levels=self.get("levels"),
            href=href,
            heading=self.heading,
        )


class DrawingNode(RenderedNode):
    """A figure: one drawing with the words of the edition's language beside it."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the figure with its list of links; a part leads nowhere when it is explained right here."""
        course, lang = course_of(app), language_of(app)
        name = self["name"]
        here = {f"#{anchor}" for anchor in self._section_ids()}

        def elsewhere(label: str) -> str | None:
            address = href(label)
            return None if address in here else address

        return rendering.render_drawing(
            course.figures[name],
            course.svg(name),
            lang,
            course.words[lang],
            number=self["number"],
            href=elsewhere,
        )

    def _section_ids(self) -> list[str]:
        parent = self.parent
        while parent is not None and not isinstance(parent, nodes.section):
            parent = parent.parent
        return [] if parent is None else list(parent["ids"])


class CaseNode(RenderedNode):
    """A branching case with all its scenes."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the case; without a script its scenes follow one another, joined by links."""
        course, lang = course_of(app), language_of(app)
        return rendering.render_case(
            course.cases[self["name"]],
            course.terms,
            lang,
            course.words[lang],
            course_id=course.settings.id,
            href=href,
            heading=self.heading,
        )


class StudyNode(RenderedNode):
    """A place for review, cards, progress or the summary of them."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the frame; a script fills it from the answers in the reader's browser."""
        return rendering.render_study(course_of(app), language_of(app), self["name"])


class LinkMakerNode(RenderedNode):
    """The form with which an instructor makes a link to a fixed mixed test."""

    def html(self, app: Sphinx, href: Callable[[str], str | None]) -> str:
        """Return the form; it works in the browser alone."""
        course, lang = course_of(app), language_of(app)
        return rendering.render_link_maker(course, lang, course.words[lang])


RENDERED = (QuizNode, TestNode, DrawingNode, CaseNode, StudyNode, LinkMakerNode)


def setup(app: Sphinx) -> None:
    """Teach the HTML writer the rendered nodes; other writers pass over them."""
    for kind in RENDERED:
        app.add_node(
            kind,
            html=(_visit, None),
            latex=(_skip, None),
            text=(_skip, None),
            man=(_skip, None),
            texinfo=(_skip, None),
        )


def _visit(writer: HTML5Translator, node: RenderedNode) -> None:
    app: Sphinx = writer.builder.app
    writer.body.append(node.html(app, link_maker(app, writer.builder.current_docname)))
    raise nodes.SkipNode


def _skip(_writer: Any, _node: nodes.Node) -> None:
    raise nodes.SkipNode


def link_maker(app: Sphinx, docname: str, *, from_elsewhere: bool = False) -> Callable[[str], str | None]:
    """Return what turns a section's label into an address seen from *docname*; None for an unknown label.

    With *from_elsewhere* an address inside *docname* names the page too, for HTML that other pages show.
    """
    standard = app.env.get_domain("std")

    def href(label: str) -> str | None:
        found = standard.labels.get(label) or standard.anonlabels.get(label)  # type: ignore[attr-defined]
        if found is None:
            return None
        target, anchor = found[0], found[1]
        if target == docname and anchor and not from_elsewhere:
            return f"#{anchor}"
        address = app.builder.get_relative_uri(docname, target)
        return f"{address}#{anchor}" if anchor else address

    return href
