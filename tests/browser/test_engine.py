"""The engine in a real browser: every kind in both languages, by mouse and by keyboard; answers are kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Visit
from tests.browser.kept import logs_when

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("lang", ["kk", "ru"])
TYPED = {
    "kk": {"short": "үздіксіздік", "exact": "құн", "algorithm": "алгоритмі", "task": "міндет"},
    "ru": {"short": "непрерывность", "exact": "день", "algorithm": "алгоритм", "task": "задача"},
}
KINDS = ("choice", "multiple", "match", "order", "sort", "sort-many", "gap", "short", "short-exact")
ORDER = ("preliminary", "goal", "information", "work", "control")
GROUPS = {"counselling": "universal", "insurance": "universal", "family": "specific", "migrants": "specific"}
STAGES = {"meet": "preliminary", "aim": "goal", "compare": "information", "judge": "control"}


def item(page: Page, kind: str) -> Locator:
    """The card of one item."""
    return page.locator(f"#item-kinds-{kind}")


def parts(card: Locator) -> list[str]:
    """The entries of an item as they stand."""
    found: list[str] = card.locator("[data-part]").evaluate_all(
        "nodes => nodes.map(node => node.dataset.part)"
    )
    return found


Press = Callable[[Locator], None]


def answer_all(page: Page, lang: str, press: Press = Locator.click) -> None:
    """Answer everything right, each control pressed by mouse or finger; typed answers are typed."""

    def select(selector: str, value: str) -> None:
        # The list of choices that opens is the machine's own, beyond the page.
        press(page.locator(selector))
        expect(page.locator(selector)).to_be_focused()
        page.select_option(selector, value)

    def write(field: Locator, text: str) -> None:
        press(field)
        page.keyboard.type(text)

    press(item(page, "choice").locator("[data-part=c] label"))
    for part in "abc":
        press(item(page, "multiple").locator(f"[data-part={part}] label"))
    for part in ("continuity", "cycle", "dynamism"):
        select(f"#item-kinds-match-{part}", part)
    order = item(page, "order")
    for place, part in enumerate(ORDER):
        while parts(order).index(part) > place:
            press(order.locator(f"[data-part={part}] .sw-up"))
    for part, group in GROUPS.items():
        row = item(page, "sort").locator(f"[data-part={part}]")
        press(row.locator("label", has=page.locator(f"[value={group}]")))
    for part, group in STAGES.items():
        select(f"#item-kinds-sort-many-{part}", group)
    gap = item(page, "gap")
    write(gap.locator("[data-part=algorithm] input"), TYPED[lang]["algorithm"])
    select("#item-kinds-gap [data-part=object] select", "a")
    write(gap.locator("[data-part=task] input"), TYPED[lang]["task"])
    write(item(page, "short").locator("input"), TYPED[lang]["short"])
    write(item(page, "short-exact").locator("input"), TYPED[lang]["exact"])


def check(card: Locator, press: Press = Locator.click) -> None:
    """Press the button that checks."""
    press(card.locator(".sw-actions .is-primary:visible"))


def axe(page: Page, root: Path) -> list[Any]:
    """What axe-core complains of, in the light and in the dark."""
    page.evaluate((root / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    found: list[Any] = []
    grounds = set()
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        found += page.evaluate(
            """scheme => axe.run().then(result => result.violations.map(v => [scheme, v.id, v.nodes[0].html]))""",
            scheme,
        )
    assert len(grounds) == 2, "the dark looks like the light"
    return found


POINTERS = """() => {
  globalThis.pointers = [];
  addEventListener("pointerdown", (event) => pointers.push(event.pointerType), true);
}"""


def every_kind(visit: Visit, address: str, lang: str, press: Press, pointer: str) -> Page:
    """Answer every kind right with one sort of pointer, and give the page with all of them answered."""
    page = visit.open(address)
    page.evaluate(POINTERS)
    answer_all(page, lang, press)
    for kind in KINDS:
        check(item(page, kind), press)
        expect(item(page, kind).locator(".sw-verdict.is-right")).to_be_visible()
        assert item(page, kind).locator(".is-wrong, .is-missed").count() == 0
        expect(item(page, kind).locator(".sw-rationale")).to_be_visible()
    expect(page.locator(".sw-progress-said")).to_contain_text("9 / 9")
    assert set(page.evaluate("pointers")) == {pointer}
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    return page


@BOTH
def test_every_kind_by_mouse(visit: Visit, kinds_site: str, lang: str) -> None:
    """All answered right: each card says so, the result is announced, nothing is wider than a phone."""
    every_kind(visit, f"{kinds_site}/{lang}/kinds.html", lang, Locator.click, "mouse")


@BOTH
def test_every_kind_by_touch(touch_visit: Visit, kinds_site: str, lang: str) -> None:
    """A finger is enough for every kind, and for the hint, the letters and answering again."""
    page = every_kind(touch_visit, f"{kinds_site}/{lang}/kinds.html", lang, Locator.tap, "touch")
    choice, short = item(page, "choice"), item(page, "short")
    choice.locator(".sw-actions button:visible:not(.is-primary)").first.tap()
    choice.locator(".sw-actions [aria-expanded]").tap()
    expect(choice.locator(".sw-hint-text")).to_be_visible()
    short.locator(".sw-actions button:visible:not(.is-primary)").tap()
    if lang == "kk":
        short.locator(".sw-keys button").first.tap()
        expect(short.locator("input")).to_have_value("ә")
    assert set(page.evaluate("pointers")) == {"touch"}


@BOTH
def test_axe_is_content_with_every_kind(visit: Visit, kinds_site: str, lang: str, root: Path) -> None:
    """Untouched, with hints and empty checks, and answered right, in the light and in the dark."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    assert axe(page, root) == []
    for kind in KINDS:
        if kind != "order":
            check(item(page, kind))
            expect(item(page, kind).locator(".sw-verdict.is-note")).to_be_visible()
    page.locator("[aria-expanded=false]").first.click()
    assert axe(page, root) == []
    answer_all(page, lang)
    for kind in KINDS:
        check(item(page, kind))
    expect(page.locator(".sw-verdict.is-right")).to_have_count(len(KINDS))
    assert axe(page, root) == []


