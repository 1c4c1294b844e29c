"""Answers are kept in the browser: over reloads, in two tabs, in both languages, beside damage and refusal."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit, answered
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


FULL = """() => {
  Storage.prototype.setItem = IDBDatabase.prototype.transaction = () => { throw new Error("full"); };
}"""


@pytest.mark.parametrize("tool", ["review", "cards", "progress", "test"])
def test_the_notice_is_there_before_it_speaks(visit: Visit, kinds_site: str, tool: str) -> None:
    """Every page on which answers are given or told has the region from the start, so that it is read out."""
    page = visit.open(f"{kinds_site}/ru/{tool}.html")
    notice = page.locator(".sw-unsaved[role=status]")
    expect(notice).to_have_count(1)
    expect(notice).to_be_empty()
    notice.evaluate("node => node.dataset.same = ''")
    page.evaluate(FULL)
    attempt = answered(0, 1)
    page.evaluate("attempt => void swtech.openStore('kinds').append('kinds-choice', attempt)", attempt)
    expect(page.locator(".sw-unsaved[data-same]")).to_have_text(re.compile("не разрешил"))


def shown_again(page: Page) -> None:
    """Go to another tab and come back."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_coming_back_to_the_tab_changes_nothing(visit: Visit, kinds_site: str) -> None:
    """An answer that was shown stays shown, and one that is being mended stays open."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    for kind in ("choice", "multiple"):
        item(page, kind).locator("[value=a], [value=d]").first.check()
        check(item(page, kind))
    logs_when(page, lambda found: len(found) == 2)
    page.reload()
    item(page, "choice").get_by_role("button", name="Показать ответ").click()
    item(page, "multiple").get_by_role("button", name="Исправить").click()
    shown_again(page)
    item(page, "order").locator(".sw-down").first.click()
    check(item(page, "order"))
    logs_when(page, lambda found: len(found) == 3)
    shown_again(page)
    expect(item(page, "choice").locator(".sw-rationale")).to_be_visible()
    expect(item(page, "multiple").locator("input:enabled")).not_to_have_count(0)


def test_an_answer_beside_a_shown_one_is_no_test_of_memory(visit: Visit, kinds_site: str) -> None:
    """What is answered after the right answer stood on the page is marked so, after a reload too."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    logs_when(page, lambda found: len(found) == 1)
    page.reload()
    item(page, "choice").get_by_role("button", name="Ответить ещё раз").click()
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    log = logs_when(page, lambda found: len(found["kinds-choice"]) == 3)["kinds-choice"]
    assert [entry.get("retry", entry.get("reset")) for entry in log] == [None, True, True]


def test_an_open_page_of_the_first_version_takes_nothing_away(visit: Visit, kinds_site: str) -> None:
    """It sets today's record aside and begins a new one; the next page joins them again."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    record = logs_when(page, lambda found: len(found) == 1)["kinds-choice"]
    old = {"at": "2099-01-01T00:00:00.000Z", "lang": "kk", "revision": 1, "response": "a"}
    old["outcome"] = {"score": 0, "verdict": "wrong", "parts": {}, "remarks": {}}
    write(
        page,
        {
            "damaged:kinds-choice:2026-11-25T10:00:00.000Z": {"v": 2, "log": record},
            "kinds-choice": {"attempts": [old]},
        },
    )
    page.reload()
    found = logs_when(page, lambda found: list(found) == ["kinds-choice"] and len(found["kinds-choice"]) == 2)
    assert [entry["response"] for entry in found["kinds-choice"]] == ["c", "a"]
    expect(item(page, "choice").locator("[data-part=a].is-wrong")).to_be_visible()


def test_a_database_that_never_answers_keeps_nobody_waiting(visit: Visit, kinds_site: str) -> None:
    """Answers go into the journal, and are shown from there."""
    visit.context.add_init_script("IDBFactory.prototype.open = () => new EventTarget();")
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    page.reload()
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible(timeout=10_000)


def test_the_way_back_does_not_lead_to_another_student_s_answers(visit: Visit, kinds_site: str) -> None:
    """On a shared device a page that comes back from the browser's memory is loaded anew."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    page.evaluate("localStorage.setItem('kinds.shared', '1')")
    page.reload()
    expect(page.locator(".sw-item:not(.is-live)")).to_have_count(0)
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    expect(page.locator(".is-done")).to_have_count(1)
    page.evaluate("sessionStorage.clear()")
    with page.expect_navigation():
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".sw-item.is-live")).to_have_count(9)
    expect(page.locator(".is-done")).to_have_count(0)


def test_another_window_that_changes_the_student_is_heard(visit: Visit, kinds_site: str) -> None:
    """A window that stays in sight is loaded anew: nobody's answers go on under another name."""
    page, other = (visit.open(f"{kinds_site}/kk/kinds.html") for _ in range(2))
    with page.expect_navigation():
        other.evaluate("localStorage.setItem('kinds.shared', '1')")
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    expect(page.locator(".is-done")).to_have_count(1)
    assert records(page) == {}


def test_a_log_may_be_long(visit: Visit, kinds_site: str) -> None:
    """Of a log longer than anybody's the newest entries are kept, and nothing is taken for damaged."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    outcome = {"score": 1, "verdict": "right", "parts": {}, "remarks": {}}
    entry = {"lang": "kk", "revision": 1, "response": "c", "outcome": outcome}
    log = [{**entry, "uid": f"u{n}", "at": "2026-09-01T10:00:00.000Z"} for n in range(20_000)]
    write(page, {"kinds-choice": {"v": 2, "log": log}})
    page.reload()
    item(page, "choice").get_by_role("button", name="Қайта жауап беру").click()
    item(page, "choice").locator("[value=a]").check()
    check(item(page, "choice"))
    logs_when(page, lambda found: found["kinds-choice"][-1].get("response") == "a")
    assert list(records(page)) == ["kinds-choice"]
