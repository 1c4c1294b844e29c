"""The directives of pages: boxes, objectives, terms, quizzes, drawings, cases, study tools, the link maker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from swtech.language import letter, sort_key
from swtech.rendering import STUDIES
from swtech.sphinxext import nodes as rendered
from swtech.sphinxext.edition import course_in

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx

    from swtech.course import Course
    from swtech.model import Case, Term


def setup(app: Sphinx) -> None:
    """Register the directives and the nodes they make."""
    rendered.setup(app)
    for name, directive in {
        "lead": Boxed,  # the situation that opens a chapter, set larger than the text
        "case": Boxed,  # an invented story through which the theory is followed
        "form": Boxed,  # a specialist's document, filled in
        "blank-form": Boxed,  # the same to be filled in by hand: on paper a page of its own
        "objectives": Objectives,
        "keyterms": KeyTerms,
        "quiz": Quiz,
        "drawing": Drawing,
        "branching": Branching,
        "case-list": CaseList,
        "glossary-terms": GlossaryTerms,
        "study": Study,
        "link-maker": LinkMaker,
    }.items():
        app.add_directive(name, directive)


class CourseDirective(SphinxDirective):
    """A directive that knows its edition's course."""

    @property
    def course(self) -> Course:
        """The course of the edition."""
        return course_in(self.env)[0]

    @property
    def lang(self) -> str:
        """The language of the edition."""
        return course_in(self.env)[1]

    def site_word(self, key: str) -> str:
        """Return the interface word *key* in the edition's language."""
        return str(self.course.words[self.lang]["site"][key])

    def quiz_word(self, key: str) -> str:
        """Return the engine's word *key* in the edition's language."""
        return str(self.course.words[self.lang]["quiz"][key])

    def depend_on(self, *parts: str) -> None:
        """Read this page again when the file at *parts* below the course's root changes."""
        self.env.note_dependency(str(self.course.root.joinpath(*parts)))

    def parsed(self, text: str) -> list[Node]:
        """Return *text*, a small Markdown, as paragraphs and lists."""
        box = nodes.Element()
        self.state.nested_parse(text.splitlines(), 0, box)  # type: ignore[arg-type]  # MyST takes a list of lines
        return box.children

    def box(self, name: str) -> nodes.container:
        """Return an empty container of class ``sw-name``."""
        container = nodes.container(classes=[f"sw-{name}"])
        container.source, container.line = self.get_source_info()
        return container


class Boxed(CourseDirective):
    """Text that stands apart: the directive's name is the box's class."""

    has_content = True

    def run(self) -> list[Node]:
        """Return the text in its container."""
        box = self.box(self.name)
        self.state.nested_parse(self.content, self.content_offset, box)
        return [box]


class Objectives(CourseDirective):
    """What the student will be able to do after the chapter: the objectives of the chapter's bank."""

    optional_arguments = 1

    def run(self) -> list[Node]:
        """Return a heading and a list, with an id for every objective."""
        slug = self.arguments[0] if self.arguments else self.env.docname
        bank = self.course.banks.get(slug)
        if bank is None:
            raise self.error(f"{{objectives}}: there is no bank quizzes/{slug}.yml")
        self.depend_on("quizzes", f"{slug}.yml")
        box = self.box("objectives")
        box += nodes.paragraph("", self.site_word("objectives"), classes=["sw-objectives-title"])
        entries = nodes.bullet_list()
        for objective in bank.objectives:
            entry = nodes.list_item(ids=[f"objective-{objective.id}"])
            entry += self.parsed(objective.text[self.lang])
            entries += entry
        box += entries
        return [box]


def term_entries(directive: CourseDirective, terms: list[Term], *, link: bool) -> nodes.definition_list:
    """Return a definition list of *terms*, each linked to the glossary when *link*, else as its place there."""
    course, lang, env = directive.course, directive.lang, directive.env
    standard = env.get_domain("std")
    entries = nodes.definition_list()
    for term in terms:
        name, label = term.term[lang], f"term-{term.id}"
        shown: Node = nodes.Text(name)
        if link:
            (shown,) = directive.state.inline_text(f"{{term}}`{term.id}`", directive.lineno)[0]
        title = nodes.term("", "", shown)
        if not link:
            title["ids"].append(label)
            standard.note_hyperlink_target(label, env.docname, label, name)  # type: ignore[attr-defined]
        body = nodes.definition()
        body += directive.parsed(term.definition[lang])
        if not link:
            label_of_example = nodes.inline("", directive.site_word("example"), classes=["sw-example-label"])
            for paragraph in directive.parsed(term.example[lang]):
                if isinstance(paragraph, nodes.paragraph):
                    paragraph["classes"].append("sw-term-example")
                    paragraph[:0] = [label_of_example, nodes.Text(" ")]
                body += paragraph
        if not link and term.chapter in course.banks:
            where = directive.parsed(f"[](#{term.chapter})")
            for paragraph in where:
                if isinstance(paragraph, nodes.paragraph):
                    paragraph["classes"].append("sw-term-chapter")
            body += where
        entries += nodes.definition_list_item("", title, body)
    return entries


