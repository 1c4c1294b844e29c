"""The live widget in a real JupyterLab: answers of every kind go from the browser to Python, and widgets compose."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from swtech.model import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.jupyter]

TOKEN = "swtech-test"
SHOW = """import ipywidgets, swtech
w = swtech.quiz("cycle", lang="ru", course={root!r})
heard = []
w.observe(lambda change: heard.append(change["new"]), "score")
ipywidgets.Tab([ipywidgets.VBox([w])], titles=["Цикл"])"""
TELL = """import json
table = w.attempts
shown = json.loads(table.to_json(orient="records", date_unit="ms"))
print("told", json.dumps({"rows": shown, "columns": list(table), "heard": heard, "score": w.score}))"""
DRAW = """import swtech
swtech.test(chapters=["cycle", "groups"], n=6, seed="7", lang="ru", course={root!r})"""


@pytest.fixture(scope="module")
def lab(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a JupyterLab with one notebook; its settings and logs stay in a folder of their own."""
    folder = tmp_path_factory.mktemp("lab")
    cells = [
        {
            "cell_type": "code",
            "id": f"c{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": [],
            "source": code,
        }
        for number, code in enumerate((SHOW.format(root=str(root)), TELL, DRAW.format(root=str(root))))
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "quiz.ipynb").write_text(json.dumps(notebook), "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    homes = (
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "JUPYTERLAB_SETTINGS_DIR",
        "IPYTHONDIR",
    )
    environment = {**os.environ, **{name: str(folder / name.lower()) for name in homes}}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"),
                *("--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}", "--LabApp.news_url="),
                *(
                    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
                    f"--ServerApp.root_dir={folder}",
                ),
            ],
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield wait_for(f"http://127.0.0.1:{port}", server, folder / "log")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(20)


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """Return *address* once it answers."""
    for _ in range(240):
        assert server.poll() is None, log.read_text("utf-8")
        try:
            with urlopen(f"{address}/api?token={TOKEN}", timeout=1):
                return address
        except OSError:
            try:
                server.wait(0.25)
            except subprocess.TimeoutExpired:
                continue
    raise AssertionError(log.read_text("utf-8"))


@pytest.fixture(scope="module")
def notebook(browser: Browser, lab: str) -> Iterator[Page]:
    """The notebook, opened, its kernel ready."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/quiz.ipynb?token={TOKEN}&reset")
    # A cell that is run before the kernel is there is forgotten.
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle", timeout=60_000)
    yield page
    page.close()


def run_cell(page: Page, number: int) -> Locator:
    """Run a cell and give what it shows."""
    cell = page.locator(".jp-Notebook .jp-CodeCell").nth(number)
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    return cell.locator(".jp-OutputArea-output")


def payload_of(card: Locator) -> dict[str, Any]:
    """What the card says beside its HTML."""
    found: dict[str, Any] = json.loads(card.locator(".sw-payload").inner_text())
    return found


def answer(card: Locator, response: Any) -> None:
    """Give this answer as a student would, by the question's controls."""

    def row(part: str) -> Locator:
        return card.locator(f'[data-part="{part}"]')

    def put(field: Locator, value: str) -> None:
        if field.locator("select").count():
            field.locator("select").select_option(value)
        elif field.locator("input[type=text]").count():
            field.locator("input").fill(value)
        else:
            field.locator(f'input[value="{value}"]').check()

    if isinstance(response, dict):
        for part, value in response.items():
            put(row(part), value)
    elif isinstance(response, str) or not card.locator(".sw-up").count():
        for value in [response] if isinstance(response, str) else response:
            put(card, value)
    else:
        places = "rows => rows.map(row => row.dataset.part)"
        for place, name in enumerate(response):
            while card.locator("[data-part]").evaluate_all(places).index(name) > place:
                row(name).locator(".sw-up").click()


SAID = ("bank", "objective", "level", "kind", "revision", "lang")

RIGHT: dict[str, Callable[[dict[str, Any]], Any]] = {
    "choice": lambda payload: payload["key"][0],
    "multiple": lambda payload: payload["key"],
    "match": lambda payload: {name: name for name in payload["pairs"]},
    "order": lambda payload: payload["sequence"],
    "sort": lambda payload: payload["entries"],
    "gap": lambda payload: {gap["id"]: gap.get("key") or gap["answers"][0] for gap in payload["gaps"]},
    "short": lambda payload: payload["answers"][0],
}
"""The right answer to an item of each kind, from what its card says."""


