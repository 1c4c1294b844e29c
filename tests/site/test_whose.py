"""The line above the text that says whose answers a page keeps, where that is not plain."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import served

pytestmark = [pytest.mark.site, pytest.mark.browser]

NAME = "Әсем <img src=x onerror=alert(1)> $& {name}"


@pytest.fixture(scope="module")
def address(mini_site: Path) -> Iterator[str]:
    """The address of the small course."""
    with served(mini_site / "_site") as found:
        yield found


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A phone with a fresh profile."""
    context = browser.new_context(viewport={"width": 320, "height": 740})
    yield context
    context.close()


@pytest.fixture(scope="module")
def words(root: Path) -> dict[str, dict[str, Any]]:
    """The words of both editions."""
    return {
        lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8"))["site"] for lang in ("kk", "ru")
    }


def keep(page: Page, **values: str) -> None:
    """Let the browser keep values of the course, and look at the page again."""
    for key, value in values.items():
        page.evaluate("([key, value]) => localStorage.setItem(`mini.${key}`, value)", [key, value])
    page.reload()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_whose_answers_they_are_is_said_where_it_is_not_plain(
    phone: BrowserContext, address: str, words: dict[str, dict[str, Any]], lang: str
) -> None:
    """Nothing for whoever uses the browser alone; a named profile by its name; a shared device as one."""
    page = phone.new_page()
    page.goto(f"{address}{lang}/cycle.html")
    line = page.locator(".sw-whose")
    expect(page.locator(".sw-item.is-live").first).to_be_visible()
    expect(line).to_have_count(0)
    keep(page, profiles=json.dumps([{"id": "a", "name": NAME}]), profile="a")
    expect(line).to_contain_text(words[lang]["whose"].replace("{name}", NAME))
    expect(line.locator("img")).to_have_count(0)
    expect(line.get_by_role("link")).to_have_attribute("href", "progress.html#progress-people")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.emulate_media(media="print")
    expect(line).to_be_hidden()
    page.emulate_media(media="screen")
    keep(page, shared="1")
    expect(line).to_contain_text(words[lang]["whose_shared"])
    expect(line).not_to_contain_text("Әсем")
    # Whoever has just erased all to leave is told so, once.
    page.evaluate("sessionStorage.setItem('mini.left', '1')")
    page.reload()
    expect(line).to_contain_text(words[lang]["whose_left"])
    page.reload()
    expect(line).to_contain_text(words[lang]["whose_shared"])
    expect(line).not_to_contain_text(words[lang]["whose_left"])
