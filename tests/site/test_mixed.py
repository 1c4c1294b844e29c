"""The mixed test of the whole course: the draw of Python, and a result that leads into the chapters."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from swtech import widgets
from tests.site.test_pages import Watched

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_the_result_of_a_test_leads_into_the_chapters(
    browser: Browser, site_url: str, site_dir: Path, root: Path, lang: str
) -> None:
    """The seed draws what it draws in a notebook; each objective's link ends where the chapter promises it."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    watched = Watched(context, urlsplit(site_url).netloc)
    page = watched.page
    levels = ["understand", "apply", "analyse"]
    asked = f"chapters=definitions,cycle,workshop&n=20&seed=2026&levels={','.join(levels)}&minutes=30"
    page.goto(f"{site_url}{lang}/test.html?{asked}")
    page.locator(".sw-test-ready .is-primary").click()
    items = page.locator(".sw-test-list .sw-item")
    expect(items).to_have_count(20)
    widget = widgets.test(
        ["definitions", "cycle", "workshop"], n=20, seed=2026, lang=lang, levels=levels, course=root
    )
    assert [item.get_attribute("id") for item in items.all()] == [f"item-{item.id}" for item in widget.items]
    for field in page.locator(".sw-item [type=radio], .sw-item [type=checkbox]").all()[:12]:
        field.check(force=True)
    page.locator(".sw-test-finish button").click()
    page.locator(".sw-test-ask .is-primary").click()
    expect(page.locator(".sw-test-points")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    links = page.locator(".sw-objective-list a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    assert len(links) == len({item.objective for item in widget.items})
    for link in links:
        file, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in (site_dir / lang / file).read_text("utf-8"), link
    totals = [
        int(re.findall(r"\d+", row)[-1]) for row in page.locator(".sw-objective-share").all_inner_texts()
    ]
    assert sum(totals) == 20
    watched.check("test.html")
    context.close()
