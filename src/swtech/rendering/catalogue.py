"""What review, cards, tests and the progress page must know of the whole course: two scripts an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from swtech.rendering.item import nowhere
from swtech.rendering.quiz import register
from swtech.rendering.sentences import first_sentence
from swtech.text import Href, to_html, to_plain

if TYPE_CHECKING:
    from swtech.course import Course
    from swtech.model import Bank

CATALOGUE, TERMS = "_catalogue", "_terms"
"""The names of the scripts; no bank's slug begins so."""


def catalogue_script(course: Course, lang: str, href: Href | None = None) -> str:
    """Return a classic script that registers every chapter with its objectives and items, terms and cases.

    It holds no question's text: those are in the script of their bank.
    """
    link = href or nowhere
    chapters = [_chapter(course, bank, lang, link) for bank in course.banks.values()]
    terms = [
        # A word that both languages spell alike needs no translating.
        {"id": term.id, "chapter": term.chapter}
        | ({"same": True} if term.term["kk"].casefold() == term.term["ru"].casefold() else {})
        for term in course.terms.values()
    ]
    cases = [
        {
            "id": f"case:{case.case}",
            "revision": case.revision,
            "chapter": case.chapter,
            "title": to_plain(case.title[lang]),
            "href": f"case-{case.case}.html",
        }
        for case in course.cases.values()
    ]
    return register(
        f"{lang}/{CATALOGUE}",
        {
            "course": course.settings.id,
            "version": course.settings.version,
            "chapters": chapters,
            "terms": terms,
            "cases": cases,
        },
    )


def _chapter(course: Course, bank: Bank, lang: str, href: Href) -> dict[str, Any]:
    return {
        "slug": bank.bank,
        "number": course.chapter_number(bank.bank),
        "title": to_plain(bank.title[lang]),
        "href": f"{bank.bank}.html",
        "objectives": [
            {"id": objective.id, "text": to_plain(objective.text[lang])} for objective in bank.objectives
        ],
        "items": [
            {
                "id": item.id,
                "objective": item.objective,
                "level": item.level,
                "revision": item.revision,
                "section": href(item.section),
            }
            for item in bank.items
        ],
    }


def terms_script(course: Course, lang: str, href: Href | None = None) -> str:
    """Return a classic script that registers the termbase: every term in *lang*, with its counterpart's name.

    A definition's first sentence says what the thing is; those after it often name the term, so that a card which
    asks for it shows the first one alone.
    """
    link = href or nowhere
    (other,) = (name for name in course.words if name != lang)
    entries = [
        {
            "id": term.id,
            "chapter": term.chapter,
            "term": term.term[lang],
            "other": term.term[other],
            "definition": to_html(term.definition[lang], href=link),
            "essence": to_html(first_sentence(term.definition[lang]), href=link),
            "example": to_html(term.example[lang], href=link),
            "href": link(f"term-{term.id}"),
        }
        for term in course.terms.values()
    ]
    return register(f"{lang}/{TERMS}", {"terms": entries})
