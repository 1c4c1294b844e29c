"""Put one SVG source and one list of words together into a figure of a page, in either language."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from swtech.text import Href, to_html, to_plain

if TYPE_CHECKING:
    from swtech.model import Figure

SVG = "{http://www.w3.org/2000/svg}"


def render_drawing(
    figure: Figure,
    source: Path,
    lang: str,
    words: Mapping[str, Any],
    *,
    number: str | None = None,
    href: Href | None = None,
) -> str:
    """Return the figure as HTML: the drawing of the SVG file *source*, its list of links and its caption.

    The drawing is inlined, since an image in a file of its own could not follow the page's theme. Its title and
    description come from *figure*, so a listener hears what a reader sees. *number* is shown before the caption.
    Raises ``xml.etree.ElementTree.ParseError`` when the source is no XML; `swtech check` says where.
    """
    name = f"figure-{figure.figure}"
    drawing = _drawing(ET.fromstring(source.read_text("utf-8")), figure, lang, name)
    caption = to_html(figure.caption[lang], href=href, inline=True)
    if number:
        shown = words["site"]["figure"].format(number=number)
        caption = f'<span class="sw-drawing-number">{escape(shown)}.</span> {caption}'
    return (
        f'<figure class="sw-drawing sw-drawing-{figure.figure}" id="{name}">\n'
        f'<div class="sw-drawing-body">\n{drawing}\n{_parts(figure, lang, href)}</div>\n'
        f"<figcaption>{caption}</figcaption>\n</figure>\n"
    )


def _drawing(root: ET.Element, figure: Figure, lang: str, name: str) -> str:
    """Return the SVG with its words filled in and an accessible name and description."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(SVG)
        element.tail = None
        if (key := element.attrib.pop("data-word", None)) is not None:
            element.text = to_plain(figure.words[key][lang])
        elif element.text is not None:
            element.text = element.text.strip() or None
    root.attrib.update(
        {"role": "img", "aria-labelledby": f"{name}-title", "aria-describedby": f"{name}-description"}
    )
    title = ET.Element("title", id=f"{name}-title")
    title.text = to_plain(figure.title[lang])
    description = ET.Element("desc", id=f"{name}-description")
    description.text = to_plain(figure.description[lang])
    root[:0] = [title, description]
    return ET.tostring(root, encoding="unicode")


def _parts(figure: Figure, lang: str, href: Href | None) -> str:
    """Return the list beside the drawing; a part with a known section is a link to it."""
    if not figure.parts:
        return ""
    lines = []
    for part in figure.parts:
        text = to_html(part.text[lang], inline=True)
        address = href(part.link) if href and part.link else None
        lines.append(f'<li><a href="{escape(address)}">{text}</a></li>' if address else f"<li>{text}</li>")
    tag = "ol" if figure.numbered else "ul"
    return f'<{tag} class="sw-drawing-parts">\n' + "\n".join(lines) + f"\n</{tag}>\n"
