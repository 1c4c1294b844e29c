"""After a test: attempts kept first, points, objectives, the same again, the mistakes; axe in every state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, kept
from tests.browser.taking import ALL, FINISH, GO_ON, START, finish, ids, place, start
from tests.browser.test_engine import BOTH, TYPED, answer_all, axe, item

pytestmark = pytest.mark.browser


def test_attempts_are_kept_before_anything_is_shown(visit: Visit, kinds_site: str) -> None:
    """Each answered question gives one attempt of the mode «test»; an unanswered one gives none."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    item(page, "choice").locator("[value=a]").check()
    item(page, "short").locator("input").fill(TYPED["kk"]["short"])
    page.evaluate(
        """() => {
          const store = swtech.openStore("kinds");
          const { append } = store;
          globalThis.seen = [];
          store.append = (...given) => {
            seen.push([document.querySelector(".sw-test-points") !== null, store.desk.read("draft.test") !== null]);
            return append(...given);
          };
        }"""
    )
    finish(page)
    assert page.evaluate("seen") == [[False, True]] * 2
    logs = kept(page)
    assert {name: [entry["mode"] for entry in log] for name, log in logs.items()} == {
        "kinds-choice": ["test"],
        "kinds-short": ["test"],
    }
    assert logs["kinds-choice"][0]["outcome"]["verdict"] == "wrong"
    assert logs["kinds-choice"][0]["response"] == "a"


def test_the_result_is_told_by_objective(visit: Visit, kinds_site: str) -> None:
    """Points, every question with its answer, and what was right of each objective, with the way to its chapter."""
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    answer_all(page, "ru")
    item(page, "choice").locator("[value=a]").check()
    item(page, "short").locator("input").fill("")
    finish(page)
    expect(page.locator(".sw-test-points")).to_contain_text("Результат: 7 из 9")
    expect(page.locator(".sw-test-about").first).to_have_text(
        "Верно: 7 · отчасти верно: 0 · неверно: 1 · без ответа: 1"
    )
    row = page.locator(".sw-objective-list li")
    expect(row).to_contain_text("верно 7 из 9")
    assert row.locator("a").get_attribute("href") == "kinds.html#objective-kinds-all"
    expect(page.locator(".sw-rationale")).to_have_count(9)
    expect(item(page, "choice").locator("[data-part=a].is-wrong .sw-feedback")).to_be_visible()
    expect(item(page, "short").locator(".sw-key")).to_be_visible()
    assert place(page, "choice").endswith("Неверно")
    assert place(page, "short").endswith("Нет ответа")
    page.locator(".sw-strip a[href='#item-kinds-short']").click()
    expect(item(page, "short").locator(".sw-stem")).to_be_focused()


def test_the_way_back_from_a_chapter_leads_to_the_result(visit: Visit, kinds_site: str) -> None:
    """Whoever looks an objective up comes back to the result, and nothing is counted twice."""
    page = start(visit, f"{kinds_site}/kk/test.html{ALL}")
    item(page, "choice").locator("[value=c]").check()
    finish(page)
    page.locator(".sw-objective-list a").click()
    page.wait_for_url("**/kinds.html#objective-kinds-all")
    page.go_back()
    expect(page.locator(".sw-test-points")).to_contain_text("1 / 9")
    page.reload()
    page.locator(".sw-test-last button").click()
    expect(page.locator(".sw-test-points")).to_contain_text("1 / 9")
    expect(item(page, "choice").locator("[data-part=c].is-right")).to_be_visible()
    assert len(kept(page)["kinds-choice"]) == 1


def test_a_result_that_cannot_be_judged_is_not_shown(visit: Visit, kinds_site: str) -> None:
    """In the other edition, without a connection: no wrong verdicts on what was typed, but another try."""
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    item(page, "short").locator("input").fill(TYPED["ru"]["short"])
    finish(page)
    page = visit.open(f"{kinds_site}/kk/test.html")
    page.route("**/ru/_banks/*", lambda route: route.abort())
    page.locator(".sw-test-last button").click()
    expect(page.locator(".sw-test-panel p", has_text="жүктелмеді")).to_be_visible()
    expect(page.locator(".sw-test-points")).to_have_count(0)
    page.unroute("**/ru/_banks/*")
    page.get_by_role("button", name="Қайта жүктеп көру").click()
    expect(page.locator(".sw-test-points")).to_contain_text("1 / 9")
    expect(item(page, "short").locator(".sw-verdict.is-right")).to_be_visible()
    visit.complaints.clear()


