"""How the tests take a test: start it, finish it, and look at what it shows and keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from swtech.loading import load_bank
from tests.browser.conftest import Visit

ALL = "?chapters=kinds&n=9&seed=7"
START = ".sw-test-ready .sw-button"
GO_ON = ".sw-test-offer .is-primary"
FINISH = ".sw-test-finish .sw-button"


def start(visit: Visit, address: str) -> Page:
    """Open the page of a test that is asked for, and start it."""
    page = visit.open(address)
    page.locator(START).click()
    expect(page.locator(".sw-test-bar")).to_be_visible()
    return page


def finish(page: Page) -> None:
    """Finish, whatever is still open."""
    page.locator(FINISH).click()
    if page.locator(".sw-test-ask").count():
        page.locator(".sw-test-ask .is-primary").click()
    expect(page.locator(".sw-test-points")).to_be_focused()


def ids(page: Page) -> list[str]:
    """The ids of the questions, in the order in which they stand."""
    expect(page.locator(".sw-test-list .sw-item").first).to_be_attached()
    found: list[str] = page.locator(".sw-test-list .sw-item").evaluate_all(
        "all => all.map(one => one.id.replace('item-', ''))"
    )
    return found


def draft(page: Page) -> dict[str, Any] | None:
    """What the browser keeps of the test that is not finished."""
    found: dict[str, Any] | None = page.evaluate("swtech.openStore('kinds').desk.read('draft.test')")
    return found


def place(page: Page, kind: str) -> str:
    """The name of a question's number in the strip, as a screen reader says it."""
    return page.locator(f".sw-strip a[href='#item-kinds-{kind}']").get_attribute("aria-label") or ""


def levels(root: Path) -> dict[str, str]:
    """The items of the little site with their levels."""
    return {item.id: item.level for item in load_bank(root / "tests/fixtures/kinds.yml").items}
