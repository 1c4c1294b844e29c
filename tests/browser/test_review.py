"""The review in a real browser: what is due comes, one thing at a time, and every answer counts once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, answered, give, kept
from tests.browser.test_engine import BOTH, TYPED, axe, parts, tab_to

pytestmark = pytest.mark.browser

NONE = {"kk": "Жауап берілмеді", "ru": "Нет ответа"}
LEFT = {"kk": "Қалғаны: 1", "ru": "Осталось: 1"}
CARD, CASE = "card:wardship/definition", "case:first-day"
DUE: list[tuple[str, dict[str, Any]]] = [
    ("kinds-choice", answered(9, 0)),
    ("kinds-short", answered(8, 1)),
    (CARD, answered(30, 1, mode="card")),
]
"""A question answered wrong, one answered right, and a card: all three are due."""
ENDED = answered(40, 0.5, mode="case", remarks={"ending": "good"})
NOTHING_NEW = """() => localStorage.setItem("kinds..settings", JSON.stringify({ fresh: 0 }))"""


def review(visit: Visit, site: str, lang: str, due: list[tuple[str, dict[str, Any]]]) -> Page:
    """The page of the review in a browser that has answered *due*, and wants nothing new."""
    page = visit.open(f"{site}/{lang}/kinds.html")
    give(page, due)
    page.evaluate(NOTHING_NEW)
    page.goto(f"{site}/{lang}/review.html")
    return page


def start(page: Page) -> None:
    """Begin the sitting."""
    page.locator(".sw-board .is-primary").click()
    expect(shown(page)).to_be_visible()


def shown(page: Page) -> Locator:
    """What is asked now."""
    return page.locator(".sw-stage .sw-item")


def count(page: Page) -> Locator:
    """Where the sitting stands."""
    return page.locator(".sw-sitting .sw-count")


def choose(page: Page, part: str) -> None:
    """Choose an answer of the question with choices."""
    page.locator(f"#item-kinds-choice [data-part={part}] label").click()


@BOTH
def test_a_whole_review_by_keyboard_alone(visit: Visit, kinds_site: str, lang: str) -> None:
    """From the first key to the summary no mouse is needed, and the focus is always on what comes next."""
    page = review(visit, kinds_site, lang, DUE)
    expect(page.locator(".sw-today tfoot td").first).to_have_text("3")
    tab_to(page, ".sw-board .is-primary")
    page.keyboard.press("Enter")

    # Sure and wrong comes first. A wrong answer, in doubt: the key works inside the question.
    expect(shown(page)).to_have_id("item-kinds-choice")
    expect(shown(page).locator(".sw-stem")).to_be_focused()
    expect(count(page)).to_have_text("1 / 3")
    tab_to(page, "#item-kinds-choice input")
    page.keyboard.press("Space")
    wrong = shown(page).locator("input:checked").get_attribute("value")
    assert wrong != "c", "the order of the choices has changed: the first one is right now"
    page.keyboard.press("2")
    expect(shown(page).locator(".sw-verdict.is-wrong")).to_be_visible()
    expect(shown(page).locator(".sw-rationale")).to_be_visible()
    page.keyboard.press("Enter")

    rest = {"item", "card"}
    for place in (2, 3):
        expect(count(page)).to_have_text(f"{place} / 3")
        expect(shown(page).locator(".sw-stem")).to_be_focused()
        if "sw-term-card" in (shown(page).get_attribute("class") or ""):
            rest.discard("card")
            page.keyboard.press("1")
            expect(page.locator(".sw-card-back")).to_be_focused()
            page.keyboard.press("1")
        else:
            rest.discard("item")
            tab_to(page, "#item-kinds-short input")
            page.keyboard.type(TYPED[lang]["short"] + "1")
            expect(shown(page).locator("input")).to_have_value(TYPED[lang]["short"] + "1")
            page.keyboard.press("Backspace")
            tab_to(page, "#item-kinds-short .sw-confidence button:first-child")
            page.keyboard.press("Enter")
            expect(shown(page).locator(".sw-verdict.is-right")).to_be_visible()
            page.keyboard.press("Enter")
    assert not rest

    # What went wrong comes again, and says so.
    expect(shown(page)).to_have_id("item-kinds-choice")
    expect(count(page)).to_have_text(LEFT[lang])
    expect(page.locator(".sw-study-note")).to_be_visible()
    tab_to(page, "#item-kinds-choice input")
    page.keyboard.press("Space")
    while shown(page).locator("input:checked").get_attribute("value") != "c":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("1")
    expect(shown(page).locator(".sw-verdict.is-right")).to_be_visible()
    page.keyboard.press("Enter")

    expect(page.locator(".sw-stage h2")).to_be_focused()
    assert page.locator(".sw-result dd").all_inner_texts() == ["2", "0", "1"]
    expect(page.locator(".sw-names a")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    logs = kept(page)
    first, again = logs["kinds-choice"][1:]
    assert (first["mode"], first["sure"], first["lang"], first["revision"]) == ("review", False, lang, 1)
    assert "retry" not in first
    assert again["retry"] is True
    assert again["outcome"]["verdict"] == "right"
    assert (logs[CARD][1]["mode"], logs[CARD][1]["response"], logs[CARD][1]["sure"]) == (
        "card",
        "right",
        True,
    )


@BOTH
def test_the_place_survives_a_reload(visit: Visit, kinds_site: str, lang: str) -> None:
    """After a reload the next thing is asked, what was answered is gone, and what went wrong still comes again."""
    page = review(visit, kinds_site, lang, DUE)
    start(page)
    choose(page, "a")
    shown(page).locator(".sw-confidence button").first.click()
    page.reload()
    expect(count(page)).to_have_text("2 / 3")
    expect(page.locator("#item-kinds-choice")).to_have_count(0)
    expect(page.locator("body")).to_be_focused()
    assert {name: len(log) for name, log in kept(page).items()} == {
        "kinds-choice": 2,
        "kinds-short": 1,
        CARD: 1,
    }
    # In the other edition the same sitting goes on.
    other = "ru" if lang == "kk" else "kk"
    page.goto(f"{kinds_site}/{other}/review.html")
    expect(count(page)).to_have_text("2 / 3")
    for place in (2, 3):
        expect(count(page)).to_have_text(f"{place} / 3")
        if shown(page).locator(".sw-ask").count():
            shown(page).locator(".sw-confidence:visible button").first.click()
            shown(page).locator(".sw-confidence:visible button").first.click()
        else:
            shown(page).locator("input").fill(TYPED[other]["short"])
            shown(page).locator(".sw-confidence button").first.click()
            shown(page).locator(".is-primary:visible").click()
    expect(page.locator("#item-kinds-choice")).to_be_visible()
    expect(count(page)).to_have_text(LEFT[other])


def test_the_sitting_can_be_ended_at_any_time(visit: Visit, kinds_site: str) -> None:
    """What is not asked stays for today, and is said to be left; a reload then begins at the beginning."""
    page = review(visit, kinds_site, "ru", DUE)
    start(page)
    page.locator(".sw-sitting button").click()
    expect(page.locator(".sw-stage")).to_contain_text("На сегодня осталось: 2 вопроса, 1 карточка.")
    page.reload()
    expect(page.locator(".sw-today tfoot td").first).to_have_text("3")


def test_new_material_is_limited(visit: Visit, kinds_site: str) -> None:
    """The student says how much new a day; the board follows, and the choice is kept."""
    page = visit.open(f"{kinds_site}/kk/review.html")
    fresh = page.locator(".sw-today tbody tr td:nth-child(3)")
    expect(fresh.first).to_be_visible()
    assert sum(map(int, fresh.all_inner_texts())) == 10
    field = page.locator(".sw-study-setting input")
    for typed, held in (("3", "3"), ("999", "50"), ("", "50"), ("0", "0")):
        field.fill(typed)
        field.press("Tab")
        expect(field).to_have_value(held)
    expect(page.locator(".sw-today")).to_have_count(0)
    page.reload()
    expect(field).to_have_value("0")


def test_an_item_that_changed_says_so(visit: Visit, kinds_site: str) -> None:
    """A question whose meaning changed since it was answered comes at once and says why."""
    page = review(visit, kinds_site, "ru", [("kinds-choice", answered(0.01, 1, revision=0))])
    start(page)
    expect(page.locator(".sw-study-note")).to_contain_text("изменился")
    expect(shown(page)).to_have_id("item-kinds-choice")


def test_a_case_counts_when_it_has_come_to_its_end(visit: Visit, kinds_site: str) -> None:
    """The card of a case leads to its page; when it has ended there, the review goes on by itself."""
    page = review(visit, kinds_site, "ru", [(CASE, ENDED), ("kinds-choice", answered(9, 1))])
    start(page)
    if not shown(page).locator("a.sw-button").count():
        choose(page, "c")
        shown(page).locator(".sw-confidence button").first.click()
        shown(page).locator(".is-primary:visible").click()
    expect(shown(page).locator(".sw-stem")).to_have_text("Первый день")
    shown(page).locator("a.sw-button").click()
    expect(page).to_have_url(re.compile("case-first-day"))
    # Left in the middle, it is still to be done.
    play = "([id, attempt]) => swtech.openStore('kinds').append(id, attempt)"
    page.evaluate(play, [CASE, answered(0, 1, mode="case")])
    page.goto(f"{kinds_site}/ru/review.html")
    expect(shown(page).locator(".sw-stem")).to_have_text("Первый день")
    # Played to its end in another tab, it is done as soon as the student looks here again.
    other = visit.open(f"{kinds_site}/ru/case-first-day.html")
    other.evaluate(play, [CASE, answered(0, 1, mode="case", remarks={"ending": "good"})])
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(shown(page).locator("a.sw-button")).to_have_count(0)
    if shown(page).count():
        choose(page, "c")
        shown(page).locator(".sw-confidence button").first.click()
        shown(page).locator(".is-primary:visible").click()
    expect(page.locator(".sw-result dd").first).to_have_text("2")


def test_what_is_forgotten_again_and_again_is_named(visit: Visit, kinds_site: str) -> None:
    """A leech is named on the first screen, with the way to where one reads about it."""
    given = [("kinds-choice", answered(days, 0)) for days in (40, 30, 20, 10)]
    page = review(visit, kinds_site, "ru", given)
    leech = page.locator(".sw-leeches a")
    expect(leech).to_have_attribute("href", "kinds.html#kinds-section")
    expect(page.locator(".sw-leeches li")).to_contain_text("не вспомнилось 4 раза")


def test_the_next_two_weeks_are_shown_in_words_too(visit: Visit, kinds_site: str) -> None:
    """Every column of the chart says its day and its number to whoever does not see it."""
    page = review(visit, kinds_site, "kk", DUE)
    columns = page.locator(".sw-columns li .sw-hidden")
    expect(columns).to_have_count(14)
    texts = columns.all_inner_texts()
    assert texts[0].endswith(": 3")
    assert all(re.fullmatch(r"\d\d\.\d\d: \d+", text) for text in texts)


def test_a_bank_that_does_not_come_is_asked_for_again(visit: Visit, kinds_site: str) -> None:
    """On a line that breaks off the page says so and offers another try; nothing is lost."""
    page = review(visit, kinds_site, "ru", DUE[:1])
    page.route("**/_banks/kinds.js", lambda route: route.abort())
    page.locator(".sw-board .is-primary").click()
    expect(page.locator(".sw-study-note[role=alert]")).to_be_visible()
    expect(page.locator(".sw-stage .is-primary")).to_be_focused()
    page.unroute("**/_banks/kinds.js")
    page.locator(".sw-stage .is-primary").click()
    expect(shown(page)).to_have_id("item-kinds-choice")
    # The browser itself tells of the script that did not come.
    visit.complaints.clear()


def test_a_bank_that_does_not_come_holds_nothing_up(visit: Visit, kinds_site: str) -> None:
    """Its question is put off for this sitting, the next thing is asked, and the sitting can be ended at any time."""
    page = review(visit, kinds_site, "ru", [("kinds-choice", answered(9, 0)), DUE[2]])
    page.route("**/_banks/kinds.js", lambda route: route.abort())
    page.locator(".sw-board .is-primary").click()
    expect(page.locator(".sw-study-note[role=alert]")).to_be_visible()
    expect(page.locator(".sw-sitting button")).to_be_visible()
    page.get_by_role("button", name="Позже").click()
    expect(page.locator(".sw-term-card .sw-stem")).to_be_focused()
    expect(count(page)).to_have_text("1 / 1")
    page.reload()
    expect(page.locator(".sw-study-note[role=alert]")).to_be_visible()
    expect(page.locator("body")).to_be_focused()
    page.locator(".sw-sitting button").click()
    expect(page.locator(".sw-stage h2")).to_be_focused()
    visit.complaints.clear()


def test_a_bank_that_never_comes_does_not_lock_the_sitting(visit: Visit, kinds_site: str) -> None:
    """While the first thing loads, however long, the sitting can be ended."""
    page = review(visit, kinds_site, "ru", DUE[:1])
    page.route("**/_banks/kinds.js", lambda _: None)
    page.locator(".sw-board .is-primary").click()
    expect(page.locator(".sw-study-note")).to_be_visible()
    page.unroute("**/_banks/kinds.js")
    page.locator(".sw-sitting button").click()
    expect(page.locator(".sw-stage")).to_contain_text("На сегодня осталось: 1 вопрос.")


def test_what_the_course_has_no_longer_is_passed_over(visit: Visit, kinds_site: str) -> None:
    """A question that its bank does not have is not asked, and nothing is said of it; the next thing is."""
    page = review(visit, kinds_site, "ru", [("kinds-choice", answered(9, 0)), DUE[2]])
    empty = "swtech.register('ru/kinds', { words: {}, items: [] })"
    page.route(
        "**/ru/_banks/kinds.js", lambda route: route.fulfill(content_type="text/javascript", body=empty)
    )
    page.locator(".sw-board .is-primary").click()
    expect(page.locator(".sw-term-card .sw-stem")).to_be_focused()
    expect(count(page)).to_have_text("1 / 1")


@BOTH
def test_nothing_comes_to_mind(visit: Visit, kinds_site: str, lang: str) -> None:
    """In doubt and without an answer is wrong, with the whole answer shown; sure of nothing is no answer at all."""
    nothing = {"multiple": [], "short": "", "order": []}
    page = review(visit, kinds_site, lang, [(f"kinds-{kind}", answered(9, 0)) for kind in nothing])
    start(page)
    for place in range(1, 4):
        expect(count(page)).to_have_text(f"{place} / 3")
        kind = (shown(page).get_attribute("id") or "").removeprefix("item-kinds-")
        card = page.locator(f"#item-kinds-{kind}")
        # A digit may be meant for the second choice.
        page.keyboard.press("2")
        expect(card.locator(".sw-verdict")).to_have_count(0)
        if kind != "order":
            card.locator(".sw-confidence button").first.click()
            expect(card.locator(".sw-verdict.is-note")).to_be_visible()
            expect(card.locator(".is-wrong, .is-missed")).to_have_count(0)
        card.locator(".sw-confidence button").last.click()
        expect(card.locator(".sw-verdict.is-wrong")).to_be_visible()
        expect(card.locator(".sw-rationale")).to_be_visible()
        last = kept(page)[f"kinds-{kind}"][-1]
        assert (last["response"], last["sure"], last["outcome"]["verdict"]) == (nothing[kind], False, "wrong")
        card.locator(".is-primary:visible").click()
    # All come again, and in the chapter no answer is what stands there.
    expect(count(page)).to_have_text(LEFT[lang].replace("1", "3"))
    page.goto(f"{kinds_site}/{lang}/kinds.html")
    for kind in nothing:
        expect(page.locator(f"#item-kinds-{kind} .sw-verdict")).to_have_text(NONE[lang])


def test_places_are_not_learnt_by_heart(visit: Visit, kinds_site: str) -> None:
    """The choices stand in another order after each answer, the same one in both languages, and keys follow it."""
    orders = []
    for tries in (1, 2, 3):
        page = review(visit, kinds_site, "ru", [("kinds-choice", answered(9 + at, 0)) for at in range(tries)])
        start(page)
        orders.append(parts(shown(page)))
        shown(page).locator(".sw-flip").click()
        expect(shown(page)).to_have_attribute("lang", "kk")
        assert parts(shown(page)) == orders[-1]
        shown(page).locator("input").first.focus()
        for part in orders[-1][1:]:
            page.keyboard.press("ArrowDown")
            expect(shown(page).locator(":checked")).to_have_value(part)
        page.evaluate("swtech.openStore('kinds').erase()")
    assert len({tuple(order) for order in orders}) == len(orders)
    assert len({tuple(sorted(order)) for order in orders}) == 1


@BOTH
def test_axe_finds_nothing_in_any_state(visit: Visit, kinds_site: str, root: Path, lang: str) -> None:
    """The board, a question, its answer, both sides of a card, a case and the summary are free of violations."""
    leech = [("kinds-multiple", answered(days, 0)) for days in (40, 30, 20, 10)]
    page = review(visit, kinds_site, lang, [*DUE, *leech, (CASE, ENDED)])
    expect(page.locator(".sw-leeches a")).to_be_visible()
    assert axe(page, root) == []
    start(page)
    seen = set()
    for _ in range(5):
        fresh = page.locator(".sw-stage .sw-item:not([data-seen])")
        fresh.evaluate("node => node.dataset.seen = ''")
        thing = shown(page)
        kind = (thing.get_attribute("class") or "").split()[1]
        seen.add(kind)
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        assert axe(page, root) == []
        if kind == "sw-case-card":
            thing.locator("button").click()
        elif kind == "sw-term-card":
            thing.locator(".sw-confidence:visible button").last.click()
            assert axe(page, root) == []
            thing.locator(".sw-confidence:visible button").first.click()
        else:
            if kind == "sw-kind-short":
                thing.locator("input").fill(TYPED[lang]["short"])
            for part in {"sw-kind-choice": "c", "sw-kind-multiple": "abc"}.get(kind, ""):
                thing.locator(f"[data-part={part}] label").click()
            thing.locator(".sw-confidence button").first.click()
            assert axe(page, root) == []
            thing.locator(".is-primary:visible").click()
    assert len(seen) == 5
    expect(page.locator(".sw-results")).to_be_visible()
    assert axe(page, root) == []
