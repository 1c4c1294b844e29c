"""The places where the scripts of review, cards and progress work: an empty frame with the words they speak.

What a student sees there is made of the answers in this browser, so there is nothing to show without a script.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from swtech.rendering.markup import element, json_block, words

if TYPE_CHECKING:
    from swtech.course import Course

COUNTED = ("one", "few", "many", "other")
"""The forms of a word that stands beside a number, as browsers name them."""


def _counted(*names: str) -> tuple[str, ...]:
    return tuple(f"{name}_{form}" for name in names for form in COUNTED)


def _named(group: str, names: str) -> tuple[str, ...]:
    return tuple(f"{group}_{name}" for name in names.split())


CARD_WORDS = (
    "sure",
    "unsure",
    *_named("cards", "label recall answer meaning example judge right wrong glossary"),
    *_named("cards_ask", "definition term kk_ru ru_kk"),
    "cards_flip",
    "cards_flip_failed",
)
"""What is spoken where a card is asked."""
SITTING_WORDS = (
    "unsaved",
    *_named("review", "place more repeat end next wait failed retry later"),
    *_named("review", "right wrong reread left tomorrow tomorrow_none"),
    *_counted("review_overconfident", "review_n_items", "review_n_cards", "review_n_cases"),
)
"""What is spoken where one thing after another is asked, and at the end."""
REVIEW_WORDS = (
    "revised",
    "case_label",
    *_named("review", "unsure today kind due fresh items cards cases all start nothing"),
    *_named("review", "limit limit_help ahead ahead_note day leeches leeches_note"),
    *_named("review", "case case_open done back"),
    *_counted("review_lapses"),
)
DECK_WORDS = (
    *_named("cards", "chapters chapters_all chapters_some everything nothing faces definition term"),
    *_named("cards", "kk_ru ru_kk n count none start done unsure more"),
)
# The parts of the progress page, each under a heading of its own.
CHAPTER_WORDS = (
    "unsaved",
    "study_answered",
    "review_nothing",
    "review_leeches",
    "review_leeches_note",
    *_counted("review_lapses"),
    *_named("progress", "none gained goals due new seen practised mastered failed"),
)
CONFIDENCE_WORDS = (
    "sure",
    "unsure",
    *_named("progress", "unasked share share_none of few over under flat good weeks week"),
)
RECORD_WORDS = (
    "progress_of",
    *_named("record", "field show print title course name made days period answers table"),
    *_named("record", "what answered mastered rule tests test no_tests"),
    *_named("record", "cases case no_cases plain"),
    *_counted("record_n_days"),
)
STORED_WORDS = (
    "unsaved",
    *_named("data", "answers items cards cases damaged damaged_note size megabytes"),
    *_named("data", "kept loose keep keep_no tab"),
)
FILE_WORDS = (
    "copy",
    *_named("data", "export exported nothing as_text text copied by_hand"),
    *_named("data", "import paste add taken large unreadable foreign newer course none"),
)
PROFILE_WORDS = (
    *_named("data", "profiles nameless here switch rename name save cancel remove remove_ask remove_yes"),
    *_named("data", "removed no new create same unnamed refused device share_note share shared"),
    *_named("data", "leave leave_ask leave_yes own own_ask own_yes erase_failed"),
)
ERASE_WORDS = _named("data", "erase erase_ask erase_yes no erased undo undone erase_failed")

STUDIES: Mapping[str, tuple[str, ...]] = {
    "review": (*SITTING_WORDS, *CARD_WORDS, *REVIEW_WORDS),
    "cards": (*SITTING_WORDS, *CARD_WORDS, *DECK_WORDS),
    "progress": CHAPTER_WORDS,
    "confidence": CONFIDENCE_WORDS,
    "record": RECORD_WORDS,
    "stored": STORED_WORDS,
    "file": FILE_WORDS,
    "profiles": PROFILE_WORDS,
    "erase": ERASE_WORDS,
    "summary": _named("study", "title today fresh nothing take go_on answered progress"),
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
        "data-title": str(course.words[lang]["title"]) if name == "record" else None,
    }
    spoken = json_block("sw-words", {key: wording[key] for key in STUDIES[name]})
    if name == "summary":
        # Somebody without answers sees nothing of it, and without a script nobody has any.
        return element("div", attributes, "\n", spoken, "\n") + "\n"
    without = element(
        "noscript", {}, element("p", {"class": "sw-noscript"}, words(wording["study_noscript"]))
    )
    return element("div", attributes, "\n", spoken, "\n", without, "\n") + "\n"
