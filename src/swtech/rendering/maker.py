"""The fields that say what a test is made of, and the form with which an instructor makes a link to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from swtech.coverage import LEVELS
from swtech.language import LANGUAGES
from swtech.rendering.markup import element, json_block, words
from swtech.rendering.study import COUNTED
from swtech.rendering.wanted import LENGTH, LONGEST_SEED, LONGEST_TIME, Wanted, wanted
from swtech.text import to_plain

if TYPE_CHECKING:
    from swtech.course import Course

Words = Mapping[str, str]
Attributes = Mapping[str, str | bool | int | None]

MAKER_WORDS = (
    *("maker_none", "test_none", "test_no_level", "copied", "copy_by_hand"),
    *(f"test_available_{form}" for form in COUNTED),
)
"""The interface words that the script of the link maker speaks."""


def choices(course: Course, lang: str, quiz: Words, test: Wanted, *, seed_help: str) -> Iterator[str]:
    """Yield the fields for chapters, levels, length, time and seed, filled in for *test*; they need a script.

    *seed_help* names the interface word that says what a seed is for.
    """
    yield _group("chapters", quiz["maker_chapters"], _every(quiz), *_chapters(course, lang, test))
    levels = [
        _box(
            "levels",
            level,
            element("b", {}, words(quiz[f"test_{level}"])) + words(f" – {quiz[f'test_{level}_about']}"),
            checked=not test.levels or level in test.levels,
        )
        for level in LEVELS
    ]
    yield _group("levels", quiz["test_levels"], *levels)
    total = sum(len(bank.items) for bank in course.banks.values())
    number: Attributes = {"type": "number", "inputmode": "numeric", "min": 1}
    minutes: Attributes = {**number, "max": LONGEST_TIME, "aria-describedby": "sw-help-minutes"}
    text: Attributes = {"type": "text", "maxlength": LONGEST_SEED, "value": test.seed}
    other = element(
        "button", {"type": "button", "class": "sw-button", "data-seed": True}, words(quiz["test_other"])
    )
    help_with = {"class": "sw-instruction"}
    yield element(
        "div",
        {"class": "sw-maker-fields"},
        _field("n", quiz["maker_n"], {**number, "max": total, "value": min(test.n, total)}),
        _field("minutes", quiz["test_minutes"], minutes),
        element("p", {**help_with, "id": "sw-help-minutes"}, words(quiz["test_minutes_help"])),
    )
    yield element(
        "div",
        {"class": "sw-maker-fields"},
        _field("seed", quiz["maker_seed"], {**text, "aria-describedby": "sw-help-seed"}),
        other,
        element("p", {**help_with, "id": "sw-help-seed"}, words(quiz[seed_help])),
    )
    yield element("p", {"class": "sw-test-available", "role": "status"})


def _group(name: str, legend: str, *rows: str) -> str:
    title = element("legend", {}, words(legend))
    return element("fieldset", {"class": f"sw-maker-{name}"}, title, "\n", *(f"{row}\n" for row in rows))


def _every(quiz: Words) -> str:
    buttons = [
        element(
            "button", {"type": "button", "class": "sw-test-quiet", "data-check": check}, words(quiz[word])
        )
        for check, word in (("all", "test_all"), ("none", "test_clear"))
    ]
    return element("div", {"class": "sw-maker-every"}, *buttons)


def _chapters(course: Course, lang: str, test: Wanted) -> Iterator[str]:
    for number, (slug, bank) in enumerate(course.banks.items(), 1):
        title = to_plain(bank.title[lang])
        # How many items of each level: the script tells at once how many there are to draw from.
        totals = " ".join(str(sum(item.level == level for item in bank.items)) for level in LEVELS)
        text = words(f"{number}. {title} ({len(bank.items)})")
        data = {"data-title": title, "data-totals": totals}
        yield _box("chapters", slug, text, checked=slug in test.chapters, data=data)


def _box(name: str, value: str, text: str, *, checked: bool, data: Mapping[str, str] | None = None) -> str:
    box = element(
        "input", {"type": "checkbox", "name": name, "value": value, "checked": checked, **(data or {})}
    )
    return element("label", {"class": "sw-choice"}, box, element("span", {}, text))


def _field(name: str, label: str, attributes: Attributes) -> str:
    field = element("input", {"name": name, "autocomplete": "off", **attributes})
    return element(
        "label", {"class": f"sw-maker-field sw-maker-{name}"}, element("span", {}, words(label)), field
    )


def render_link_maker(
    course: Course, lang: str, wording: Mapping[str, Any], *, page: str = "../{lang}/test.html"
) -> str:
    """Return the form that makes a link to a mixed test, in both editions.

    *page* is where the test lies, seen from the form's page, with {lang} for the edition.
    """
    quiz: Words = wording["quiz"]
    total = sum(len(bank.items) for bank in course.banks.values())
    fields = choices(course, lang, quiz, wanted(course, n=min(LENGTH, total)), seed_help="maker_seed_help")
    links = [_link(edition, page, course, quiz) for edition in LANGUAGES]
    return (
        element(
            "div",
            {"class": "sw-link-maker sw-test-panel", "lang": lang},
            "\n",
            json_block("sw-maker-words", {key: quiz[key] for key in MAKER_WORDS}),
            "\n",
            *(f"{field}\n" for field in fields),
            element("div", {"class": "sw-maker-links", "hidden": True}, "\n", *links),
            "\n",
            element("p", {"class": "sw-status", "role": "status"}),
            "\n",
            element("noscript", {}, element("p", {}, words(quiz["maker_noscript"]))),
            "\n",
        )
        + "\n"
    )


def _link(edition: str, page: str, course: Course, quiz: Words) -> str:
    language = str(course.words[edition]["language"])
    label = quiz["maker_link"].format(language=language)
    attributes: Attributes = {
        "type": "text",
        "readonly": True,
        "data-page": page.format(lang=edition),
        "data-edition": edition,
    }
    named = element(
        "label",
        {"class": "sw-maker-field"},
        element("span", {}, words(label)),
        element("input", attributes),
    )
    copy = element(
        "button",
        {"type": "button", "class": "sw-button", "aria-label": quiz["copy_link"].format(language=language)},
        words(quiz["copy"]),
    )
    return element("div", {"class": "sw-maker-link"}, named, copy) + "\n"
