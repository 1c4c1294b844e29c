"""No English is left in either edition: catalogues, interface words, and the pages themselves."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import sphinx
import yaml
from babel.messages.pofile import read_po

from swtech.sphinxext.pages import SCRIPT_WORDS, SEARCH_WORDS

LOCALES = Path(sphinx.__file__).parent / "locale"

# Where Sphinx's words reach a page: templates, the writer, titles of notes, domains that write into pages.
ON_PAGES = ("themes/basic/", "writers/html5", "locale/__init__", "domains/std/", "adapters/indexentries")
# What these modules say to the one who builds, never to a reader.
FOR_AUTHORS = re.compile(
    r"^(duplicate|numfig|Failed|the link has|invalid|undefined|unknown|unsupported|Malformed|Any IDs"
    r"|Could not|glossary (term must|terms|seems)|%\(filename|Changes in|Automatically|Library changes|C API"
    r"|Other changes)|is not defined for"
)
ADDRESS = re.compile(r"https?://[^\s⟧]+")
SHOWN_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder", "value", "content", "aria-description")
FREE_VALUE = {"radio", "checkbox", "hidden"}


def needed_words() -> set[str]:
    """Return Sphinx's message ids that may appear on a page."""
    with (LOCALES / "sphinx.pot").open("rb") as file:
        template = read_po(file)
    return {
        str(message.id)
        for message in template
        if message.id
        and any(part in place for place, _ in message.locations for part in ON_PAGES)
        and not FOR_AUTHORS.search(str(message.id))
    }


def catalogue(path: Path) -> dict[str, str]:
    """Return the translations that the catalogue at *path* holds."""
    with path.open("rb") as file:
        return {
            str(message.id): str(message.string) for message in read_po(file) if message.id and message.string
        }


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_word_of_sphinx_on_a_page_is_translated(root: Path, lang: str) -> None:
    """Ours holds all of them in Kazakh; in Russian it holds what Sphinx's own catalogue lacks."""
    known = catalogue(root / "book" / "locale" / lang / "LC_MESSAGES" / "sphinx.po")
    upstream = LOCALES / lang / "LC_MESSAGES" / "sphinx.po"
    if upstream.exists():
        known = catalogue(upstream) | known
    assert needed_words() - set(known) == set()


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_translations_keep_their_blanks(root: Path, lang: str) -> None:
    """A translation has the same %s, %(name)s and ${name} as its original, or the build would fail on it."""
    blanks = re.compile(r"%\(\w+\)s|%[sdr]|\$\{\w+\}")
    for original, translation in catalogue(
        root / "book" / "locale" / lang / "LC_MESSAGES" / "sphinx.po"
    ).items():
        if "%b" not in original:
            assert sorted(blanks.findall(translation)) == sorted(blanks.findall(original)), original


@pytest.fixture(scope="module")
def words(root: Path) -> dict[str, dict[str, Any]]:
    """The interface words of both editions."""
    return {lang: yaml.safe_load((root / "book" / f"{lang}.yml").read_text("utf-8")) for lang in ("kk", "ru")}


def test_both_editions_have_the_same_words_with_the_same_blanks(words: dict[str, dict[str, Any]]) -> None:
    """Every key of `site` stands in both files, with the same {names} to fill in."""
    kazakh, russian = words["kk"]["site"], words["ru"]["site"]
    assert list(kazakh) == list(russian)
    for key, text in kazakh.items():
        names = [
            {name for _, name, _, _ in string.Formatter().parse(each) if name}
            for each in (text, russian[key])
        ]
        assert names[0] == names[1], key


def test_every_word_that_is_asked_for_exists(root: Path, words: dict[str, dict[str, Any]]) -> None:
    """Templates and scripts ask only for words that are there, and no word of `site` lies unused."""
    given = set(words["kk"]["site"])
    code = [*(root / "src" / "swtech").rglob("*.py"), *(root / "src" / "swtech").rglob("templates/**/*.html")]
    source = "\n".join(path.read_text("utf-8") for path in code)
    templates = "\n".join(path.read_text("utf-8") for path in code if path.suffix == ".html")
    asked = set(re.findall(r"(?:\bwords|\]\.site)\.(\w+)", templates))
    asked |= set(SCRIPT_WORDS) | set(SEARCH_WORDS)
    assert asked - given == set()
    plural = {key for key in given if re.search(r"_(one|few|many|other)$", key)}
    unused = {key for key in given - asked - plural if not re.search(rf"""["']{key}["']""", source)}
    assert unused == set()


