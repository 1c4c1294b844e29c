"""Which test: composed in a form, drawn by a link, the same for everybody who has it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from swtech.draw import pick
from tests.browser.conftest import Visit
from tests.browser.taking import ALL, GO_ON, START, ids, levels, start
from tests.browser.test_engine import BOTH, axe

pytestmark = pytest.mark.browser


@BOTH
def test_the_form_comes_first_with_the_author_s_defaults(
    visit: Visit, kinds_site: str, lang: str, root: Path
) -> None:
    """Without an address that asks for a test, the page asks which; one press takes the notebook's own."""
    page = visit.open(f"{kinds_site}/{lang}/test.html")
    assert page.locator("[name=n]").input_value() == "4"
    assert page.locator("[name=seed]").input_value() == "1"
    assert page.locator("[name=minutes]").input_value() == ""
    assert page.locator("[name=levels]:checked").count() == 4
    expect(page.locator(".sw-item")).to_have_count(0)
    page.locator(".sw-test-form .is-primary").click()
    assert ids(page) == pick(levels(root), (), 4, "1")
    assert page.url.endswith("?chapters=kinds&n=4&seed=1")


def test_without_javascript_the_questions_of_the_notebook_can_be_read(
    browser: Browser, kinds_site: str
) -> None:
    """The form needs a script; the test and its answers do not."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{kinds_site}/kk/test.html")
    expect(page.locator(".sw-item")).to_have_count(4)
    expect(page.locator(".sw-item .sw-stem").first).to_be_visible()
    expect(page.locator(".sw-test-settings")).to_contain_text("4")
    expect(page.locator(".sw-test-form")).to_be_hidden()
    context.close()


def test_a_link_draws_what_python_draws(visit: Visit, kinds_site: str, root: Path) -> None:
    """Everyone with the link gets the same items, in both languages; levels leave out the others."""
    known = levels(root)
    for lang in ("kk", "ru"):
        page = start(visit, f"{kinds_site}/{lang}/test.html?chapters=kinds&n=6&seed=сынақ")
        assert ids(page) == pick(known, (), 6, "сынақ")
        assert page.locator(".sw-count").last.inner_text() == "6 / 6"
        page.evaluate("localStorage.clear()")
        page.close()
        page = start(visit, f"{kinds_site}/{lang}/test.html?chapters=kinds&n=3&seed=7&levels=apply,remember")
        assert ids(page) == pick(known, ("remember", "apply"), 3, "7")
        page.evaluate("localStorage.clear()")
        page.close()


def test_what_an_address_says_wrongly_stays_as_the_page_has_it(
    visit: Visit, kinds_site: str, root: Path
) -> None:
    """A link that somebody has mangled still opens a test."""
    page = start(visit, f"{kinds_site}/kk/test.html?chapters=nothing&n=-5&seed=&levels=love&minutes=soon")
    assert ids(page) == pick(levels(root), (), 4, "1")
    expect(page.locator(".sw-test-timer")).to_be_hidden()


def test_a_choice_that_leaves_no_question_says_why(visit: Visit, kinds_site: str) -> None:
    """How many there are to draw from is said at once; with none there is nothing to start."""
    page = visit.open(f"{kinds_site}/ru/test.html")
    told = page.locator(".sw-test-available")
    expect(told).to_have_text(re.compile(r"Подходит 9\sвопросов\."))
    page.locator("[name=levels]").evaluate_all("all => all.slice(1).forEach(box => box.click())")
    expect(told).to_have_text(re.compile(r"Подходит 5\sвопросов\."))
    page.locator("[name=levels]").first.uncheck()
    expect(told).to_contain_text("хотя бы один уровень")
    page.locator(".sw-test-form .is-primary").click()
    expect(page.locator(".sw-test-bar")).to_have_count(0)
    page.get_by_role("button", name="Снять все").click()
    expect(told).to_contain_text("хотя бы одну главу")
    page.get_by_role("button", name="Отметить все").click()
    page.locator("[name=levels]").first.check()
    page.locator("[name=n]").fill("99")
    page.locator(".sw-test-form .is-primary").click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    assert int(page.url.split("n=")[1].split("&")[0]) == len(ids(page)) < 9


def test_back_leads_to_the_form(visit: Visit, kinds_site: str) -> None:
    """A test has an address of its own, and the browser's own button leads out of it."""
    page = visit.open(f"{kinds_site}/kk/test.html")
    page.locator(".sw-test-form .is-primary").click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    page.locator(".sw-strip-place").last.click()
    page.go_back()
    expect(page.locator(".sw-test-form")).to_be_visible()
    expect(page.locator(GO_ON)).to_be_visible()


def test_a_test_whose_questions_do_not_load_says_so(visit: Visit, kinds_site: str) -> None:
    """Without a connection there is a note and a button that tries again."""
    page = visit.open(f"{kinds_site}/kk/test.html{ALL}")
    page.route("**/_banks/*", lambda route: route.abort())
    page.locator(START).click()
    expect(page.locator(".sw-test-panel")).to_contain_text("жүктелмеді")
    page.unroute("**/_banks/*")
    page.locator(".sw-test-panel .is-primary").click()
    assert len(ids(page)) == 9
    assert any("ERR_FAILED" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_an_instructor_makes_a_link(visit: Visit, kinds_site: str, root: Path) -> None:
    """Chapters, length, seed, levels and time become an address for each edition, and it opens that test."""
    page = visit.open(f"{kinds_site}/ru/instructor.html")
    assert axe(page, root) == []
    page.get_by_label("Число вопросов").fill("3")
    page.get_by_label("Вариант", exact=True).fill("Ә 7")
    link = page.locator("[data-edition=kk]")
    plain = f"{kinds_site}/kk/test.html?chapters=kinds&n=3&seed=%D3%98%207"
    assert link.input_value() == plain
    page.get_by_label("Понимание").uncheck()
    page.get_by_label("Анализ").uncheck()
    page.get_by_label("Время, минут").fill("25")
    address = link.input_value()
    assert address == f"{plain}&levels=remember,apply&minutes=25"
    page.locator(".sw-maker-link button").first.click()
    expect(page.locator(".sw-link-maker .sw-status")).to_have_text(
        re.compile(r"Ссылка (скопирована|выделена)")
    )
    page.locator("[name=chapters]").uncheck()
    expect(page.locator(".sw-test-available")).to_contain_text("хотя бы одну")
    expect(page.locator(".sw-maker-links")).to_be_hidden()
    page = start(visit, address)
    assert ids(page) == pick(levels(root), ("remember", "apply"), 3, "Ә 7")
    expect(page.locator(".sw-test-timer")).to_contain_text("25:00")
