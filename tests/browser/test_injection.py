"""A text of a bank is a text: whatever stands in it, nothing runs, and it is shown as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from swtech.course import load_course
from swtech.loading import load_bank
from swtech.model import KINDS
from swtech.rendering import bank_script, render_case, render_quiz
from swtech.text import to_html
from tests.browser.conftest import PAGE, POLICY, quietly
from tests.browser.hostile import (
    GROUPS,
    INJECTIONS,
    Watched,
    hostile,
    hostile_bank,
    texts,
)
from tests.conftest import copy_mini

pytestmark = pytest.mark.browser

SIZE = 34
CHUNKS = [range(at, min(at + SIZE, len(INJECTIONS))) for at in range(0, len(INJECTIONS), SIZE)]
BOTH = ("kk", "ru")
CASE_SCRIPT = '<script defer src="../static/case.js"></script></body>'


def href(label: str) -> str:
    """Give back whatever label a text asks for."""
    return f"kinds.html#{label}"


def policy(number: int) -> str:
    """The course's own policy, and for every third page none: it is the second wall, not the first."""
    return POLICY if number % 3 else ""


@pytest.fixture(scope="module")
def words(root: Path) -> dict[str, Any]:
    """The interface words of both editions."""
    return {lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8")) for lang in BOTH}


@pytest.fixture(scope="module")
def hostile_folder(root: Path, words: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose banks hold every injection in every text of every kind, and whose cases tell of nothing else."""
    folder = tmp_path_factory.mktemp("hostile")
    bank = load_bank(root / "tests/fixtures/kinds.yml")
    limits = load_bank(root / "tests/fixtures/limits.yml")
    mini = load_course(copy_mini(root, tmp_path_factory.mktemp("mini") / "course"), pages=False)
    (folder / "static").symlink_to(root / "src/swtech/static")
    for lang in BOTH:
        (folder / lang / "_banks").mkdir(parents=True)

    def write(lang: str, name: str, body: str, number: int) -> None:
        page = PAGE.format(lang=lang, policy=policy(number), title=name, body=body)
        if "sw-branching" in body:
            page = page.replace("</body>", CASE_SCRIPT)
        (folder / lang / f"{name}.html").write_text(page, "utf-8")

    for number, chunk in enumerate(CHUNKS):
        lang, other = BOTH if number % 2 else BOTH[::-1]
        changed = hostile_bank(bank, f"hostile{number}", chunk)
        quiz = render_quiz(
            changed.items, lang, words[lang], bank=changed.bank, course_id="hostile", href=href
        )
        write(lang, changed.bank, quiz, number)
        script = bank_script(changed, other, words[other], href)
        (folder / other / f"_banks/{changed.bank}.js").write_text(script, "utf-8")
    for number, lang in enumerate(BOTH):
        told = []
        for at in range(number, len(INJECTIONS), 2):
            terms = {name: hostile(term, INJECTIONS[at]) for name, term in mini.terms.items()}
            case = hostile(mini.cases["door"], INJECTIONS[at]).model_copy(update={"case": f"h{at}"})
            told.append(render_case(case, terms, lang, words[lang], course_id="hostile", href=href))
        write(lang, "cases", "".join(told), number)
        quiz = render_quiz(limits.items, lang, words[lang], bank="limits", course_id="limits", href=href)
        write(lang, "limits", quiz, 1)
        script = bank_script(limits, lang, words[lang], href)
        (folder / lang / "_banks/limits.js").write_text(script, "utf-8")
    return folder


@pytest.fixture(scope="module")
def hostile_site(hostile_folder: Path) -> Iterator[str]:
    """The address of the hostile site."""
    with quietly(hostile_folder) as address:
        yield address


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh profile that watches its pages."""
    context = browser.new_context(reduced_motion="reduce")
    yield Watched(context)
    context.close()


def test_the_corpus_is_large_and_varied() -> None:
    """There are at least 120 attempts of a dozen sorts, each once."""
    assert len(INJECTIONS) >= 120
    assert len(GROUPS) >= 12
    assert len(set(INJECTIONS)) == len(INJECTIONS)


def test_every_text_of_every_kind_is_hostile(root: Path) -> None:
    """No text of the test's banks is left as it was: stem, hint, choices, feedback, answers, rationale, titles."""
    bank = load_bank(root / "tests/fixtures/kinds.yml")
    changed = hostile_bank(bank, "x", range(1))
    assert {item.kind for item in changed.items} == set(KINDS)
    assert all(INJECTIONS[0] in text for text in texts(changed))
    assert len([*texts(changed)]) > len([*texts(bank)])


class Tags(HTMLParser):
    """The elements of a piece of HTML, each with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", INJECTIONS)
def test_markdown_makes_few_elements(text: str) -> None:
    """Of any text come paragraphs, lists, emphasis and links to http, https, mailto or a section; nothing else."""
    for inline in (True, False):
        for tag, attributes in Tags(to_html(text, href=href, inline=inline)).found:
            assert tag in {"p", "ul", "ol", "li", "em", "strong", "br", "a"}
            assert set(attributes) <= ({"href"} if tag == "a" else {"start"} if tag == "ol" else set())
            if tag == "a":
                assert str(attributes["href"]).startswith(("https://", "http://", "mailto:", "kinds.html#"))


@pytest.mark.parametrize("number", range(len(CHUNKS)))
def test_texts_of_items_do_nothing(watched: Watched, hostile_site: str, number: int) -> None:
    """In each state of each kind, in both languages, nothing of a text runs, loads or becomes an element."""
    lang = "kk" if number % 2 else "ru"
    page = watched.open(f"{hostile_site}/{lang}/hostile{number}.html")
    read = page.evaluate("hostile.read")
    assert read["changed"] == []
    assert read["items"] == 9 * len(CHUNKS[number])
    assert read["texts"] > read["items"]
    counts = page.evaluate("hostile.answer()")
    # A text that is nothing but what cannot be seen is no answer.
    most = read["items"] - 9
    assert min(counts["judged"], counts["explained"], counts["again"]) > most
    assert counts["flipped"] == read["items"]
    assert counts["feedback"] > most
    assert watched.breaches(page) == []
    # What was typed comes back from the store.
    page.reload()
    page.locator(".is-done").nth(most).wait_for()
    assert watched.breaches(page) == []


@pytest.mark.parametrize("lang", BOTH)
def test_texts_of_cases_do_nothing(watched: Watched, hostile_site: str, lang: str) -> None:
    """Scenes, decisions, consequences and the expert's path, gone through twice to their ends, are texts."""
    page = watched.open(f"{hostile_site}/{lang}/cases.html")
    read = page.evaluate("hostile.read")
    assert read["changed"] == []
    assert read["texts"] > read["items"]
    assert page.evaluate("hostile.decide()")["ended"] >= len(INJECTIONS) // 2
    assert watched.breaches(page) == []


@pytest.mark.parametrize("lang", BOTH)
def test_names_that_javascript_knows_are_names(watched: Watched, hostile_site: str, lang: str) -> None:
    """A choice called «constructor» or «length» is a choice like any other, chosen or not."""
    page = watched.open(f"{hostile_site}/{lang}/limits.html")
    counts = page.evaluate("hostile.answer()")
    items = page.locator(".sw-item").count()
    assert counts["judged"] == counts["explained"] == counts["flipped"] == counts["again"] == items
    assert watched.breaches(page) == []