def answer_all_wrong(page: Page, lang: str) -> None:
    """Give every kind an answer that is wrong or only partly right."""
    item(page, "choice").locator("[value=a]").check()
    item(page, "multiple").locator("[value=d]").check()
    page.select_option("#item-kinds-match-continuity", "extra")
    item(page, "sort").locator("[data-part=insurance] [value=specific]").check()
    page.select_option("#item-kinds-sort-many-meet", "goal")
    item(page, "gap").locator("[data-part=object] select").select_option("b")
    item(page, "short").locator("input").fill("циклділік" if lang == "kk" else "прерывность")
    item(page, "short-exact").locator("input").fill("күн" if lang == "kk" else "тень")


@BOTH
def test_wrong_answers_are_marked_in_their_rows(visit: Visit, kinds_site: str, lang: str, root: Path) -> None:
    """A sign, words and feedback stand in the row they are about; nothing tells the answer until it is asked for."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    answer_all_wrong(page, lang)
    for kind in KINDS:
        check(item(page, kind))
        assert item(page, kind).locator(".is-wrong").count() >= 1
        assert item(page, kind).locator(".sw-rationale, .sw-key, .is-missed .sw-feedback").count() == 0
        expect(item(page, kind).locator(".sw-after .sw-back-link")).to_be_visible()
    choice = item(page, "choice")
    expect(choice.locator("[data-part=a].is-wrong .sw-feedback")).to_be_visible()
    assert choice.locator(".sw-feedback").count() == 1
    assert choice.locator("[data-part=c].is-missed").count() == 0
    for kind in ("match", "sort", "gap", "short"):
        expect(item(page, kind).locator(".sw-body .sw-feedback").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe(page, root) == []
    show = "Жауапты көрсету" if lang == "kk" else "Показать ответ"
    for kind in KINDS:
        item(page, kind).get_by_role("button", name=show).click()
        expect(item(page, kind).locator(".sw-rationale")).to_be_visible()
    expect(choice.locator("[data-part=c].is-missed .sw-feedback")).to_be_visible()
    solution = "Дұрыс жауап осы" if lang == "kk" else "Это правильный ответ"
    expect(choice.locator("[data-part=c] .sw-word")).to_contain_text(solution)
    assert choice.locator("[data-part=d] .sw-feedback").count() == 0
    expect(item(page, "match").locator(".sw-key")).to_be_visible()
    assert axe(page, root) == []


def press(page: Page, *keys: str) -> None:
    """Press keys one after another."""
    for key in keys:
        page.keyboard.press(key)


WAY = """selector => {
  const [here, there] = [document.activeElement, document.querySelector(selector)];
  if (here.matches(selector)) return "";
  return there && here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab or Shift+Tab until the focus is on *selector*; a keyboard reaches it, or the test fails."""
    for _ in range(90):
        if not (way := page.evaluate(WAY, selector)):
            return
        page.keyboard.press(way)
    raise AssertionError(f"Tab never reaches {selector}")


def pick(page: Page, selector: str, value: str) -> None:
    """Choose from a native list with the arrow keys."""
    tab_to(page, selector)
    for _ in range(12):
        if page.locator(selector).input_value() == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrow never reaches {value}")


@BOTH
def test_every_kind_by_keyboard_alone(visit: Visit, kinds_site: str, lang: str) -> None:
    """Tab, arrows, Space, Enter and letters are enough, and the focus is never lost."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")

    def done(kind: str) -> None:
        card = f"#item-kinds-{kind} "
        if "short" not in kind:
            tab_to(page, f"{card}.sw-actions .is-primary:not([hidden])")
        press(page, "Enter")
        expect(page.locator(f"{card}.sw-verdict.is-right")).to_be_visible()
        assert page.evaluate("card => document.activeElement.closest(card) !== null", card)

    tab_to(page, "#item-kinds-choice input")
    while not page.locator("#item-kinds-choice [value=c]").is_checked():
        press(page, "ArrowDown")
    done("choice")
    for part in page.locator("#item-kinds-multiple input").evaluate_all("all => all.map(one => one.value)"):
        tab_to(page, f"#item-kinds-multiple [value={part}]")
        if part in "abc":
            press(page, "Space")
    done("multiple")
    for part in parts(item(page, "match")):
        pick(page, f"#item-kinds-match-{part}", part)
    done("match")
    for place, part in enumerate(ORDER):
        while (at := parts(item(page, "order")).index(part)) > place:
            tab_to(page, f"#item-kinds-order [data-part={part}] .sw-up")
            press(page, "Enter")
            assert page.evaluate("document.activeElement.closest('[data-part]').dataset.part") == part
            expect(item(page, "order").locator("p[role=status]")).to_contain_text(str(at))
    done("order")
    for part in parts(item(page, "sort")):
        tab_to(page, f"#item-kinds-sort [data-part={part}] input")
        press(page, "Space")
        if not page.locator(f"#item-kinds-sort [data-part={part}] [value={GROUPS[part]}]").is_checked():
            press(page, "ArrowRight")
    done("sort")
    for part in parts(item(page, "sort-many")):
        pick(page, f"#item-kinds-sort-many-{part}", STAGES[part])
    done("sort-many")
    tab_to(page, "#item-kinds-gap [data-part=algorithm] input")
    page.keyboard.type(TYPED[lang]["algorithm"])
    pick(page, "#item-kinds-gap select", "a")
    tab_to(page, "#item-kinds-gap [data-part=task] input")
    page.keyboard.type(TYPED[lang]["task"])
    done("gap")
    for kind in ("short", "exact"):
        name = "short" if kind == "short" else "short-exact"
        tab_to(page, f"#item-kinds-{name} input")
        page.keyboard.type(TYPED[lang][kind])
        done(name)


