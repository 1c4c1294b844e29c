"""Quizzes in a notebook: `quiz("cycle")` and `test(n=10)` are anywidgets that answer to Python.

In Jupyter the engine shows the questions and the kernel keeps the attempts. On the static page only the
reference in the output counts (`application/vnd.swtech.quiz+json`): the site renders it anew from today's
banks, in the page's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, cast

import anywidget
import traitlets

from swtech.course import Course, load_course
from swtech.errors import SwtechError
from swtech.language import LANGUAGES
from swtech.rendering import render_quiz
from swtech.rendering.test import LENGTH, SEED, drawn_items
from swtech.scoring import score

if TYPE_CHECKING:
    from swtech.model import Item

STATIC = Path(__file__).parent / "static"
MIME = "application/vnd.swtech.quiz+json"


class Attempt(TypedDict):
    """One answer of the student, as it comes back from the browser; *outcome* is scored again in Python."""

    item: str
    at: str
    lang: str
    revision: int
    response: Any
    outcome: dict[str, Any]


class QuizWidget(anywidget.AnyWidget):
    """A quiz that composes with other widgets (`VBox`, `Tab`, `observe`) and hands its answers to Python.

    `attempts` is the list of all attempts, oldest first; `score` runs from 0 to 1: the points of each item's
    last attempt over the number of items. Both can be observed.
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "widget.css"

    html = traitlets.Unicode(read_only=True).tag(sync=True)
    attempts = traitlets.List(traitlets.Dict()).tag(sync=True)
    resets = traitlets.Dict().tag(sync=True)
    score = traitlets.Float(0.0, read_only=True)

    def __init__(
        self,
        items: Sequence[Item],
        lang: str,
        wording: Mapping[str, Any],
        reference: Mapping[str, Any],
        **traits: Any,
    ) -> None:
        self._items = {item.id: item for item in items}
        self._lang = lang
        self._reference = dict(reference)
        super().__init__(**traits)
        self.set_trait("html", render_quiz(items, lang, wording))

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the quiz, in order."""
        return tuple(self._items.values())

    @traitlets.validate("attempts")
    def _sound_attempts(self, proposal: Mapping[str, Any]) -> list[Attempt]:
        return [attempt for entry in proposal["value"] if (attempt := self._sound(entry)) is not None]

    def _sound(self, entry: Mapping[str, Any]) -> Attempt | None:
        """Return an attempt with its outcome scored here, or None for what is no attempt at this quiz."""
        item = self._items.get(entry["item"]) if isinstance(entry.get("item"), str) else None
        if item is None:
            return None
        lang = entry.get("lang")
        lang = lang if lang in LANGUAGES else self._lang
        response = entry.get("response")
        return {
            "item": item.id,
            "at": str(entry.get("at", "")),
            "lang": lang,
            "revision": item.revision,
            "response": response,
            "outcome": score(item, response, lang).to_json(),
        }

    @traitlets.observe("attempts", "resets")
    def _add_up(self, _change: object) -> None:
        last = {attempt["item"]: attempt for attempt in self.attempts}
        points = sum(
            attempt["outcome"]["score"]
            for name, attempt in last.items()
            if str(self.resets.get(name, "")) < attempt["at"] or not attempt["at"]
        )
        self.set_trait("score", points / len(self._items) if self._items else 0.0)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = cast("tuple[dict[str, Any], dict[str, Any]] | None", super()._repr_mimebundle_(**kwargs))
        if bundle is None:
            return None
        data, metadata = bundle
        # The plain text would hold an address in memory, another at each run.
        return {**data, MIME: self._reference, "text/plain": self.__repr__()}, metadata

    def __repr__(self) -> str:
        return f"<swtech quiz: {len(self._items)} items>"


def quiz(
    bank: str,
    *,
    lang: str | None = None,
    items: Iterable[str] | None = None,
    course: Course | str | Path | None = None,
) -> QuizWidget:
    """Return a widget with the items of *bank*, all of them or those named in *items*.

    *lang* is kk or ru; left out, it is that of the edition's folder the notebook lies in, else Kazakh.
    *course* is a course, or a path in one; left out, the folder that the kernel runs in. Raises SwtechError
    for an unknown bank or item.
    """
    course, lang = _course(course, [bank] if items is None else None), _language(lang)
    chosen = course.bank(bank).items if items is None else [course.item(name) for name in items]
    reference = {"bank": bank, "items": None if items is None else [item.id for item in chosen]}
    return QuizWidget(chosen, lang, course.words[lang], reference)


def test(
    chapters: Iterable[str] | None = None,
    n: int = LENGTH,
    seed: str | int = SEED,
    lang: str | None = None,
    *,
    course: Course | str | Path | None = None,
) -> QuizWidget:
    """Return a widget with a mixed test: *n* items that *seed* draws from *chapters*, or from every chapter.

    The same chapters, length and seed give the same items in every language, here and on the site.
    """
    slugs = None if chapters is None else list(chapters)
    course, lang = _course(course, slugs), _language(lang)
    chosen = drawn_items(course, slugs, n, seed)
    reference = {"test": {"chapters": slugs, "n": n, "seed": str(seed)}}
    return QuizWidget(chosen, lang, course.words[lang], reference)


test.__test__ = False  # type: ignore[attr-defined]  # pytest would take it for one of its own


def _course(course: Course | str | Path | None, banks: list[str] | None) -> Course:
    """Return the course with the *banks* that are asked for; with all, when one of them is not there."""
    if isinstance(course, Course):
        return course
    if banks is not None:
        part = load_course(course, pages=False, banks=banks)
        if all(slug in part.banks for slug in banks):
            return part
    # What is not there is named with its nearest neighbours, so all have to be known.
    return load_course(course, pages=False)


def _language(lang: str | None) -> str:
    if lang is None:
        here = Path.cwd()
        return next(
            (folder.name for folder in (here, *here.parents) if folder.name in LANGUAGES), LANGUAGES[0]
        )
    if lang not in LANGUAGES:
        raise SwtechError(f"there is no edition in {lang}. The languages are {' and '.join(LANGUAGES)}.")
    return lang
