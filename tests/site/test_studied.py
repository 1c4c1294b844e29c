"""What pages show of the student's own answers: marks in the contents, and a summary on the first page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.site.test_pages import AXE_TAGS, Watched, violations

pytestmark = [pytest.mark.site, pytest.mark.browser]

# A month of answers: all of the first chapter right, all of the second wrong once, one question of the third.
MONTH = """async ([course, lang]) => {
  const { chapters, terms } = await swtech.load(lang, "_catalogue");
  const at = (days) => new Date(Date.now() - days * 864e5).toISOString();
  const said = (id, days, score) => ({
    uid: `${id} ${days}`, at: at(days), lang, revision: 1, response: "a",
    outcome: { score, verdict: score ? "right" : "wrong", parts: {}, remarks: {} },
  });
  const [first, second, third] = chapters.map(({ items }) => items.map(({ id }) => id));
  const logs = new Map();
  for (const id of first) logs.set(id, [said(id, 3, 1), said(id, 1, 1)]);
  for (const id of second) logs.set(id, [said(id, 30, 0)]);
  logs.set(third[0], [said(third[0], 0, 1)]);
  logs.set(`card:${terms[0].id}/term`, [said("card", 20, 1)]);
  await swtech.openStore(course).join(logs);
}"""
COURSE = "JSON.parse(document.querySelector('#sw-site').textContent).id"


@pytest.fixture(scope="module")
def words(root: Path) -> dict[str, dict[str, str]]:
    """All interface words of both editions, the site's and the quizzes'."""
    files = {lang: yaml.safe_load((root / f"book/{lang}.yml").read_text("utf-8")) for lang in ("kk", "ru")}
    return {lang: file["site"] | file["quiz"] for lang, file in files.items()}


@pytest.fixture
def desktop(browser: Browser) -> Iterator[BrowserContext]:
    """A window of 1280 by 900 with a fresh profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


def studied(context: BrowserContext, site: str, lang: str = "ru") -> Page:
    """Return the first page, to a student with a month of answers."""
    page = context.new_page()
    page.goto(f"{site}{lang}/cycle-quiz.html")
    expect(page.locator(".sw-quiz.is-live")).to_be_visible()
    page.evaluate(MONTH, [page.evaluate(COURSE), lang])
    page.goto(f"{site}{lang}/index.html")
    expect(page.locator(".sw-summary")).to_be_visible()
    return page


def names(page: Page) -> list[str]:
    """Return the names of the scripts that *page* has loaded, without their versions."""
    loaded: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').filter((one) => one.initiatorType === 'script')"
        ".map((one) => one.name)"
    )
    return sorted(address.rpartition("/")[2].partition("?")[0] for address in loaded)


def test_a_first_visit_shows_and_loads_nothing_of_it(desktop: BrowserContext, site_url: str) -> None:
    """Somebody without answers sees the same page as ever, and nothing more is loaded for them."""
    page = desktop.new_page()
    page.goto(f"{site_url}ru/index.html", wait_until="networkidle")
    assert names(page) == ["site.js", "theme.js"]
    expect(page.locator(".sw-mark, .sw-summary")).to_have_count(0)
    assert page.locator(".sw-study-summary").bounding_box()["height"] == 0  # type: ignore[index]
    page.goto(f"{site_url}ru/cycle.html", wait_until="networkidle")
    assert "study.js" not in names(page)