STOPS = """() => {
  const groups = new Set();
  globalThis.stops = [...document.querySelectorAll("button, input, select, a[href], summary, [tabindex='0']")]
    .filter((stop) => {
      if (!stop.getClientRects().length || stop.disabled) return false;
      if (stop.type !== "radio") return true;
      const seen = groups.has(stop.name);
      groups.add(stop.name);
      return !seen;
    });
  return stops.length;
}"""
STOP = """() => stops.findIndex((stop) => stop === document.activeElement
  || (stop.type === "radio" && stop.name === document.activeElement.name))"""


@BOTH
@pytest.mark.parametrize("answered", [False, True], ids=["untouched", "answered"])
def test_tab_reaches_every_control_in_order(visit: Visit, kinds_site: str, lang: str, answered: bool) -> None:
    """Tab goes through all that can be pressed or filled in, in the order of reading, and Shift+Tab back."""
    page = visit.open(f"{kinds_site}/{lang}/kinds.html")
    if answered:
        page.locator("#item-kinds-choice [value=a]").check()
        for kind in ("choice", "order"):
            check(item(page, kind))
        logs_when(page, lambda found: len(found) == 2)
        page.reload()
        expect(page.locator(".sw-item.is-done")).to_have_count(2)
    count = page.evaluate(STOPS)
    assert count > 30

    def steps(key: str, times: int) -> list[int]:
        found = []
        for _ in range(times):
            page.keyboard.press(key)
            found.append(page.evaluate(STOP))
        return found

    assert steps("Tab", count) == list(range(count))
    assert steps("Shift+Tab", count - 1) == list(range(count - 1))[::-1]


