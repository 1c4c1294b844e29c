"""A little site of one bank with every kind of item, served under the course's own content policy."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from swtech.loading import load_bank
from swtech.rendering import bank_script, render_link_maker, render_quiz, render_test

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="../static/site.css">
<link rel="stylesheet" href="../static/quiz.css"></head>
<body><main><h1>{title}</h1><h2 id="kinds-section">{title}</h2>
{body}</main>
<script defer src="../static/quiz.js"></script><script defer src="../static/test.js"></script></body></html>
"""


@pytest.fixture(scope="session")
def kinds_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder, as the build lays it out: all kinds, a test and a link maker in kk/ and ru/."""
    folder = tmp_path_factory.mktemp("kinds")
    bank = load_bank(root / "tests/fixtures/kinds.yml")
    words = {lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8")) for lang in ("kk", "ru")}
    course = SimpleNamespace(banks={bank.bank: bank}, words=words, settings=SimpleNamespace(id="kinds"))
    (folder / "static").symlink_to(root / "src/swtech/static")
    for lang in ("kk", "ru"):
        home = folder / lang
        (home / "_banks").mkdir(parents=True)

        def href(label: str) -> str:
            return f"kinds.html#{label}"

        quiz = render_quiz(bank.items, lang, words[lang], bank=bank.bank, course_id="kinds", href=href)
        pages = {
            "kinds": quiz,
            "test": render_test(course, lang, n=4, href=href),  # type: ignore[arg-type]
            "instructor": render_link_maker(course, lang, words[lang]),  # type: ignore[arg-type]
        }
        for name, body in pages.items():
            page = PAGE.format(lang=lang, policy=POLICY, title=bank.title[lang], body=body)
            (home / f"{name}.html").write_text(page, "utf-8")
        (home / "_banks/kinds.js").write_text(bank_script(bank, lang, words[lang], href), "utf-8")
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Leave the test's output alone."""


@pytest.fixture(scope="session")
def kinds_site(kinds_folder: Path) -> Iterator[str]:
    """The address of the site, served over http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(kinds_folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class Visit:
    """A browser context whose pages are watched: an error or a breach of the policy fails the test."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.complaints: list[str] = []
        context.on("console", lambda message: self.complaints.append(message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def open(self, address: str) -> Page:
        """Open a page and wait until its quizzes are alive."""
        page = self.context.new_page()
        page.goto(address)
        # Waiting for a function would need eval, which the policy forbids.
        expect(page.locator(".sw-item:not(.is-live)")).to_have_count(0)
        return page


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[Visit]:
    """A fresh browser profile at 360 pixels; nothing may be left in its console."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, reduced_motion="reduce", color_scheme="light", **options
    )
    context.set_default_timeout(8000)
    visit = Visit(context)
    try:
        yield visit
    finally:
        context.close()
    assert visit.complaints == []


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """A visit with mouse and keyboard."""
    with visiting(browser) as found:
        yield found


@pytest.fixture
def touch_visit(browser: Browser) -> Iterator[Visit]:
    """A visit with a phone, which has a finger and no mouse."""
    with visiting(browser, has_touch=True, is_mobile=True) as found:
        yield found
