"""Cards in a real browser: choose a deck, recall, turn over, judge; the same history as the review's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from swtech.rendering.sentences import first_sentence
from tests.browser.conftest import TERMS_OF_KINDS, Visit, answered, give, kept
from tests.browser.test_engine import BOTH, axe, tab_to

pytestmark = pytest.mark.browser

FACES = ("definition", "term", "kk-ru", "ru-kk")
TERMS = {term.id: term for term in TERMS_OF_KINDS}


def card(page: Page) -> Locator:
    """The card that is asked now."""
    return page.locator(".sw-term-card")


def count(page: Page) -> Locator:
    """Where the sitting stands."""
    return page.locator(".sw-sitting .sw-count")


def deck(visit: Visit, site: str, lang: str, *faces: str) -> Page:
    """The page of the cards with *faces* chosen and the sitting begun."""
    page = visit.open(f"{site}/{lang}/cards.html")
    for face in FACES:
        page.locator(f"input[value={face}]").set_checked(face in faces)
    page.locator(".sw-deck .is-primary").click()
    expect(card(page)).to_be_visible()
    return page


def of(page: Page) -> str:
    """The id of the term whose card is shown, by its front; one that has been turned over says it anyhow."""
    front = card(page).locator(".sw-front").inner_text()
    for name, term in TERMS.items():
        if front in (*term.term.values(), *map(first_sentence, term.definition.values())):
            return name
    raise AssertionError(f"no term has the front {front}")


@BOTH
def test_a_whole_sitting_by_keyboard_alone(visit: Visit, kinds_site: str, lang: str) -> None:
    """Choosing, recalling, turning over, judging and beginning again need no mouse."""
    page = visit.open(f"{kinds_site}/{lang}/cards.html")
    status = page.locator(".sw-deck [role=status]")
    expect(status).to_contain_text("6")
    tab_to(page, "input[value=term]")
    page.keyboard.press("Space")
    expect(status).to_contain_text("3")
    tab_to(page, ".sw-deck summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[value=kinds]")
    page.keyboard.press("Space")
    expect(status).not_to_contain_text("3")
    # Without a chapter nothing begins, and the focus shows what is missing.
    tab_to(page, ".sw-deck .is-primary")
    page.keyboard.press("Enter")
    expect(page.locator("input[value=kinds]")).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, ".sw-deck .is-primary")
    page.keyboard.press("Enter")

    first = ""
    for place in (1, 2, 3):
        expect(count(page)).to_have_text(f"{place} / 3")
        expect(card(page).locator(".sw-stem")).to_be_focused()
        first = first or of(page)
        if place == 2:
            tab_to(page, ".sw-confidence button:last-child")
            page.keyboard.press("Space")
        else:
            page.keyboard.press("1")
        expect(page.locator(".sw-card-back")).to_be_focused()
        page.keyboard.press("2" if place == 1 else "1")

    # The one that was wrong comes again at the end.
    expect(page.locator(".sw-study-note")).to_be_visible()
    assert of(page) == first
    page.keyboard.press("1")
    page.keyboard.press("1")
    expect(page.locator(".sw-stage h2")).to_be_focused()
    assert page.locator(".sw-result dd").all_inner_texts() == ["1", "1", "1"]
    logs = kept(page)
    assert sorted(len(log) for log in logs.values()) == [1, 1, 2]
    wrong, again = logs[f"card:{first}/definition"]
    assert (wrong["mode"], wrong["response"], wrong["sure"], wrong["lang"]) == ("card", "wrong", True, lang)
    assert wrong["outcome"] == {"score": 0, "verdict": "wrong", "parts": {}, "remarks": {}}
    assert "retry" not in wrong
    assert again["retry"] is True
    tab_to(page, ".sw-stage .is-primary")
    page.keyboard.press("Enter")
    expect(page.locator("input[value=definition]")).to_be_focused()
    # The choice is kept.
    expect(page.locator("input[value=definition]")).to_be_checked()
    expect(page.locator("input[value=term]")).not_to_be_checked()


@BOTH
@pytest.mark.parametrize("face", FACES)
def test_each_direction_asks_without_telling(visit: Visit, kinds_site: str, lang: str, face: str) -> None:
    """The front asks one thing, each text in its language; what is asked stands nowhere before the card is turned."""
    page = deck(visit, kinds_site, lang, face)
    # A word that is the same in both languages is no question.
    expect(count(page)).to_have_text("1 / 2" if "-" in face else "1 / 3")
    term = TERMS[of(page)]
    here, there = face.split("-") if "-" in face else (lang, lang)
    front = card(page).locator(".sw-front")
    expect(front).to_have_attribute("lang", here)
    asked = {"definition": term.definition[lang], "term": term.term[lang]}.get(face, term.term[there])
    hidden = [asked, term.example[lang]]
    for text in hidden:
        assert text not in page.locator(".sw-stage").evaluate("node => node.outerHTML")
    # Nor is a translation one tap away.
    expect(card(page).locator(".sw-flip")).to_be_visible(visible="-" not in face)
    card(page).locator(".sw-confidence:visible button").first.click()
    back = card(page).locator(".sw-card-back")
    for text in hidden:
        expect(back).to_contain_text(text)
    shown = back.locator(f'[lang="{there}"]', has_text=asked)
    expect(shown.first).to_be_visible()
    expect(back.locator(".sw-back-example")).to_have_attribute("lang", lang)
    expect(back.locator("a")).to_have_attribute("href", f"kinds.html#term-{term.id}")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@BOTH
def test_one_tap_shows_the_card_in_the_other_language(visit: Visit, kinds_site: str, lang: str) -> None:
    """The card's texts and links change their language, its state stays; the answer says in which it was given."""
    other = "ru" if lang == "kk" else "kk"
    page = deck(visit, kinds_site, lang, "definition")
    term = TERMS[of(page)]
    card(page).locator(".sw-flip").click()
    expect(card(page).locator(".sw-front")).to_have_text(term.term[other])
    expect(card(page).locator(".sw-front")).to_have_attribute("lang", other)
    expect(card(page).locator(".sw-flip")).to_be_focused()
    page.keyboard.press("2")
    expect(card(page).locator(".sw-back-definition")).to_have_text(term.definition[other])
    expect(card(page).locator("a")).to_have_attribute("href", f"../{other}/kinds.html#term-{term.id}")
    card(page).locator(".sw-flip").click()
    expect(card(page).locator(".sw-back-definition")).to_have_text(term.definition[lang])
    card(page).locator(".sw-flip").click()
    expect(card(page).locator(".sw-back-definition")).to_have_text(term.definition[other])
    card(page).locator(".sw-confidence:visible button").first.click()
    expect(count(page)).to_have_text("2 / 3")
    (attempt,) = kept(page)[f"card:{term.id}/definition"]
    assert (attempt["lang"], attempt["sure"], attempt["response"]) == (other, False, "right")


