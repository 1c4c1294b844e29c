"""What the page of progress says, in a real browser: the numbers of the logs, advice, and the record of work."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from swtech.language import format_date
from tests.browser.conftest import Visit, answered, kept
from tests.browser.progress_page import SOME, Logs, Words, here, named, press, progress, status, tool
from tests.browser.test_engine import BOTH, KINDS, axe, tab_to

pytestmark = pytest.mark.browser


# ---- What has been done ---------------------------------------------------------------------------------------


@BOTH
def test_numbers_are_those_of_the_logs(visit: Visit, kinds_site: str, words: Words, lang: str) -> None:
    """Chapter and objective say what is answered, mastered and due, in words, and lead to where one goes on."""
    page = progress(visit, kinds_site, lang)
    chapter = page.locator(".sw-chapter")
    expect(chapter.locator("> .sw-goal-state .sw-state")).to_have_text(words(lang, "progress_seen"))
    expect(chapter.locator("> .sw-figures")).to_have_text(
        f"{words(lang, 'study_answered', n=4, total=9)} · {words(lang, 'progress_gained', n=1)}"
    )
    # A chapter counts its card and its case too, an objective its questions.
    due = chapter.locator("> .sw-goal-state .sw-due")
    expect(due).to_have_text(words(lang, "progress_due", n=4))
    assert due.get_attribute("href") == "review.html"
    expect(page.locator(".sw-whole .sw-due")).to_have_text(words(lang, "progress_due", n=4))
    expect(chapter.locator(".sw-goal")).to_be_hidden()
    chapter.locator("summary").click()
    goal = chapter.locator(".sw-goal")
    expect(goal.locator(".sw-due")).to_have_text(words(lang, "progress_due", n=2))
    assert goal.locator("a").first.get_attribute("href") == "kinds.html#objective-kinds-all"
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_four_of_five_questions_master_an_objective(visit: Visit, kinds_site: str, words: Words) -> None:
    """With eight questions of nine mastered the objective and its chapter are, and the sign says so in a word."""
    logs = named({f"kinds-{kind}": [answered(9, 1), answered(2, 1)] for kind in KINDS[:-1]})
    page = progress(visit, kinds_site, logs=logs)
    state = page.locator(".sw-chapter > .sw-goal-state .sw-state")
    expect(state).to_have_text(words("kk", "progress_mastered"))
    expect(state.locator(".sw-tick")).to_have_count(1)
    expect(page.locator(".sw-chapter summary")).to_have_text(words("kk", "progress_goals", n=1, total=1))


@BOTH
def test_before_the_first_answer_the_page_says_what_to_do(
    visit: Visit, kinds_site: str, words: Words, lang: str
) -> None:
    """Nothing is answered: chapters are there all the same, nothing is sad, nothing is counted up."""
    page = progress(visit, kinds_site, lang, {})
    expect(tool(page, "progress")).to_contain_text(words(lang, "progress_none"))
    expect(tool(page, "confidence")).to_contain_text(words(lang, "progress_unasked"))
    expect(page.locator(".sw-leeches")).to_have_count(0)
    press(page, "file", words(lang, "data_export"))
    expect(tool(page, "file").locator(".sw-status").first).to_have_text(words(lang, "data_nothing"))


def test_what_is_forgotten_again_and_again_is_named(visit: Visit, kinds_site: str, words: Words) -> None:
    """A question answered wrong on four days is called by its stem and leads to its section."""
    days = named({"kinds-choice": [answered(day, 0) for day in (20, 15, 10, 5)]})
    page = progress(visit, kinds_site, logs=days)
    leech = page.locator(".sw-leeches li")
    expect(leech).to_contain_text("Бұл қай кезең?")
    expect(leech).to_contain_text(words("kk", "review_lapses_other", count=4))
    assert leech.locator("a").get_attribute("href") == "kinds.html#kinds-section"


def sure_of(right: int, wrong: int, doubted_right: int, doubted_wrong: int) -> Logs:
    """A log with so many answers of each sort."""
    sorts = [(1, True, right), (0, True, wrong), (1, False, doubted_right), (0, False, doubted_wrong)]
    given = [answered(0.1, score, sure=sure) for score, sure, count in sorts for _ in range(count)]
    return named({"kinds-choice": given})


@pytest.mark.parametrize(
    ("counts", "advice"),
    [
        ((9, 1, 3, 2), "few"),
        ((10, 10, 3, 5), "over"),
        ((7, 3, 7, 3), "flat"),
        ((18, 2, 8, 2), "under"),
        ((18, 2, 5, 5), "good"),
    ],
)
def test_confidence_is_compared_with_what_came_out(
    visit: Visit, kinds_site: str, words: Words, counts: tuple[int, int, int, int], advice: str
) -> None:
    """Both sorts of answers say how many were right; the advice follows, and too few answers give none."""
    right, wrong, doubted_right, doubted_wrong = counts
    page = progress(visit, kinds_site, logs=sure_of(*counts))
    shown = tool(page, "confidence")
    for place, (good, bad) in enumerate(((right, wrong), (doubted_right, doubted_wrong))):
        n = good + bad
        expected = words("kk", "progress_share", right=good, n=n, percent=round(100 * good / n))
        expect(shown.locator("dd").nth(place)).to_have_text(expected)
    expect(shown.locator(".sw-advice")).to_have_text(
        words("kk", f"progress_{advice}", n=sum(counts), least=20)
    )


def test_confidence_week_by_week(visit: Visit, kinds_site: str) -> None:
    """Where something was said in several weeks, each has its line."""
    page = progress(
        visit, kinds_site, logs=named({"kinds-choice": [answered(day, 1) for day in (30, 20, 1)]})
    )
    weeks = tool(page, "confidence").locator("details")
    weeks.locator("summary").click()
    expect(weeks.locator("tbody tr")).to_have_count(3)


# ---- The record of work ---------------------------------------------------------------------------------------


@BOTH
def test_the_record_says_what_was_done(visit: Visit, kinds_site: str, words: Words, lang: str) -> None:
    """It names the student, the days, counts, tests and cases, and says plainly that nobody watched."""
    page = progress(visit, kinds_site, lang)
    press(page, "record", words(lang, "record_show"))
    sheet = page.locator(".sw-record")
    name = "Әсем Өмірбек"
    tool(page, "record").get_by_label(words(lang, "record_field")).fill(name)
    expect(sheet.locator(".sw-record-name")).to_have_text(name)
    answered_mastered = [
        f"{words(lang, name)}: {words(lang, 'progress_of', right=n, n=9)}"
        for name, n in (("record_answered", 4), ("record_mastered", 1))
    ]
    expect(sheet.locator(".sw-record-chapter td")).to_have_text(answered_mastered)
    # One test: two answers that were judged in one moment.
    expect(sheet.locator("ul").first).to_contain_text(re.compile(r"2\D+1$"))
    expect(sheet.locator("ul").last).to_contain_text({"kk": "Алғашқы күн", "ru": "Первый день"}[lang])
    expect(sheet).to_contain_text(words(lang, "record_plain"))
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.reload()
    expect(sheet.locator(".sw-record-name")).to_have_text(name)


@BOTH
def test_dates_are_said_as_python_says_them(visit: Visit, kinds_site: str, lang: str) -> None:
    """Every month has its name in both languages, the same that the rest of the course would write."""
    days = [date(2025, month, month + 2) for month in range(1, 13)]
    tests = [answered(0, 1, mode="test", at=f"{day}T12:00:00.000Z") for day in days]
    page = progress(visit, kinds_site, lang, named({"kinds-choice": tests}))
    for at, day in enumerate(days):
        expect(page.locator(".sw-record ul").first.locator("li").nth(at)).to_contain_text(
            f"{format_date(day, lang)}:", use_inner_text=False
        )


def test_only_the_record_is_printed(visit: Visit, kinds_site: str, words: Words) -> None:
    """The button prints; on paper the sheet stands alone, whether or not it was unfolded on the screen."""
    page = progress(visit, kinds_site)
    page.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    press(page, "record", words("kk", "record_print"))
    assert page.evaluate("globalThis.printed")
    expect(page.locator(".sw-record")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".sw-record")).to_be_visible()
    expect(page.locator(".sw-record table")).to_be_visible()
    for hidden in (page.locator("h1"), page.locator(".sw-chapter"), page.locator(".sw-record-tools")):
        expect(hidden).to_be_hidden()
    expect(tool(page, "erase")).to_be_hidden()


# ---- Everybody ------------------------------------------------------------------------------------------------


@BOTH
def test_all_by_keyboard_alone(visit: Visit, kinds_site: str, words: Words, lang: str) -> None:
    """Objectives are unfolded, everything is erased and brought back, a profile is made: no mouse is needed."""
    page = progress(visit, kinds_site, lang)
    tab_to(page, ".sw-chapter summary")
    page.keyboard.press("Enter")
    expect(page.locator(".sw-goal")).to_be_visible()
    erase = tool(page, "erase")
    tab_to(page, ".sw-study-erase button")
    page.keyboard.press("Enter")
    # Enter twice is not enough: the focus is on the question.
    page.keyboard.press("Enter")
    assert kept(page) == SOME
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(erase.get_by_role("button", name=words(lang, "data_undo"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sw-whole")).to_be_visible()
    assert kept(page) == SOME
    tab_to(page, ".sw-study-profiles form input")
    page.keyboard.type("Ұлы")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(here(page)).to_have_text("Ұлы")


def too_wide(page: Page) -> list[int]:
    """The widths, of a small phone and of 400% zoom, at which the page scrolls sideways."""
    found = []
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        if page.evaluate("document.documentElement.scrollWidth") != width:
            found.append(width)
    return found


@BOTH
def test_axe_finds_nothing_and_nothing_is_too_wide(
    visit: Visit, kinds_site: str, root: Path, words: Words, lang: str
) -> None:
    """With everything unfolded and asked, in the light and in the dark; nor in a shared device's tab."""
    given = named({"kinds-choice": [answered(day, day % 2) for day in range(40, 0, -2)]})
    page = progress(visit, kinds_site, lang, {**SOME, **given})
    page.evaluate(
        "name => localStorage.setItem('kinds.profiles', name)", json.dumps([{"id": "a", "name": "Ө" * 60}])
    )
    page.reload()
    expect(page.locator(".sw-leeches")).to_be_visible()
    for fold in page.locator("summary").all():
        fold.click()
    press(page, "record", words(lang, "record_show"))
    for opener in page.locator(".sw-asking > button").all():
        opener.click()
    press(page, "file", words(lang, "data_add"))
    expect(status(page, "file")).not_to_be_empty()
    assert axe(page, root) == []
    assert too_wide(page) == []
    small = page.locator(".sw-study :is(button, summary, input):visible").evaluate_all(
        "nodes => nodes.filter(node => node.getBoundingClientRect().height < 44).map(node => node.outerHTML)"
    )
    assert small == []
    page.locator(".sw-confirm button:visible").last.click()
    with page.expect_navigation():
        press(page, "profiles", words(lang, "data_share"))
    expect(page.locator(".sw-chapter")).to_be_visible()
    assert axe(page, root) == []
    assert too_wide(page) == []
