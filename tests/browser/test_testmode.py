"""A test in a browser: taken by keyboard alone, left and gone on with, in both editions, by the folder, unkept."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, kept
from tests.browser.taking import ALL, FINISH, GO_ON, draft, finish, ids, place, start
from tests.browser.test_engine import BOTH, KINDS, TYPED, answer_all, item, tab_to
from tests.browser.test_engine import pick as choose
from tests.browser.test_kept import REFUSE

pytestmark = pytest.mark.browser


@BOTH
def test_a_whole_test_by_keyboard_alone(visit: Visit, kinds_site: str, lang: str) -> None:
    """From the form over answers, marks and the numbers to the result and the mistakes; the focus is never lost."""
    page = visit.open(f"{kinds_site}/{lang}/test.html")
    keys = page.keyboard
    tab_to(page, "[name=n]")
    keys.press("Control+a")
    keys.type("9")
    tab_to(page, ".sw-test-form .is-primary")
    keys.press("Enter")
    expect(page.locator(".sw-test-stage h2").first).to_be_focused()
    tab_to(page, ".sw-strip a[href='#item-kinds-gap']")
    keys.press("Enter")
    expect(page.locator("#item-kinds-gap .sw-stem")).to_be_focused()
    choose(page, "#item-kinds-gap select", "a")
    tab_to(page, "#item-kinds-choice input")
    while not page.locator("#item-kinds-choice [value=c]").is_checked():
        keys.press("ArrowDown")
    tab_to(page, "#item-kinds-choice .sw-test-mark")
    keys.press("Space")
    expect(page.locator("#item-kinds-choice .sw-test-mark")).to_have_attribute("aria-pressed", "true")
    tab_to(page, "#item-kinds-short input")
    keys.type(TYPED[lang]["short"])
    keys.press("Enter")
    tab_to(page, ".sw-test-count")
    keys.press("Enter")
    expect(page.locator(".sw-strip")).to_be_focused()
    tab_to(page, FINISH)
    keys.press("Enter")
    expect(page.locator(".sw-test-ask")).to_be_focused()
    tab_to(page, ".sw-test-ask .is-primary")
    keys.press("Enter")
    expect(page.locator(".sw-test-points")).to_be_focused()
    expect(page.locator(".sw-rationale")).to_have_count(9)
    tab_to(page, ".sw-test-actions .is-primary")
    keys.press("Enter")
    expect(page.locator(".sw-test-stage h2").first).to_be_focused()
    expect(page.locator(".sw-test-list .sw-item")).to_have_count(7)


def test_nothing_is_said_of_an_answer_before_the_end(visit: Visit, kinds_site: str) -> None:
    """No button checks, no hint, no mark in a row; the strip tells what is answered and what is marked, in words."""
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    assert place(page, "order").endswith("нет ответа")
    answer_all(page, "ru")
    for kind in KINDS:
        assert place(page, kind).endswith("есть ответ")
    item(page, "sort").get_by_role("button", name="Вернуться позже").click()
    assert place(page, "sort").endswith("есть ответ, вернуться позже")
    item(page, "short").locator("input").fill("")
    assert place(page, "short").endswith("нет ответа")
    expect(page.locator(".sw-test-count")).to_contain_text("8 из 9")
    for hidden in (".sw-verdict", ".sw-said", ".is-right", ".is-wrong", ".sw-rationale"):
        assert page.locator(f".sw-test-list {hidden}").count() == 0
    seen = page.locator(".sw-test-list .sw-actions button:visible").all_inner_texts()
    assert seen == ["Вернуться позже"] * 9
    assert kept(page) == {}


def test_finishing_asks_while_something_is_open_or_marked(visit: Visit, kinds_site: str) -> None:
    """In the page, each time, with links to what is open and to what was to be looked at again."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    answer_all(page, "kk")
    item(page, "short").locator("input").fill("")
    item(page, "gap").locator(".sw-test-mark").click()
    page.locator(FINISH).click()
    asked = page.locator(".sw-test-ask")
    expect(asked).to_be_focused()
    numbers = {
        kind: page.locator(f".sw-strip a[href='#item-kinds-{kind}'] span").first.inner_text()
        for kind in KINDS
    }
    assert asked.locator("a").all_inner_texts() == [numbers["short"], numbers["gap"]]
    asked.locator("button").last.click()
    expect(item(page, "short").locator(".sw-stem")).to_be_focused()
    expect(asked).to_have_count(0)
    item(page, "short").locator("input").fill(TYPED["kk"]["short"])
    page.locator(FINISH).click()
    assert asked.locator("a").all_inner_texts() == [numbers["gap"]]
    asked.locator("button").last.click()
    expect(item(page, "gap").locator(".sw-stem")).to_be_focused()
    page.locator(FINISH).click()
    asked.locator(".is-primary").click()
    expect(page.locator(".sw-test-points")).to_be_focused()