def test_a_translation_is_explained_in_either_language_once_it_is_told(visit: Visit, kinds_site: str) -> None:
    """On the back of a translation the explanation may be read in the other language; the answer stays."""
    page = deck(visit, kinds_site, "kk", "kk-ru")
    term = TERMS[of(page)]
    card(page).locator(".sw-confidence:visible button").first.click()
    card(page).locator(".sw-flip").click()
    expect(card(page).locator(".sw-back-definition")).to_have_text(term.definition["ru"])
    expect(card(page).locator(".sw-back-term")).to_have_text(term.term["ru"])
    expect(card(page).locator(".sw-front")).to_have_text(term.term["kk"])


def test_the_deck_survives_a_reload(visit: Visit, kinds_site: str) -> None:
    """After a reload the next card is asked; a card that was turned over but not judged is asked again."""
    page = deck(visit, kinds_site, "ru", "definition", "kk-ru")
    card(page).locator(".sw-confidence:visible button").first.click()
    card(page).locator(".sw-confidence:visible button").last.click()
    expect(count(page)).to_have_text("2 / 5")
    here = card(page).locator(".sw-front").inner_text()
    card(page).locator(".sw-confidence:visible button").first.click()
    page.reload()
    expect(count(page)).to_have_text("2 / 5")
    expect(card(page).locator(".sw-front")).to_have_text(here)
    expect(page.locator(".sw-card-back")).to_be_hidden()
    page.locator(".sw-sitting button").click()
    expect(page.locator(".sw-result dd")).to_have_text(["0", "0", "1"])
    page.reload()
    expect(page.locator(".sw-deck")).to_be_visible()


