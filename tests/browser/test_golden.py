"""The browser's twins of language, scoring and draw, held to the golden files of Python."""

from __future__ import annotations

import functools
import json
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Quiet

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def modules(root: Path, browser: Browser) -> Iterator[Page]:
    """A page that can import the modules of frontend/ as they are written."""
    handler = functools.partial(Quiet, directory=str(root / "frontend"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/tsconfig.json")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


def golden(root: Path, name: str) -> dict[str, Any]:
    """The contents of a golden file."""
    found: dict[str, Any] = json.loads((root / f"tests/golden/{name}.json").read_text("utf-8"))
    return found


def test_scoring(root: Path, modules: Page) -> None:
    """Every golden case has the same outcome in the browser."""
    file = golden(root, "scoring")
    # As text: a test driver's own way of passing values may lose keys such as "__proto__" and halves of a sign.
    found = modules.evaluate(
        """async (text) => {
          const { payloads, cases } = JSON.parse(text);
          const { score } = await import("/scoring.js");
          return cases.map(({ item, lang, response }) =>
            score(payloads.find((payload) => payload.id === item && payload.lang === lang), response));
        }""",
        (root / "tests/golden/scoring.json").read_text("utf-8"),
    )
    for case, outcome in zip(file["cases"], found, strict=True):
        assert outcome == {key: case[key] for key in ("score", "verdict", "parts", "remarks")}, case


def test_draw(root: Path, modules: Page) -> None:
    """Hashes, ranks, draws and shuffles are those of Python."""
    file = golden(root, "draw")
    found = modules.evaluate(
        """async (file) => {
          const draw = await import("/draw.js");
          return Object.fromEntries(Object.entries(file).map(([name, rows]) =>
            [name, rows.map((row) => draw[name](...row.slice(0, -1)))]));
        }""",
        file,
    )
    assert found == {name: [row[-1] for row in rows] for name, rows in file.items()}


def test_language(root: Path, modules: Page) -> None:
    """Folding and the comparison of typed answers are those of Python."""
    file = golden(root, "language")
    found = modules.evaluate(
        """async ({ fold, compare }) => {
          const language = await import("/language.js");
          return {
            fold: fold.map(([text]) => language.fold(text)),
            compare: compare.map((row) => language.compareAnswer(row.typed, row.answers, row)),
          };
        }""",
        {"fold": file["fold"], "compare": file["compare"]},
    )
    for (text, expected), folded in zip(file["fold"], found["fold"], strict=True):
        assert folded == expected, text
    for row, match in zip(file["compare"], found["compare"], strict=True):
        assert match == {"kind": row["kind"], "answer": row["answer"]}, row
