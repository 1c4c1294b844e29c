"""Titles, terms, addresses, names and files that try to run code do nothing in cards, review, tests and progress."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page

from swtech.loading import load_bank
from swtech.model import Term, Text
from swtech.rendering import (
    CATALOGUE,
    STUDIES,
    TERMS,
    bank_script,
    catalogue_script,
    render_link_maker,
    render_study,
    render_test,
    terms_script,
)
from tests.browser.conftest import PAGE, POLICY, PROGRESS, STUDY, answered, quietly
from tests.browser.hostile import INJECTIONS, Watched, hostile

pytestmark = pytest.mark.browser

BOTH = ("kk", "ru")
NAME = re.compile(r"[\w:./-]{1,160}", re.ASCII)
"""What something that is kept can be called."""
NUMBERS = range(len(INJECTIONS))


def href(label: str) -> str:
    """Give back whatever label a text asks for."""
    return f"h0.html#{label}"


def item_of(number: int) -> str:
    """The id of the item in the chapter of an injection."""
    return f"h{number}-item"


def hostile_course(root: Path) -> Any:
    """A course with a chapter for each injection: its title, its objective, an item, a term and a case say it."""
    model = load_bank(root / "tests/fixtures/kinds.yml")
    both = Text.of("бір", "один")
    term = Term(id="t", chapter="t", term=both, definition=both, example=both)
    banks, terms, cases = {}, {}, {}
    for number, text in enumerate(INJECTIONS):
        name = f"h{number}"
        said = Text.model_construct(kk=text, ru=text)
        item = model.items[number % len(model.items)]
        changed = hostile(item, text).model_copy(update={"id": item_of(number)})
        objective = model.objectives[0].model_copy(update={"text": said})
        update = {"bank": name, "title": said, "objectives": (objective,), "items": (changed,)}
        banks[name] = model.model_copy(update=update)
        terms[name] = hostile(term, text).model_copy(update={"id": name, "chapter": name})
        cases[name] = SimpleNamespace(case=name, chapter=name, revision=1, title=said)
    words = {lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8")) for lang in BOTH}
    settings = SimpleNamespace(id="hostile", version="1.0.0")
    place = {name: number for number, name in enumerate(banks, 1)}
    return SimpleNamespace(
        banks=banks, terms=terms, cases=cases, words=words, settings=settings, chapter_number=place.get
    )


@pytest.fixture(scope="module")
def course_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of such a course's pages."""
    folder = tmp_path_factory.mktemp("hostile-course")
    course = hostile_course(root)
    (folder / "static").symlink_to(root / "src/swtech/static")
    for lang in BOTH:
        home = folder / lang
        (home / "_banks").mkdir(parents=True)
        tools = {name: render_study(course, lang, name) for name in STUDIES}
        tools["progress"] = "".join(tools.pop(name) for name in PROGRESS)
        pages = {
            "test": render_test(course, lang, n=12, href=href),
            "maker": render_link_maker(course, lang, course.words[lang]),
            **tools,
        }
        for name, body in pages.items():
            page = PAGE.format(lang=lang, policy=POLICY, title="h", body=body)
            if name in tools:
                script = {"cards": "review", "summary": "study"}.get(name, name)
                page = page.replace("</body>", STUDY.format(script=script))
            (home / f"{name}.html").write_text(page, "utf-8")
        scripts = {
            CATALOGUE: catalogue_script(course, lang, href),
            TERMS: terms_script(course, lang, href),
            **{
                name: bank_script(bank, lang, course.words[lang], href) for name, bank in course.banks.items()
            },
        }
        for name, script in scripts.items():
            (home / f"_banks/{name}.js").write_text(script, "utf-8")
    with quietly(folder) as address:
        yield address


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh profile that watches its pages."""
    context = browser.new_context(reduced_motion="reduce")
    yield Watched(context)
    context.close()


def settle(page: Page, **settings: Any) -> None:
    """Set what the student has set, and open the page again."""
    page.evaluate("settings => localStorage.setItem('hostile..settings', JSON.stringify(settings))", settings)
    page.reload()


def test_scripts_beside_the_pages_hold_texts(watched: Watched, course_site: str) -> None:
    """Catalogue and termbase come out of their scripts as they went in, whatever lines and marks they hold."""
    page = watched.open(f"{course_site}/kk/cards.html")
    catalogue, terms = page.evaluate(
        """() => Promise.all([swtech.load("kk", "_catalogue"), swtech.load("ru", "_terms")])"""
    )
    for number, chapter in enumerate(catalogue["chapters"]):
        assert chapter["slug"] == f"h{number}"
        assert chapter["title"] == chapter["objectives"][0]["text"] == catalogue["cases"][number]["title"]
    assert [term["term"] for term in terms["terms"]] == INJECTIONS
    assert [term["other"] for term in terms["terms"]] == INJECTIONS
    assert watched.breaches(page) == []


@pytest.mark.parametrize(("lang", "face", "half"), [("kk", "definition", 0), ("ru", "term", 1)])
def test_cards_do_nothing(watched: Watched, course_site: str, lang: str, face: str, half: int) -> None:
    """Terms, definitions and examples, in both languages, asked one after another, are texts."""
    page = watched.open(f"{course_site}/{lang}/cards.html")
    chapters = [f"h{number}" for number in NUMBERS[half::2]]
    settle(page, cards={"chapters": chapters, "faces": [face], "n": 200})
    assert page.evaluate("hostile.sit('cards_start')") >= len(chapters)
    assert watched.breaches(page) == []


@pytest.mark.parametrize("lang", BOTH)
def test_review_and_progress_do_nothing(watched: Watched, course_site: str, lang: str) -> None:
    """Questions, cards and cases in the review, what is forgotten by name, and every title of the progress page."""
    page = watched.open(f"{course_site}/{lang}/review.html")
    entries = []
    for number in NUMBERS[::8]:
        for days in range(30, 12, -2):
            right, text = int(days % 4 == 0), INJECTIONS[number]
            entries.append((item_of(number), answered(days, right, response=text)))
            entries.append((f"card:h{number}/term", answered(days, right, response=text, mode="card")))
        told = {"response": [text], "mode": "case", "remarks": {"ending": text}}
        entries.append((f"case:h{number}", answered(3, 1, **told)))
    page.evaluate(
        """entries => entries.forEach(([id, attempt], at) => localStorage.setItem(
            `hostile..journal.given-${at}`, JSON.stringify({ id, entry: { uid: `given-${at}`, ...attempt } })))""",
        entries,
    )
    settle(page, fresh=50)
    page.locator(".sw-leeches").wait_for()
    assert page.evaluate("hostile.sit('review_start')") > 60
    assert watched.breaches(page) == []
    page = watched.open(f"{course_site}/{lang}/progress.html")
    page.locator(".sw-leeches").wait_for()
    for fold in page.locator("details").all()[:40]:
        fold.evaluate("node => { node.open = true; }")
    page.locator(".sw-study-record button[aria-expanded]").click()
    assert watched.breaches(page) == []
    page = watched.open(f"{course_site}/{lang}/summary.html")
    assert watched.breaches(page) == []


def test_a_name_does_nothing(watched: Watched, course_site: str) -> None:
    """A student's name, on the record of work and as a profile's, is a text."""
    page = watched.open(f"{course_site}/ru/progress.html")
    profiles = [{"id": f"p{number}", "name": text[:60]} for number, text in enumerate(INJECTIONS)]
    page.evaluate("profiles => localStorage.setItem('hostile.profiles', JSON.stringify(profiles))", profiles)
    page.evaluate("localStorage.setItem('hostile.profile', 'p7')")
    page.reload()
    expected = {" ".join(profile["name"].split()) for profile in profiles}
    found = {" ".join(text.split()) for text in page.locator(".sw-person").all_text_contents()}
    assert expected <= found
    name = page.locator(".sw-study-record input")
    for text in INJECTIONS[::12]:
        name.fill(text)
    for removing in page.locator(".sw-people .sw-buttons button").all()[:12]:
        removing.evaluate(
            "button => button.isConnected && button.getAttribute('aria-label') && button.click()"
        )
    assert watched.breaches(page) == []


@pytest.mark.parametrize("lang", BOTH)
def test_a_test_does_nothing(watched: Watched, course_site: str, lang: str) -> None:
    """Two hundred questions of as many chapters, answered and judged, with objectives and titles in the result."""
    page = watched.open(f"{course_site}/{lang}/test.html?n=200&seed={lang}")
    assert page.evaluate("hostile.test()") == 200
    assert watched.breaches(page) == []


def test_an_address_does_nothing(watched: Watched, course_site: str) -> None:
    """What a link says of chapters, length, seed, levels, time and place is looked at, never believed."""
    page = watched.open(f"{course_site}/ru/maker.html")
    names = ("chapters", "n", "seed", "levels", "minutes")
    for number in NUMBERS[:: len(names)]:
        said = INJECTIONS[number : number + len(names)]
        query = "&".join(f"{name}={quote(text)}" for name, text in zip(names, said, strict=False))
        page.goto(f"{course_site}/ru/test.html?{query}#{said[-1] if number % 2 else quote(said[-1])}")
        assert watched.breaches(page) == []
        # Among the facts of the test that is offered only the seed is the link's own word.
        facts = page.locator(".sw-test-facts dd").all_text_contents()
        assert " ".join(facts[-1].split()) == " ".join(
            (said[2] if len(said) > 2 else "1").strip()[:40].split()
        )
    for place in ("%", "%E0%A4%A", "item-%", "<b>"):
        page.goto(f"{course_site}/kk/progress.html#{place}")
        page.goto(f"{course_site}/kk/test.html?n=2#{place}")
        assert watched.breaches(page) == []


def entry(text: str) -> dict[str, Any]:
    """An attempt that says *text* wherever it can."""
    outcome = {"score": 1, "verdict": "right", "parts": {text: "right"}, "remarks": {text: text}}
    given = {"uid": text, "at": "2026-11-01T08:00:00.000Z", "lang": "kk", "revision": 1, "mode": text}
    return {**given, "response": {text: text}, "outcome": outcome, text: text, "__proto__": {"hinted": True}}


def files() -> Iterator[tuple[str, str]]:
    """Files to import, each with the word that is to be said of it."""
    head = {"format": "swtech-progress", "version": 1, "course": "hostile"}
    whole = {**head, "exported": INJECTIONS[0], "logs": {}}
    logs: dict[str, Any] = {text: [entry(text)] for text in INJECTIONS}
    logs |= {item_of(number): [entry(text)] for number, text in enumerate(INJECTIONS)}
    logs |= {
        f"case:h{number}": [{**entry(text), "response": [text]}] for number, text in enumerate(INJECTIONS)
    }
    yield "data_taken", json.dumps({**whole, "logs": logs})
    yield "data_none", json.dumps({**whole, "logs": {name: name for name in INJECTIONS}})
    for text in INJECTIONS[::53]:
        yield "data_course", json.dumps({**whole, "course": text, "logs": {"h0-item": [entry("a")]}})
        yield "data_foreign", json.dumps({**head, "format": text})
        yield "data_foreign", json.dumps({**whole, "version": text})
        yield "data_foreign", json.dumps({**whole, "logs": text})
    for text in (
        "<script>canary()</script>",
        "{",
        "",
        "\u2028",
        '{"__proto__": {"format": "swtech-progress"}',
    ):
        yield "data_unreadable", text
    yield "data_foreign", '{"__proto__": {"format": "swtech-progress", "version": 1, "logs": {}}}'
    yield "data_none", f'{json.dumps(whole)[:-3]}{{"__proto__": [{{"at": "2026-11-01", "response": "x"}}]}}}}'


def test_an_imported_file_does_nothing(watched: Watched, course_site: str, root: Path) -> None:
    """Of a file only what can be an answer is kept, under a name that can be one, and shown as text."""
    words = yaml.safe_load((root / "book/ru.yml").read_text("utf-8"))["quiz"]
    page = watched.open(f"{course_site}/ru/progress.html")
    frame = page.locator(".sw-study-file")
    frame.locator("summary", has_text=words["data_paste"]).click()
    area = frame.locator("textarea:not([readonly])")
    for word, text in files():
        area.fill(text)
        frame.get_by_role("button", name=words["data_add"]).click()
        said = frame.get_by_text(words[word].split("{")[0].strip())
        said.first.wait_for()
        assert watched.breaches(page) == []
        # What was said of one file must not be taken for what is said of the next.
        area.fill("[]")
        frame.get_by_role("button", name=words["data_add"]).click()
        frame.get_by_text(words["data_foreign"]).first.wait_for()
    logs = page.evaluate("swtech.openStore('hostile').all().then(({ logs }) => [...logs])")
    kept = dict(logs)
    assert {item_of(number) for number in NUMBERS} <= set(kept)
    assert all(NAME.fullmatch(name) for name in kept)
    for entries in kept.values():
        for one in entries:
            assert set(one) <= {"uid", "at", "lang", "revision", "response", "outcome"}
    assert page.evaluate("[({}).hinted, ({}).format, ([]).log]") == [None, None, None]
    # The pages that show what was imported.
    for name in ("progress", "review", "test", "summary"):
        page = watched.open(f"{course_site}/kk/{name}.html")
        assert watched.breaches(page) == []