def test_the_nine_letters_go_in_at_the_caret(visit: Visit, kinds_site: str) -> None:
    """A letter's button writes at the caret and gives the focus back; the Russian edition has no such row."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    field = item(page, "short").locator("input")
    field.fill("здіксіздік")
    field.evaluate("field => field.setSelectionRange(0, 0)")
    item(page, "short").get_by_role("button", name="ү", exact=True).click()
    expect(field).to_have_value("үздіксіздік")
    expect(field).to_be_focused()
    gap = item(page, "gap")
    gap.locator("[data-part=task] input").fill("м")
    gap.get_by_role("button", name="і", exact=True).focus()
    press(page, "Enter")
    expect(gap.locator("[data-part=task] input")).to_have_value("мі")
    assert page.locator("#item-kinds-gap .sw-keys button").all_inner_texts() == list("әғқңөұүһі")
    assert visit.open(f"{kinds_site}/ru/kinds.html").locator(".sw-keys").count() == 0


def test_a_slip_of_spelling_is_told_kindly(visit: Visit, kinds_site: str) -> None:
    """Typed on a Russian keyboard the answer is right, and the right spelling is shown."""
    page = visit.open(f"{kinds_site}/kk/kinds.html")
    item(page, "short").locator("input").fill("уздиксиздик")
    press(page, "Enter")
    expect(item(page, "short").locator(".sw-verdict.is-slip")).to_contain_text("үздіксіздік")
    expect(item(page, "short").locator(".sw-verdict")).to_have_count(1)


def test_nothing_chosen_is_no_attempt(visit: Visit, kinds_site: str) -> None:
    """A word of help, no mark, and the focus at the first control."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    for kind in ("choice", "match", "gap", "short"):
        check(item(page, kind))
        expect(item(page, kind).locator(".sw-verdict.is-note")).to_have_text("Сначала ответьте на вопрос.")
        assert page.evaluate("document.activeElement.matches('input, select')")
    assert "0 / 9" in page.locator(".sw-progress-line").inner_text()