def test_due_cards_come_first(visit: Visit, kinds_site: str) -> None:
    """Whatever the order of the day is, a card that is due is not kept waiting."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    last = {}
    for name in TERMS:
        page.evaluate("localStorage.clear()")
        give(page, [(f"card:{name}/definition", answered(9, 1, mode="card"))])
        page.goto(f"{kinds_site}/ru/cards.html")
        expect(page.locator(".sw-deck [role=status]")).to_contain_text("повторить: 1")
        page.locator("input[name=n]").fill("1")
        page.locator(".sw-deck .is-primary").click()
        expect(count(page)).to_have_text("1 / 1")
        last[name] = of(page)
        page.evaluate("swtech.openStore('kinds').erase()")
    assert last == {name: name for name in TERMS}


def test_the_deck_is_mixed_by_the_day(visit: Visit, kinds_site: str) -> None:
    """The order is the same all day long, and the second face of a term waits until each has shown its first."""
    orders = []
    for _ in range(2):
        page = deck(visit, kinds_site, "kk", "definition", "term")
        order = []
        for place in range(1, 7):
            expect(count(page)).to_have_text(f"{place} / 6")
            order.append(of(page))
            card(page).locator(".sw-confidence:visible button").first.click()
            if place < 6:
                card(page).locator(".sw-confidence:visible button").first.click()
        page.evaluate("swtech.openStore('kinds').erase()")
        orders.append(order)
    assert orders[0] == orders[1]
    assert sorted(orders[0][:3]) == sorted(orders[0][3:]) == sorted(TERMS)


def test_keys_that_are_typed_are_typed(visit: Visit, kinds_site: str) -> None:
    """1 and 2 are keys of the card alone: in a field they are digits, and outside of it they do nothing."""
    page = visit.open(f"{kinds_site}/ru/cards.html")
    field = page.locator("input[name=n]")
    field.fill("")
    field.press("1")
    field.press("2")
    expect(field).to_have_value("12")
    page.locator(".sw-deck .is-primary").click()
    expect(card(page)).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    expect(page.locator(".sw-card-back")).to_be_hidden()


def test_a_finger_is_enough(touch_visit: Visit, kinds_site: str) -> None:
    """Everything that is tapped is 44 pixels high."""
    page = touch_visit.open(f"{kinds_site}/kk/cards.html")
    page.locator(".sw-deck .is-primary").tap()
    for _ in range(2):
        for control in card(page).locator("button:visible").all():
            box = control.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        card(page).locator(".sw-confidence:visible button").first.tap()
    expect(count(page)).to_have_text("2 / 6")


def test_a_name_is_a_text(visit: Visit, kinds_site: str) -> None:
    """Whatever a term is called, its name is shown as it is written and nothing in it runs."""
    evil = "<img src=x onerror=alert(1)>"
    term = {
        "id": "aim",
        "chapter": "kinds",
        "term": evil,
        "other": f"{evil}2",
        "definition": "",
        "example": "",
    }
    script = f"swtech.register('ru/_terms', {json.dumps({'terms': [{**term, 'href': None}]})})"
    visit.context.route(
        "**/ru/_banks/_terms.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
    )
    page = deck(visit, kinds_site, "ru", "ru-kk")
    expect(card(page).locator(".sw-front")).to_have_text(evil)
    card(page).locator(".sw-confidence:visible button").first.click()
    expect(card(page).locator(".sw-back-term")).to_have_text(f"{evil}2")
    assert page.locator("main img").count() == 0


@BOTH
def test_axe_finds_nothing_in_any_state(visit: Visit, kinds_site: str, root: Path, lang: str) -> None:
    """The choice, both sides of each direction and the summary are free of violations."""
    page = visit.open(f"{kinds_site}/{lang}/cards.html")
    page.locator(".sw-deck summary").click()
    assert axe(page, root) == []
    for face in FACES:
        page = deck(visit, kinds_site, lang, face)
        assert axe(page, root) == []
        card(page).locator(".sw-confidence:visible button").first.click()
        assert axe(page, root) == []
        card(page).locator(".sw-flip").click()
        assert axe(page, root) == []
        card(page).locator(".sw-confidence:visible button").last.click()
        expect(card(page).locator(".sw-card-back")).to_be_hidden()
        page.locator(".sw-sitting button").click()
        expect(page.locator(".sw-results")).to_be_visible()
        assert axe(page, root) == []
