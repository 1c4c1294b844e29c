"""A mixed test drawn from several banks, and the form with which an instructor makes a link to one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from swtech.draw import draw
from swtech.errors import SwtechError, did_you_mean
from swtech.language import LANGUAGES
from swtech.rendering.markup import element, json_block, words
from swtech.rendering.quiz import render_quiz
from swtech.text import Href, to_plain

if TYPE_CHECKING:
    from swtech.course import Course
    from swtech.model import Bank, Item

LENGTH, SEED = 10, "1"
TEST_WORDS = ("test_chapters", "test_settings", "test_other", "test_wait", "test_failed")


def drawn_items(course: Course, chapters: Sequence[str] | None, n: int, seed: str | int) -> list[Item]:
    """Return the *n* items that *seed* draws from the banks of *chapters*, or from all banks."""
    items = {item.id: item for slug in _slugs(course, chapters) for item in course.banks[slug].items}
    return [items[name] for name in draw(items, n, seed)]


def _slugs(course: Course, chapters: Sequence[str] | None) -> list[str]:
    for slug in chapters or ():
        if slug not in course.banks:
            otherwise = f"The banks are {', '.join(course.banks)}."
            raise SwtechError(f"there is no bank {slug}. {did_you_mean(slug, course.banks, otherwise)}")
    return [slug for slug in course.banks if not chapters or slug in chapters]


def _chapters(banks: Mapping[str, Bank], lang: str) -> list[dict[str, Any]]:
    return [
        {"slug": slug, "title": to_plain(bank.title[lang]), "total": len(bank.items)}
        for slug, bank in banks.items()
    ]


def render_test(
    course: Course,
    lang: str,
    *,
    chapters: Sequence[str] | None = None,
    n: int = LENGTH,
    seed: str | int = SEED,
    href: Href | None = None,
    heading: int = 2,
    banks: str = "_banks/",
) -> str:
    """Return a mixed test in *lang*: *n* items that *seed* draws from *chapters*, or from every chapter.

    On a page, an address such as ``?chapters=cycle,groups&n=10&seed=7`` asks for another draw, made from the
    scripts of `bank_script` in the folder *banks*. Raises SwtechError for an unknown chapter.
    """
    wording: Mapping[str, Any] = course.words[lang]
    quiz: Mapping[str, str] = wording["quiz"]
    slugs = _slugs(course, chapters)
    items = drawn_items(course, chapters, n, seed)
    titles = " · ".join(to_plain(course.banks[slug].title[lang]) for slug in slugs)
    data = {
        "chapters": _chapters(course.banks, lang),
        "drawn": slugs,
        "n": n,
        "seed": str(seed),
        "banks": banks,
        "words": {key: quiz[key] for key in TEST_WORDS},
    }
    head = element(
        "div",
        {"class": "sw-test-head"},
        element("p", {"class": "sw-test-chapters"}, words(quiz["test_chapters"].format(titles=titles))),
        element(
            "p", {"class": "sw-test-settings"}, words(quiz["test_settings"].format(n=len(items), seed=seed))
        ),
        element("p", {"class": "sw-test-status", "role": "status"}),
    )
    where = {item.id: slug for slug in slugs for item in course.banks[slug].items}
    questions = render_quiz(items, lang, wording, banks=where, course_id=course.settings.id, href=href, heading=heading)
    block = json_block("sw-test-data", data)
    return element("div", {"class": "sw-test", "lang": lang}, "\n", block, "\n", head, "\n", questions) + "\n"


def render_link_maker(
    course: Course, lang: str, wording: Mapping[str, Any], *, page: str = "../{lang}/test.html"
) -> str:
    """Return the form that makes a link to a mixed test: chapters, length and seed, in both editions.

    *page* is where the test lies, seen from the form's page, with {lang} for the edition.
    """
    quiz: Mapping[str, str] = wording["quiz"]
    boxes = []
    for number, chapter in enumerate(_chapters(course.banks, lang), 1):
        box = element(
            "input",
            {
                "type": "checkbox",
                "name": "chapters",
                "value": chapter["slug"],
                "data-total": chapter["total"],
                "checked": True,
            },
        )
        text = words(f"{number}. {chapter['title']} ({chapter['total']})")
        boxes.append(element("label", {"class": "sw-choice"}, box, element("span", {}, text)) + "\n")
    total = sum(len(bank.items) for bank in course.banks.values())
    fields = [
        _field("n", quiz["maker_n"], {"type": "number", "min": 1, "max": total, "value": min(LENGTH, total)}),
        _field("seed", quiz["maker_seed"], {"type": "text", "maxlength": 40, "value": SEED}),
    ]
    links = [_link(edition, page, course, quiz) for edition in LANGUAGES]
    legend = element("legend", {}, words(quiz["maker_chapters"]))
    attributes = {"class": "sw-link-maker", "lang": lang, "data-none": quiz["maker_none"]}
    return (
        element(
            "div",
            {**attributes, "data-copied": quiz["copied"], "data-by-hand": quiz["copy_by_hand"]},
            "\n",
            element("fieldset", {"class": "sw-maker-chapters"}, legend, "\n", *boxes),
            "\n",
            element("div", {"class": "sw-maker-fields"}, *fields),
            "\n",
            element("p", {"class": "sw-instruction"}, words(quiz["maker_seed_help"])),
            "\n",
            element("div", {"class": "sw-maker-links", "hidden": True}, "\n", *links),
            "\n",
            element("p", {"class": "sw-status", "role": "status"}),
            "\n",
            element("noscript", {}, element("p", {}, words(quiz["maker_noscript"]))),
            "\n",
        )
        + "\n"
    )


def _field(name: str, label: str, attributes: Mapping[str, str | int]) -> str:
    field = element("input", {"name": name, "autocomplete": "off", **attributes})
    return element("label", {"class": "sw-maker-field"}, element("span", {}, words(label)), field)


def _link(edition: str, page: str, course: Course, quiz: Mapping[str, str]) -> str:
    language = str(course.words[edition]["language"])
    label = quiz["maker_link"].format(language=language)
    address = element(
        "input",
        {"type": "text", "readonly": True, "data-page": page.format(lang=edition), "data-edition": edition},
    )
    named = element("label", {"class": "sw-maker-field"}, element("span", {}, words(label)), address)
    copy = element(
        "button",
        {"type": "button", "class": "sw-button", "aria-label": quiz["copy_link"].format(language=language)},
        words(quiz["copy"]),
    )
    return element("div", {"class": "sw-maker-link"}, named, copy) + "\n"
