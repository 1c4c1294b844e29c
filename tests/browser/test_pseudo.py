"""An edition whose every interface word is marked: what is not marked and not an author's should not be there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from playwright.sync_api import Browser, Locator, Page, Route, expect

from swtech.course import load_course
from swtech.language.forms import MONTHS
from swtech.loading import load_bank
from swtech.rendering import render_test
from swtech.rendering.case import CASE_WORDS
from swtech.rendering.quiz import ENGINE_WORDS
from swtech.sphinxext.pages import SCRIPT_WORDS, SEARCH_WORDS
from tests.browser.conftest import PROGRESS, answered
from tests.browser.kept import logs_when, write
from tests.browser.progress_page import SOME
from tests.browser.test_axe import IN_MODE
from tests.browser.test_engine import KINDS, answer_all, check, item
from tests.browser.test_kept import REFUSE
from tests.browser.test_progress import sure_of
from tests.conftest import copy_mini, served
from tests.test_catalogue import ADDRESS, authored, catalogue, needed_words, shown, words_in

pytestmark = [pytest.mark.site, pytest.mark.browser]

MARK = re.compile(r"⟦[^⟦⟧]*⟧")

KINDS_PAGE = """---
myst:
  html_meta:
    description: Ә.
---
(kinds)=
# Ә

:::{{objectives}}
:::

(kinds-section)=
## Ә
% teaches: S21

:::{{quiz}} {items}
:::

:::{{note}}
Ә.
:::

:::{{warning}}
Ә.
:::

:::{{link-maker}}
:::

:::{{blank-form}}
**Ә**

| Ә | Ә |
|---|---|
| Ә | |
:::
"""

PROGRESS_PAGE = "\n\n".join(
    ["---\nmyst:\n  html_meta:\n    description: Ә.\n---\n(progress)=\n# Ә"]
    + [f"(progress-{name})=\n## Ә\n\n:::{{study}} {name}\n:::" for name in PROGRESS]
)


@dataclass(frozen=True)
class Pseudo:
    """An edition in which every word of interface and catalogue is marked, and its authors' words."""

    lang: str
    html: Path
    known: set[str]

    def unmarked(self, text: str) -> set[str]:
        """Return the words of *text* that neither stand in marks or an address nor were written by an author."""
        text, marks = ADDRESS.sub(" ", text), 1
        while marks:  # a word may be filled into another one
            text, marks = MARK.subn(" ", text)
        return set(re.findall(r"[^\W\d_]{2,}", text.casefold())) - self.known


