"""The page of a mixed test: the form that composes one, and the questions that the notebook asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from swtech.coverage import LEVELS
from swtech.rendering.maker import choices
from swtech.rendering.markup import element, json_block, words
from swtech.rendering.quiz import render_quiz
from swtech.rendering.study import COUNTED
from swtech.rendering.wanted import LENGTH, SEED, wanted
from swtech.text import Href, to_plain

if TYPE_CHECKING:
    from swtech.course import Course

SPOKEN = """
    settings other wait failed load_again none no_level ready rules change whole every_level time unlimited
    draft draft_about go_on anew anew_ask anew_yes anew_no forget last last_about look start
    questions to_questions strip number is_answered is_open is_marked mark left pause paused limit_off
    limit_on limit_gone half over over_about finish marked_list
    finish_anyway return result summary spent private objectives objectives_help right_of partly answers mistakes
    mistakes_about repeat link back levels
"""
COUNTED_WORDS = ("available", "limit", "left_minutes", "open")
TEST_WORDS = (
    *(f"test_{name}" for name in SPOKEN.split()),
    *(f"test_{name}_{form}" for name in COUNTED_WORDS for form in COUNTED),
    *(f"test_{level}" for level in LEVELS),
    *("right", "wrong", "unanswered", "finished", "unsaved"),
    *("maker_chapters", "maker_n", "maker_seed", "maker_none", "copy", "copied", "copy_by_hand"),
)
"""The interface words that a test's script speaks."""


def render_test(
    course: Course,
    lang: str,
    *,
    chapters: Iterable[str] | None = None,
    n: int = LENGTH,
    seed: str | int = SEED,
    levels: Iterable[str] | None = None,
    href: Href | None = None,
    heading: int = 2,
) -> str:
    """Return a mixed test in *lang*: *n* items that *seed* draws from *chapters*, or from every chapter.

    Without a script these can be read. With one the page first asks which test to take; an address such as
    ``?chapters=cycle,groups&n=10&seed=7&levels=apply,analyse&minutes=20`` asks for one that is ready to start.
    Raises SwtechError for what no test can be made of.
    """
    wording: Mapping[str, Any] = course.words[lang]
    quiz: Mapping[str, str] = wording["quiz"]
    test = wanted(course, chapters, n, seed, levels)
    items = test.items(course)
    titles = " · ".join(to_plain(course.banks[slug].title[lang]) for slug in test.chapters)
    settings = quiz["test_settings"].format(n=len(items), seed=test.seed)
    data = {
        "standard": {
            "slugs": test.chapters,
            "n": len(items),
            "seed": test.seed,
            "levels": test.levels,
            "minutes": 0,
        },
        "words": {key: quiz[key] for key in TEST_WORDS},
    }
    head = element(
        "div",
        {"class": "sw-test-head"},
        element("p", {"class": "sw-test-chapters"}, words(quiz["test_chapters"].format(titles=titles))),
        element("p", {"class": "sw-test-settings"}, words(settings)),
    )
    form = element(
        "form",
        {"class": "sw-test-form sw-test-panel", "hidden": True, "novalidate": True},
        "\n",
        element(f"h{heading}", {}, words(quiz["test_build"])),
        "\n",
        *(f"{part}\n" for part in choices(course, lang, quiz, test, seed_help="test_seed_help")),
        element(
            "div",
            {"class": "sw-test-actions"},
            element("button", {"class": "sw-button is-primary"}, words(quiz["test_start"])),
        ),
        "\n",
    )
    where = {item.id: slug for slug in test.chapters for item in course.banks[slug].items}
    questions = render_quiz(
        items, lang, wording, banks=where, course_id=course.settings.id, href=href, heading=heading
    )
    attributes = {"class": "sw-test", "lang": lang, "data-course": course.settings.id}
    parts = (json_block("sw-test-data", data), form, head, questions)
    return element("div", attributes, "\n", *(f"{part}\n" for part in parts)) + "\n"
