"""One tap shows a single question in the other language; what was answered goes along, with one history."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.kept import logs_when
from tests.browser.test_engine import KINDS, TYPED, answer_all, answer_all_wrong, check, item, parts

pytestmark = pytest.mark.browser

OTHER = {"kk": "ru", "ru": "kk"}


def flip(page: Page, kind: str, to: str) -> None:
    """Show a question in the other language."""
    item(page, kind).locator(".sw-flip").click()
    expect(item(page, kind)).to_have_attribute("lang", to)
    expect(item(page, kind).locator(".sw-flip")).to_be_focused()


def languages(page: Page, kind: str) -> set[str]:
    """The languages in which the words of a card that can be seen are marked up, its switch apart."""
    found: list[str] = item(page, kind).evaluate(
        """card => [...card.querySelectorAll("*")].filter((node) => node.getClientRects().length
          && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
          && !node.closest(".sw-flip")).map((node) => node.closest("[lang]").lang)"""
    )
    return set(found)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_kind_goes_to_the_other_language_and_back(visit: Visit, kinds_site: str, lang: str) -> None:
    """An answer not yet checked goes along; it is checked there, in that language's words; and it comes back."""
    other = OTHER[lang]
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    answer_all(page, lang)
    order = parts(item(page, "order"))
    for kind in KINDS:
        flip(page, kind, other)
        assert languages(page, kind) == {other}, kind
    assert parts(item(page, "order")) == order
    expect(item(page, "short").locator("input")).to_have_value(TYPED[lang]["short"])
    expect(item(page, "short").locator("input")).to_have_attribute("lang", lang)
    page.locator("#item-kinds-short input").fill(TYPED[other]["short"])
    page.locator("#item-kinds-short-exact input").fill(TYPED[other]["exact"])
    for part in ("algorithm", "task"):
        page.locator(f"#item-kinds-gap [data-part={part}] input").fill(TYPED[other][part])
    for kind in KINDS:
        check(item(page, kind))
        expect(item(page, kind).locator(".sw-verdict.is-right")).to_be_visible()
    found = logs_when(page, lambda found: len(found) == len(KINDS))
    assert {log[-1]["lang"] for log in found.values()} == {other}
    for kind in KINDS:
        flip(page, kind, lang)
        expect(item(page, kind).locator(".sw-verdict.is-right, .sw-verdict.is-slip")).to_be_visible()
        assert languages(page, kind) == {lang} or "short" in kind or kind == "gap"
    expect(page.locator(".sw-progress-said")).to_contain_text("9 / 9")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_half_mended_answer_goes_along(visit: Visit, kinds_site: str) -> None:
    """Marks, locks and what is still open are the same in the other language."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    answer_all_wrong(page, "kk")
    check(item(page, "choice"))
    flip(page, "choice", "ru")
    expect(item(page, "choice").locator("[data-part=a].is-wrong .sw-feedback")).to_be_visible()
    item(page, "choice").get_by_role("button", name="Исправить").click()
    flip(page, "choice", "kk")
    expect(item(page, "choice").locator("[value=a]")).to_be_disabled()
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    log = logs_when(page, lambda found: len(found.get("kinds-choice", [])) == 2)["kinds-choice"]
    assert [(entry["lang"], entry["response"], entry.get("retry")) for entry in log] == [
        ("kk", "a", None),
        ("kk", "c", True),
    ]


def test_the_other_language_is_asked_for_when_it_is_wanted(visit: Visit, kinds_site: str) -> None:
    """No bank of the other edition is loaded before the tap; links then lead into that edition."""
    page = visit.context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{kinds_site}/kk/kinds.html")
    expect(page.locator(".sw-item.is-live")).to_have_count(9)
    assert not [address for address in asked if "_banks" in address]
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    flip(page, "choice", "ru")
    assert [address.split("/", 3)[3] for address in asked if "_banks" in address] == ["ru/_banks/kinds.js"]
    link = item(page, "choice").locator(".sw-back-link a").get_attribute("href")
    assert link == "../ru/kinds.html#kinds-section"


def test_a_language_that_does_not_come_is_said(visit: Visit, kinds_site: str) -> None:
    """Offline without the other bank the card stays as it is, and the next tap tries again."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    page.route("**/ru/_banks/*", lambda route: route.abort())
    item(page, "choice").locator("[value=c]").check()
    item(page, "choice").locator(".sw-flip").click()
    expect(item(page, "choice").locator(".sw-status")).to_contain_text("жүктелмеді")
    expect(item(page, "choice").locator("[value=c]")).to_be_checked()
    page.unroute("**/ru/_banks/*")
    flip(page, "choice", "ru")
    visit.complaints.clear()


def test_what_was_typed_is_judged_in_its_own_language(visit: Visit, kinds_site: str) -> None:
    """A Russian answer is right after the card was exchanged too; of two blanks each is judged in its own."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    item(page, "short").locator("input").fill(TYPED["ru"]["short"])
    gap = item(page, "gap")
    gap.locator("[data-part=algorithm] input").fill(TYPED["ru"]["algorithm"])
    page.select_option("#item-kinds-gap [data-part=object] select", "a")
    flip(page, "short", "kk")
    flip(page, "gap", "kk")
    gap.locator("[data-part=task] input").fill(TYPED["kk"]["task"])
    for kind in ("short", "gap"):
        check(item(page, kind))
        expect(item(page, kind).locator(".sw-verdict.is-right")).to_be_visible()
    found = logs_when(page, lambda found: len(found) == 2)
    assert (found["kinds-short"][0]["lang"], found["kinds-short"][0]["outcome"]["score"]) == ("ru", 1)
    assert found["kinds-gap"][0]["outcome"]["score"] == 1


def test_a_bank_without_the_question_says_so(visit: Visit, kinds_site: str) -> None:
    """A page in a script's place, or a bank of another version, leaves the card as it is; the next tap asks again."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    for body in ("", 'swtech.register("ru/kinds",{words:{},items:[]});'):
        answer = {"body": body, "content_type": "text/javascript"}
        page.route("**/ru/_banks/*", lambda route: route.fulfill(**answer))  # noqa: B023  # unrouted below
        item(page, "choice").locator(".sw-flip").click()
        expect(item(page, "choice").locator(".sw-status")).to_contain_text("жүктелмеді")
        page.unroute("**/ru/_banks/*")
        page.reload()
        expect(page.locator(".sw-item:not(.is-live)")).to_have_count(0)
    flip(page, "choice", "ru")