def test_the_rest_is_mended_and_what_is_right_stays(visit: Visit, kinds_site: str) -> None:
    """A wrong choice cannot be taken twice, right parts keep their place, and the second answer can be all right."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    choice = item(page, "choice")
    choice.locator("[value=a]").check()
    check(choice)
    mend = choice.get_by_role("button", name="Исправить")
    expect(mend).to_be_focused()
    mend.click()
    expect(choice.locator("[value=a]")).to_be_disabled()
    expect(choice.locator("[value=a]")).not_to_be_checked()
    expect(choice.locator("[data-part=a].is-wrong .sw-feedback")).to_be_visible()
    assert page.evaluate("document.activeElement.matches('input:not([value=a])')")
    choice.locator("[value=c]").check()
    check(choice)
    expect(choice.locator(".sw-verdict.is-right")).to_be_visible()
    match = item(page, "match")
    for part, value in (("continuity", "continuity"), ("cycle", "dynamism"), ("dynamism", "cycle")):
        page.select_option(f"#item-kinds-match-{part}", value)
    check(match)
    match.get_by_role("button", name="Исправить").click()
    expect(page.locator("#item-kinds-match-continuity")).to_be_disabled()
    expect(page.locator("#item-kinds-match-continuity")).to_have_value("continuity")
    expect(match.locator(".is-right")).to_have_count(1)
    expect(match.locator(".is-wrong")).to_have_count(0)
    for part in ("cycle", "dynamism"):
        expect(page.locator(f"#item-kinds-match-{part}")).to_have_value("")
        page.select_option(f"#item-kinds-match-{part}", part)
    check(match)
    expect(match.locator(".sw-verdict.is-right")).to_be_visible()
    gap = item(page, "gap")
    gap.locator("[data-part=algorithm] input").fill("алгоритм")
    gap.locator("[data-part=task] input").fill("цель")
    check(gap)
    gap.get_by_role("button", name="Исправить").click()
    expect(gap.locator("[data-part=algorithm] input")).not_to_be_editable()
    expect(gap.locator("[data-part=task] input")).to_be_editable()
    expect(gap.locator("[data-part=task] input")).to_have_value("цель")
    order = item(page, "order")
    for place, part in enumerate(ORDER):
        while parts(order).index(part) > place:
            order.locator(f"[data-part={part}] .sw-up").click()
    order.locator("[data-part=preliminary] .sw-down").click()
    check(order)
    # What stands right among itself stays, whatever its number; only the rest is moved past it.
    expect(order.locator("[data-part=preliminary] .sw-word")).to_have_text("Стоит не по порядку")
    expect(order.locator("[data-part=goal] .sw-said")).to_contain_text("В верном порядке")
    order.get_by_role("button", name="Исправить").click()
    expect(order.locator(".is-right")).to_have_count(4)
    expect(order.locator(".sw-up:visible")).to_have_count(1)
    expect(order.locator("[data-part=preliminary] .sw-up")).to_be_focused()
    page.keyboard.press("Enter")
    check(order)
    expect(order.locator(".sw-verdict.is-right")).to_be_visible()


def test_hint_again_and_next(visit: Visit, kinds_site: str) -> None:
    """The hint opens and closes; «again» begins anew; «next» goes to the next question."""
    page = visit.open(f"{kinds_site}/ru/kinds.html")
    choice = item(page, "choice")
    hint = choice.get_by_role("button", name="Подсказка")
    hint.click()
    expect(choice.locator(".sw-hint-text")).to_be_visible()
    expect(hint).to_have_attribute("aria-expanded", "true")
    choice.locator("[value=c]").check()
    check(choice)
    choice.get_by_role("button", name="Ответить ещё раз").click()
    expect(choice.locator("input:checked, .is-right, .is-missed, .sw-rationale")).to_have_count(0)
    expect(choice.locator("input").first).to_be_focused()
    choice.locator("[value=c]").check()
    check(choice)
    choice.get_by_role("button", name="Следующий вопрос").click()
    expect(item(page, "multiple").locator(".sw-stem")).to_be_focused()


@BOTH
def test_without_javascript_question_and_answer_can_be_read(
    browser: Browser, kinds_site: str, lang: str
) -> None:
    """The answer is folded; opened, it shows key, feedback and rationale."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{kinds_site}/{lang}/kinds.html")
    for kind in KINDS:
        card = item(page, kind)
        expect(card.locator(".sw-stem")).to_be_visible()
        expect(card.locator(".sw-rationale")).to_be_hidden()
        card.locator(".sw-answer summary").click()
        expect(card.locator(".sw-key")).to_be_visible()
        expect(card.locator(".sw-rationale")).to_be_visible()
    context.close()


