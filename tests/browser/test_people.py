"""Whose answers the browser keeps, and for how long: said plainly, erased and undone, kept apart, forgotten."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, kept
from tests.browser.kept import records, write
from tests.browser.progress_page import (
    GOOD,
    SOME,
    Words,
    create,
    file_of,
    here,
    load,
    press,
    progress,
    saved,
    status,
    tool,
)
from tests.browser.test_engine import BOTH
from tests.browser.test_kept import REFUSE

pytestmark = pytest.mark.browser


# ---- Kept and erased ------------------------------------------------------------------------------------------


@BOTH
def test_what_is_kept_is_said(visit: Visit, kinds_site: str, words: Words, lang: str) -> None:
    """Answers, questions, cards and cases are counted, and a damaged record is owned up to."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    write(page, {"kinds-order": "rubbish", "damaged:kinds-gap:1": 5})
    page = progress(visit, kinds_site, lang)
    shown = tool(page, "stored")
    for name, count in (("answers", 8), ("items", 4), ("cards", 1), ("cases", 1), ("damaged", 2)):
        label = shown.locator("dt", has_text=re.compile(f"^{words(lang, f'data_{name}')}$"))
        expect(label.locator("+ dd")).to_have_text(str(count))
    expect(shown).to_contain_text(words(lang, "data_damaged_note"))


def test_erasing_asks_first_and_can_be_undone(visit: Visit, kinds_site: str, words: Words) -> None:
    """One tap erases nothing. Erased answers and settings come back until the page is left, and then no more."""
    page = progress(visit, kinds_site)
    tool(page, "record").get_by_label(words("kk", "record_field")).fill("Әсем")
    press(page, "erase", words("kk", "data_erase"))
    expect(tool(page, "erase")).to_contain_text(words("kk", "data_erase_ask", n=8))
    assert kept(page) == SOME
    press(page, "erase", words("kk", "data_no"))
    press(page, "erase", words("kk", "data_erase"))
    page.keyboard.press("Escape")
    expect(tool(page, "erase").get_by_role("button", name=words("kk", "data_erase"))).to_be_focused()
    assert kept(page) == SOME
    for _ in range(2):
        press(page, "erase", words("kk", "data_erase"))
        press(page, "erase", words("kk", "data_erase_yes"))
        expect(tool(page, "progress")).to_contain_text(words("kk", "progress_none"))
        assert kept(page) == {}
        press(page, "erase", words("kk", "data_undo"))
        expect(tool(page, "erase")).to_contain_text(words("kk", "data_undone"))
        expect(page.locator(".sw-whole")).to_be_visible()
        assert kept(page) == SOME
    page.reload()
    expect(page.locator(".sw-record-name")).to_have_text("Әсем")
    press(page, "erase", words("kk", "data_erase"))
    press(page, "erase", words("kk", "data_erase_yes"))
    expect(tool(page, "erase")).to_contain_text(words("kk", "data_erased"))
    page.reload()
    expect(tool(page, "progress")).to_contain_text(words("kk", "progress_none"))
    assert records(page) == {}


def test_what_cannot_be_erased_is_not_half_gone(visit: Visit, kinds_site: str, words: Words) -> None:
    """Where the database does not let its records go, the page says so, and answers and settings are whole."""
    page = progress(visit, kinds_site)
    tool(page, "record").get_by_label(words("kk", "record_field")).fill("Әсем")
    page.evaluate("""() => {
        IDBObjectStore.prototype.clear = () => { throw new DOMException("", "UnknownError"); };
    }""")
    press(page, "erase", words("kk", "data_erase"))
    press(page, "erase", words("kk", "data_erase_yes"))
    expect(tool(page, "erase")).to_contain_text(words("kk", "data_erase_failed"))
    page.reload()
    expect(page.locator(".sw-record-name")).to_have_text("Әсем")
    assert kept(page) == SOME


def test_the_page_works_where_nothing_can_be_kept(visit: Visit, kinds_site: str, words: Words) -> None:
    """With every storage refused the page says so; a file can be loaded, looked at and saved all the same."""
    visit.context.add_init_script(REFUSE.replace("[", '["sessionStorage", ', 1))
    page = visit.open(f"{kinds_site}/kk/progress.html")
    expect(tool(page, "stored")).to_contain_text(words("kk", "unsaved"))
    load(page, file_of(SOME))
    expect(status(page, "file")).to_have_text(words("kk", "data_taken", added=8, known=0, refused=0))
    expect(page.locator(".sw-whole")).to_be_visible()
    assert json.loads(saved(page, words("kk", "data_export"))[1])["logs"] == SOME
    tool(page, "profiles").get_by_label(words("kk", "data_new")).fill("Әсем")
    press(page, "profiles", words("kk", "data_create"))
    expect(tool(page, "profiles")).to_contain_text(words("kk", "data_refused"))
    press(page, "profiles", words("kk", "data_share"))
    expect(tool(page, "profiles")).to_contain_text(words("kk", "data_refused"))


# ---- Several people -------------------------------------------------------------------------------------------


