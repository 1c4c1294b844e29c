"""The live widget in a real JupyterLab: answers go from the browser to Python, and widgets compose."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.browser, pytest.mark.jupyter]

TOKEN = "swtech-test"
SHOW = """import ipywidgets, swtech
w = swtech.quiz("cycle", lang="ru", course={root!r})
heard = []
w.observe(lambda change: heard.append(change["new"]), "score")
ipywidgets.Tab([ipywidgets.VBox([w])], titles=["Цикл"])"""
TELL = """print("told", len(w.attempts), w.attempts[-1]["outcome"]["verdict"], heard == [w.score])"""


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
        for number, code in enumerate((SHOW.format(root=str(root)), TELL))
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


def test_answers_reach_python(browser: Browser, lab: str) -> None:
    """A right answer clicked in JupyterLab is in `w.attempts`, and an observer of the score heard of it."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(f"{lab}/lab/tree/quiz.ipynb?token={TOKEN}&reset")
    cell = page.locator(".jp-Notebook .jp-CodeCell").first
    # A cell that is run before the kernel is there is forgotten.
    expect(page.locator("#jp-main-statusbar")).to_contain_text("Idle", timeout=60_000)
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    card = page.locator(".sw-kind-choice.is-live").first
    key = json.loads(card.locator(".sw-payload").inner_text())["key"][0]
    card.locator(f"input[value={key}]").check()
    card.locator(".sw-actions .is-primary:visible").click()
    expect(card.locator(".sw-verdict.is-right")).to_be_visible()
    assert (
        page.evaluate("indexedDB.databases().then(all => all.filter(one => one.name.startsWith('swtech')))")
        == []
    )
    # Whatever theme is chosen while the quiz is open, the quiz follows it.
    view = page.locator("[data-theme]:has(> .sw-quiz)")
    for light, theme in (("false", "dark"), ("true", "light")):
        page.evaluate("light => document.body.dataset.jpThemeLight = light", light)
        expect(view).to_have_attribute("data-theme", theme)
    page.locator(".jp-Notebook .jp-CodeCell").nth(1).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    expect(page.locator(".jp-OutputArea-output", has_text="told")).to_have_text(
        "told 1 right True\n", timeout=60_000
    )
    page.close()
