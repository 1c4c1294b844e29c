"""A little site of one bank with every kind of item, served under the course's own content policy."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from swtech.loading import load_bank
from swtech.rendering import (
    CATALOGUE,
    STUDIES,
    TERMS,
    bank_script,
    catalogue_script,
    render_link_maker,
    render_quiz,
    render_study,
    render_test,
    terms_script,
)
from swtech.sphinxext.pages import STUDY_SCRIPTS

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="../static/site.css">
<link rel="stylesheet" href="../static/quiz.css"><link rel="stylesheet" href="../static/test.css"></head>
<body><main><h1>{title}</h1><h2 id="kinds-section">{title}</h2>
{body}</main>
<script defer src="../static/quiz.js"></script><script defer src="../static/test.js"></script></body></html>
"""

PROGRESS = [name for name in STUDIES if STUDY_SCRIPTS.get(name) == "progress.js"]
"""The tools that share the page of progress."""
STUDY = """<link rel="stylesheet" href="../static/study.css">
<script defer src="../static/study.js"></script><script defer src="../static/{script}.js"></script></body>"""


def term(name: str, names: tuple[str, str], definition: str, example: str) -> SimpleNamespace:
    """A term of the little site; its definition and example begin with their language."""
    both = {lang: f"{lang.upper()}: {definition}." for lang in ("kk", "ru")}
    shown = {lang: f"{lang.upper()}: {example}." for lang in ("kk", "ru")}
    named = dict(zip(("kk", "ru"), names, strict=True))
    return SimpleNamespace(id=name, chapter="kinds", term=named, definition=both, example=shown)


TERMS_OF_KINDS = (
    term("wardship", ("қорғаншылық", "опека"), "аа", "бб"),
    term("aim", ("мақсат", "цель"), "вв", "гг"),
    term("cycle", ("Цикл", "цикл"), "дд", "ее"),
)
"""Two terms with two names each, and one that both languages spell alike."""
CASE_OF_KINDS = SimpleNamespace(
    case="first-day", chapter="kinds", revision=1, title={"kk": "Алғашқы күн", "ru": "Первый день"}
)


@pytest.fixture(scope="session")
def kinds_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder, as the build lays it out: all kinds, a test and a link maker in kk/ and ru/."""
    folder = tmp_path_factory.mktemp("kinds")
    bank = load_bank(root / "tests/fixtures/kinds.yml")
    words = {lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8")) for lang in ("kk", "ru")}
    course: Any = SimpleNamespace(
        banks={bank.bank: bank},
        words=words,
        settings=SimpleNamespace(id="kinds", version="1.0.0"),
        terms={one.id: one for one in TERMS_OF_KINDS},
        cases={CASE_OF_KINDS.case: CASE_OF_KINDS},
        chapter_number=lambda _: 1,
    )
    (folder / "static").symlink_to(root / "src/swtech/static")
    for lang in ("kk", "ru"):
        home = folder / lang
        (home / "_banks").mkdir(parents=True)

        def href(label: str) -> str:
            return f"kinds.html#{label}"

        quiz = render_quiz(bank.items, lang, words[lang], bank=bank.bank, course_id="kinds", href=href)
        tools = {name: render_study(course, lang, name) for name in STUDIES}
        tools["progress"] = "".join(tools.pop(name) for name in PROGRESS)
        pages = {
            "kinds": quiz,
            "test": render_test(course, lang, n=4, href=href),
            "instructor": render_link_maker(course, lang, words[lang]),
            "case-first-day": "",
            **tools,
        }
        for name, body in pages.items():
            page = PAGE.format(lang=lang, policy=POLICY, title=bank.title[lang], body=body)
            if name in tools:
                script = {"cards": "review", "summary": "study"}.get(name, name)
                page = page.replace("</body>", STUDY.format(script=script))
            (home / f"{name}.html").write_text(page, "utf-8")
        scripts = {
            "kinds": bank_script(bank, lang, words[lang], href),
            CATALOGUE: catalogue_script(course, lang, href),
            TERMS: terms_script(course, lang, href),
        }
        for name, script in scripts.items():
            (home / f"_banks/{name}.js").write_text(script, "utf-8")
    return folder


def ago(days: float) -> str:
    """The moment so many days before now, as attempts have it."""
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def answered(days: float, score: float, **more: Any) -> dict[str, Any]:
    """An attempt in the review so many days ago."""
    verdict = "right" if score == 1 else "partly" if score else "wrong"
    told = {name: more.pop(name, {}) for name in ("parts", "remarks")}
    outcome = {"score": score, "verdict": verdict, **told}
    given = {"at": ago(days), "lang": "kk", "revision": 1, "response": "a", "outcome": outcome}
    return {**given, "mode": "review", "sure": True, **more}


def give(page: Page, entries: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Let the browser have *entries*, ids with attempts, as an earlier page would have left them in its journal."""
    page.evaluate(
        """entries => entries.forEach(([id, attempt], at) => localStorage.setItem(
            `kinds..journal.given-${at}`, JSON.stringify({ id, entry: { uid: `given-${at}`, ...attempt } })))""",
        list(entries),
    )


def kept(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Everything that the browser keeps of the little site, by id."""
    logs: dict[str, list[dict[str, Any]]] = page.evaluate(
        """async () => Object.fromEntries((await swtech.openStore("kinds").all()).logs)"""
    )
    return logs


@pytest.fixture(scope="session")
def words(root: Path) -> Callable[..., str]:
    """Gives a word of the engine in a language, with what is to be filled in."""
    books = {
        lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8"))["quiz"] for lang in ("kk", "ru")
    }
    return lambda lang, name, **slots: str(books[lang][name]).format(**slots)


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Leave the test's output alone."""


@contextmanager
def quietly(folder: Path) -> Iterator[str]:
    """Serve *folder*, whatever links lie in it; gives the address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def kinds_site(kinds_folder: Path) -> Iterator[str]:
    """The address of the site, served over http."""
    with quietly(kinds_folder) as address:
        yield address


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
