"""Answers are kept in the browser: over reloads, in two tabs, in both languages, beside damage and refusal."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.kept import logs_when, records, write
from tests.browser.test_engine import KINDS, answer_all, check, item

pytestmark = pytest.mark.browser


def test_answers_survive_reload_and_switch_of_language(visit: Visit, kinds_site: str) -> None:
    """One history for an item in both languages; what was typed keeps the outcome it got."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    answer_all(page, "kk")
    item(page, "choice").locator("[value=a]").check()
    for kind in KINDS:
        check(item(page, kind))
    stored = logs_when(page, lambda found: len(found) == len(KINDS))
    assert stored["kinds-choice"][0]["response"] == "a"
    page.reload()
    expect(item(page, "choice").locator("[data-part=a].is-wrong .sw-feedback")).to_be_visible()
    expect(page.locator(".sw-progress-said")).to_contain_text("8 / 9")
    page.goto(f"{kinds_site}/ru/kinds.html")
    expect(page.locator(".sw-progress-said")).to_contain_text("8 / 9")
    expect(item(page, "short").locator("input")).to_have_value("үздіксіздік")
    expect(item(page, "short").locator("input")).to_have_attribute("lang", "kk")
    expect(item(page, "short").locator(".sw-verdict.is-right")).to_be_visible()
    page.get_by_role("button", name="Начать всё сначала").click()
    expect(page.locator(".sw-progress-line")).to_contain_text("0 / 9")
    page.reload()
    expect(page.locator(".sw-progress-line")).to_contain_text("0 / 9")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    found = logs_when(page, lambda found: len(found["kinds-choice"]) == 3)
    expect(page.locator(".is-done")).to_have_count(1)
    assert ["reset" in entry for entry in found["kinds-choice"]] == [False, True, False]
    assert len(found["kinds-multiple"]) == 2


def test_two_tabs_do_not_lose_each_other_s_attempts(visit: Visit, kinds_site: str) -> None:
    """An answer given in one tab and one given in the other are both in the history."""
    tabs = [visit.open(f"{kinds_site}/{lang}/kinds.html") for lang in ("kk", "ru")]
    for tab, value in zip(tabs, "ab", strict=True):
        item(tab, "choice").locator(f"[value={value}]").check()
        check(item(tab, "choice"))
    attempts = logs_when(tabs[0], lambda found: len(found["kinds-choice"]) == 2)["kinds-choice"]
    assert [(attempt["lang"], attempt["response"]) for attempt in attempts] == [("kk", "a"), ("ru", "b")]


def test_a_damaged_record_is_set_aside(visit: Visit, kinds_site: str) -> None:
    """Whatever lies in the store, the page works; an answer begins a new history beside the old record."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    good = {"at": "2026-09-01T10:00:00.000Z", "lang": "kk", "revision": 1, "response": "a"}
    good["outcome"] = {"score": 0, "verdict": "wrong", "parts": {}, "remarks": {}}
    broken = {"v": 2, "log": [{**good, "uid": "one"}, {"uid": "two", "at": "гүл"}]}
    write(page, {"kinds-choice": broken, "kinds-order": None, "kinds-sort": {"v": 99, "log": []}})
    page.reload()
    item(page, "choice").get_by_role("button", name="Қатесін түзету").click()
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    check(item(page, "order"))
    found = logs_when(page, lambda found: len(found) == 5)
    assert sorted(name.split(":")[0] for name in found) == [
        "damaged", "damaged", "kinds-choice", "kinds-order", "kinds-sort",
    ]  # fmt: skip
    assert [entry["response"] for entry in found["kinds-choice"]] == ["a", "c"]
    assert broken in records(page).values()


REFUSE = """for (const name of ["indexedDB", "localStorage"])
  Object.defineProperty(window, name, { get() { throw new Error("no"); } });"""


def test_a_browser_that_keeps_nothing_says_so(visit: Visit, kinds_site: str) -> None:
    """Without storage quizzes work and a note tells that answers live as long as the page."""
    visit.context.add_init_script(REFUSE)
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    expect(page.locator(".sw-unsaved")).to_be_visible()
