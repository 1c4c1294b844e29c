"""Every page of both editions, as a visitor's browser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

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


COLOURS = ["cat.color"]


def violations(page: Page, axe: str, rules: list[str]) -> list[str]:
    """Return what axe finds wrong on *page*, each with the element it is about."""
    page.evaluate(f"if (!globalThis.axe) {{ {axe} }}")
    found = page.evaluate(
        """([runOnly, preload]) => axe.run(document, { runOnly, preload, resultTypes: ['violations'] })
          .then((result) => result.violations)""",
        # What axe fetches first tells it of style sheets, not of colours.
        [rules, rules is not COLOURS],
    )
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


def address_of(site_url: str, name: str) -> str:
    """Return the address of the page *name*; the chooser, which would lead on, is asked to stay."""
    return f"{site_url}{name}{'?choose' if name == 'index.html' else ''}"


def test_every_page_is_clean_accessible_and_fits(
    browser: Browser, site_dir: Path, site_url: str, axe: str
) -> None:
    """No page asks another host, breaks the policy, speaks on the console, or has a fault that axe can find.

    In the dark only colours can differ, so only the rules about colour run again. Then the window shrinks to
    360 px, and to 320 px, which is what 400% zoom leaves of a desktop: nothing scrolls sideways.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    faults: dict[str, list[str]] = {}
    for name in html_pages(site_dir):
        watched = Watched(context, urlsplit(site_url).netloc)
        page = watched.page
        page.goto(address_of(site_url, name), wait_until="load")
        found = violations(page, axe, AXE_TAGS)
        page.emulate_media(color_scheme="dark")
        found += violations(page, axe, COLOURS)
        for width in (360, 320):
            page.set_viewport_size({"width": width, "height": 740})
            shown = page.evaluate("document.documentElement.scrollWidth")
            if shown > width:
                found.append(f"{shown} px wide at {width}")
        watched.check(name)
        if found:
            faults[name] = found
        page.close()
    context.close()
    assert faults == {}


def test_every_page_says_its_language_title_and_description(site_dir: Path) -> None:
    """Language, title and description are there, no title twice; the switch leads to the counterpart."""
    for lang, other in (("kk", "ru"), ("ru", "kk")):
        titles = set()
        for path in sorted((site_dir / lang).glob("*.html")):
            page = path.read_text("utf-8")
            assert f'<html class="no-js" lang="{lang}"' in page or f'<html lang="{lang}"' in page, path
            title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
            assert title
            titles.add(title[1])
            switch = [tag for tag in re.findall(r"<a[^>]*>", page) if f'hreflang="{other}"' in tag]
            assert any(f'href="../{other}/{path.name}"' in tag for tag in switch), path
            description = re.search(r'<meta[^>]*name="description"[^>]*>', page)
            assert description and re.search(r'content="[^"]{15,}"', description[0]), path
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
    item = page.locator(".sw-kind-choice").first
    item_id = item.get_attribute("id")
    item.locator("input[type=radio]").first.check()
    item.get_by_role("button", name="Тексеру").click()
    expect(item.locator(".sw-rationale")).to_be_visible()
    section = page.locator("main section[id^=cycle-], article section[id^=cycle-]").nth(1).get_attribute("id")
    page.goto(f"{site_url}kk/cycle.html#{section}")
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url(re.compile(rf"/ru/cycle\.html.*#{section}$"))
    same = page.locator(f"#{item_id}")
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
    item = page.locator(".sw-kind-choice").first
    item.locator("input[type=radio]").first.check()
    item.get_by_role("button", name={"kk": "Тексеру", "ru": "Проверить"}[lang]).click()
    expect(item.locator(".sw-rationale")).to_be_visible()
    page.reload()
    expect(item.locator("input[type=radio]").first).to_be_checked()
    expect(item.locator(".sw-rationale")).to_be_visible()
    watched.check(lang)
    context.close()
