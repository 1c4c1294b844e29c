"""Every kind in every state, in both languages, in the light and in the dark: axe-core finds nothing amiss."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_engine import KINDS, TYPED, answer_all, answer_all_wrong, axe, check, item

pytestmark = pytest.mark.browser

WORDS = {
    "kk": {
        "show": "Жауапты көрсету",
        "mend": "Қатесін түзету",
        "sure": "Сенімдімін",
        "unsure": "Күмәнім бар",
    },
    "ru": {"show": "Показать ответ", "mend": "Исправить", "sure": "Знаю точно", "unsure": "Сомневаюсь"},
}

IN_MODE = """async ([mode, lang]) => {
  const { words, items } = await swtech.load(lang, "kinds");
  const old = document.querySelector(".sw-quiz");
  const quiz = document.createElement("div");
  quiz.className = "sw-quiz";
  quiz.lang = lang;
  quiz.innerHTML = items.map(({ html }) => html).join("");
  old.replaceWith(quiz);
  globalThis.items = [...quiz.querySelectorAll(".sw-item")].map((section) =>
    swtech.mountItem(section, { words, mode, next: () => {} }));
}"""


def untouched(page: Page, lang: str) -> None:
    """As the page opens."""


def answered(page: Page, lang: str) -> None:
    """Answered and not yet checked, the hint open."""
    answer_all(page, lang)
    page.locator(".sw-actions [aria-expanded=false]").first.click()


def right(page: Page, lang: str) -> None:
    """All right."""
    answer_all(page, lang)
    for kind in KINDS:
        check(item(page, kind))
    expect(page.locator(".sw-verdict.is-right")).to_have_count(len(KINDS))


def wrong(page: Page, lang: str) -> None:
    """All wrong or nearly so."""
    answer_all_wrong(page, lang)
    for kind in KINDS:
        check(item(page, kind))
        assert item(page, kind).locator(".is-wrong").count() >= 1


def partly(page: Page, lang: str) -> None:
    """Partly right, wherever a kind can be; the others wrong, and one tried again with what is right in its place."""
    answer_all(page, lang)
    item(page, "choice").locator("[value=a]").check()
    item(page, "multiple").locator("[value=c]").uncheck()
    page.select_option("#item-kinds-match-continuity", "extra")
    item(page, "order").locator(".sw-down:not([aria-disabled=true])").first.click()
    item(page, "sort").locator("[data-part=insurance] [value=specific]").check()
    page.select_option("#item-kinds-sort-many-meet", "goal")
    item(page, "gap").locator("[data-part=task] input").fill("")
    item(page, "short").locator("input").fill(TYPED[lang]["short"][:-1])
    for kind in KINDS:
        check(item(page, kind))
    expect(page.locator(".sw-verdict.is-partly")).to_have_count(6)
    expect(page.locator(".sw-verdict.is-slip")).to_have_count(1)


def mended(page: Page, lang: str) -> None:
    """What is right stays, the rest is open again."""
    partly(page, lang)
    buttons = page.get_by_role("button", name=WORDS[lang]["mend"])
    while buttons.count():
        buttons.first.click()
    expect(page.locator(".is-tried")).to_have_count(1)


def shown(page: Page, lang: str) -> None:
    """The answer was asked for."""
    wrong(page, lang)
    for kind in KINDS:
        item(page, kind).get_by_role("button", name=WORDS[lang]["show"]).click()
    expect(page.locator(".sw-rationale")).to_have_count(len(KINDS))


def flipped(page: Page, lang: str) -> None:
    """Every question in the other language, half of them judged."""
    right(page, lang)
    for kind in KINDS[::2]:
        item(page, kind).locator(".sw-flip").click()
    expect(page.locator(f".sw-item[lang={'ru' if lang == 'kk' else 'kk'}]")).to_have_count(5)


def reviewed(page: Page, lang: str) -> None:
    """In a review: half of them right and sure, the others wrong and in doubt, all with their answers."""
    page.evaluate(IN_MODE, ["review", lang])
    answer_all(page, lang)
    item(page, "choice").locator("[value=a]").check()
    item(page, "multiple").locator("[value=d]").check()
    page.select_option("#item-kinds-match-continuity", "extra")
    for place, kind in enumerate(KINDS):
        name = WORDS[lang]["unsure" if place % 2 else "sure"]
        item(page, kind).get_by_role("button", name=name).click()
    expect(page.locator(".sw-rationale")).to_have_count(len(KINDS))


def in_a_test(page: Page, lang: str) -> None:
    """In a test that was handed in: some right, some wrong, some not answered."""
    page.evaluate(IN_MODE, ["test", lang])
    answer_all(page, lang)
    item(page, "choice").locator("[value=a]").check()
    item(page, "short").locator("input").fill("")
    page.evaluate("for (const item of items) item.finish()")
    expect(page.locator(".sw-rationale")).to_have_count(len(KINDS))


STATES = (untouched, answered, right, wrong, partly, mended, shown, flipped, reviewed, in_a_test)


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: str(state.__name__))
def test_axe_finds_nothing(visit: Visit, kinds_site: str, root: Path, state: object, lang: str) -> None:
    """No violation in the light and in the dark, nothing wider than 320 pixels, no target smaller than 24."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    page.set_viewport_size({"width": 320, "height": 640})
    state(page, lang)  # type: ignore[operator]
    assert axe(page, root) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    small = page.locator("button:visible, input:visible, select:visible, summary:visible").evaluate_all(
        """all => all.map((node) => node.closest("label") ?? node).filter((node) => {
          const { width, height } = node.getBoundingClientRect();
          return width < 24 || height < 24;
        }).map((node) => node.outerHTML)"""
    )
    assert small == []
