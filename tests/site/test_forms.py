"""A specialist's blank forms: one printed alone, or all, each on a page of its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_blank_form_is_printed_alone(lang: str, browser: Browser, site_url: str) -> None:
    """The button under a form leaves nothing else on the paper; afterwards the page is whole again."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script("globalThis.print = () => { globalThis.printed = true; }")
    page.goto(f"{site_url}{lang}/forms.html")
    forms, buttons = page.locator(".sw-blank-form"), page.locator(".sw-print-form")
    expect(buttons).to_have_count(3)
    buttons.nth(1).click()
    assert page.evaluate("globalThis.printed")
    page.emulate_media(media="print")
    expect(forms.nth(1)).to_be_visible()
    for hidden in (
        forms.nth(0),
        forms.nth(2),
        page.locator("h1"),
        page.locator(".sw-footer"),
        buttons.nth(1),
    ):
        expect(hidden).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    for form in forms.all():
        expect(form).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_blank_and_filled_in_forms_have_the_same_fields(browser: Browser, site_url: str) -> None:
    """Each document of the workshop has the fields of its blank form, in the same order, in both languages."""
    context = browser.new_context()
    page = context.new_page()
    for lang in ("kk", "ru"):
        fields: dict[str, list[list[str]]] = {}
        for name, kind in (("forms", "sw-blank-form"), ("workshop", "sw-form")):
            page.goto(f"{site_url}{lang}/{name}.html")
            for form in page.locator(f".{kind}").all():
                title = form.locator("p").first.inner_text()
                fields.setdefault(title, []).append(form.locator("td:first-child").all_inner_texts())
        # A blank one and two filled in, for the two cases.
        assert [len(found) for found in fields.values()] == [3, 3, 3]
        for blank, *filled in fields.values():
            assert all(found == blank for found in filled)
    context.close()
