"""The two pages above the editions: the chooser of the language and the page for a wrong address."""

from __future__ import annotations

import base64
import hashlib
import zlib
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from swtech.language import LANGUAGES

if TYPE_CHECKING:
    from swtech.course import Course

ROOT_PAGES = {"index.html": "chooser.html", "404.html": "404.html"}
"""The pages and their templates."""

POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'"
)


def render_root_page(name: str, course: Course) -> str:
    """Return the root page *name* in all languages of the course, dressed like the first edition."""
    environment = Environment(
        loader=PackageLoader("swtech.site"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = _asset
    # A page shown under any address cannot say where its script lies, so the script is part of it, and the
    # policy names the script's digest: still nothing else inline can run.
    script = _static("not-found.js").decode().strip()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment.get_template(ROOT_PAGES[name]).render(
        settings=course.settings,
        base=course.settings.base_url.rstrip("/"),
        words=course.words,
        languages=LANGUAGES,
        policy=POLICY.format(hashes=f" 'sha256-{digest}'" if name == "404.html" else ""),
        script=Markup(script),
    )


def _static(name: str) -> bytes:
    return files("swtech").joinpath("static", name).read_bytes()


def _asset(name: str) -> str:
    """Return a static file's address with the digest that the editions' pages use: it is cached once."""
    return f"{LANGUAGES[0]}/_static/{name}?v={zlib.crc32(_static(name)):08x}"
