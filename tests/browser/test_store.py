"""The store against a simple model: whatever happens, nothing that was acknowledged is ever missing."""

from __future__ import annotations

import functools
import itertools
import subprocess
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import Quiet, visiting
from tests.browser.test_engine import check, item

pytestmark = pytest.mark.browser

ITEMS, HOURS = st.integers(0, 2), st.integers(0, 60)
ONE, TWO = st.just(0), st.integers(0, 1)
TOGETHER = 8
"""How many sequences are played beside each other."""


Sequence = tuple[int, list[tuple[str, int, int, int]]]
"""The form of the store at the start, and the steps."""


def sequences(starts: int, tabs: st.SearchStrategy[int], *kinds: str) -> st.SearchStrategy[list[Sequence]]:
    """Some sequences of what a student does and of what befalls her; answers are the commonest."""
    kind = st.sampled_from(["answer"] * 4 + list(kinds))
    steps = st.lists(st.tuples(kind, tabs, ITEMS, HOURS), min_size=1, max_size=12)
    return st.lists(st.tuples(st.integers(0, starts), steps), min_size=TOGETHER, max_size=TOGETHER)


class Harness:
    """A page without a content policy, in which sequences are played on the store's own code."""

    def __init__(self, page: Page, code: str) -> None:
        self.page, self.code, self.numbers = page, code, itertools.count()

    def play(self, sequences: list[Sequence]) -> list[str]:
        """Play sequences beside each other and return what is wrong at the end of each."""
        played = [
            {"course": f"c{next(self.numbers)}", "start": start, "steps": steps} for start, steps in sequences
        ]
        arguments = {"code": self.code, "sequences": played}
        found: list[str] = self.page.evaluate("arguments => playAll(arguments)", arguments)
        return [fault for fault in found if fault]


@pytest.fixture(scope="module")
def harness(root: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Harness]:
    """The harness, with the store bundled as it stands in frontend/."""
    folder = tmp_path_factory.mktemp("store")
    (folder / "index.html").write_text(
        "<!doctype html><title>harness</title><link rel=icon href=data:,>", "utf-8"
    )
    entry = folder / "entry.js"
    store = root / "frontend" / "store" / "store.js"
    entry.write_text(f'import {{ makeStore }} from "{store}"; globalThis.makeStore = makeStore;', "utf-8")
    esbuild = root / "node_modules" / ".bin" / "esbuild"
    bundled = subprocess.run(
        [str(esbuild), str(entry), "--bundle", "--format=iife"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    page.add_script_tag(path=root / "tests" / "browser" / "store_harness.js")
    yield Harness(page, bundled)
    page.close()
    server.shutdown()
    server.server_close()


MANY = settings(max_examples=88, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


@MANY
@given(sequences(2, ONE, "wait", "reload", "kill", "reset", "damage", "quota", "quota"))
def test_one_tab(harness: Harness, played: list[Sequence]) -> None:
    """Answers, reloads and kills in the middle of a write, a full disk, damage, a store of the first form."""
    assert harness.play(played) == []


@MANY
@given(sequences(2, TWO, "wait", "reload", "kill", "reset", "quota"))
def test_two_tabs(harness: Harness, played: list[Sequence]) -> None:
    """Two tabs at once, either of which may be killed or find the disk full."""
    assert harness.play(played) == []


@MANY
@given(sequences(2, TWO, "wait", "kill", "import", "import", "undo", "damage"))
def test_import_and_erase(harness: Harness, played: list[Sequence]) -> None:
    """Files come in between, twice too; erasing leaves nothing and its undoing brings back everything."""
    assert harness.play(played) == []


def test_a_crash_right_after_an_answer(browser: Browser, kinds_site: str) -> None:
    """The browser's own process for the tab dies the moment the answer is judged; the answer is there again."""
    for turn in range(12):
        with visiting(browser) as visit:
            page = visit.open(f"{kinds_site}/kk/kinds.html")
            item(page, "choice").locator("[value=a]").check()
            page.evaluate("document.querySelector('#item-kinds-choice .sw-actions .is-primary').click()")
            with pytest.raises(Error), page.expect_event("crash"):
                page.goto("chrome://crash")
            again = visit.open(f"{kinds_site}/{'ru' if turn % 2 else 'kk'}/kinds.html")
            expect(item(again, "choice").locator("[data-part=a].is-wrong")).to_be_visible()


def test_a_reload_right_after_an_answer(browser: Browser, kinds_site: str) -> None:
    """An answer that was shown as judged is there after a reload in the same instant."""
    with visiting(browser) as visit:
        page = visit.open(f"{kinds_site}/kk/kinds.html")
        for turn in range(12):
            expect(item(page, "choice").locator(".is-live, input").first).to_be_attached()
            if turn:
                item(page, "choice").get_by_role("button", name="Қайта жауап беру").click()
            item(page, "choice").locator("[value=c]").check()
            check(item(page, "choice"))
            page.reload()
            expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()
