"""What `make test` does when the machine lacks a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import provision


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A machine with nothing on its path, where every installation fails; gives the commands that were tried."""
    tried: list[tuple[str, ...]] = []

    def run(*command: str, timeout: int = 0) -> bool:
        tried.append(command)
        return False

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.delenv("SWTECH_CHROMIUM", raising=False)
    monkeypatch.setattr(provision, "run", run)
    return tried


def browser_at(folder: Path, name: str) -> str:
    """Put a program called *name* into *folder*."""
    program = folder / name
    program.touch(mode=0o755)
    return str(program)


def test_an_installed_chromium_is_used(
    monkeypatch: pytest.MonkeyPatch, bare: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """Nothing is installed on somebody's machine where a Chromium or Chrome is there already."""
    chrome = browser_at(tmp_path, "google-chrome")
    monkeypatch.setattr(provision, "is_root", lambda: False)
    provision.provide_chromium()
    assert provision.find_chromium() == chrome
    assert bare == []


def test_a_container_gets_the_quicker_one(
    monkeypatch: pytest.MonkeyPatch, bare: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """Where the installation fails, the Chromium that is there does; where it is there, nothing is installed."""
    browser_at(tmp_path, "apt-get")
    chrome = browser_at(tmp_path, "chromium")
    monkeypatch.setattr(provision, "is_root", lambda: True)
    provision.provide_chromium()
    assert provision.find_chromium() == chrome
    assert bare[0][0] == "apt-get"
    bare.clear()
    shell = browser_at(tmp_path, provision.SHELL)
    provision.provide_chromium()
    assert provision.find_chromium() == shell
    assert bare == []


def test_a_named_browser_wins(
    monkeypatch: pytest.MonkeyPatch, bare: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """SWTECH_CHROMIUM names the browser to use."""
    browser_at(tmp_path, "chromium")
    monkeypatch.setenv("SWTECH_CHROMIUM", "/opt/my/chrome")
    assert provision.find_chromium() == "/opt/my/chrome"


def test_without_any_browser_the_message_names_the_command(
    bare: list[tuple[str, ...]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's package is tried first, then Playwright's own; what remains is a command to run by hand."""
    browser_at(tmp_path, "apt-get")
    with pytest.raises(SystemExit, match=r"sudo apt-get install chromium"):
        provision.provide_chromium()
    commands = [" ".join(command) for command in bare]
    assert any("apt-get update" in command for command in commands)
    assert "playwright install chromium" in commands[-1]


def test_dictionaries_that_cannot_be_installed_stop_nothing(
    bare: list[tuple[str, ...]], tmp_path: Path
) -> None:
    """On a machine with apt-get they are asked for; where that fails the spelling test says what to run."""
    browser_at(tmp_path, "apt-get")
    browser_at(tmp_path, "sudo")
    provision.provide_dictionaries()
    assert any("update" in command for command in bare)
    assert not any("chromium" in command for command in bare)