def test_an_answer_is_marked_in_the_contents_of_the_next_page(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """One question answered, and the chapter has begun: a sign with its word, on every page from then on."""
    page = desktop.new_page()
    page.goto(f"{site_url}kk/cycle-quiz.html")
    item = page.locator(".sw-kind-choice.is-live").first
    item.locator("input").first.check()
    item.locator(".sw-button.is-primary").first.click()
    expect(item.locator(".sw-verdict, .sw-feedback").first).to_be_visible()
    for name in ("cycle.html", "groups.html", "about.html"):
        page.goto(f"{site_url}kk/{name}")
        mark = page.locator(".sw-contents-list .sw-mark")
        expect(mark).to_have_count(1)
        expect(mark.locator(".sw-hidden")).to_have_text(f" ({words['kk']['study_seen']})")
    chapter = page.locator(".sw-contents-list a", has=page.locator(".sw-mark"))
    expect(chapter).to_have_attribute("href", "cycle.html")
    expect(chapter).to_have_accessible_name(re.compile(rf"^6 .+ \({words['kk']['study_seen']}\)$"))


def test_the_contents_say_what_is_due_in_words_too(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """A chapter's mark tells how far it has come and how much waits, by shape, number and words, not by colour."""
    page = studied(desktop, site_url)
    marks = page.locator(".sw-contents-list .sw-mark")
    expect(marks).to_have_count(3)
    said = marks.locator(".sw-hidden").all_inner_texts()
    ru = words["ru"]
    second = page.evaluate(
        "() => swtech.load('ru', '_catalogue').then(({ chapters }) => chapters[1].items.length)"
    )
    assert said[1].strip() == f"({ru['study_practised']}, {ru['study_due'].format(n=second)})"
    assert said[0].strip().startswith(f"({ru['study_mastered']}")
    assert said[2].strip() == f"({ru['study_seen']})"
    # Whoever sees the signs finds below the list what they mean.
    legend = page.locator(".sw-mark-legend span")
    assert [text.strip() for text in legend.all_inner_texts()] == [
        ru["study_seen"],
        ru["study_practised"],
        ru["study_mastered"],
        ru["study_due"].format(
            n=sum(int(number) for number in marks.locator(".sw-mark-due").all_inner_texts())
        ),
    ]
    shapes = marks.locator(".sw-phase").evaluate_all("signs => signs.map((sign) => sign.innerHTML)")
    assert len(set(shapes)) == 3


def test_the_first_page_says_what_waits_and_where_to_go_on(
    desktop: BrowserContext, site_url: str, words: dict[str, dict[str, str]]
) -> None:
    """Today's review, the chapter to go on with, each chapter that was begun, and the way to the progress page."""
    page = studied(desktop, site_url)
    box, ru = page.locator(".sw-summary"), words["ru"]
    due = page.evaluate(
        "async (course) => (await swtech.study.look(swtech.openStore(course), 'ru')).queue.due",
        page.evaluate(COURSE),
    )
    today = box.get_by_role("link", name=ru["study_today"].format(n=due))
    expect(today).to_have_attribute("href", "review.html")
    third = page.evaluate("() => swtech.load('ru', '_catalogue').then(({ chapters }) => chapters[2])")
    expect(box.locator(f"p > a[href='{third['href']}']")).to_have_text(third["title"])
    expect(box.get_by_role("listitem")).to_have_count(3)
    expect(box.get_by_role("listitem").nth(1)).to_contain_text(ru["study_practised"])
    box.get_by_role("link", name=ru["study_progress"]).click()
    expect(page).to_have_url(f"{site_url}ru/progress.html")


def test_the_summary_goes_with_the_answers(desktop: BrowserContext, site_url: str) -> None:
    """When the answers are erased, marks and summary go at once, and the next page loads nothing for them."""
    page = studied(desktop, site_url)
    page.evaluate("async (course) => { await swtech.openStore(course).erase(); }", page.evaluate(COURSE))
    expect(page.locator(".sw-mark, .sw-summary")).to_have_count(0)
    page.goto(f"{site_url}ru/about.html", wait_until="networkidle")
    assert "study.js" not in names(page)


def test_a_shared_device_shows_the_marks_in_its_own_tab_alone(desktop: BrowserContext, site_url: str) -> None:
    """Answers that go with the tab are marked there; another tab of the same browser knows nothing of them."""
    page = desktop.new_page()
    page.goto(f"{site_url}ru/cycle-quiz.html")
    page.evaluate("course => localStorage.setItem(`${course}.shared`, '1')", page.evaluate(COURSE))
    page.reload()
    expect(page.locator(".sw-quiz.is-live")).to_be_visible()
    page.evaluate(MONTH, [page.evaluate(COURSE), "ru"])
    page.goto(f"{site_url}ru/index.html")
    expect(page.locator(".sw-summary")).to_be_visible()
    other = desktop.new_page()
    other.goto(f"{site_url}ru/index.html", wait_until="networkidle")
    expect(other.locator(".sw-mark, .sw-summary")).to_have_count(0)
    assert "study.js" not in names(other)


def test_without_the_catalogue_the_page_is_whole(desktop: BrowserContext, site_url: str) -> None:
    """A line that breaks off takes the marks away and nothing else; no empty place is left for the summary."""
    page = studied(desktop, site_url)
    desktop.route("**/_catalogue.js", lambda route: route.abort())
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.reload(wait_until="networkidle")
    expect(page.locator(".sw-mark, .sw-summary, .is-coming")).to_have_count(0)
    assert faults == []


def test_it_works_from_a_folder(desktop: BrowserContext, site_dir: Path) -> None:
    """Marks and summary need no server."""
    page = studied(desktop, f"{site_dir.as_uri()}/")
    expect(page.locator(".sw-contents-list .sw-mark")).to_have_count(3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, site_url: str, root: Path, lang: str, scheme: str
) -> None:
    """Summary and marks on a narrow phone and on a desk, in both languages and looks."""
    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
    for width in (320, 1280):
        context = browser.new_context(
            viewport={"width": width, "height": 740},
            color_scheme=scheme,
            reduced_motion="reduce",  # type: ignore[arg-type]
        )
        page = studied(context, site_url, lang)
        assert violations(page, axe, AXE_TAGS) == []
        if width == 320:
            page.locator(".sw-menu-button").click()
            expect(page.locator(".sw-contents-list .sw-mark").first).to_be_visible()
            assert violations(page, axe, AXE_TAGS) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        context.close()


def test_the_page_stays_within_its_policy(desktop: BrowserContext, site_url: str) -> None:
    """Nothing is said on the console, nothing comes from elsewhere, nothing is inline."""
    studied(desktop, site_url)
    watched = Watched(desktop, site_url.split("/")[2])
    watched.page.goto(f"{site_url}ru/index.html", wait_until="networkidle")
    expect(watched.page.locator(".sw-summary")).to_be_visible()
    watched.check("the first page of a student")
