"""The places where the scripts of review, cards and progress work: an empty frame with the words they speak.

What a student sees there is made of the answers in this browser, so there is nothing to show without a script.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from swtech.rendering.markup import element, json_block, words
from swtech.rendering.quiz import ENGINE_WORDS

if TYPE_CHECKING:
    from swtech.course import Course

STUDIES: Mapping[str, tuple[str, ...]] = {
    "review": (*ENGINE_WORDS,),
    "cards": (),
    "progress": (),
    "summary": (),
}
"""What can stand on a page, with the interface words that its script speaks."""


def render_study(course: Course, lang: str, name: str) -> str:
    """Return the frame of the study tool *name*, one of `STUDIES`, in *lang*."""
    wording: Mapping[str, str] = course.words[lang]["quiz"]
    attributes = {
        "class": f"sw-study sw-study-{name}",
        "lang": lang,
        "data-study": name,
        "data-course": course.settings.id,
    }
    spoken = json_block("sw-words", {key: wording[key] for key in STUDIES[name]})
    without = element("noscript", {}, element("p", {"class": "sw-noscript"}, words(wording["study_noscript"])))
    return element("div", attributes, "\n", spoken, "\n", without, "\n") + "\n"