@pytest.fixture(scope="module", params=["kk", "ru"])
def pseudo(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Pseudo:
    """The small course with a chapter that has every kind of item, built in the pseudo-locale."""
    lang = request.param
    course = copy_mini(root, tmp_path_factory.mktemp("pseudo") / "course")
    own = course / "book" / f"{lang}.yml"
    words = yaml.safe_load(own.read_text("utf-8"))

    def marked(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: marked(each) for key, each in value.items()}
        return f"⟦{value}⟧"

    words["site"], words["quiz"] = marked(words["site"]), marked(words["quiz"])
    own.write_text(yaml.safe_dump(words, allow_unicode=True, sort_keys=False), "utf-8")
    path = course / "book" / "locale" / lang / "LC_MESSAGES" / "sphinx.po"
    catalog = Catalog(locale=lang)
    for name in needed_words() | set(catalogue(path)):
        catalog.add(name, f"⟦{name}⟧")
    with path.open("wb") as file:
        write_po(file, catalog)
    shutil.copy(root / "tests" / "fixtures" / "kinds.yml", course / "quizzes" / "kinds.yml")
    items = load_bank(course / "quizzes" / "kinds.yml").items
    for edition in ("kk", "ru"):
        # Notebooks take seconds to run and have no words of their own.
        for notebook in ("cycle-quiz", "test"):
            (course / "content" / edition / f"{notebook}.md").unlink()
        for page in (course / "content" / edition).glob("*.md"):
            page.write_text(page.read_text("utf-8").replace("(#cycle-quiz)", "(#cycle)"), "utf-8")
        text = KINDS_PAGE.format(items=" ".join(item.id for item in items))
        (course / "content" / edition / "kinds.md").write_text(text, "utf-8")
        (course / "content" / edition / "progress.md").write_text(PROGRESS_PAGE, "utf-8")
    chapters = [{"file": name} for name in ("cycle", "kinds", "case-door", "progress", "glossary")]
    toc = {"format": "jb-book", "root": "index", "chapters": chapters}
    (course / "book" / "_toc.yml").write_text(yaml.safe_dump(toc), "utf-8")
    out = course.parent / "out"
    done = subprocess.run(
        [sys.executable, "-m", "swtech.site.edition", str(course), lang, str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    counterpart = yaml.safe_load(
        (course / "book" / f"{'ru' if lang == 'kk' else 'kk'}.yml").read_text("utf-8")
    )
    known = authored(course, [lang]) | words_in(
        f"{words['title']} {words['language']} {counterpart['language']}"
    )
    # The foot's report names the page and the language by their ids.
    known |= {lang, "search", "index", "cycle", "kinds", "case", "door", "progress", "glossary"}
    return Pseudo(lang, out / "html", known)


def test_a_pseudo_locale_leaves_no_word_unmarked(pseudo: Pseudo) -> None:
    """With every interface word and catalogue entry marked, all that is not marked was written by an author.

    This finds words in templates and scripts in any language, Kazakh and Russian ones too.
    """
    for page in sorted(pseudo.html.glob("*.html")):
        assert pseudo.unmarked(shown(page)) == set(), page.name
    assert "⟦" in shown(pseudo.html / "search.html")


SAID = """() => {
  const said = [document.title, document.body.innerText];
  for (const node of document.querySelectorAll("*")) {
    if (!node.getClientRects().length && !node.matches("[aria-live], [role=status]")) continue;
    for (const { name, value } of node.attributes) {
      if (/^(title|alt|placeholder|aria-(label|description|roledescription|valuetext))$/.test(name)) said.push(value);
    }
    if (node.matches("textarea")) said.push(node.value);
    for (const side of ["::before", "::after"]) said.push(getComputedStyle(node, side).content.replace("none", ""));
  }
  return said.join("\\n");
}"""


class Heard:
    """What a page shows and says, gathered while it is used."""

    def __init__(self, page: Page, pseudo: Pseudo) -> None:
        self.page, self.pseudo = page, pseudo
        self.marked = ""

    def listen(self) -> None:
        """Gather what is shown now; a word that is neither marked nor an author's fails."""
        said = self.page.evaluate(SAID)
        # An item's id stands in the report.
        assert self.pseudo.unmarked(re.sub(r"\bkinds-[a-z-]+|counters?\([^)]*\)", " ", said)) == set()
        self.marked += said

    def keys(self, words: Mapping[str, str]) -> set[str]:
        """Return the names of those of *words* that were heard, whatever was filled into them."""
        return {
            name
            for name, word in words.items()
            if re.search(
                re.sub(r"\\\{\w+\\\}", ".*?", re.escape(word)), self.marked, re.DOTALL | re.IGNORECASE
            )
        }


def words_of(page: Page) -> dict[str, str]:
    """Return the words that the build gave to the engine on *page*."""
    found: dict[str, str] = json.loads(page.locator(".sw-words").first.evaluate("node => node.textContent"))
    return found


def answer_wrong(card: Locator, lang: str) -> None:
    """Answer a card of any kind wrong or in part, so that marks, feedback and unanswered rows appear."""
    for selector in ("[value=a]", "[value=d]"):
        if card.locator(f"[type=radio]{selector}, [type=checkbox]{selector}").count():
            card.locator(selector).first.check()
    if card.locator(".sw-pill").count():
        card.locator("[data-part=insurance] [value=specific]").check()
        card.locator("[data-part=family] [value=specific]").check()
    for field in card.locator("select").all()[:1]:
        field.select_option(index=2)
    for field in card.locator("[type=text]").all()[:1]:
        field.fill("циклділік" if lang == "kk" else "цикличность")


def test_no_script_writes_a_word_of_its_own(pseudo: Pseudo, browser: Browser) -> None:
    """A quiz of every kind is answered wrong, nearly and right, its hints, answers and summary opened: whatever
    the engine writes is a word of the edition, and the engine said each word that it was given."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(8000)
    with served(pseudo.html) as address:
        page = context.new_page()
        page.goto(f"{address}kinds.html")
        heard = Heard(page, pseudo)
        expect(page.locator(".sw-item.is-live")).to_have_count(len(KINDS))
        heard.listen()
        for kind in KINDS:
            if kind != "order":
                check(item(page, kind))
        for hint in page.locator(".sw-item [aria-expanded=false]").all():
            hint.click()
        heard.listen()
        for kind in KINDS:
            card = item(page, kind)
            answer_wrong(card, pseudo.lang)
            check(card)
            heard.listen()
            if (show := card.get_by_role("button", name=words_of(page)["show"])).count():
                show.click()
        heard.listen()
        for kind in KINDS:
            item(page, kind).get_by_role("button", name=words_of(page)["retry"]).click()
        # Of this little site there is no other edition.
        item(page, "choice").locator(".sw-flip").click()
        expect(item(page, "choice").locator(".sw-status")).not_to_be_empty()
        heard.listen()
        answer_all(page, pseudo.lang)
        heard.listen()
        slip, typo = {"kk": ("уздиксиздик", "үздіксіздк"), "ru": ("нeпрерывность", "непрерывноть")}[
            pseudo.lang
        ]
        for kind in KINDS:
            check(item(page, kind))
        heard.listen()
        for text in (slip, typo):
            item(page, "short").get_by_role("button", name=words_of(page)["retry"]).click()
            item(page, "short").locator("input").fill(text)
            check(item(page, "short"))
            heard.listen()
        expect(page.locator(".sw-progress-said")).not_to_be_empty()
        maker = page.locator(".sw-link-maker")
        maker.locator(".sw-maker-link button").first.click()
        heard.listen()
        for box in maker.locator("[type=checkbox]").all():
            box.uncheck()
        heard.listen()
        for fold in page.locator("details > summary:visible").all():
            fold.click()
        page.locator(".sw-report-copy").click()
        expect(page.locator(".sw-report-status")).not_to_be_empty()
        heard.listen()
        for _ in range(3):
            page.locator(".sw-header .sw-theme").click()
            heard.listen()
        page.set_viewport_size({"width": 360, "height": 740})
        page.locator(".sw-menu-button").click()
        heard.listen()
        page.evaluate(IN_MODE, ["review", pseudo.lang])
        heard.listen()
        page.reload()
        log = logs_when(page, lambda found: "kinds-match" in found, "swtech-mini")["kinds-match"]
        write(page, {"kinds-match": {"v": 2, "log": [{**log[-1], "revision": 99}]}}, "swtech-mini")
        page.reload()
        expect(item(page, "match").locator(".sw-verdict.is-note")).to_be_visible()
        heard.listen()
        page.evaluate("""() => {
            localStorage.setItem("mini.profiles", JSON.stringify([{ id: "a", name: "Ә" }]));
            localStorage.setItem("mini.profile", "a");
        }""")
        for _ in range(2):
            page.reload()
            expect(page.locator(".sw-whose")).to_be_visible()
            heard.listen()
            page.evaluate(
                "localStorage.setItem('mini.shared', '1'); sessionStorage.setItem('mini.left', '1')"
            )
        page.evaluate("for (const key of ['profile', 'shared']) localStorage.removeItem(`mini.${key}`)")
        page.add_init_script(REFUSE)
        page.reload()
        answer_wrong(item(page, "choice"), pseudo.lang)
        check(item(page, "choice"))
        expect(page.locator(".sw-unsaved").first).to_be_visible()
        heard.listen()
        # Only the Kazakh edition has a row of letters.
        assert set(ENGINE_WORDS) - heard.keys(words_of(page)) == (
            {"letters"} if pseudo.lang == "ru" else set()
        )
        site = json.loads(page.locator("#sw-site").evaluate("node => node.textContent"))["words"]
        # No wide table is on this page, a letter's subject is not seen, copying either works or not, and a page of
        # progress says when nobody has a name.
        unheard = {"table_label", "report_subject", "copied", "copy_by_hand", "whose_nobody"}
        # What the contents say of chapters is heard there too.
        unheard |= {name for name in SCRIPT_WORDS if name.startswith("study_")}
        assert set(SCRIPT_WORDS) - heard.keys(site) <= unheard
    context.close()


def test_a_case_writes_no_word_of_its_own(pseudo: Pseudo, browser: Browser) -> None:
    """A story is gone through, taken back and begun anew, astray and well: all in the edition's words."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(8000)
    with served(pseudo.html) as address:
        page = context.new_page()
        page.goto(f"{address}case-door.html")
        heard = Heard(page, pseudo)
        expect(page.locator(".sw-branching.is-live")).to_be_visible()
        scene = page.locator(".sw-scene:visible")
        for place in (1, 0):
            heard.listen()
            scene.locator(".sw-choose").nth(place).click()
            heard.listen()
            scene.locator(".is-taken .sw-button").last.click()
            while scene.locator(".sw-choose").count():
                scene.locator(".sw-choose").nth(place).click()
                heard.listen()
                scene.locator(".is-taken .is-primary").click()
                heard.listen()
            page.locator(".sw-progress .sw-button").click()
        page.add_init_script(REFUSE)
        page.reload()
        expect(page.locator(".sw-unsaved")).to_be_visible()
        heard.listen()
        assert set(CASE_WORDS) - heard.keys(words_of(page)) == set()
    context.close()


def test_a_test_writes_no_word_of_its_own(pseudo: Pseudo, browser: Browser) -> None:
    """Composed, taken with a clock, paused, left, finished, practised, not loaded: all in the edition's words."""
    # Made from the course itself: a notebook would take seconds to run.
    test = render_test(load_course(pseudo.html.parent.parent / "course"), pseudo.lang, chapters=["kinds"])
    host = (pseudo.html / "kinds.html").read_text("utf-8")
    (pseudo.html / "test.html").write_text(
        host.replace('<div class="sw-link-maker', f"{test}<hr data-", 1), "utf-8"
    )
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(8000)
    with served(pseudo.html) as address:
        page = context.new_page()
        page.clock.install()
        # The page's own quiz asks the same questions.
        page.add_init_script(
            "addEventListener('DOMContentLoaded', () => document.querySelector('.sw-quiz')?.remove())"
        )
        page.goto(f"{address}test.html")
        frame = page.locator(".sw-test")
        heard = Heard(page, pseudo)
        words = json.loads(page.locator(".sw-test-data").evaluate("node => node.textContent"))["words"]

        def push(name: str) -> None:
            frame.get_by_role("button", name=words[name], exact=True).first.click()
            heard.listen()

        frame.locator("[name=chapters]").evaluate_all("all => all.forEach(box => box.click())")
        frame.locator("[name=levels]").evaluate_all("all => all.slice(0, 3).forEach(box => box.click())")
        heard.listen()
        for box in ("[name=levels]", "[name=chapters]"):
            frame.locator(f"{box}:checked").evaluate_all("all => all.forEach(box => box.click())")
            heard.listen()
        page.goto(f"{address}test.html?chapters=cycle,kinds&n=4")
        heard.listen()
        asked = f"{address}test.html?chapters=kinds&n=9&seed=1&levels=remember,understand,apply"
        page.goto(asked)
        heard.listen()
        waited: list[Route] = []

        def hold(route: Route) -> None:
            waited.append(route)

        page.route("**/_banks/*", hold)
        push("test_start")
        expect(frame.get_by_text(words["test_wait"])).to_have_count(2)
        heard.listen()
        waited[0].abort()
        expect(frame.get_by_text(words["test_failed"])).to_have_count(2)
        heard.listen()
        page.unroute("**/_banks/*")
        page.goto(f"{asked}&minutes=12")
        heard.listen()
        push("test_start")
        expect(page.locator(".sw-test-bar")).to_be_visible()
        for seconds in (10, 360, 90, 250):
            page.clock.run_for(seconds * 1000)
            heard.listen()
        item(page, "choice").locator("[value=a]").check()
        item(page, "short").locator("input").fill("үздіксіздік" if pseudo.lang == "kk" else "непрерывность")
        for part, value in (("continuity", "continuity"), ("cycle", "extra")):
            page.select_option(f"#item-kinds-match-{part}", value)
        item(page, "sort").locator(".sw-test-mark").click()
        for name in ("test_pause", "test_go_on", "test_limit_off", "test_limit_on", "test_finish"):
            push(name)
        push("test_return")
        page.clock.run_for(30_000)
        heard.listen()
        page.reload()
        expect(page.locator(".sw-test-offer")).to_be_visible()
        heard.listen()
        push("test_anew")
        heard.listen()
        push("test_anew_yes")
        expect(page.locator(".sw-test-count")).to_contain_text("0")
        page.goto(f"{address}test.html")
        push("test_go_on")
        expect(page.locator(".sw-test-bar")).to_be_visible()
        item(page, "choice").locator("[value=a]").check()
        frame.locator(".sw-test-finish button").click()
        push("test_finish_anyway")
        expect(page.locator(".sw-test-points")).to_be_visible()
        heard.listen()
        push("copy")
        frame.locator(".sw-test-actions .is-primary").click()
        heard.listen()
        answer_all(page, pseudo.lang)
        for card in page.locator(".sw-test-list .sw-item").all():
            check(card)
        expect(frame.locator(".sw-test-about")).not_to_be_empty()
        heard.listen()
        push("test_back")
        page.reload()
        heard.listen()
        push("test_change")
        page.add_init_script(REFUSE)
        page.goto(asked)
        push("test_start")
        expect(page.locator(".sw-unsaved").first).to_be_visible()
        heard.listen()
        # A number and its word are held together.
        heard.marked = heard.marked.replace("\N{NO-BREAK SPACE}", " ")
        # Each number takes one form of its word, copying either works or not.
        unheard = {
            name for name in words if re.search(r"_(one|few|many|other)$", name) and name != "test_other"
        }
        unheard |= {"copied", "copy_by_hand"}
        assert set(words) - heard.keys(words) <= unheard
        assert {"test_open", "test_left_minutes", "test_limit", "test_available"} <= {
            name.rpartition("_")[0] for name in heard.keys(words)
        }
    context.close()


def test_progress_writes_no_word_of_its_own(pseudo: Pseudo, browser: Browser) -> None:
    """Nothing done, much done, a file saved and loaded, wrong files, everything erased and brought back, profiles
    made, named and removed, a shared device: all in the edition's words, and each of them is said somewhere."""
    months = {month for names in MONTHS.values() for month in names}
    dated = Pseudo(pseudo.lang, pseudo.html, pseudo.known | months | {"жылғы", "года"})
    given = {
        **SOME,
        "kinds-choice": [{"uid": f"c{day}", **answered(day, day % 2)} for day in range(40, 0, -2)],
        "case:door": SOME["case:first-day"],
        **dict.fromkeys(("cycle-choice", "cycle-short"), SOME["kinds-choice"]),
    }
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(8000)
    with served(pseudo.html) as address:
        page = context.new_page()
        page.goto(f"{address}progress.html")
        heard = Heard(page, dated)
        said: dict[str, str] = {}
        for block in page.locator(".sw-study .sw-words").all():
            said |= json.loads(block.evaluate("node => node.textContent"))

        def push(name: str) -> None:
            page.get_by_role("button", name=said[name]).first.click()

        def look() -> None:
            expect(page.locator(".sw-chapter").first).to_be_visible()
            heard.listen()

        look()
        push("data_export")
        expect(page.locator(".sw-carry .sw-status").first).not_to_be_empty()
        heard.listen()
        damaged = {"kinds-order": "rubbish", **{key: {"v": 2, "log": log} for key, log in given.items()}}
        write(page, damaged, "swtech-mini")
        page.reload()
        expect(page.locator(".sw-leeches")).to_be_visible()
        for fold in page.locator(".sw-study summary").all():
            fold.click()
        push("record_show")
        page.locator(".sw-carry textarea").evaluate_all(
            "nodes => nodes.forEach((node) => { node.value = ''; })"
        )
        look()
        for each in page.locator(".sw-asking > button").all():
            each.click()
        push("copy")
        look()
        push("data_keep")
        with page.expect_download():
            push("data_export")
        look()
        whole = {"format": "swtech-progress", "version": 1, "course": "mini"}
        one = {"kinds-gap": [{"uid": "g", **answered(1, 1)}]}
        for text in (
            "{",
            "{}",
            json.dumps({**whole, "version": 2, "logs": {}}),
            json.dumps({**whole, "course": "ә", "logs": {}}),
            json.dumps({**whole, "logs": {}}),
            json.dumps({**whole, "logs": one}),
        ):
            page.locator(".sw-carry textarea").last.fill(text)
            push("data_add")
            expect(page.locator(".sw-carry .sw-status").last).not_to_be_empty()
            page.locator(".sw-carry textarea").last.fill("")
            heard.listen()
        undo = page.locator(".sw-study-erase .sw-status button")
        push("data_erase_yes")
        expect(undo).to_be_visible()
        look()
        push("data_undo")
        expect(undo).to_have_count(0)
        look()
        field = page.locator(".sw-study-profiles form input")
        for name in ("", said["data_nameless"], "Ә"):
            field.fill(name)
            push("data_create")
            look()
        push("data_rename")
        look()
        push("data_cancel")
        field.fill("Ө")
        push("data_create")
        look()
        push("data_remove")
        look()
        page.locator(".sw-people .is-grave:visible").click()
        expect(page.locator(".sw-study-profiles .sw-stage > .sw-status")).not_to_be_empty()
        look()
        for counts in (
            (9, 1, 3, 2),
            (10, 10, 3, 5),
            (7, 3, 7, 3),
            (18, 2, 8, 2),
            (18, 2, 5, 5),
            (20, 0, 0, 0),
        ):
            logs = {key: {"v": 2, "log": log} for key, log in sure_of(*counts).items()}
            profile = page.evaluate("localStorage.getItem('mini.profile')")
            write(page, logs, f"swtech-mini.{profile}" if profile else "swtech-mini")
            page.reload()
            look()
        push("data_share")
        look()
        for each in page.locator(".sw-asking > button").all():
            each.click()
        look()
        unheard = set(said) - heard.keys(said)
        # Each number takes one form of its word; the browser never refuses here, and may or may not keep its promise.
        unheard -= {name for name in said if re.search(r"_(one|few|many|other)$", name)}
        assert unheard <= {
            "unsaved", "progress_failed", "data_kept", "data_keep_no", "data_copied", "data_by_hand", "data_large",
            "data_unreadable", "data_refused", "data_erase_failed", "review_nothing", "progress_practised",
        }  # fmt: skip
        site = json.loads(page.locator("#sw-site").evaluate("node => node.textContent"))["words"]
        assert {"whose_nobody", "study_seen", "study_due"} <= heard.keys(site)
    context.close()


SEARCHES = {"kk": ("цикл", "цикл емен", "емен", ""), "ru": ("цикл", "цикл берёза", "берёза", "")}


def test_search_writes_no_word_of_its_own(pseudo: Pseudo, browser: Browser) -> None:
    """Found, found in part, not found, nothing asked, and an index that does not load: all in the edition's words."""
    context = browser.new_context()
    context.set_default_timeout(8000)
    # What the reader asks for is shown again.
    asked = Pseudo(pseudo.lang, pseudo.html, pseudo.known | words_in(" ".join(SEARCHES[pseudo.lang])))
    with served(pseudo.html) as address:
        page = context.new_page()
        heard = Heard(page, asked)
        for query in SEARCHES[pseudo.lang]:
            page.goto(f"{address}search.html?q={quote(query)}")
            expect(page.locator("#sw-search-status")).not_to_be_empty()
            heard.listen()
        page.route("**/searchindex.js*", lambda route: route.abort())
        page.goto(f"{address}search.html?q={quote('цикл')}")
        site = json.loads(page.locator("#sw-site").evaluate("node => node.textContent"))["words"]
        expect(page.locator("#sw-search-status")).to_have_text(site["search_failed"])
        heard.listen()
        said = heard.keys({name: site[name] for name in SEARCH_WORDS})
        assert said >= {"search_empty", "search_none", "search_some", "search_failed"}
        assert said & {"search_one", "search_few", "search_many", "search_other"}
    context.close()
