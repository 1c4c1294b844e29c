"""A small server for looking at the built site: what a static host does, on this machine alone."""

from __future__ import annotations

import gzip
import mimetypes
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

COMPRESSED = {
    "text/html",
    "text/css",
    "text/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
}


def serve(folder: Path, *, host: str = "127.0.0.1", port: int = 8000, base: str = "/") -> ThreadingHTTPServer:
    """Return a server of *folder* under the sub-path *base*; call ``serve_forever`` on it.

    As on GitHub Pages, an unknown address gets the site's ``404.html`` and texts are sent compressed. Nothing is
    cached, so a rebuilt page shows at once. Port 0 takes a free one. Raises OSError when the port is taken.
    """
    server = ThreadingHTTPServer((host, port), partial(_Handler, folder=folder, base="/" + base.strip("/")))
    server.daemon_threads = True
    return server


class _Handler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD from one folder."""

    protocol_version = "HTTP/1.1"
    server_version = "swtech"

    def __init__(self, *arguments: Any, folder: Path, base: str) -> None:
        self.folder, self.base = folder.resolve(), base.rstrip("/")
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the terminal quiet."""

    def _answer(self, *, with_body: bool) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(f"{self.base}/"):
            self._missing(with_body=with_body)
            return
        target = (self.folder / path[len(self.base) :].lstrip("/")).resolve()
        if not target.is_relative_to(self.folder):
            self._missing(with_body=with_body)
        elif target.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{urlsplit(self.path).path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (target / "index.html" if target.is_dir() else target).is_file():
            self._send(
                target / "index.html" if target.is_dir() else target, HTTPStatus.OK, with_body=with_body
            )
        else:
            self._missing(with_body=with_body)

    def _missing(self, *, with_body: bool) -> None:
        page = self.folder / "404.html"
        if page.is_file():
            self._send(page, HTTPStatus.NOT_FOUND, with_body=with_body)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, path: Path, status: HTTPStatus, *, with_body: bool) -> None:
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        kind = "text/javascript" if path.suffix == ".js" else kind
        body = path.read_bytes()
        self.send_response(status)
        if kind in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        self.send_header("Content-Type", f"{kind}{charset}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if with_body:
            self.wfile.write(body)
