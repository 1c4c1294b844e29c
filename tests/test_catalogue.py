"""No English is left in either edition: catalogues, interface words, and the pages themselves."""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import sphinx
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

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
MARK = re.compile(r"⟦[^⟦⟧]*⟧")
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


def authored(*folders: Path) -> set[str]:
    """Return the words that authors wrote in *folders*, without the names of directives, roles and fields."""
    found: set[str] = set()
    for folder in folders:
        for path in [*folder.rglob("*.md"), *folder.rglob("*.yml")]:
            for line in path.read_text("utf-8").splitlines():
                if line.lstrip().startswith((":::", "```", "%")):
                    continue
                text = re.sub(r"^\s*(?:- )?[\w-]+:(?=\s|$)", "", line) if path.suffix == ".yml" else line
                text = re.sub(r"\{\w[\w-]*\}`", "`", text)
                found.update(re.findall(r"\w+", text.casefold()))
    return found


@pytest.mark.site
def test_no_page_has_a_word_that_nobody_wrote(root: Path, site_dir: Path) -> None:
    """Each Latin word that a reader meets is one of the course's own: none comes from Sphinx or Furo."""
    known = authored(root / "content", root / "quizzes", root / "book")
    settings = yaml.safe_load((root / "_config.yml").read_text("utf-8"))["sphinx"]["config"]["swtech"]
    known.update(re.findall(r"\w+", " ".join(map(str, settings.values())).casefold()))
    # The foot's report names the page and the language by their ids.
    known.update({"kk", "ru", *(part for path in site_dir.rglob("*.html") for part in path.stem.split("-"))})
    strays = {
        path.relative_to(site_dir).as_posix(): sorted(found)
        for path in sorted(site_dir.rglob("*.html"))
        if (found := set(re.findall(r"[a-z]{2,}", shown(path).casefold())) - known)
    }
    assert strays == {}


@pytest.mark.site
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_pseudo_locale_leaves_no_word_unmarked(mini: Path, tmp_path: Path, lang: str) -> None:
    """With every interface word and catalogue entry marked, all that is not marked was written by an author.

    This finds words in templates and scripts in any language, Kazakh and Russian ones too.
    """
    own = mini / "book" / f"{lang}.yml"
    texts = yaml.safe_load(own.read_text("utf-8"))

    def marked(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: marked(each) for key, each in value.items()}
        return f"⟦{value}⟧"

    texts["site"], texts["quiz"] = marked(texts["site"]), marked(texts["quiz"])
    own.write_text(yaml.safe_dump(texts, allow_unicode=True, sort_keys=False), "utf-8")
    path = mini / "book" / "locale" / lang / "LC_MESSAGES" / "sphinx.po"
    pseudo = Catalog(locale=lang)
    for name in needed_words() | set(catalogue(path)):
        pseudo.add(name, f"⟦{name}⟧")
    with path.open("wb") as file:
        write_po(file, pseudo)
    # Notebooks take seconds to run and have no words of their own.
    for notebook in ("cycle-quiz", "test"):
        for edition in ("kk", "ru"):
            (mini / "content" / edition / f"{notebook}.md").unlink(missing_ok=True)
    toc = {"format": "jb-book", "root": "index", "chapters": [{"file": "cycle"}, {"file": "glossary"}]}
    (mini / "book" / "_toc.yml").write_text(yaml.safe_dump(toc), "utf-8")
    for page in (mini / "content").rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("(#cycle-quiz)", "(#cycle)"), "utf-8")
    chapter = mini / "content" / lang / "cycle.md"
    chapter.write_text(
        chapter.read_text("utf-8") + "\n:::{note}\nӘ.\n:::\n\n:::{warning}\nӘ.\n:::\n", "utf-8"
    )

    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "swtech.site.edition", str(mini), lang, str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    known = authored(mini / "content", mini / "quizzes")
    known.update(re.findall(r"\w+", f"{texts['title']} {texts['language']}".casefold()))
    other = "ru" if lang == "kk" else "kk"
    counterpart = yaml.safe_load((mini / "book" / f"{other}.yml").read_text("utf-8"))["language"]
    known.update(re.findall(r"\w+", counterpart.casefold()))
    known.update({"kk", "ru", "html", "search", "index", "cycle", "glossary"})
    known.update(re.findall(r"\w+", (mini / "_config.yml").read_text("utf-8").casefold()))
    for page in sorted((out / "html").glob("*.html")):
        text, marks = shown(page), 1
        while marks:  # a word may be filled into another one
            text, marks = MARK.subn(" ", text)
        rest = re.findall(r"[^\W\d_]{2,}", text.casefold())
        assert set(rest) - known == set(), page.name
    assert "⟦" in shown(out / "html" / "search.html")
    shutil.rmtree(out)