def test_a_test_is_repeated_exactly_and_another_one_is_another(visit: Visit, kinds_site: str) -> None:
    """The same seed gives the same questions; the other variant has a link that says so, as has this one."""
    page = start(visit, f"{kinds_site}/kk/test.html?chapters=kinds&n=5&seed=7&minutes=12")
    first = ids(page)
    finish(page)
    assert page.locator(".sw-maker-link input").input_value() == page.url
    other = page.get_by_role("link", name="Басқа нұсқа").get_attribute("href") or ""
    assert re.fullmatch(r"\?chapters=kinds&n=5&seed=\d+&minutes=12", other)
    page.get_by_role("button", name="Қайта орындау").click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    assert ids(page) == first
    expect(page.locator(".sw-test-count")).to_contain_text("0 / 5")
    finish(page)
    page.get_by_role("button", name="Басқа тест құрастыру").click()
    expect(page.locator(".sw-test-form")).to_be_visible()


def test_the_mistakes_are_practised(visit: Visit, kinds_site: str) -> None:
    """What was not right comes once more, as practice; just seen, it does not count for the schedule."""
    page = start(visit, f"{kinds_site}/ru/test.html{ALL}")
    answer_all(page, "ru")
    item(page, "choice").locator("[value=a]").check()
    finish(page)
    page.get_by_role("button", name="Работа над ошибками (1)").click()
    assert ids(page) == ["kinds-choice"]
    item(page, "choice").locator("[value=c]").check()
    item(page, "choice").get_by_role("button", name="Проверить").click()
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    expect(page.locator(".sw-test-about")).to_contain_text("1 / 1")
    last = kept(page)["kinds-choice"][-1]
    assert (last["mode"], last["retry"]) == ("practice", True)
    # After a reload, and in the other language, one is where one was.
    page.reload()
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    assert ids(page) == ["kinds-choice"]
    page.goto(page.url.replace("/ru/", "/kk/"))
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    page.get_by_role("button", name="Нәтижеге оралу").click()
    expect(page.locator(".sw-test-points")).to_contain_text("8 / 9")
    assert "#" not in page.url


def test_what_was_left_open_is_not_practised_already(visit: Visit, kinds_site: str) -> None:
    """An answer from before the test, in the chapter, does not stand there among the mistakes."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    item(page, "choice").locator("[value=c]").check()
    item(page, "choice").get_by_role("button", name="Проверить").click()
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
    page.goto(f"{kinds_site}/ru/test.html{ALL}")
    page.locator(START).click()
    finish(page)
    page.get_by_role("button", name="Работа над ошибками (9)").click()
    expect(item(page, "choice").get_by_role("button", name="Проверить")).to_be_visible()
    page.reload()
    expect(item(page, "choice").get_by_role("button", name="Проверить")).to_be_visible()
    expect(page.locator(".sw-verdict")).to_have_count(0)


@BOTH
def test_axe_is_content_in_every_state(visit: Visit, kinds_site: str, root: Path, lang: str) -> None:
    """Form, offer, test, pause, question, result and mistakes: in the light, in the dark and at 320 pixels."""
    page = visit.open(f"{kinds_site}/{lang}/test.html")
    page.set_viewport_size({"width": 320, "height": 640})

    def look() -> None:
        assert axe(page, root) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        small = page.locator("button:visible, .sw-strip a:visible, .sw-test-ask a:visible").evaluate_all(
            """all => all.filter((node) => {
              const { width, height } = node.getBoundingClientRect();
              return width < 24 || height < 24;
            }).map((node) => node.outerHTML)"""
        )
        assert small == []

    look()
    page.goto(f"{kinds_site}/{lang}/test.html{ALL}&minutes=1")
    expect(page.locator(START)).to_be_visible()
    look()
    page.locator(START).click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    answer_all(page, lang)
    item(page, "choice").locator("[value=a]").check()
    item(page, "short").locator("input").fill("")
    item(page, "sort").locator(".sw-test-mark").click()
    look()
    page.locator(".sw-test-pause").click()
    look()
    page.locator(".sw-test-pause").click()
    page.locator(FINISH).click()
    look()
    page.reload()
    expect(page.locator(GO_ON)).to_be_visible()
    look()
    page.locator(GO_ON).click()
    finish(page)
    look()
    page.locator(".sw-test-actions .is-primary").click()
    look()
