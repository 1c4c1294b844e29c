"""What every test may use: the repository's root, built sites, a server, and a Chromium that talks to nobody."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from swtech.site import build_site, serve
from tests.provision import find_chromium

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root folder."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium a test process: the machine's own, else Playwright's."""
    own = find_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=own, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


def copy_mini(root: Path, target: Path) -> Path:
    """Copy the small course of tests/courses/mini to *target*, with the real interface words."""
    shutil.copytree(root / "tests" / "courses" / "mini", target)
    for name in ("kk.yml", "ru.yml"):
        shutil.copy(root / "book" / name, target / "book" / name)
    shutil.copytree(
        root / "book" / "locale", target / "book" / "locale", ignore=shutil.ignore_patterns("*.mo")
    )
    return target


@pytest.fixture
def mini(root: Path, tmp_path: Path, mini_site: Path) -> Path:
    """A small course of its own, free to be edited and built; only its notebooks were run before."""
    copy = copy_mini(root, tmp_path / "mini")
    for cache in (mini_site / "build").glob("*/cache"):
        shutil.copytree(cache, copy / "build" / cache.parent.name / "cache")
    return copy


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def site_dir(root: Path, shared_folder: Path) -> Path:
    """The whole course, both editions, built once a run with warnings as errors."""
    output = shared_folder / "site"
    with FileLock(shared_folder / "site.lock"):
        build_site(root, output)
    return output


@pytest.fixture(scope="session")
def mini_site(root: Path, shared_folder: Path) -> Path:
    """The small course, built once a run; its folder holds content, build and _site."""
    folder = shared_folder / "mini-course"
    with FileLock(shared_folder / "mini.lock"):
        if not folder.exists():
            copy_mini(root, folder)
        build_site(folder)
    return folder


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve *folder* on a free port of this machine; gives the address, which ends with a slash."""
    server = serve(folder, port=0, base=base)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{base}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def serving() -> Callable[..., object]:
    """The context manager `served`, for tests that serve folders of their own."""
    return served


@pytest.fixture(scope="session")
def site_url(site_dir: Path) -> Iterator[str]:
    """The address of the whole course."""
    with served(site_dir) as address:
        yield address
