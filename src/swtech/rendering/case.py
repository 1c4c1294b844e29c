"""A branching case as HTML: every scene with its decisions, their consequences, and the expert's path.

Without JavaScript it is read like a game book: a decision unfolds, and a link leads to the scene that follows.
The engine (`frontend/case/case.js`) shows one scene at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from swtech.model import Case, Decision, Scene, Term, Text
from swtech.rendering.item import nowhere
from swtech.rendering.markup import element, json_block, words
from swtech.text import Href, to_html

CASE_WORDS = (
    "case_step",
    "case_onward",
    "case_undo",
    "case_restart",
    "case_trail",
    "case_return",
    "case_same",
    "case_other",
    "case_result",
    "case_compared",
    "case_mine",
    "case_theirs",
    "unsaved",
)
"""The interface words that the engine speaks; the others stand in the HTML."""


def render_case(
    case: Case,
    terms: Mapping[str, Term],
    lang: str,
    wording: Mapping[str, Any],
    *,
    course_id: str = "",
    href: Href | None = None,
    heading: int = 2,
) -> str:
    """Return *case* as HTML in *lang*; see `render_item` for *wording*, *href* and *heading*.

    *terms* is the termbase, whose words stand behind the decisions. *course_id* names the database in which a
    page keeps the student's path.
    """
    page = _Page(case, terms, lang, wording["quiz"], href or nowhere, heading)
    attributes = {
        "class": "sw-branching",
        "lang": lang,
        "data-course": course_id or None,
        "data-case": case.case,
        "data-revision": case.revision,
    }
    spoken = json_block("sw-words", {key: wording["quiz"][key] for key in CASE_WORDS})
    scenes = [f"{page.scene(scene)}\n" for scene in case.scenes]
    return element("div", attributes, "\n", spoken, "\n", *scenes, page.expert_path(), "\n") + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """A case on its way to HTML."""

    case: Case
    terms: Mapping[str, Term]
    lang: str
    wording: Mapping[str, str]
    href: Href
    heading: int

    def html(self, text: Text | None, *, inline: bool = False) -> str:
        return "" if text is None else to_html(text[self.lang], href=self.href, inline=inline)

    def name(self, scene: str) -> str:
        return f"case-{self.case.case}-scene-{scene}"

    def scene(self, scene: Scene) -> str:
        name = self.name(scene.id)
        label = f"case_{scene.ending}" if scene.ending else "case_label"
        head = element(
            "div",
            {"class": "sw-head"},
            element("p", {"class": "sw-label"}, words(self.wording[label])),
            element("p", {"class": "sw-count"}),
        )
        parts = [head, element("div", {"class": "sw-situation"}, self.html(scene.text))]
        if scene.question:
            heading = {"class": "sw-stem", "id": f"{name}-question"}
            parts.append(element(f"h{self.heading}", heading, self.html(scene.question, inline=True)))
        if scene.decisions:
            rows = [f"{self.decision(decision)}\n" for decision in scene.decisions]
            parts.append(element("div", {"class": "sw-rows"}, "\n", *rows))
        attributes = {
            "class": f"sw-item sw-scene{f' sw-ending is-{scene.ending}' if scene.ending else ''}",
            "id": name,
            "data-scene": scene.id,
            "aria-labelledby": f"{name}-question" if scene.question else None,
            "aria-label": None if scene.question else self.wording[label],
        }
        return element("section", attributes, "\n", *(f"{part}\n" for part in parts))

    def decision(self, decision: Decision) -> str:
        said = [
            element("div", {"class": "sw-consequence"}, self.html(decision.consequence)),
            element("div", {"class": "sw-why-so"}, self.html(decision.feedback), self.behind(decision)),
            element(
                "p",
                {"class": "sw-onward"},
                element("a", {"href": f"#{self.name(decision.to)}"}, words(self.wording["case_onward"])),
            ),
        ]
        attributes: dict[str, str | bool] = {
            "class": "sw-row sw-decision",
            "data-decision": decision.id,
            "data-to": decision.to,
            "data-expert": decision.expert is not None,
        }
        summary = element("summary", {}, self.html(decision.text, inline=True))
        return element("details", attributes, summary, element("div", {"class": "sw-said"}, *said))

    def behind(self, decision: Decision) -> str:
        """Return the line that names the stage, principle or technology behind a decision."""
        if decision.behind not in self.terms:
            return ""
        term = words(self.terms[decision.behind].term[self.lang])
        address = self.href(f"term-{decision.behind}")
        shown = element("a", {"href": address}, term) if address else element("strong", {}, term)
        return element("p", {"class": "sw-behind"}, f"{words(self.wording['case_behind'])} {shown}")

    def expert_path(self) -> str:
        steps = [
            element(
                "li",
                {},
                element("p", {"class": "sw-step-question"}, self.html(scene.question, inline=True)),
                element("p", {"class": "sw-step-decision"}, self.html(decision.text, inline=True)),
                element(
                    "div", {"class": "sw-step-reason"}, self.html(decision.expert), self.behind(decision)
                ),
            )
            for scene, decision in self.case.expert_path
        ]
        summary = element("summary", {}, words(self.wording["case_expert"]))
        attributes = {"class": "sw-item sw-expert"}
        return element("details", attributes, summary, element("ol", {"class": "sw-steps"}, *steps))
