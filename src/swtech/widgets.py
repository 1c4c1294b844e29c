"""Quizzes in a notebook: `quiz("cycle")` and `test(n=10)` are anywidgets that answer to Python.

In Jupyter the engine shows the questions and the kernel keeps the attempts. On the static page only the
reference in the output counts (`application/vnd.swtech.quiz+json`): the site renders it anew from today's
banks, in the page's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict, cast

import anywidget
import traitlets

from swtech.attempts import moment, rows, tidy
from swtech.course import Course, load_course
from swtech.errors import SwtechError
from swtech.language import LANGUAGES
from swtech.rendering import render_item, render_quiz
from swtech.rendering.quiz import ENGINE_WORDS
from swtech.rendering.wanted import LENGTH, SEED, names, wanted
from swtech.scoring import score

if TYPE_CHECKING:
    from swtech.model import Item

STATIC = Path(__file__).parent / "static"
MIME = "application/vnd.swtech.quiz+json"


class Entry(TypedDict):
    """One answer of the student, as it comes back from the browser; *outcome* is scored again in Python."""

    item: str
    at: str
    lang: str
    revision: int
    response: Any
    outcome: dict[str, Any]
    sure: NotRequired[bool]
    hinted: NotRequired[bool]
    retry: NotRequired[bool]


class QuizWidget(anywidget.AnyWidget):
    """A quiz that composes with other widgets (`VBox`, `Tab`, `observe`) and hands its answers to Python.

    `attempts` is a table of all attempts, oldest first; `score` runs from 0 to 1: the points of each item's last
    attempt over the number of items. `log` holds the attempts as they came. `score` and `log` can be observed.
    """

    _esm = STATIC / "widget.js"
    _css = STATIC / "widget.css"

    html = traitlets.Unicode(read_only=True).tag(sync=True)
    log = traitlets.List(traitlets.Dict()).tag(sync=True)
    resets = traitlets.Dict().tag(sync=True)
    score = traitlets.Float(0.0, read_only=True)

    def __init__(
        self,
        items: Sequence[Item],
        lang: str,
        words: Mapping[str, Mapping[str, Any]],
        reference: Mapping[str, Any],
        banks: Mapping[str, str],
        **traits: Any,
    ) -> None:
        self._items = {item.id: item for item in items}
        self._banks = dict(banks)
        self._lang = lang
        self._reference = dict(reference)
        self._words = words
        super().__init__(**traits)
        self.set_trait("html", render_quiz(items, lang, words[lang], banks=banks))
        self.on_msg(self._tell_other)

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the quiz, in order."""
        return tuple(self._items.values())

    @property
    def attempts(self) -> Any:
        """All attempts, oldest first, a row each: a pandas data frame, or a list of dicts where there is no pandas.

        The columns are `swtech.attempts.COLUMNS`.
        """
        return tidy(rows(self.log, self._items, self._banks))

    @traitlets.validate("log")
    def _sound_log(self, proposal: Mapping[str, Any]) -> list[Entry]:
        return [attempt for entry in proposal["value"] if (attempt := self._sound(entry)) is not None]

    def _sound(self, entry: Mapping[str, Any]) -> Entry | None:
        """Return an attempt with its outcome scored here, or None for what is no attempt at this quiz."""
        item = self._items.get(entry["item"]) if isinstance(entry.get("item"), str) else None
        if item is None:
            return None
        lang = entry.get("lang")
        lang = lang if lang in LANGUAGES else self._lang
        response, at = entry.get("response"), entry.get("at")
        sound: Entry = {
            "item": item.id,
            "at": str(at) if moment(at) else "",
            "lang": lang,
            "revision": item.revision,
            "response": response,
            "outcome": score(item, response, lang).to_json(),
        }
        if isinstance(sure := entry.get("sure"), bool):
            sound["sure"] = sure
        if entry.get("hinted") is True:
            sound["hinted"] = True
        if entry.get("retry") is True:
            sound["retry"] = True
        return sound

    def _tell_other(self, _widget: object, content: Any, _buffers: object) -> None:
        """Answer a browser that asks for one item in the other language."""
        asked = content if isinstance(content, dict) else {}
        item, lang = self._items.get(str(asked.get("item"))), asked.get("lang")
        if item is None or lang not in LANGUAGES:
            return
        wording = self._words[lang]
        html = render_item(item, lang, wording, bank=self._banks.get(item.id, ""))
        spoken = {key: wording["quiz"][key] for key in ENGINE_WORDS}
        self.send({"item": item.id, "lang": lang, "html": html, "words": spoken})

    @traitlets.observe("log", "resets")
    def _add_up(self, _change: object) -> None:
        last = {attempt["item"]: attempt for attempt in self.log}
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
    return QuizWidget(chosen, lang, course.words, reference, _banks(course, chosen))


def test(
    chapters: Iterable[str] | None = None,
    n: int = LENGTH,
    seed: str | int = SEED,
    lang: str | None = None,
    *,
    levels: Iterable[str] | None = None,
    course: Course | str | Path | None = None,
) -> QuizWidget:
    """Return a widget with a mixed test: *n* items that *seed* draws from *chapters*, or from every chapter.

    *levels* leaves only items at these of remember, understand, apply and analyse. The same chapters, length,
    seed and levels give the same items in every language, here and on the site. Raises SwtechError for an
    unknown chapter or level, for a length or a seed that is none, and when no item is left.
    """
    slugs = list(names(chapters, "chapters", "cycle")) or None
    course, lang = _course(course, slugs), _language(lang)
    asked = wanted(course, slugs, n, seed, levels)
    chosen = asked.items(course)
    reference: dict[str, Any] = {"chapters": slugs, "n": asked.n, "seed": asked.seed}
    if asked.levels:
        reference["levels"] = list(asked.levels)
    return QuizWidget(chosen, lang, course.words, {"test": reference}, _banks(course, chosen))


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


def _banks(course: Course, items: Iterable[Item]) -> dict[str, str]:
    return {item.id: course.bank_of(item.id).bank for item in items}


def _language(lang: str | None) -> str:
    if lang is None:
        here = Path.cwd()
        return next(
            (folder.name for folder in (here, *here.parents) if folder.name in LANGUAGES), LANGUAGES[0]
        )
    if lang not in LANGUAGES:
        raise SwtechError(f"there is no edition in {lang}. The languages are {' and '.join(LANGUAGES)}.")
    return lang