def test_finishing_a_whole_test_asks_nothing(visit: Visit, kinds_site: str) -> None:
    """All answered: the result comes at once."""
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    answer_all(page, "ru")
    page.locator(FINISH).click()
    expect(page.locator(".sw-test-points")).to_have_text("Результат: 9 из 9 · 100 %")
    expect(page.locator(".sw-test-actions .is-primary")).to_have_count(0)


# ---- Left and gone on with -----------------------------------------------------------------------------------------


def test_an_unfinished_test_survives_reload_and_crash(visit: Visit, kinds_site: str) -> None:
    """Answers and marks are there again when the student goes on; nothing of it is an attempt yet."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    answer_all(page, "kk")
    item(page, "match").locator(".sw-test-mark").click()
    before = draft(page)
    page.close()  # without a word, as when the browser dies
    page = visit.open(f"{kinds_site}/kk/test.html")
    expect(page.locator(".sw-test-offer")).to_contain_text("9 / 9")
    page.locator(GO_ON).click()
    expect(page.locator(".sw-test-count")).to_contain_text("9 / 9")
    assert page.url.endswith(ALL)
    after = draft(page)
    assert before
    assert after
    assert (after["responses"], after["marks"]) == (before["responses"], ["kinds-match"])
    assert place(page, "match").endswith("жауап бар, кейін оралу")
    expect(item(page, "short").locator("input")).to_have_value(TYPED["kk"]["short"])
    assert kept(page) == {}
    finish(page)
    expect(page.locator(".sw-test-points")).to_contain_text("9 / 9")
    assert draft(page) is None
    page.reload()
    expect(page.locator(".sw-test-ready")).to_be_visible()


def test_an_unfinished_test_can_be_begun_anew(visit: Visit, kinds_site: str) -> None:
    """The same questions, nothing answered; asked first, since the answers go."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    first = ids(page)
    item(page, "choice").locator("[value=a]").check()
    page.reload()
    offer = page.locator(".sw-test-offer")
    offer.locator(".sw-asking > button").click()
    offer.locator(".sw-confirm button").last.click()
    expect(offer.locator(".sw-asking > button")).to_be_focused()
    offer.locator(".sw-asking > button").click()
    offer.locator(".is-grave").click()
    assert ids(page) == first
    expect(page.locator(".sw-test-count")).to_contain_text("0 / 9")
    expect(page.locator("#item-kinds-choice :checked")).to_have_count(0)


def test_a_test_goes_on_in_the_other_edition(visit: Visit, kinds_site: str) -> None:
    """A link to a question goes on at it; what was typed in Kazakh is judged in Kazakh."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    answer_all(page, "kk")
    page.goto(f"{kinds_site}/ru/test.html{ALL}#item-kinds-multiple")
    expect(item(page, "multiple").locator(".sw-stem")).to_be_focused()
    expect(page.locator(".sw-test-count")).to_contain_text("9 из 9")
    expect(item(page, "short")).to_have_attribute("lang", "kk")
    item(page, "short").locator(".sw-flip").click()
    expect(item(page, "short")).to_have_attribute("lang", "ru")
    expect(item(page, "short").locator(".sw-test-mark")).to_be_visible()
    finish(page)
    expect(page.locator(".sw-test-points")).to_contain_text("9 из 9")
    assert kept(page)["kinds-short"][0]["lang"] == "kk"


def test_a_link_to_a_question_opens_its_test_there(visit: Visit, kinds_site: str) -> None:
    """Somebody who is sent to a question of a test sees it, with and without a query in the address."""
    page = visit.context.new_page()
    page.goto(f"{kinds_site}/kk/test.html{ALL}#item-kinds-sort")
    expect(item(page, "sort").locator(".sw-stem")).to_be_focused()
    name = ids(start(visit, f"{kinds_site}/kk/test.html?n=4"))[2]
    page = visit.context.new_page()
    page.goto(f"{kinds_site}/kk/test.html#item-{name}")
    expect(page.locator(f"#item-{name} .sw-stem")).to_be_visible()
    expect(page.locator(f"#item-{name} .sw-stem")).to_be_focused()


def test_a_second_tab_that_went_on_is_followed(visit: Visit, kinds_site: str) -> None:
    """The first tab must not write over what was answered in the second: it offers to go on with that."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    other = visit.open(f"{kinds_site}/kk/test.html{ALL}")
    other.locator(GO_ON).click()
    item(other, "choice").locator("[value=c]").check()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".sw-test-offer")).to_contain_text("1 / 9")
    finish(other)
    page.locator(GO_ON).click()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator(".sw-test-bar, .sw-test-ready").first).to_be_visible()