class Shown(HTMLParser):
    """Collects what a page shows or says: its text and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes that a reader meets."""
        given = dict(attrs)
        self._silent += tag in {"script", "style", "code", "pre"}
        for name in SHOWN_ATTRIBUTES:
            if name == "content" and given.get("name") != "description":
                continue
            if name == "value" and (tag != "input" or given.get("type") in FREE_VALUE):
                continue
            if text := given.get(name):
                self.texts.append(text)

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not shown."""
        self._silent -= tag in {"script", "style", "code", "pre"}

    def handle_data(self, data: str) -> None:
        """Note the text."""
        if not self._silent:
            self.texts.append(data)


def shown(path: Path) -> str:
    """Return all that the page at *path* shows or says."""
    parser = Shown()
    parser.feed(path.read_text("utf-8"))
    return "\n".join(parser.texts)


def words_in(text: str) -> set[str]:
    """Return the words of *text*, without the {names} that are filled in, in small letters."""
    return set(re.findall(r"\w+", re.sub(r"\{\w+\}", " ", text).casefold()))


def texts(value: Any, langs: Sequence[str]) -> Iterator[str]:
    """Yield the texts of a YAML file in *langs*: kinds, levels, ids and labels stand outside of them."""
    if isinstance(value, dict) and {"kk", "ru"} <= set(value):
        yield from leaves([value[lang] for lang in langs])
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each, langs)


def leaves(value: Any) -> Iterator[str]:
    """Yield every string in *value*, however deep."""
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from leaves(each)
    else:
        yield str(value)


def prose(page: str) -> str:
    """Return what a reader may meet of a Markdown *page*: no fields, directives, roles, labels, targets, code."""
    front, body = re.fullmatch(r"(?:---\n(.*?)\n---\n)?(.*)", page, re.DOTALL).groups()  # type: ignore[union-attr]
    fields = yaml.safe_load(front or "") or {}
    body = re.sub(
        r"^```.*?^```|^:::.*?$|^:[\w-]+:.*?$|^%.*?$|^\([\w-]+\)=$", "", body, flags=re.DOTALL | re.MULTILINE
    )
    body = re.sub(r"\{\w[\w-]*\}`([^`]*?)(?:<[^<>`]*>)?`", r"\1", body)
    body = re.sub(r"\]\([^)]*\)", "]", body)
    return f"{body}\n{fields.get('myst', {}).get('html_meta', {}).get('description', '')}"


def authored(root: Path, langs: Sequence[str] = ("kk", "ru")) -> set[str]:
    """Return the words that authors wrote for readers of *langs* in the course at *root*."""
    found: set[str] = set()
    for lang in langs:
        for path in (root / "content" / lang).rglob("*.md"):
            found |= words_in(prose(path.read_text("utf-8")))
    for path in [*(root / "quizzes").rglob("*.yml"), *(root / "book" / "figures").glob("*.yml")]:
        # libyaml, as the course is read: the slow parser refuses «?, » inside braces.
        for text in texts(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader), langs):
            # Blanks of a gap, links and their targets are no words.
            found |= words_in(re.sub(r"\[\[.*?\]\]|\]\([^)]*\)", " ", text))
    return found


@pytest.mark.site
def test_no_page_has_a_word_that_nobody_wrote(root: Path, site_dir: Path) -> None:
    """Each Latin word that a reader meets is one of the course's own: none comes from Sphinx or Furo."""
    known = authored(root)
    for lang in ("kk", "ru"):
        interface = yaml.safe_load((root / "book" / f"{lang}.yml").read_text("utf-8"))
        known |= words_in(" ".join(leaves(interface)))
    # The foot's report names the page and the language by their ids.
    known.update({"kk", "ru", *(part for path in site_dir.rglob("*.html") for part in path.stem.split("-"))})
    strays = {
        path.relative_to(site_dir).as_posix(): sorted(found)
        for path in sorted(site_dir.rglob("*.html"))
        if (found := set(re.findall(r"[a-z]{2,}", ADDRESS.sub(" ", shown(path)).casefold())) - known)
    }
    assert strays == {}
