"""Find or install what the tests need beside Python packages: a Chromium, Node and the npm packages.

Every step says what it does; what cannot be installed ends with the command to run by hand.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def find_chromium() -> str | None:
    """Return the path of the machine's Chromium or Chrome, else of Playwright's own, else None."""
    named = os.environ.get("SWTECH_CHROMIUM")
    if named:
        return named
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.exists() else None


def run(*command: str, timeout: int = 1200) -> bool:
    """Run *command* with its output shown; say whether it went well."""
    print("+", *command, flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, check=False, env=environment, timeout=timeout).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return False


def provide_chromium() -> None:
    """Make sure that the browser tests have a browser: the machine's, else Debian's, else Playwright's."""
    if find_chromium():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid"):
        rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
        if not rights or shutil.which("sudo"):
            print("The browser tests need Chromium: installing Debian's package")
            if run(*rights, "apt-get", "update", "-qq"):
                run(*rights, "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
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


if __name__ == "__main__":
    provide_chromium()
    provide_node()
