"""Put two finished editions, the chooser and the files for search engines into one folder."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from swtech.language import LANGUAGES
from swtech.site.root import ROOT_PAGES, render_root_page

if TYPE_CHECKING:
    from swtech.course import Course

ASSET = re.compile(r"""["'(](?:\./|\.\./)*(?:kk/|ru/)?_static/([^"'()?#]+)""")
STYLE_ASSET = re.compile(r"""url\(["']?([^"')?#]+)""")
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def assemble(course: Course, build: Path, staging: Path) -> None:
    """Write the whole site into *staging*, an absent folder.

    Only what pages refer to is taken from an edition, so that files of earlier builds are left behind.
    """
    staging.mkdir(parents=True)
    for lang in LANGUAGES:
        _take_edition(course, build / lang / "html", staging / lang)
    for name in ROOT_PAGES:
        (staging / name).write_text(render_root_page(name, course), "utf-8")
    for lang in LANGUAGES:
        _take_assets([staging / name for name in ROOT_PAGES], build / lang / "html", staging / lang)
    (staging / "licences.txt").write_text(_licences(course.root), "utf-8")
    # GitHub Pages leaves out folders that begin with an underscore unless this file says not to.
    (staging / ".nojekyll").touch()
    if course.settings.base_url:
        (staging / "sitemap.xml").write_bytes(_sitemap(course))


def _take_edition(course: Course, built: Path, target: Path) -> None:
    target.mkdir()
    names = [f"{entry.slug}.html" for entry in course.toc]
    for name in (*names, "search.html", "searchindex.js"):
        shutil.copy2(built / name, target / name)
    shutil.copytree(built / "_banks", target / "_banks")
    _take_assets(target.glob("*.html"), built, target)


def _take_assets(pages: Iterable[Path], built: Path, target: Path) -> None:
    """Copy the static files that *pages*, and the style sheets among those files, refer to."""
    wanted = {name for page in pages for name in ASSET.findall(page.read_text("utf-8"))}
    while wanted:
        name = wanted.pop()
        source, copy = built / "_static" / name, target / "_static" / name
        if copy.exists() or not source.is_file():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, copy)
        if source.suffix == ".css":
            for reference in STYLE_ASSET.findall(source.read_text("utf-8")):
                if not reference.startswith(("data:", "http:", "https:")):
                    found = (source.parent / reference).resolve()
                    if found.is_relative_to(built / "_static"):
                        wanted.add(found.relative_to(built / "_static").as_posix())


def _licences(root: Path) -> str:
    """Return every licence of what the site contains: the course's own first, then what others made."""
    static = Path(__file__).resolve().parent.parent / "static"
    own = [root / name for name in ("LICENSE-content", "LICENSE", "THIRD-PARTY.md")]
    others = [*sorted((static / "licences").glob("*.txt")), *sorted((static / "fonts").glob("*.txt"))]
    rule = "=" * 78
    return "\n".join(
        f"{rule}\n{path.stem}\n{rule}\n\n{path.read_text('utf-8').strip()}\n"
        for path in (*own, *others)
        if path.is_file()
    )


def _sitemap(course: Course) -> bytes:
    """Return the sitemap: every page in each language with its counterpart."""
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    urls = ET.Element(f"{{{SITEMAP}}}urlset")
    base = course.settings.base_url.rstrip("/")
    for entry in course.toc:
        for lang in LANGUAGES:
            url = ET.SubElement(urls, f"{{{SITEMAP}}}url")
            ET.SubElement(url, f"{{{SITEMAP}}}loc").text = f"{base}/{lang}/{entry.slug}.html"
            for other in LANGUAGES:
                ET.SubElement(
                    url,
                    f"{{{XHTML}}}link",
                    rel="alternate",
                    hreflang=other,
                    href=f"{base}/{other}/{entry.slug}.html",
                )
    ET.indent(urls)
    written: bytes = ET.tostring(urls, encoding="utf-8", xml_declaration=True)
    return written