def check(card: Locator) -> None:
    """Press the button that goes on."""
    card.locator(".sw-actions .is-primary:visible").click()


def test_answers_of_every_kind_reach_python(notebook: Page) -> None:
    """Each kind, answered in JupyterLab, is a row of `w.attempts`; an observer heard each change of the score."""
    page = notebook
    run_cell(page, 0)
    expect(page.locator(".sw-item.is-live").first).to_be_visible()
    asked = []
    for kind in KINDS:
        card = page.locator(f".sw-kind-{kind}.is-live").first
        payload = payload_of(card)
        answer(card, RIGHT[kind](payload))
        check(card)
        expect(card.locator(".sw-verdict.is-right")).to_be_visible()
        asked.append((payload, RIGHT[kind](payload)))
    # Another question, answered wrong and then mended.
    card = page.locator(".sw-kind-choice.is-live").nth(1)
    payload = payload_of(card)
    wrong = next(name for name in payload["choices"] if name not in payload["key"])
    answer(card, wrong)
    check(card)
    expect(card.locator(f'[data-part="{wrong}"].is-wrong .sw-feedback')).to_be_visible()
    check(card)
    answer(card, payload["key"][0])
    check(card)
    expect(card.locator(".sw-verdict.is-right")).to_be_visible()
    asked += [(payload, wrong), (payload, payload["key"][0])]
    kept = "indexedDB.databases().then(all => all.filter(one => one.name.startsWith('swtech')))"
    assert page.evaluate(kept) == []
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('journal'))") == []

    output = run_cell(page, 1).filter(has_text="told")
    expect(output).to_be_visible()
    told = json.loads(output.inner_text().removeprefix("told "))
    assert told["columns"] == [
        *("item", "bank", "objective", "level", "kind", "attempt", "at", "lang", "revision"),
        *("response", "score", "verdict", "sure", "hinted", "retry"),
    ]
    rows = told["rows"]
    for row, (payload, response) in zip(rows, asked, strict=True):
        assert row["item"] == payload["id"]
        assert [row[field] for field in SAID] == [payload[field] for field in SAID]
        # Boxes are ticked in no order.
        multiple = row["kind"] == "multiple"
        assert (sorted(row["response"]) if multiple else row["response"]) == (
            sorted(response) if multiple else response
        )
        assert (row["sure"], row["hinted"]) == (None, False)
    outcomes = [(row["score"], row["verdict"], row["attempt"], row["retry"]) for row in rows]
    assert outcomes == [*[(1, "right", 1, False)] * len(KINDS), (0, "wrong", 1, False), (1, "right", 2, True)]
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert told["heard"] == sorted(told["heard"])
    assert len(told["heard"]) == len(KINDS) + 1
    assert told["heard"][-1] == told["score"]


def test_a_quiz_follows_the_theme(notebook: Page) -> None:
    """Whatever theme is chosen while the quiz is open, the quiz follows it."""
    view = notebook.locator("[data-theme]:has(> .sw-quiz)").first
    if not view.count():
        run_cell(notebook, 0)
    expect(view).to_be_visible(timeout=60_000)
    for light, theme in (("false", "dark"), ("true", "light")):
        notebook.evaluate("light => document.body.dataset.jpThemeLight = light", light)
        expect(view).to_have_attribute("data-theme", theme)


@pytest.mark.site
def test_a_seed_draws_here_what_it_draws_on_the_site(notebook: Page, browser: Browser, site_url: str) -> None:
    """`swtech.test(chapters, n, seed)` asks the same questions in the same order as the course's own page."""
    drawn = run_cell(notebook, 2).locator(".sw-item.is-live")
    expect(drawn).to_have_count(6)
    ids = "cards => cards.map(card => JSON.parse(card.querySelector('.sw-payload').textContent).id)"
    page = browser.new_page()
    page.goto(f"{site_url}ru/test.html?chapters=cycle,groups&n=6&seed=7")
    page.locator(".sw-test-ready .is-primary").click()
    expect(page.locator(".sw-item.is-live")).to_have_count(6)
    assert drawn.evaluate_all(ids) == page.locator(".sw-item").evaluate_all(ids)
    page.close()