class KeyTerms(CourseDirective):
    """The key terms of a chapter with their definitions."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[Node]:
        """Return the terms in the order given."""
        unknown = [name for name in self.arguments[0].split() if name not in self.course.terms]
        if unknown:
            raise self.error(f"{{keyterms}}: quizzes/terms.yml has no {', '.join(unknown)}")
        self.depend_on("quizzes", "terms.yml")
        box = self.box("keyterms")
        terms = [self.course.terms[name] for name in self.arguments[0].split()]
        box += term_entries(self, terms, link=True)
        return [box]


class GlossaryTerms(CourseDirective):
    """Every term of the termbase in the order of the edition's alphabet, a section for each letter."""

    def run(self) -> list[Node]:
        """Return one section a letter; a term's label is ``term-<id>`` in both editions."""
        self.depend_on("quizzes", "terms.yml")
        groups: dict[str, list[Term]] = {}
        for term in sorted(
            self.course.terms.values(), key=lambda term: sort_key(term.term[self.lang], self.lang)
        ):
            groups.setdefault(letter(term.term[self.lang], self.lang), []).append(term)
        sections: list[Node] = []
        letters = nodes.bullet_list(classes=["sw-letters"])
        for name, terms in groups.items():
            # The letter itself cannot be an id that both editions and old addresses share: its code point can.
            section = nodes.section("", nodes.title("", name), ids=[f"letter-{ord(name[0].lower()):x}"])
            link = nodes.reference("", name, internal=True, refid=section["ids"][0])
            letters += nodes.list_item("", nodes.paragraph("", "", link))
            section["classes"].append("sw-letter")
            section += term_entries(self, terms, link=False)
            sections.append(section)
        return [letters, *sections]


class Quiz(CourseDirective):
    """Items of a bank inside the text: the ids given, or the whole bank of ``:bank:``."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[Node]:
        """Return one quiz; an unknown item is an error that names it."""
        wanted = self.arguments[0].split() if self.arguments else []
        unknown = [name for name in wanted if not self.course.has_item(name)]
        if unknown:
            raise self.error(f"{{quiz}}: no bank has an item {', '.join(unknown)}")
        if not wanted:
            raise self.error("{quiz}: name the items, as in {quiz} cycle-goal cycle-order-stages")
        banks = {self.course.bank_of(name).bank for name in wanted}
        for slug in sorted(banks):
            self.depend_on("quizzes", f"{slug}.yml")
        node = rendered.QuizNode(bank=self.course.bank_of(wanted[0]).bank, items=wanted)
        node.source, node.line = self.get_source_info()
        return [node]


class Drawing(CourseDirective):
    """A figure of book/figures, numbered within its chapter."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the figure."""
        name = self.arguments[0]
        if name not in self.course.figures:
            raise self.error(f"{{drawing}}: there is no figure book/figures/{name}.yml")
        self.depend_on("book", "figures", f"{name}.yml")
        self.depend_on("book", "figures", f"{name}.svg")
        count = self.env.temp_data["swtech_drawings"] = self.env.temp_data.get("swtech_drawings", 0) + 1
        chapter = self.course.chapter_number(self.env.docname)
        node = rendered.DrawingNode(name=name, number=f"{chapter}.{count}" if chapter else str(count))
        node.source, node.line = self.get_source_info()
        return [node]


class Branching(CourseDirective):
    """A branching case of quizzes/cases."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the case with all its scenes; an unknown one is an error that names it."""
        name = self.arguments[0]
        if name not in self.course.cases:
            raise self.error(f"{{branching}}: there is no case quizzes/cases/{name}.yml")
        self.depend_on("quizzes", "cases", f"{name}.yml")
        self.depend_on("quizzes", "terms.yml")
        node = rendered.CaseNode(name=name)
        node.source, node.line = self.get_source_info()
        return [node]


class CaseList(CourseDirective):
    """The cases of a chapter, or of the whole course chapter by chapter, each with a link to its page."""

    optional_arguments = 1

    def run(self) -> list[Node]:
        """Return one list a chapter; with several chapters each list has its chapter above it."""
        wanted = self.arguments[0] if self.arguments else None
        groups: dict[str, list[Case]] = {}
        for case in self.course.cases.values():
            if wanted in {None, case.chapter}:
                groups.setdefault(case.chapter, []).append(case)
            self.depend_on("quizzes", "cases", f"{case.case}.yml")
        if wanted and not groups:
            raise self.error(f"{{case-list}}: no case has chapter: {wanted}")
        box = self.box("case-list")
        for chapter, cases in groups.items():
            if wanted is None:
                box += self._chapter(chapter)
            entries = nodes.definition_list()
            for case in cases:
                title = nodes.term(
                    "",
                    "",
                    *self.state.inline_text(f"[{case.title[self.lang]}](#case-{case.case})", self.lineno)[0],
                )
                body = nodes.definition("", *self.parsed(case.summary[self.lang]))
                depth = self.quiz_word("case_depth").format(n=len(case.expert_path))
                body += nodes.paragraph("", depth, classes=["sw-case-depth"])
                entries += nodes.definition_list_item("", title, body)
            box += entries
        return [box]

    def _chapter(self, slug: str) -> Node:
        number = self.course.chapter_number(slug)
        line = nodes.paragraph(classes=["sw-case-chapter"])
        if number:
            line += nodes.Text(f"{self.site_word('chapter').format(number=number)}. ")
        line += self.state.inline_text(f"[](#{slug})", self.lineno)[0]
        return line


class Study(CourseDirective):
    """A tool of self-study, by its name: review, cards, progress, or the summary for the first page."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the tool's place."""
        name = self.arguments[0]
        if name not in STUDIES:
            known = ", ".join(STUDIES)
            raise self.error(f"{{study}}: there is no tool {name}. The tools are {known}.")
        return [rendered.StudyNode(name=name)]


class LinkMaker(CourseDirective):
    """The form that makes a link to a mixed test with fixed chapters, length and seed."""

    def run(self) -> list[Node]:
        """Return the form."""
        for slug in self.course.banks:
            self.depend_on("quizzes", f"{slug}.yml")
        return [rendered.LinkMakerNode()]
