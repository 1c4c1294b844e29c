"""Every page of both editions, as a visitor's browser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import served

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("pages")]

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Chromium tells the page about every breach of its policy; the console would only show it.
WATCH = """
globalThis.breaches = [];
document.addEventListener("securitypolicyviolation", (event) => {
  globalThis.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
"""


class Watched:
    """A page whose requests, console and policy breaches are written down."""

    def __init__(self, context: BrowserContext, host: str) -> None:
        self.host = host
        self.page = context.new_page()
        self.said: list[str] = []
        self.elsewhere: list[str] = []
        self.page.add_init_script(WATCH)
        self.page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host:
            self.elsewhere.append(url)

    def check(self, where: str) -> None:
        """Fail when the page spoke on the console, asked another host or broke its policy."""
        assert self.page.evaluate("globalThis.breaches") == [], where
        assert self.said == [], where
        assert self.elsewhere == [], where


def html_pages(site: Path) -> list[str]:
    """Return the addresses of all pages below *site*."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


@pytest.fixture(scope="module")
def axe(root: Path) -> str:
    """The accessibility checker's source."""
    return (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe finds wrong on *page*, each with the element it is about."""
    page.evaluate(axe)
    found = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(({ violations }) => violations)",
        AXE_TAGS,
    )
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


@pytest.fixture(scope="module", params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    """The colour scheme that the visitor's system asks for."""
    return str(request.param)


def test_every_page_is_clean_and_accessible(
    browser: Browser, site_dir: Path, site_url: str, axe: str, scheme: str
) -> None:
    """No page asks another host, breaks the policy, speaks on the console or has a fault that axe can find."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    faults: dict[str, list[str]] = {}
    for name in html_pages(site_dir):
        watched = Watched(context, urlsplit(site_url).netloc)
        # The chooser would lead on to the edition that was remembered; asked to choose, it stays.
        watched.page.goto(f"{site_url}{name}{'?choose' if name == 'index.html' else ''}", wait_until="load")
        watched.check(name)
        if found := violations(watched.page, axe):
            faults[name] = found
        watched.page.close()
    context.close()
    assert faults == {}


def test_no_page_scrolls_sideways_on_a_phone(browser: Browser, site_dir: Path, site_url: str) -> None:
    """At 360 px, and at 320 px as 200% zoom of a small window gives, text and controls fit the width."""
    wide = {}
    for width in (360, 320):
        context = browser.new_context(viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
        page = context.new_page()
        for name in html_pages(site_dir):
            page.goto(f"{site_url}{name}{'?choose' if name == 'index.html' else ''}")
            shown = page.evaluate("document.documentElement.scrollWidth")
            if shown > width:
                wide[f"{name} at {width}"] = shown
        context.close()
    assert wide == {}


def test_every_page_says_its_language_title_and_description(site_dir: Path) -> None:
    """`lang`, title and description are there and in the page's language; the switch names its counterpart."""
    for lang, other in (("kk", "ru"), ("ru", "kk")):
        titles = set()
        for path in sorted((site_dir / lang).glob("*.html")):
            page = path.read_text("utf-8")
            assert f'<html class="no-js" lang="{lang}"' in page or f'<html lang="{lang}"' in page, path
            title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
            assert title
            titles.add(title[1])
            assert re.search(rf'<a[^>]*href="\.\./{other}/{path.name}"[^>]*hreflang="{other}"', page) or re.search(
                rf'<a[^>]*hreflang="{other}"[^>]*href="\.\./{other}/{path.name}"', page
            ), path
            if path.name != "search.html":
                description = re.search(r'<meta[^>]*name="description"[^>]*>', page)
                assert description, path
        assert len(titles) == len(list((site_dir / lang).glob("*.html")))


def test_every_link_inside_the_site_leads_somewhere(site_dir: Path) -> None:
    """Each relative link has its page, and each fragment its place on that page."""
    ids: dict[Path, set[str]] = {}

    def ids_of(path: Path) -> set[str]:
        if path not in ids:
            ids[path] = set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8")))
        return ids[path]

    broken = []
    for path in site_dir.rglob("*.html"):
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', path.read_text("utf-8")):
            target = urlsplit(link.replace("&amp;", "&"))
            if target.scheme or target.netloc:
                continue
            page = (path.parent / target.path).resolve() if target.path else path
            page = page / "index.html" if page.is_dir() else page
            if not page.is_file() or (target.fragment and target.fragment not in ids_of(page)):
                broken.append(f"{path.relative_to(site_dir)}: {link}")
    assert broken == []


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone with a fresh profile."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context
    context.close()


def test_answers_and_section_survive_the_language_switch(phone: BrowserContext, site_url: str) -> None:
    """An item answered in Kazakh is answered in Russian too, and the switch lands on the same section."""
    page = phone.new_page()
    page.goto(f"{site_url}kk/cycle.html")
    item = page.locator(".sw-item[data-kind=choice]").first
    item_id = item.get_attribute("data-item")
    item.locator("input[type=radio]").first.check()
    item.get_by_role("button", name="Тексеру").click()
    expect(item.locator("[role=status]").first).not_to_be_empty()
    section = page.locator("main section[id^=cycle-], article section[id^=cycle-]").nth(1).get_attribute("id")
    page.goto(f"{site_url}kk/cycle.html#{section}")
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url(re.compile(rf"/ru/cycle\.html.*#{section}$"))
    same = page.locator(f".sw-item[data-item={item_id}]")
    expect(same.locator("input[type=radio]").first).to_be_checked()
    expect(same.get_by_role("button", name="Проверить")).to_have_count(0)


def test_the_page_reads_without_javascript(browser: Browser, site_url: str) -> None:
    """With JavaScript off the chapter, its question and a folded answer can be read, and the menu opens."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{site_url}kk/cycle.html")
    item = page.locator(".sw-item").first
    expect(item).to_be_visible()
    answer = item.locator("details.sw-answer")
    expect(answer.locator(".sw-rationale")).to_be_hidden()
    answer.locator("summary").click()
    expect(answer.locator(".sw-rationale")).to_be_visible()
    context.close()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_course_works_from_a_folder(browser: Browser, site_dir: Path, lang: str) -> None:
    """Opened as a file, a quiz answers, keeps the answer over a reload, and nothing breaks the policy."""
    context = browser.new_context()
    watched = Watched(context, "")
    page = watched.page
    page.goto((site_dir / lang / "cycle-quiz.html").as_uri())
    item = page.locator(".sw-item[data-kind=choice]").first
    item.locator("input[type=radio]").first.check()
    item.get_by_role("button", name={"kk": "Тексеру", "ru": "Проверить"}[lang]).click()
    expect(item.locator(".sw-rationale")).to_be_visible()
    page.reload()
    expect(item.locator("input[type=radio]").first).to_be_checked()
    expect(item.locator(".sw-rationale")).to_be_visible()
    watched.check(lang)
    context.close()


def test_a_missing_page_leads_home_from_any_depth(browser: Browser, site_dir: Path) -> None:
    """Under a sub-path an unknown address gets the 404 page with its styles and a way to both editions."""
    context = browser.new_context()
    with served(site_dir, base="/course/") as address:
        for missing in ("no-such-page.html", "kk/no/such/page.html"):
            page = context.new_page()
            answer = page.goto(address + missing)
            assert answer
            assert answer.status == 404
            for lang, name in (("kk", "Қазақша"), ("ru", "Русский")):
                link = page.locator(f"a[hreflang={lang}]").first
                expect(link).to_be_visible()
                assert link.evaluate("link => link.href").startswith(f"{address}{lang}/"), name
            page.close()
    context.close()


@pytest.mark.parametrize(
    ("lang", "query", "page"),
    [
        ("kk", "алеуметтик", "definitions.html"),
        ("kk", "үздіксіздік", "characteristics.html"),
        ("kk", "уздиксиздик", "characteristics.html"),
        ("ru", "противоречие", "contradiction.html"),
    ],
)
def test_search_finds_what_a_student_types(
    browser: Browser, site_url: str, lang: str, query: str, page: str
) -> None:
    """Kazakh letters may be typed as on a Russian keyboard; the results are links to pages of the edition."""
    context = browser.new_context()
    watched = Watched(context, urlsplit(site_url).netloc)
    watched.page.goto(f"{site_url}{lang}/search.html?q={query}")
    expect(watched.page.locator(f"#search-results a[href*='{page}']").first).to_be_visible()
    watched.check(query)
    context.close()


def test_the_menu_opens_and_closes_from_the_keyboard(phone: BrowserContext, site_url: str) -> None:
    """On a phone-sized window the contents can be opened, walked and closed without a pointer."""
    page = phone.new_page()
    page.goto(f"{site_url}ru/cycle.html")
    chapter = page.locator(".sidebar-drawer a[href='process.html']").first
    expect(chapter).not_to_be_in_viewport()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#sw-menu, #__navigation, [aria-controls]')"):
            break
    else:
        pytest.fail("no control for the menu is reached by Tab")
    page.keyboard.press("Space")
    expect(chapter).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(chapter).not_to_be_in_viewport()