NO_TIME = "window.setInterval = () => 0"
"""Without a clock, which would notice first what the student is about to press."""


def test_two_windows_finish_one_test_once(visit: Visit, kinds_site: str) -> None:
    """Both in sight, one went on with the test: the other one gives way, whatever is pressed there."""
    visit.context.add_init_script(NO_TIME)
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    item(page, "choice").locator("[value=c]").check()
    other = visit.open(f"{kinds_site}/ru/test.html{ALL}#item-kinds-multiple")
    expect(item(other, "multiple").locator(".sw-stem")).to_be_focused()
    page.locator(FINISH).click()
    page.locator(".sw-test-ask .is-primary").click()
    expect(page.locator(".sw-test-offer")).to_be_visible()
    assert kept(page) == {}
    page.locator(GO_ON).click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    finish(page)
    # The test is over here too, and an address that names a question does not begin it anew.
    item(other, "short").locator("input").fill(TYPED["ru"]["short"])
    expect(other.locator(".sw-test-last")).to_be_visible()
    assert "#" not in other.url
    assert draft(other) is None
    assert {name: len(log) for name, log in kept(page).items()} == {"kinds-choice": 1}


def test_a_window_that_is_behind_writes_over_nothing(visit: Visit, kinds_site: str) -> None:
    """What was answered in the window that went on last is kept, whatever is done in an older one."""
    visit.context.add_init_script(NO_TIME)
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    waiting = visit.open(f"{kinds_site}/ru/test.html{ALL}")
    other = visit.open(f"{kinds_site}/ru/test.html{ALL}")
    other.locator(GO_ON).click()
    item(other, "choice").locator("[value=c]").check()
    item(page, "sort").locator(".sw-test-mark").click()
    expect(page.locator(".sw-test-offer")).to_contain_text("1 из 9")
    found = draft(page)
    assert found
    assert (list(found["responses"]), found["marks"]) == (["kinds-choice"], [])
    # A window in which the test was only offered goes on with what it has become.
    other.close()
    waiting.locator(GO_ON).click()
    expect(waiting.locator(".sw-test-count")).to_contain_text("1 из 9")


def test_a_test_that_cannot_be_judged_says_so_where_it_is_finished(visit: Visit, kinds_site: str) -> None:
    """What was typed in Kazakh needs the Kazakh question; without it nothing is judged, and the student sees why."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    item(page, "short").locator("input").fill(TYPED["kk"]["short"])
    page.close()
    page = visit.open(f"{kinds_site}/ru/test.html{ALL}")
    page.route("**/kk/_banks/*", lambda route: route.abort())
    page.locator(GO_ON).click()
    page.locator(FINISH).click()
    page.locator(".sw-test-ask .is-primary").click()
    said = page.locator(".sw-test-finish [role=status]")
    expect(said).to_contain_text("не загрузились")
    expect(said).to_be_in_viewport()
    assert kept(page) == {}
    page.unroute("**/kk/_banks/*")
    page.locator(".sw-test-ask .is-primary").click()
    expect(page.locator(".sw-test-points")).to_contain_text("1 из 9")
    visit.complaints.clear()


def test_a_browser_that_keeps_nothing_still_gives_a_test(visit: Visit, kinds_site: str) -> None:
    """The whole test works, and a note says that it lives as long as the page."""
    visit.context.add_init_script(REFUSE)
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    expect(page.locator(".sw-unsaved")).to_be_visible()
    answer_all(page, "ru")
    finish(page)
    expect(page.locator(".sw-test-points")).to_contain_text("9 из 9")
    expect(page.locator(".sw-unsaved")).to_be_visible()


def test_a_test_works_from_a_folder(visit: Visit, kinds_folder: Path) -> None:
    """On file:// it is composed, taken, left, gone on with and finished."""
    page = visit.open((kinds_folder / "kk/test.html").as_uri())
    page.locator("[name=n]").fill("9")
    page.locator(".sw-test-form .is-primary").click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    answer_all(page, "kk")
    page.reload()
    page.locator(GO_ON).click()
    expect(page.locator(".sw-test-count")).to_contain_text("9 / 9")
    finish(page)
    expect(page.locator(".sw-test-points")).to_contain_text("9 / 9")