def test_the_first_profile_can_be_given_a_name(visit: Visit, kinds_site: str, words: Words) -> None:
    """Whoever was there before there were profiles gets a name, and keeps the answers; Escape changes nothing."""
    page = progress(visit, kinds_site)
    people = tool(page, "profiles")
    label = f"{words('kk', 'data_rename')}: {words('kk', 'data_nameless')}"
    press(page, "profiles", label)
    page.keyboard.press("Escape")
    expect(people.get_by_role("button", name=label)).to_be_focused()
    press(page, "profiles", label)
    page.keyboard.type("Ғалия")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(here(page)).to_have_text("Ғалия")
    assert kept(page) == SOME


def test_profiles_keep_answers_apart(visit: Visit, kinds_site: str, words: Words) -> None:
    """Each name has its own answers and settings; one can be renamed, and removed with all that it left."""
    page = progress(visit, kinds_site)
    create(page, words, "Әсем <b>$&</b>")
    expect(here(page)).to_have_text("Әсем <b>$&</b>")
    expect(tool(page, "progress")).to_contain_text(words("kk", "progress_none"))
    load(page, file_of({"kinds-gap": [GOOD]}))
    expect(page.locator(".sw-whole")).to_be_visible()
    assert kept(page) == {"kinds-gap": [GOOD]}
    create(page, words, "Ғани")
    assert kept(page) == {}
    people = tool(page, "profiles")
    # A name that is taken, or none, is refused, and nothing changes.
    for name, said in (
        ("ғани ", "data_same"),
        (words("kk", "data_nameless"), "data_same"),
        ("  ", "data_unnamed"),
    ):
        people.get_by_label(words("kk", "data_new")).fill(name)
        press(page, "profiles", words("kk", "data_create"))
        expect(people.locator(".sw-stage > .sw-status")).to_have_text(words("kk", said))
    people.get_by_role("button", name=f"{words('kk', 'data_rename')}: Әсем").click()
    people.get_by_label(words("kk", "data_name"), exact=True).fill("Әсел")
    press(page, "profiles", words("kk", "data_save"))
    expect(page.locator(".sw-person")).to_have_text([words("kk", "data_nameless"), "Әсел", "Ғани"])
    with page.expect_navigation():
        press(page, "profiles", f"{words('kk', 'data_switch')}: {words('kk', 'data_nameless')}")
    assert kept(page) == SOME
    with page.expect_navigation():
        press(page, "profiles", f"{words('kk', 'data_switch')}: Әсел")
    assert kept(page) == {"kinds-gap": [GOOD]}
    own = page.evaluate("localStorage.getItem('kinds.profile')")
    with page.expect_navigation():
        press(page, "profiles", f"{words('kk', 'data_remove')}: Әсел")
        press(page, "profiles", words("kk", "data_remove_yes"))
    expect(here(page)).to_have_text(words("kk", "data_nameless"))
    expect(page.locator(".sw-person")).to_have_text([words("kk", "data_nameless"), "Ғани"])
    assert records(page, f"swtech-kinds.{own}") == {}
    left = page.evaluate(
        "prefix => Object.keys(localStorage).filter(key => key.startsWith(prefix))", f"kinds.{own}"
    )
    assert left == []
    assert kept(page) == SOME


def test_a_shared_device_forgets_with_the_tab(visit: Visit, kinds_site: str, words: Words) -> None:
    """Answers survive a reload and go when the tab is closed; the owner's own answers come back afterwards."""
    page = progress(visit, kinds_site)
    with page.expect_navigation():
        press(page, "profiles", words("kk", "data_share"))
    expect(tool(page, "profiles")).to_contain_text(words("kk", "data_shared"))
    expect(tool(page, "progress")).to_contain_text(words("kk", "progress_none"))
    load(page, file_of({"kinds-gap": [GOOD]}))
    expect(page.locator(".sw-whole")).to_be_visible()
    page.reload()
    expect(page.locator(".sw-whole")).to_be_visible()
    assert kept(page) == {"kinds-gap": [GOOD]}
    assert records(page) == {key: {"v": 2, "log": log} for key, log in SOME.items()}
    page.close()
    page = visit.open(f"{kinds_site}/kk/progress.html")
    expect(tool(page, "progress")).to_contain_text(words("kk", "progress_none"))
    assert kept(page) == {}
    press(page, "profiles", words("kk", "data_own"))
    with page.expect_navigation():
        press(page, "profiles", words("kk", "data_own_yes"))
    expect(page.locator(".sw-whole")).to_be_visible()
    assert kept(page) == SOME


def test_whoever_leaves_a_shared_device_can_erase_at_once(
    visit: Visit, kinds_site: str, words: Words
) -> None:
    """«Erase and leave» asks, erases, and leads to the first page, from where «back» shows nothing."""
    page = progress(visit, kinds_site, logs={})
    with page.expect_navigation():
        press(page, "profiles", words("kk", "data_share"))
    load(page, file_of({"kinds-gap": [GOOD]}))
    expect(page.locator(".sw-whole")).to_be_visible()
    # The little site has no first page.
    page.route(
        "**/index.html", lambda route: route.fulfill(body="<title>.</title>", content_type="text/html")
    )
    press(page, "profiles", words("kk", "data_leave"))
    with page.expect_navigation(url="**/kk/index.html"):
        press(page, "profiles", words("kk", "data_leave_yes"))
    page.go_back()
    assert page.evaluate("Object.keys(sessionStorage).filter(key => key.includes('items'))") == []
