"""The two pages above the editions: the chooser of the language and the page for a wrong address."""

from __future__ import annotations

import zlib
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from swtech.language import LANGUAGES

if TYPE_CHECKING:
    from swtech.course import Course

ROOT_PAGES = {"index.html": "chooser.html", "404.html": "404.html"}
"""The pages and their templates."""

DEEPEST = 5
"""How many folders below the site's root a wrong address may lie for its page to find the way home."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
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
    base = course.settings.base_url.rstrip("/")
    return environment.get_template(ROOT_PAGES[name]).render(
        settings=course.settings,
        base=base,
        # The page for a wrong address is shown at any depth, so it looks for its script in every folder above.
        folders=[f"{urlsplit(base).path}/"] if base else ["../" * depth for depth in range(DEEPEST + 1)],
        words=course.words,
        languages=LANGUAGES,
        policy=POLICY,
    )


def _static(name: str) -> bytes:
    return files("swtech").joinpath("static", name).read_bytes()


def _asset(name: str) -> str:
    """Return a static file's address with the digest that the editions' pages use: it is cached once."""
    return f"{LANGUAGES[0]}/_static/{name}?v={zlib.crc32(_static(name)):08x}"
