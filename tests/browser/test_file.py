"""Answers as a file: the same when they come back, joined with what is there, and nothing hostile let in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visit, answered, kept, visiting
from tests.browser.hostile import INJECTIONS
from tests.browser.kept import write
from tests.browser.progress_page import (
    CARD,
    GOOD,
    SOME,
    Words,
    file_of,
    load,
    named,
    press,
    progress,
    saved,
    status,
    tool,
)
from tests.browser.test_engine import BOTH

pytestmark = pytest.mark.browser


@BOTH
def test_saved_erased_and_loaded_is_the_same(visit: Visit, kinds_site: str, words: Words, lang: str) -> None:
    """Everything goes into one file and comes back out of it, entry by entry; loading it twice adds nothing."""
    page = progress(visit, kinds_site, lang)
    before = kept(page)
    assert before == SOME
    name, text = saved(page, words(lang, "data_export"))
    assert re.fullmatch(r"kinds-answers-\d{4}-\d\d-\d\d\.json", name)
    whole = json.loads(text)
    assert {key: whole[key] for key in ("format", "version", "course")} == {
        "format": "swtech-progress",
        "version": 1,
        "course": "kinds",
    }
    assert whole["logs"] == SOME
    press(page, "erase", words(lang, "data_erase"))
    press(page, "erase", words(lang, "data_erase_yes"))
    expect(tool(page, "erase")).to_contain_text(words(lang, "data_erased"))
    assert kept(page) == {}
    expect(tool(page, "progress")).to_contain_text(words(lang, "progress_none"))
    for added, known in ((8, 0), (0, 8)):
        load(page, text)
        said = words(lang, "data_taken", added=added, known=known, refused=0)
        expect(status(page, "file")).to_have_text(said)
        assert kept(page) == before
    expect(page.locator(".sw-whole")).to_be_visible()


def test_two_machines_are_joined_without_loss(
    visit: Visit, browser: Browser, kinds_site: str, words: Words
) -> None:
    """What was answered at home is put between what was answered in class; nothing is overwritten."""
    here = named({"kinds-choice": [answered(9, 1), answered(3, 0)], "kinds-gap": [answered(1, 1)]})
    there = {
        "kinds-choice": [{"uid": "home", **answered(6, 1)}, here["kinds-choice"][0]],
        CARD: [{"uid": "home-card", **answered(1, 1, mode="card")}],
    }
    page = progress(visit, kinds_site, logs=here)
    with visiting(browser) as home:
        text = saved(progress(home, kinds_site, logs=there), words("kk", "data_export"))[1]
    load(page, text)
    expect(status(page, "file")).to_have_text(words("kk", "data_taken", added=2, known=1, refused=0))
    joined = kept(page)
    assert [entry["uid"] for entry in joined["kinds-choice"]] == ["kinds-choice-0", "home", "kinds-choice-1"]
    assert joined["kinds-gap"] == here["kinds-gap"]
    assert joined[CARD] == there[CARD]


def test_as_text_where_files_are_not_saved(visit: Visit, kinds_site: str, words: Words) -> None:
    """A browser that saves no files shows the text, which can be pasted as it is."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    page.add_init_script("delete HTMLAnchorElement.prototype.download")
    write(page, {key: {"v": 2, "log": log} for key, log in SOME.items()})
    page.goto(f"{kinds_site}/kk/progress.html")
    press(page, "file", words("kk", "data_export"))
    shown, pasted = tool(page, "file").locator("textarea").all()
    expect(shown).to_have_value(re.compile("swtech-progress"))
    tool(page, "file").locator("summary").last.click()
    pasted.fill(shown.input_value().replace('"kinds-short":', '"kinds-order":'))
    press(page, "file", words("kk", "data_add"))
    expect(status(page, "file")).to_have_text(words("kk", "data_taken", added=1, known=7, refused=0))


WATCHED = "globalThis.harmed = 0; globalThis.alert = globalThis.harm = () => { globalThis.harmed += 1; };"


def hostile_entries() -> list[Any]:
    """Entries of which none can be read."""
    outcome = GOOD["outcome"]
    bad: list[Any] = [None, 1, "a", [], {}, [[[[]]]], {"reset": True}, {**GOOD, "at": "then"}]
    bad += [{**GOOD, "response": value} for value in (None, 5, {"a": {"b": 1}}, [{}], {"a": "b" * 5000})]
    bad += [{**GOOD, "revision": value} for value in ("1", 1.5, None)]
    bad += [{**GOOD, "lang": value} for value in (None, "a" * 500, {})]
    for change in (
        {"score": 2},
        {"score": "1"},
        {"verdict": "best"},
        {"parts": {"a": "<b>"}},
        {"remarks": 1},
    ):
        bad.append({**GOOD, "outcome": {**outcome, **change}})
    return bad


