"""What a first visit loads, here and in a stock book: bytes on the wire and requests of two kinds of page."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response, Route, sync_playwright
from tests.conftest import CHROMIUM_FLAGS, served
from tests.provision import find_chromium

from benchmarks.stock import build_stock_book, write_stock_book
from swtech.site import build_site

ROOT = Path(__file__).resolve().parent.parent
NPM = ROOT / "benchmarks" / "node_modules"
BUDGET = 60_000
PAGES = (("chapter", "cycle.html"), ("quiz page", "cycle-quiz.html"))
# What a stock widget page fetches from elsewhere, taken from the npm packages of the same things.
ELSEWHERE = {
    "require.min.js": NPM / "requirejs" / "require.js",
    "embed-amd.js": NPM / "@jupyter-widgets" / "html-manager" / "dist" / "embed-amd.js",
}


@dataclass
class Visit:
    """What one page loaded: gzipped bytes by kind, and the requests that went to other hosts."""

    requests: int = 0
    text: int = 0
    fonts: int = 0
    icons: int = 0
    elsewhere: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Return the visit as a line of a table, in kilobytes of 1,000 bytes."""
        total = self.text + self.fonts
        return f"{self.text / 1000:8.1f} {self.fonts / 1000:8.1f} {total / 1000:8.1f} {self.requests:5d}"


def gzipped(body: bytes, kind: str) -> int:
    """Return what *body* weighs on the wire: fonts and pictures are compressed already."""
    return len(body) if kind.startswith(("font/", "image/png")) else len(gzip.compress(body, 6))


@cache
def minified(script: Path) -> bytes:
    """Return *script* as its host sends it: minified, unless it is so already."""
    command = [shutil.which("node") or "node", str(ROOT / "node_modules" / "esbuild" / "bin" / "esbuild")]
    made = subprocess.run([*command, "--minify", str(script)], check=True, capture_output=True).stdout
    return min(made, script.read_bytes(), key=lambda body: len(gzip.compress(body, 6)))


def visit(browser: Browser, address: str) -> Visit:
    """Open *address* in a fresh browser profile and count everything that it loads."""
    seen = Visit()
    own = urlsplit(address).netloc
    context = browser.new_context()
    page = context.new_page()
    responses: list[Response] = []

    def elsewhere(route: Route) -> None:
        target = urlsplit(route.request.url)
        if target.netloc == own or target.scheme == "data":
            route.fallback()
            return
        seen.elsewhere.append(route.request.url)
        known = ELSEWHERE.get(Path(target.path).name)
        if known is None:
            route.abort()
        else:
            route.fulfill(body=minified(known), content_type="text/javascript")

    page.route("**/*", elsewhere)
    page.on("response", lambda response: responses.append(response))  # noqa: PLW0108  # it marks its handlers
    page.goto(address, wait_until="networkidle")
    for response in responses:
        if response.url.startswith("data:") or response.status >= 300:
            continue
        kind = response.headers.get("content-type", "")
        size = gzipped(response.body(), kind)
        seen.requests += 1
        is_font = kind.startswith("font/") or response.url.split("?")[0].endswith((".woff2", ".woff", ".ttf"))
        if "fontawesome" in response.url or "fa-" in Path(urlsplit(response.url).path).name:
            seen.icons += size
        if is_font:
            seen.fonts += size
        else:
            seen.text += size
    context.close()
    return seen


def main() -> bool:
    """Print the table and the ratios; say whether both pages keep the budget."""
    kept = True
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        ours = Path(temporary, "ours")
        build_site(ROOT, ours)
        stock = build_stock_book(write_stock_book(ROOT, "kk", Path(temporary, "stock")))
        shutil.rmtree(stock / "_sources", ignore_errors=True)
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_FLAGS)
        print("First visit, gzipped, kB of 1,000 bytes           text    fonts    total   requests")
        with served(ours) as our_address, served(stock) as stock_address:
            for name, page in PAGES:
                mine = visit(browser, f"{our_address}kk/{page}")
                peer = visit(browser, stock_address + page)
                print(f"{name:12} swtech                           {mine.row()}")
                print(f"{name:12} stock Jupyter Book               {peer.row()}")
                for address in peer.elsewhere:
                    print(f"{'':12}   of which from another host: {address}")
                total, peer_total = mine.text + mine.fonts, peer.text + peer.fonts
                print(
                    f"{name:12} the stock page weighs {peer_total / mine.text:.1f}x ours without our fonts, "
                    f"{peer_total / total:.1f}x with them, "
                    f"{(peer_total - peer.icons) / total:.1f}x with them and without its Font Awesome "
                    f"({peer.icons / 1000:.0f} kB)"
                )
                if mine.elsewhere:
                    print(f"{name:12} NOT KEPT: asked other hosts: {', '.join(mine.elsewhere)}")
                if mine.text > BUDGET:
                    print(f"{name:12} NOT KEPT: {mine.text / 1000:.1f} kB is over {BUDGET / 1000:.0f} kB")
                kept = kept and mine.text <= BUDGET and not mine.elsewhere
        browser.close()
    return kept
