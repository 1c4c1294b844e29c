"""The page of progress of the little site, with known logs, and its tools as a student works them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit, ago, answered
from tests.browser.kept import write

CARD, CASE = "card:aim/definition", "case:first-day"
TESTED = ago(2)
"""When a test was finished: all its answers are judged in one moment."""
Logs = dict[str, list[dict[str, Any]]]
Words = Callable[..., str]
"""Gives an interface word in a language, with what is to be filled in."""


def named(logs: Logs) -> Logs:
    """The logs with a name for every entry."""
    return {
        key: [{"uid": f"{key}-{at}", **entry} for at, entry in enumerate(log)] for key, log in logs.items()
    }


SOME = named(
    {
        "kinds-choice": [answered(9, 1), answered(2, 1)],  # mastered
        "kinds-multiple": [answered(9, 0), answered(3, 0, sure=False)],  # due
        "kinds-match": [answered(2, 1, mode="test", at=TESTED), {"at": ago(1), "reset": True}],
        "kinds-short": [answered(2, 0, mode="test", at=TESTED)],  # due
        CARD: [answered(20, 1, mode="card")],  # due
        CASE: [answered(5, 0.5, mode="case", parts={"a": "right", "b": "wrong"}, remarks={"ending": "good"})],
    }
)
"""Three items due or answered once, one mastered; a card; a case that came to its ending."""
GOOD = {"uid": "good", **answered(1, 1)}
"""An entry that can be read."""


def progress(
    visit: Visit, site: str, lang: str = "kk", logs: Logs = SOME, name: str = "swtech-kinds"
) -> Page:
    """The page of progress in a browser that keeps *logs*."""
    page = visit.open(f"{site}/{lang}/kinds.html")
    write(page, {key: {"v": 2, "log": log} for key, log in logs.items()}, name)
    page.goto(f"{site}/{lang}/progress.html")
    expect(page.locator(".sw-chapter")).to_be_visible()
    return page


def tool(page: Page, name: str) -> Locator:
    """One tool of the page."""
    return page.locator(f".sw-study-{name}")


def press(page: Page, name: str, label: str) -> None:
    """Press a button of a tool."""
    tool(page, name).get_by_role("button", name=label, exact=True).click()


def status(page: Page, name: str) -> Locator:
    """What a tool says has happened."""
    return tool(page, name).locator(".sw-stage > .sw-status, .sw-carry > .sw-status").last


def saved(page: Page, label: str) -> tuple[str, str]:
    """The name and the text of the file that is saved."""
    with page.expect_download() as download:
        press(page, "file", label)
    return download.value.suggested_filename, download.value.path().read_text("utf-8")


def load(page: Page, text: str | bytes, name: str = "file.json") -> None:
    """Choose a file with this text."""
    data = text if isinstance(text, bytes) else text.encode()
    tool(page, "file").locator("[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": data}
    )


def file_of(logs: object, **more: Any) -> str:
    """The text of a file with these logs."""
    whole = {"format": "swtech-progress", "version": 1, "course": "kinds", "exported": ago(0), "logs": logs}
    return json.dumps({**whole, **more})


def create(page: Page, words: Words, name: str) -> None:
    """Make a profile and go to it."""
    tool(page, "profiles").get_by_label(words("kk", "data_new")).fill(name)
    with page.expect_navigation():
        press(page, "profiles", words("kk", "data_create"))


def here(page: Page) -> Locator:
    """The name of the profile that is open."""
    return page.locator(".sw-people [aria-current] .sw-person")