def test_hostile_entries_are_left_out_and_the_rest_goes_on(
    visit: Visit, kinds_site: str, words: Words
) -> None:
    """Texts that would run, names that would change objects, wrong types: what is taken is rebuilt and harmless."""
    visit.context.add_init_script(WATCHED)
    page = progress(visit, kinds_site, logs={})
    bad = hostile_entries()
    odd = {**GOOD, "uid": "odd", "__proto__": {"polluted": 1}, "constructor": "x", "extra": "<img src=x>"}
    texts = [
        {
            **GOOD,
            "uid": f"text-{at}",
            "response": text,
            "outcome": {**GOOD["outcome"], "remarks": {"a": text}},
        }
        for at, text in enumerate(INJECTIONS)
    ]
    logs = {
        "kinds-choice": [*bad, GOOD, odd],
        "kinds-short": texts,
        "__proto__": [{"uid": "p", **answered(1, 1)}],
        "kinds<img src=x onerror=harm()>": [GOOD],
        "": [GOOD],
        "kinds-gap": {"length": 3},
    }
    load(page, file_of(logs))
    expect(status(page, "file")).to_have_text(
        words("kk", "data_taken", added=3 + len(texts), known=0, refused=len(bad) + 3)
    )
    found = kept(page)
    assert found["kinds-choice"] == [GOOD, {key: odd[key] for key in GOOD}]
    names = page.evaluate("async () => [...(await swtech.openStore('kinds').all()).logs.keys()]")
    assert set(names) == {"kinds-choice", "kinds-short", "__proto__"}
    assert page.evaluate("({}).polluted === undefined && ({}).uid === undefined")
    # The page is painted with it, and so is the question.
    expect(page.locator(".sw-whole")).to_be_visible()
    page.goto(f"{kinds_site}/kk/kinds.html")
    expect(page.locator("#item-kinds-short .sw-verdict")).to_be_visible()
    assert page.evaluate("globalThis.harmed") == 0


def deep(levels: int) -> str:
    """A file whose logs are nested so deep that a recursive reader would fall."""
    return file_of({}).replace('"logs": {}', '"logs": {"kinds-choice": ' + "[" * levels + "]" * levels + "}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "unreadable"),
        ("{", "unreadable"),
        ("\x00\x01", "unreadable"),
        ("<script>harm()</script>", "unreadable"),
        ("null", "foreign"),
        ("[]", "foreign"),
        (
            '{"__proto__": {"format": "swtech-progress", "version": 1, "course": "kinds", "logs": {}}}',
            "foreign",
        ),
        (file_of([]), "foreign"),
        (file_of({}, version="1"), "foreign"),
        (file_of({}, course={"toString": 1, "valueOf": 1}), "foreign"),
        (file_of({}, version=2), "newer"),
        (file_of({"kinds-choice": [GOOD]}, course="other<b>"), "course"),
        (file_of({}), "none"),
        (file_of({"kinds-choice": [1, 2]}), "none"),
        (deep(200_000), "none"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isalpha() else "",
)
def test_what_is_no_file_of_answers_changes_nothing(
    visit: Visit, kinds_site: str, words: Words, text: str, said: str
) -> None:
    """Another program's file, another course's, a newer one, a broken one: the page says which, and all stays."""
    page = progress(visit, kinds_site)
    load(page, text)
    expect(status(page, "file")).to_have_text(words("kk", f"data_{said}", course="other<b>"))
    assert kept(page) == SOME


def test_a_file_that_is_too_large_is_not_read(
    visit: Visit, kinds_site: str, words: Words, tmp_path: Path
) -> None:
    """More than twenty megabytes are refused before they are read; the next file is taken as if nothing had been."""
    page = progress(visit, kinds_site, logs={})
    huge = tmp_path / "huge.json"
    huge.write_bytes(b" " * (20 * 2**20 + 1))
    tool(page, "file").locator("[type=file]").set_input_files(huge)
    expect(status(page, "file")).to_have_text(words("kk", "data_large", n=20))
    load(page, file_of(SOME))
    expect(status(page, "file")).to_have_text(words("kk", "data_taken", added=8, known=0, refused=0))
