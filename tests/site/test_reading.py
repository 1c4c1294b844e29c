"""What the scripts of a page add for its reader: menu, look, language, search, report, paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, expect

from tests.conftest import served
from tests.site.test_pages import AXE_TAGS, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

LANGUAGES = ("kk", "ru")


@pytest.fixture(scope="module")
def words(root: Path) -> dict[str, dict[str, str]]:
    """The interface words of both editions."""
    return {
        lang: yaml.safe_load((root / "book" / f"{lang}.yml").read_text("utf-8"))["site"] for lang in LANGUAGES
    }


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of 360 by 740 with a fresh profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield context
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """A window of 1280 by 900 with a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def test_the_open_menu_keeps_the_focus_and_gives_it_back(phone: BrowserContext, site_url: str) -> None:
    """The menu opens by Enter, Tab goes round inside it, Escape closes it and returns to its button."""
    page = phone.new_page()
    page.goto(f"{site_url}ru/cycle.html")
    menu, button = page.locator("#sw-contents"), page.locator("button.sw-menu-button")
    expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Tab")
    expect(page.locator(".sw-skip")).to_be_focused()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".sw-menu-close")).to_be_focused()
    expect(menu.locator("a[href='#cycle-five-stages']")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(menu.locator(".sw-theme")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".sw-menu-close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_works_without_javascript(browser: Browser, site_url: str) -> None:
    """With scripts off the menu is a link that opens the contents, and another that closes them."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_url}kk/cycle.html")
    expect(page.locator("#sw-contents")).to_be_hidden()
    page.locator("a.sw-menu-button").click()
    expect(page.locator("#sw-contents a[href='glossary.html']")).to_be_visible()
    page.locator("a.sw-menu-close").click()
    expect(page.locator("#sw-contents")).to_be_hidden()
    expect(page.locator(".sw-theme").first).to_be_hidden()
    context.close()


def test_the_chosen_look_is_remembered(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """The switch says its state in words, and the next page in the other language keeps the choice."""
    page = desktop.new_page()
    page.goto(f"{site_url}kk/index.html")
    switch = page.locator(".sw-header .sw-theme")
    for at, theme in enumerate(("auto", "light", "dark")):
        if at:
            switch.click()
        expect(switch).to_have_text(f"{words['kk']['theme']}: {words['kk'][f'theme_{theme}']}")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{site_url}ru/glossary.html")
    expect(switch).to_have_text(f"{words['ru']['theme']}: {words['ru']['theme_dark']}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_the_switch_leads_to_what_is_being_read(desktop: BrowserContext, site_url: str) -> None:
    """Focus on the switch moves nothing; it leads to the section on screen, with the address's parameters."""
    page = desktop.new_page()
    page.goto(f"{site_url}kk/cycle.html?n=5")
    switch = page.locator(".sw-language")
    page.locator("#cycle-closed").evaluate("section => section.scrollIntoView()")
    expect(page.locator(".sw-onpage a[href='#cycle-closed']")).to_have_attribute("aria-current", "true")
    before = page.evaluate("scrollY")
    switch.focus()
    assert page.evaluate("scrollY") == before
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/cycle.html?n=5#cycle-closed")
    page.evaluate("scrollTo(0, 0)")
    page.goto(f"{site_url}ru/cycle.html")
    switch.focus()
    assert switch.evaluate("link => link.href") == f"{site_url}kk/cycle.html"


def test_a_test_goes_on_with_the_same_question_in_the_other_language(
    phone: BrowserContext, site_url: str
) -> None:
    """In the middle of a drawn test the switch keeps draw, answers and the question under the reader's eyes."""
    page = phone.new_page()
    page.goto(f"{site_url}kk/test.html?chapters=cycle,groups&n=6&seed=exam")
    page.locator(".sw-test-ready .is-primary").click()
    items = page.locator(".sw-item.is-live")
    expect(items).to_have_count(6)
    drawn = [item.get_attribute("id") for item in items.all()]
    for item in items.all()[:2]:
        field = item.locator("input, select, .sw-down").first
        if field.evaluate("field => field.matches('select')"):
            field.select_option(index=1)
        elif field.evaluate("field => field.matches('[type=text]')"):
            field.fill("мақсат")
        else:
            field.click()
    expect(page.locator(".sw-strip .is-answered")).to_have_count(2)
    page.locator(".sw-strip-place").nth(2).click()
    expect(items.nth(2).locator(".sw-stem")).to_be_focused()
    expect(items.nth(2)).to_be_in_viewport()
    page.locator(".sw-language").click()
    page.wait_for_url(f"**/ru/test.html?chapters=cycle,groups&n=6&seed=exam#{drawn[2]}")
    expect(items.nth(2).locator(".sw-stem")).to_be_in_viewport()
    assert [item.get_attribute("id") for item in items.all()] == drawn
    expect(page.locator(".sw-strip .is-answered")).to_have_count(2)


def test_the_chooser_remembers_the_edition(
    phone: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """The first visit asks, the next goes straight to the edition read last, and ?choose asks again."""
    page = phone.new_page()
    page.goto(site_url)
    expect(page.get_by_role("link", name=words["kk"]["start"])).to_be_visible()
    page.get_by_role("link", name=words["ru"]["start"]).click()
    page.wait_for_url("**/ru/index.html")
    page.goto(f"{site_url}kk/cycle.html")
    page.goto(site_url)
    page.wait_for_url("**/kk/index.html")
    page.goto(f"{site_url}?choose")
    expect(page.get_by_role("link", name=words["ru"]["start"])).to_be_visible()


@pytest.mark.parametrize("missing", ["gone.html", "ru/gone.html", "kk/a/b/gone.html", "gone/and/gone/"])
def test_the_page_for_a_wrong_address_finds_the_course(
    browser: Browser, site_dir: Path, missing: str
) -> None:
    """On a sub-path and at any depth its links lead to the editions, within the policy and in its dress."""
    context = browser.new_context()
    page = context.new_page()
    breaches: list[str] = []
    page.on(
        "console",
        lambda message: breaches.append(message.text) if "Content Security" in message.text else None,
    )
    with served(site_dir, base="/deep/course/") as address:
        page.goto(address + missing)
        for lang in LANGUAGES:
            expect(page.locator(f"a[hreflang={lang}]")).to_have_attribute(
                "href", f"/deep/course/{lang}/index.html"
            )
        expect(page.locator(".sw-welcome")).to_have_css("display", "flex")
        page.locator("a[hreflang=ru]").click()
        page.wait_for_url(f"{address}ru/index.html")
    assert breaches == []
    context.close()


SEARCHES = [
    ("kk", "алеуметтик", "definitions", r"\d+ бет табылды\."),
    ("kk", "ТЕХНОЛОГИЯЛЫК процесс", "process", r"\d+ бет табылды\."),
    ("kk", "тұйық циклдің", "cycle", r"\d+ бет табылды\."),
    ("ru", "противоречия", "contradiction", r"(Найдена \d+ страница|Найдено \d+ страниц[ы]?)\."),
    ("ru", "технологического процесса", "process", r"(Найдена \d+ страница|Найдено \d+ страниц[ы]?)\."),
]


@pytest.mark.parametrize("search", SEARCHES, ids=lambda search: search[1])
def test_search_works_from_a_folder(
    desktop: BrowserContext, site_dir: Path, search: tuple[str, str, str, str]
) -> None:
    """Opened as a file, the header's field finds the page and says how many, in the right form, in peace."""
    lang, query, page, count = search
    tab = desktop.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.goto((site_dir / lang / "index.html").as_uri())
    tab.locator(".sw-header-search input").fill(query)
    tab.keyboard.press("Enter")
    expect(tab.locator("#sw-search-status")).to_have_text(re.compile(count))
    expect(tab.locator(f"#search-results > li > a[href='{page}.html']")).to_be_visible()
    expect(tab.locator("#sw-search-input")).to_have_value(query)
    assert said == []


def test_search_says_when_it_finds_nothing_or_not_all(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """An unknown word is said to be unknown, words that stand on no one page give pages with some of them."""
    page = desktop.new_page()
    status = page.locator("#sw-search-status")
    page.goto(f"{site_url}ru/search.html?q={quote('фотосинтез')}")
    expect(status).to_have_text(words["ru"]["search_none"].format(query="фотосинтез"))
    page.goto(f"{site_url}ru/search.html?q={quote('цикл фотосинтез')}")
    expect(status).to_contain_text(words["ru"]["search_some"])
    expect(page.locator("#search-results > li").first).to_be_visible()
    page.goto(f"{site_url}ru/search.html?q=")
    expect(status).to_have_text(words["ru"]["search_empty"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_is_content_with_what_opens(browser: Browser, site_url: str, root: Path, lang: str) -> None:
    """The open menu, results of a search, none, and the open report and citation, in the light and in the dark."""
    source = (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    # Less motion: what appears is there at once, and no colour is half faded when axe looks.
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    status = page.locator("#sw-search-status")
    faults: dict[str, list[str]] = {}

    def look(where: str) -> None:
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            if found := violations(page, source, AXE_TAGS):
                faults[f"{where}, {scheme}"] = found

    page.goto(f"{site_url}{lang}/cycle.html")
    page.locator(".sw-menu-button").click()
    expect(page.locator("#sw-contents")).to_be_visible()
    expect(page.locator("#sw-contents .sw-contents-sections")).to_be_visible()
    look("menu")
    page.keyboard.press("Escape")
    for fold in page.locator(".sw-footer details").all():
        fold.locator("summary").click()
    page.locator(".sw-report-copy").click()
    expect(page.locator(".sw-report-status")).not_to_be_empty()
    look("report")
    page.goto(f"{site_url}{lang}/search.html?q={quote('цикл')}")
    expect(page.locator("#search-results > li > a").first).to_be_visible()
    look("results")
    page.goto(f"{site_url}{lang}/search.html?q={quote('фотосинтез')}")
    expect(status).to_contain_text("фотосинтез")
    look("nothing found")
    context.close()
    assert faults == {}


def test_a_report_names_page_item_section_and_version(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """What is copied holds the address with its section, the item last touched, version and language."""
    desktop.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desktop.new_page()
    page.goto(f"{site_url}ru/cycle.html")
    page.locator("#cycle-closed").evaluate("section => section.scrollIntoView()")
    expect(page.locator(".sw-onpage a[href='#cycle-closed']")).to_have_attribute("aria-current", "true")
    card = page.locator("[id^=item-]").first
    card.locator("button, input, select").first.focus()
    fold = page.locator("details.sw-report")
    fold.locator("summary").click()
    fold.get_by_role("button", name=words["ru"]["copy"]).click()
    expect(fold.get_by_role("status")).to_have_text(words["ru"]["copied"])
    copied = page.evaluate("navigator.clipboard.readText()")
    site = json.loads(page.locator("#sw-site").evaluate("data => data.textContent"))
    item = (card.get_attribute("id") or "").removeprefix("item-")
    for part in (f"{site_url}ru/cycle.html#cycle-", f": {item}\n", f": {site['version']}\n", ": ru\n"):
        assert part in copied, copied


def test_a_wide_table_is_reached_by_the_keyboard(
    browser: Browser, site_dir: Path, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """A table that is wider than the screen scrolls in a named box which takes the focus."""
    context = browser.new_context(viewport={"width": 240, "height": 740})
    page = context.new_page()
    seen = 0
    for path in sorted((site_dir / "kk").glob("*.html")):
        if "table-wrapper" not in path.read_text("utf-8"):
            continue
        page.goto(f"{site_url}kk/{path.name}")
        for box in page.locator(".table-wrapper").all():
            if box.evaluate("box => box.scrollWidth > box.clientWidth"):
                seen += 1
                expect(box).to_have_attribute("tabindex", "0")
                expect(box).to_have_attribute("aria-label", words["kk"]["table_label"])
    context.close()
    assert seen, "no page has a table wider than the screen any more: this test has lost its object"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_of_many_columns_is_read_row_by_row_on_a_phone(
    browser: Browser, site_url: str, lang: str
) -> None:
    """Nothing hides beyond the edge: a cell stands under the words of its column, which a wide screen leaves out."""
    for width, on_phone in ((360, True), (320, True), (1280, False)):
        context = browser.new_context(viewport={"width": width, "height": 740})
        page = context.new_page()
        page.goto(f"{site_url}{lang}/cycle.html")
        table = page.locator("table.sw-wide")
        assert table.evaluate("table => table.parentElement.scrollWidth <= table.parentElement.clientWidth")
        heads = table.locator("thead th").all_text_contents()
        assert len(heads) >= 3
        for row in table.locator("tbody tr").all():
            labels = row.locator(".sw-cell-label")
            assert [" ".join(text.split()) for text in labels.all_text_contents()] == heads[1:]
            for label in labels.all():
                expect(label).to_be_visible(visible=on_phone)
        context.close()


def test_paper_gets_the_text_alone(desktop: BrowserContext, site_url: str) -> None:
    """Printed from a dark screen, a chapter is dark on white, without bars and menus."""
    page = desktop.new_page()
    page.goto(f"{site_url}kk/cycle.html")
    page.evaluate("document.documentElement.dataset.theme = document.body.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    for part in (".sw-header", ".sw-contents", ".sw-onpage", ".sw-neighbours"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h1")).to_have_css("color", "rgb(29, 39, 48)")
    expect(page.locator(".sw-article")).to_be_visible()
