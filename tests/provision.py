"""Find or install what the tests need beside Python packages: a Chromium, Node, npm packages, dictionaries.

Every step says what it does; what cannot be installed ends with the command to run by hand.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from swtech.checks.spelling import DICTIONARIES, NoDictionaryError, misspelt

ROOT = Path(__file__).resolve().parent.parent
SHELL = "chromium-headless-shell"
"""Chromium without its windows, which Playwright drives by default: the tests take it half the time."""
CHROMIUM_NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

OWN_CHROMIUM = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def find_chromium() -> str | None:
    """Return the path of the machine's Chromium or Chrome, else of Playwright's own, else None."""
    named = os.environ.get("SWTECH_CHROMIUM")
    if named:
        return named
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    # In a process of its own: Playwright starts once in a process, and the tests have it running.
    done = subprocess.run([sys.executable, "-c", OWN_CHROMIUM], check=False, capture_output=True, text=True)
    own = Path(done.stdout.strip())
    return str(own) if done.returncode == 0 and own.is_file() else None


def run(*command: str, timeout: int = 1200) -> bool:
    """Run *command* with its output shown; say whether it went well."""
    print("+", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, check=False, env=environment, timeout=timeout).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return False


def is_root() -> bool:
    """Say whether this is the machine's own user, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_debian(*packages: str, timeout: int = 1200) -> None:
    """Install Debian's *packages* where that may be done without asking; *timeout* in seconds for each step."""
    rights = [] if is_root() else ["sudo", "-n"]
    if not shutil.which("apt-get") or (rights and not shutil.which("sudo")):
        return
    if run(*rights, "apt-get", "update", "-qq", timeout=timeout):
        install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
        run(*rights, *install, *packages, timeout=timeout)


def driver_runs() -> bool:
    """Say whether Playwright's driver starts: it brings its own Node, which wants a library bare systems lack."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode == 0


def provide_driver() -> None:
    """Make sure that Playwright, which drives the browser, starts."""
    if not driver_runs():
        print("The browser's driver needs libatomic: installing Debian's package")
        install_debian("libatomic1")
    if not driver_runs():
        sys.exit("Playwright does not start. On Debian it needs: sudo apt-get install libatomic1")


def provide_chromium() -> None:
    """Make sure that the browser tests have a browser: the machine's, else Debian's, else Playwright's.

    A machine that is nobody's own, with a Chromium that opens windows, gets the quicker one too, if it can.
    """
    found = find_chromium()
    if found and (Path(found).name == SHELL or "SWTECH_CHROMIUM" in os.environ or not is_root()):
        return
    if found:
        print("The browser tests take half the time without windows: installing Debian's package")
        # Nobody waits long for what is only quicker.
        install_debian(SHELL, timeout=240)
        return
    print("The browser tests need Chromium: installing Debian's package")
    install_debian(SHELL)
    if not find_chromium():
        install_debian("chromium")
    if not find_chromium():
        print("Trying Playwright's own Chromium")
        run(sys.executable, "-m", "playwright", "install", "chromium", timeout=600)
    if not find_chromium():
        sys.exit(
            "The browser tests need Chromium or Chrome, and none could be installed. Install one, for example with\n"
            "    sudo apt-get install chromium\n"
            "or name one that you have: SWTECH_CHROMIUM=/path/to/chrome make test"
        )


def provide_node() -> None:
    """Make sure that the tests of the browser code have Node and the locked npm packages."""
    if not (shutil.which("node") and shutil.which("npm")):
        print("The tests of the browser code need Node: installing it into the environment")
        requirements = str(ROOT / "requirements" / "node.txt")
        if not run(sys.executable, "-m", "pip", "install", "--require-hashes", "-r", requirements):
            sys.exit("Node could not be installed. Install it by hand: sudo apt-get install nodejs npm")
    stamp = ROOT / "node_modules" / ".swtech-lock"
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text() != lock:
        npm = shutil.which("npm") or str(Path(sys.executable).with_name("npm"))
        if not run(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(ROOT)):
            sys.exit("The npm packages of package-lock.json could not be installed. See npm's message above.")
        stamp.write_text(lock)


def provide_dictionaries() -> None:
    """Make sure that spelling can be checked; where it cannot, its test says so and is skipped."""
    try:
        for lang in DICTIONARIES:
            misspelt({}, lang)
    except NoDictionaryError:
        print(
            "Spelling needs hunspell with its Kazakh and Russian dictionaries: installing Debian's packages"
        )
        install_debian("hunspell", "hunspell-kk", "hunspell-ru")


if __name__ == "__main__":
    provide_driver()
    provide_chromium()
    provide_node()
    provide_dictionaries()
