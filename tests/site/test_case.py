"""A branching case in a browser: by keyboard, kept over reloads and languages, without a script, seen by axe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_kept import REFUSE
from tests.conftest import served
from tests.site.test_pages import AXE_TAGS, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(mini_site: Path) -> Iterator[str]:
    """The address of the small course, which has the case of the closed door."""
    with served(mini_site / "_site") as found:
        yield found


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of 360 by 740 with a fresh profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


def opened(context: BrowserContext, address: str, lang: str = "ru") -> Page:
    """Return the page of the case with its reader at work."""
    page = context.new_page()
    page.goto(f"{address}{lang}/case-door.html")
    expect(page.locator(".sw-branching.is-live")).to_be_visible()
    return page


RECORD = """async () => {
  const open = indexedDB.open("swtech-mini");
  const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
  const read = database.transaction("items").objectStore("items").get("case:door");
  const history = await new Promise((done) => { read.onsuccess = () => done(read.result); });
  database.close();
  return history;
}"""
KEPT = f"async (steps) => (await ({RECORD})())?.log.at(-1)?.response?.length === steps"
"""Whether the path that the browser keeps has so many steps."""
BEGUN_ANEW = f"async () => (await ({RECORD})())?.log.at(-1)?.reset === true"
"""Whether the browser keeps that the story was begun anew."""


def decide(page: Page, text: str) -> None:
    """Take the decision that reads *text*, and go on."""
    page.get_by_role("button", name=text, exact=True).click()
    page.locator(".sw-decision.is-taken .is-primary").click()


def test_one_scene_is_shown_with_what_came_of_a_decision(phone: BrowserContext, address: str) -> None:
    """A decision shows its consequence, whether an expert would take it, why, and the term behind it."""
    page = opened(phone, address)
    expect(page.locator(".sw-scene:visible")).to_have_count(1)
    expect(page.locator(".sw-expert")).to_be_hidden()
    page.get_by_role("button", name="Оставлю записку и уйду").click()
    taken = page.locator(".sw-decision.is-taken")
    expect(taken).to_contain_text("Никто не позвонил.")
    expect(taken.locator(".sw-verdict")).to_have_text("Специалист решил бы иначе.")
    expect(taken.locator(".sw-behind a")).to_have_attribute("href", "glossary.html#term-closed-cycle")
    expect(page.get_by_role("button", name="Постучу ещё раз")).to_be_disabled()
    # Nothing of the other decision is given away.
    expect(page.get_by_text("Торопиться не надо.")).to_be_hidden()


def test_a_decision_can_be_taken_back_before_and_after_going_on(phone: BrowserContext, address: str) -> None:
    """«Decide otherwise» opens the decisions again; a step of the path leads back to its scene."""
    page = opened(phone, address)
    page.get_by_role("button", name="Оставлю записку и уйду").click()
    page.get_by_role("button", name="Решить иначе").click()
    expect(page.locator(".sw-decision.is-taken")).to_have_count(0)
    expect(page.get_by_role("button", name="Оставлю записку и уйду")).to_be_focused()
    # With its only decision taken back the story is as if never begun: nothing is kept to be judged.
    page.wait_for_function(BEGUN_ANEW)
    page.reload()
    expect(page.locator(".sw-branching.is-live")).to_be_visible()
    expect(page.locator(".sw-decision.is-taken")).to_have_count(0)
    decide(page, "Постучу ещё раз")
    expect(page.locator(".sw-scene:visible")).to_contain_text("Кто там?")
    page.get_by_role("button", name="Вернуться к решению 1").click()
    expect(page.locator(".sw-scene:visible")).to_contain_text("Дверь закрыта")
    expect(page.locator(".sw-trail li")).to_have_count(0)


def test_at_the_end_the_expert_s_path_is_shown(phone: BrowserContext, address: str) -> None:
    """An ending says what it is, counts the decisions that are the expert's, and opens the expert's path."""
    page = opened(phone, address)
    decide(page, "Постучу ещё раз")
    decide(page, "Скажу, что приду завтра")
    expect(page.locator(".sw-ending:visible .sw-label")).to_have_text("Неудачный исход")
    expect(page.locator(".sw-ending:visible .sw-label")).to_be_focused()
    page.wait_for_function(KEPT, arg=2)
    page.reload()
    expect(page.locator(".sw-ending:visible .sw-label")).to_have_text("Неудачный исход")
    expect(page.locator(".sw-progress")).to_contain_text(
        "Ваших решений: 2 · совпало с решениями специалиста: 1"
    )
    expect(page.locator(".sw-expert .sw-step-decision")).to_have_text(["Постучу ещё раз", "Представлюсь"])
    # Both paths side by side, with what stands behind each decision.
    compared = page.locator(".sw-compared > li")
    expect(compared.nth(0).locator(".sw-side")).to_have_count(1)
    expect(compared.nth(0)).to_contain_text("Так решил бы и специалист.")
    expect(compared.nth(1).locator(".sw-side .sw-step-decision")).to_have_text(
        ["Скажу, что приду завтра", "Представлюсь"]
    )
    expect(compared.nth(1).locator(".sw-side .sw-behind")).to_have_count(2)
    expect(page.locator(".sw-expert")).to_contain_text("Сначала надо познакомиться.")
    page.get_by_role("button", name="Вернуться к решению 2").click()
    expect(page.locator(".sw-scene:visible")).to_contain_text("Кто там?")
    expect(page.locator(".sw-comparison")).to_be_hidden()
    page.get_by_role("button", name="Начать историю сначала").click()
    expect(page.locator(".sw-scene:visible")).to_contain_text("Дверь закрыта")
    expect(page.locator(".sw-expert")).to_be_hidden()


def test_the_path_outlives_a_reload_and_a_change_of_language(phone: BrowserContext, address: str) -> None:
    """Where the student was, there she is again, in the other language too; beginning anew forgets it."""
    page = opened(phone, address)
    decide(page, "Постучу ещё раз")
    page.get_by_role("button", name="Представлюсь").click()
    page.wait_for_function(KEPT, arg=2)
    page.reload()
    expect(page.locator(".sw-trail li")).to_have_count(1)
    expect(page.locator(".sw-decision.is-taken")).to_contain_text("Дверь открылась.")
    other = opened(phone, address, "kk")
    expect(other.locator(".sw-decision.is-taken")).to_contain_text("Есік ашылды.")
    other.locator(".sw-progress .sw-button").click()
    expect(other.locator(".sw-trail li")).to_have_count(0)
    other.wait_for_function(BEGUN_ANEW)
    other.reload()
    expect(other.locator(".sw-scene:visible")).to_contain_text("Есік жабық.")
    expect(other.locator(".sw-decision.is-taken")).to_have_count(0)


def test_the_keyboard_alone_goes_through_a_case(phone: BrowserContext, address: str) -> None:
    """Tab and Enter lead from the first scene to an ending; the focus goes with the story."""
    page = opened(phone, address)
    page.locator(".sw-scene:visible .sw-choose").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".is-taken .is-primary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sw-scene:visible .sw-stem")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator(".sw-ending:visible .sw-label")).to_have_text("Удачный исход")


def test_without_a_script_a_case_is_read_like_a_game_book(browser: Browser, address: str) -> None:
    """Decisions unfold, and a link leads to the scene that follows."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}ru/case-door.html")
    expect(page.locator(".sw-scene")).to_have_count(4)
    page.get_by_text("Постучу ещё раз").first.click()
    expect(page.get_by_text("Торопиться не надо.")).to_be_visible()
    page.locator("details[open] .sw-onward a").click()
    assert page.url.endswith("#case-door-scene-voice")
    context.close()


