"""The {term} role: a word of the termbase, linked to its entry in the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import ReferenceRole

from swtech.sphinxext.edition import course_in

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Replace Sphinx's own {term}, which knows only words written in a {glossary} directive."""
    app.add_role_to_domain("std", "term", TermRole(), override=True)


class TermRole(ReferenceRole):
    """``{term}`shown words <term-id>` `` or ``{term}`term-id` ``, which shows the term itself."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return a reference to the term's entry in the glossary, or a message that names the nearest term."""
        course, lang = course_in(self.env)
        term = course.terms.get(self.target)
        if term is None:
            message = self.inliner.reporter.error(
                f"{{term}}: quizzes/terms.yml has no term {self.target!r}. `swtech check` suggests the nearest one.",
                line=self.lineno,
            )
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]
        self.env.note_dependency(str(course.root / "quizzes" / "terms.yml"))
        shown = self.title if self.has_explicit_title else term.term[lang]
        reference = addnodes.pending_xref(
            self.rawtext,
            nodes.inline(self.rawtext, shown, classes=["sw-term"]),
            refdomain="std",
            reftype="ref",
            reftarget=f"term-{term.id}",
            refexplicit=True,
            refwarn=True,
        )
        reference.source, reference.line = self.get_source_info()
        return [reference], []
