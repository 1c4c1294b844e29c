"""A test's time limit: it counts what is seen, says little, can be stopped and switched off, and takes nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.taking import FINISH, GO_ON, START, draft, finish
from tests.browser.test_engine import item

pytestmark = pytest.mark.browser

HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def timed(visit: Visit, kinds_site: str, minutes: int, lang: str = "ru") -> Page:
    """A test with a time limit, begun, on a clock that stands still unless it is wound."""
    visit.context.clock.install(time=datetime(2026, 9, 1, 10, tzinfo=UTC))
    page = visit.open(f"{kinds_site}/{lang}/test.html?chapters=kinds&n=9&seed=7&minutes={minutes}")
    page.clock.pause_at(datetime(2026, 9, 1, 11, tzinfo=UTC))
    page.locator(START).click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    return page


def timer(page: Page) -> Locator:
    """Where the time that is left stands."""
    return page.locator(".sw-test-time")


def said(page: Page) -> Locator:
    """What a screen reader is told."""
    return page.locator(".sw-test > [role=status]").first


def wind(page: Page, seconds: int) -> None:
    """Let time pass, with all that it sets off."""
    page.clock.run_for(seconds * 1000)


def test_time_is_told_at_half_five_minutes_one_and_the_end(visit: Visit, kinds_site: str) -> None:
    """In between the display goes on in silence; at the end the answers stay and finishing is offered."""
    page = timed(visit, kinds_site, 20)
    expect(page.locator(".sw-test-timer")).to_have_attribute("aria-live", "off")
    item(page, "choice").locator("[value=c]").check()
    wind(page, 9 * 60)
    expect(said(page)).to_have_text("")
    for seconds, text in (
        (62, "половина времени"),
        (300, "Осталось 5"),
        (240, "Осталась 1"),
        (60, "Время вышло, ваши ответы сохранены"),
    ):
        wind(page, seconds)
        expect(said(page)).to_contain_text(text)
    expect(timer(page)).to_have_text("Время вышло, ответы сохранены")
    over = page.locator(".sw-test-note:not(.sw-test-paused)")
    expect(over).to_contain_text("отвечать дальше")
    expect(page.locator(".sw-test-pause")).to_be_hidden()
    item(page, "short").locator("input").fill("непрерывность")
    page.locator(".sw-test-bar .is-primary").click()
    page.locator(".sw-test-ask .is-primary").click()
    expect(page.locator(".sw-test-points")).to_contain_text("2 из 9")


def test_a_pause_stops_the_time_and_hides_the_questions(visit: Visit, kinds_site: str) -> None:
    """While it lasts nothing can be read on; afterwards everything is where it was."""
    page = timed(visit, kinds_site, 10)
    item(page, "choice").locator("[value=a]").check()
    wind(page, 60)
    expect(timer(page)).to_have_text("9:00")
    pause = page.locator(".sw-test-pause")
    pause.click()
    expect(pause).to_be_focused()
    expect(page.locator(".sw-item").first).to_be_hidden()
    expect(page.locator(".sw-strip")).to_be_hidden()
    expect(page.locator(FINISH)).to_be_hidden()
    expect(page.locator(".sw-test-paused")).to_be_visible()
    wind(page, 600)
    expect(timer(page)).to_have_text("9:00")
    pause.click()
    expect(page.locator("#item-kinds-choice [value=a]")).to_be_checked()
    wind(page, 60)
    expect(timer(page)).to_have_text("8:00")


def test_the_limit_is_switched_off_at_any_time(visit: Visit, kinds_site: str) -> None:
    """Then nothing counts down and nothing ends; it can be switched on again."""
    page = timed(visit, kinds_site, 1)
    wind(page, 70)
    expect(page.locator(".sw-test-note:not(.sw-test-paused)")).to_be_visible()
    page.locator(".sw-test-free").click()
    expect(said(page)).to_have_text("Время не ограничено.")
    expect(page.locator(".sw-test-timer")).to_be_hidden()
    expect(page.locator(".sw-test-note:not(.sw-test-paused)")).to_be_hidden()
    page.reload()
    page.locator(GO_ON).click()
    expect(page.locator(".sw-test-timer")).to_be_hidden()
    page.locator(".sw-test-free").click()
    expect(timer(page)).to_have_text("Время вышло, ответы сохранены")


def test_time_out_of_sight_does_not_count(visit: Visit, kinds_site: str) -> None:
    """Neither a hidden page nor a machine that slept takes time away."""
    page = timed(visit, kinds_site, 10)
    wind(page, 30)
    page.evaluate(HIDE, True)
    wind(page, 600)
    page.evaluate(HIDE, False)
    expect(timer(page)).to_have_text("9:30")
    page.clock.fast_forward(3600_000)
    wind(page, 1)
    left = timer(page).inner_text()
    assert "9:20" < left < "9:30"


def test_the_time_survives_a_reload(visit: Visit, kinds_site: str) -> None:
    """What was spent stays spent, what was not looked at is not; the result tells how long it took."""
    page = timed(visit, kinds_site, 10)
    wind(page, 125)
    page.reload()
    expect(page.locator(GO_ON)).to_be_visible()
    wind(page, 300)
    page.locator(GO_ON).click()
    expect(timer(page)).to_have_text("7:55")
    kept = draft(page)
    assert kept
    assert kept["elapsed"] == 125_000
    finish(page)
    expect(page.get_by_text("Ушло времени: 2:05")).to_be_visible()


def test_a_draft_that_somebody_else_wrote_does_no_harm(visit: Visit, kinds_site: str, root: Path) -> None:
    """Whatever lies in its place, the page opens; what can be read of it is offered."""
    page = visit.open(f"{kinds_site}/kk/test.html")
    good = {"slugs": ["kinds"], "n": 2, "seed": "1", "levels": [], "minutes": 0}
    answer = {"response": "c", "lang": "kk", "revision": 1}
    whole = {"form": 1, "started": "x", "address": good, "ids": ["kinds-choice", "gone"], "marks": []}
    corpus = json.loads((root / "tests/fixtures/injections.json").read_text("utf-8"))
    hostile = [texts[0] for texts in corpus.values()]
    drafts = (
        "1",
        "[]",
        "{",
        json.dumps({**whole, "responses": 5}),
        json.dumps({**whole, "ids": [1], "responses": {}}),
        json.dumps({**whole, "form": 99, "responses": {}}),
        json.dumps({**whole, "address": {**good, "slugs": ["gone"]}, "responses": {}}),
        *(
            json.dumps({**whole, "address": {**good, "seed": text, "n": text}, "responses": {}})
            for text in hostile[:5]
        ),
    )
    for text in drafts:
        page.evaluate("text => localStorage.setItem('kinds..draft.test', text)", text)
        page.reload()
        expect(page.locator(".sw-test-form")).to_be_visible()
        expect(page.locator(GO_ON)).to_have_count(0)
    responses = {"kinds-choice": answer, "kinds-order": {"response": 1}, "gone": answer}
    broken = {**whole, "address": {**good, "seed": str(hostile[0])}, "responses": responses}
    page.evaluate("text => localStorage.setItem('kinds..draft.test', text)", json.dumps(broken))
    page.reload()
    page.locator(GO_ON).click()
    expect(page.locator(".sw-test-list .sw-item")).to_have_count(1)
    expect(page.locator("#item-kinds-choice [value=c]")).to_be_checked()