def test_it_works_from_a_folder(visit: Visit, kinds_folder: Path) -> None:
    """On file:// quizzes answer and answers are kept."""
    page = visit.open((kinds_folder / "kk/kinds.html").as_uri())
    item(page, "choice").locator("[value=c]").check()
    check(item(page, "choice"))
    logs_when(page, lambda found: len(found) == 1)
    page.reload()
    expect(item(page, "choice").locator(".sw-verdict.is-right")).to_be_visible()


def test_the_engine_in_jupyter_s_hands(visit: Visit, kinds_site: str, root: Path) -> None:
    """`render({ model, el })` shows one widget twice in a page, and attempts go through the model alone."""
    page = visit.open(f"{kinds_site}/kk/instructor.html")
    html = (root / "tests/snapshots/kinds-choice.html").read_text("utf-8")
    words = visit.context.new_page()
    words.goto(f"{kinds_site}/kk/kinds.html")
    block = words.locator(".sw-words").evaluate("node => node.outerHTML")
    found = page.evaluate(
        JUPYTER,
        {
            "html": f'<div class="sw-quiz" lang="kk">{block}{html}</div>',
            "url": f"{kinds_site}/static/widget.js",
        },
    )
    assert found["attempts"] == 1
    assert found["saved"] == 1
    assert found["first"] == {"item": "kinds-choice", "lang": "kk", "response": "c", "verdict": "right"}
    assert found["both"] == [1, 1]
    assert found["ids"] == found["unique"]
    assert found["databases"] == []


JUPYTER = """async ({ html, url }) => {
  const widget = (await import(url)).default;
  const listeners = new Set();
  const state = { html, log: [], resets: {} };
  let saved = 0;
  const model = {
    get: (name) => state[name],
    set(name, value) { state[name] = value; for (const listener of listeners) listener(); },
    save_changes() { saved += 1; },
    on: (_, listener) => listeners.add(listener),
    off: (_, listener) => listeners.delete(listener),
  };
  const views = [0, 1].map(() => document.body.appendChild(document.createElement("div")));
  const cleanups = views.map((el) => widget.render({ model, el }));
  await new Promise((next) => setTimeout(next));
  views[0].querySelector("[value=c]").click();
  views[0].querySelector(".sw-actions .is-primary:not([hidden])").click();
  await new Promise((next) => setTimeout(next));
  const [{ item, lang, response, outcome }] = state.log;
  const ids = [...document.querySelectorAll(".sw-quiz [id]")].map((node) => node.id);
  const both = views.map((el) => el.querySelectorAll(".sw-verdict.is-right").length);
  for (const cleanup of cleanups) cleanup();
  return {
    attempts: state.log.length, saved, both, ids: ids.length, unique: new Set(ids).size,
    first: { item, lang, response, verdict: outcome.verdict },
    databases: listeners.size ? ["listeners are left"] : (await indexedDB.databases()).map(({ name }) => name)
      .filter((name) => name !== "swtech-kinds"),
  };
}"""