def test_a_browser_that_keeps_nothing_says_so(phone: BrowserContext, address: str) -> None:
    """With storage refused the case goes on, and the student is told."""
    page = phone.new_page()
    page.add_init_script(REFUSE)
    page.goto(f"{address}ru/case-door.html")
    expect(page.locator(".sw-unsaved")).to_be_visible()
    decide(page, "Постучу ещё раз")
    expect(page.locator(".sw-trail li")).to_have_count(1)


def test_a_damaged_path_is_left_where_it_breaks(phone: BrowserContext, address: str) -> None:
    """A stored path is followed as far as it can be gone; a scene that is no more ends it."""
    page = opened(phone, address)
    page.evaluate(
        """() => new Promise((done, failed) => {
          const open = indexedDB.open("swtech-mini");
          open.onerror = failed;
          open.onsuccess = () => {
            const store = open.result.transaction("items", "readwrite").objectStore("items");
            const attempt = { at: "2099-01-01T00:00:00.000Z", lang: "ru", revision: 1,
              response: ["stairs/a", "attic/b", "7"], outcome: { score: 1, verdict: "right" } };
            store.put({ attempts: [attempt] }, "case:door").onsuccess = done;
          };
        })"""
    )
    page.reload()
    expect(page.locator(".sw-decision.is-taken")).to_contain_text("Изнутри послышался голос")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(browser: Browser, address: str, root: Path, scheme: str) -> None:
    """Untouched, decided and ended, in both languages: no violation, and nothing wider than 320 px."""
    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    context = browser.new_context(
        viewport={"width": 320, "height": 640},
        color_scheme=scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    for lang in ("kk", "ru"):
        page = opened(context, address, lang)
        for _ in range(3):
            assert violations(page, axe, AXE_TAGS) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            open_ones = page.locator(".sw-scene:visible .sw-choose:enabled")
            if open_ones.count():
                open_ones.first.click()
                assert violations(page, axe, AXE_TAGS) == []
                page.locator(".is-taken .is-primary").click()
        page.locator(".sw-progress .sw-button").click()
        page.close()
    context.close()
