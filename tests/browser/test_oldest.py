"""The oldest browsers that the course promises to work in: the promise, the code, and the focus without new CSS."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.conftest import visiting
from tests.browser.test_engine import STOPS, item

# Younger than Chrome 90, Firefox 91 or Safari 14.1. esbuild lowers syntax, but it brings no missing function.
NEW_IN_SCRIPTS = {
    "method": r"\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|groupBy|isWellFormed|toWellFormed"
    r"|isSubsetOf|isSupersetOf|isDisjointFrom|union|intersection|symmetricDifference|setHTML|setHTMLUnsafe"
    r"|checkVisibility|moveBefore|requestSubmit|showModal|showPicker|togglePopover|showPopover|hidePopover"
    r"|databases|waitAsync|getSetCookie|throwIfAborted|formatRange|formatRangeToParts)\(",
    "static": r"\b(?:Object\.(?:hasOwn|groupBy)|Map\.groupBy|Array\.fromAsync|Promise\.(?:withResolvers|try)"
    r"|Symbol\.(?:dispose|asyncDispose)|AbortSignal\.(?:any|timeout|abort)|URL\.(?:canParse|parse)"
    r"|RegExp\.escape|crypto\.randomUUID|navigator\.(?:locks|share|userAgentData)|Intl\.(?:Segmenter|DurationFormat"
    r"|supportedValuesOf)|CSS\.registerProperty|document\.startViewTransition)\b",
    "global": r"\b(?:structuredClone|requestIdleCallback|scheduler\.|BroadcastChannel|SharedWorker|reportError"
    r"|CompressionStream|OffscreenCanvas|EyeDropper|Temporal\.|Iterator\.|FinalizationGroup|adoptedStyleSheets"
    r"|scrollend|\.inert\b|hasIndices|unicodeSets|\.ariaLabel\b)",
    "lookbehind": r"\(\?<[=!]",
    "class static block": r"\bstatic\s*\{",
    "error cause": r"new Error\([^)]*,\s*\{\s*cause",
}
# Where one of these is unknown the rule goes and the page stays whole: the reason stands beside each.
NEW_IN_SHEETS = {
    "selector": r":(?:has|nth-child\([^)]* of|user-valid|user-invalid|popover-open|modal|open|dir|state)\b\(?",
    "unit": r"\d(?:dvh|svh|lvh|dvw|svw|lvw|dvi|svi|lvi|dvb|svb|lvb|cqw|cqh|cqi|cqb|cqmin|cqmax|lh|rlh|rcap|ric)\b",
    "rule": r"@(?:layer|container|property|scope|starting-style|view-transition|position-try|counter-style)\b",
    "function": r"\b(?:color-mix|light-dark|oklch|oklab|lch|lab|hwb|round|rem|mod|sin|cos|tan|pow|sqrt|linear"
    r"|trig|anchor|if|sibling-index)\(",
    "property": r"(?<=[{;])(?:aspect-ratio|accent-color|text-wrap|content-visibility|contain-intrinsic-\w+"
    r"|translate|rotate|scale|scrollbar-gutter|scrollbar-color|container(?:-type|-name)?|overflow-clip-margin|border-(?:start|end)"
    r"-(?:start|end)-radius|field-sizing|interpolate-size|anchor-name|hyphenate-character|mask|text-box"
    r"|print-color-adjust|inset-area|animation-timeline|view-transition-name|font-palette|math-style)(?=:)",
    "value": r"(?:inline-start|inline-end)(?=[;}])(?<=float:inline-start)|(?<=overflow:)clip"
    r"|(?<=overflow-wrap:)anywhere|text-decoration:\w+ [^;}]+"
    r"|\b(?:inline|block|width|height|inline-size|block-size):(?:fit-content|stretch)",
    "nesting": r"[{;]\s*&",
}
HARMLESS = {
    ":has(": "an outline round the row besides that of its control; a lead on hover; a wider column",
    "content-visibility": "a very long list is laid out whole",
    "contain-intrinsic-size": "the same",
    "text-wrap": "lines are broken as ever",
    "anywhere": "the row above breaks long words too",
    "inline-start": "`float: left` stands before it",
}


def test_the_promise_is_what_the_bundles_are_made_for(root: Path) -> None:
    """`frontend/build.js`, the course's own page in both languages and the manual name the same versions."""
    build = (root / "frontend/build.js").read_text("utf-8")
    (target,) = re.findall(r"export const target = \[(.*?)\]", build)
    versions = dict(re.findall(r'"([a-z]+)([\d.]+)"', target))
    assert versions["chrome"] == versions["edge"]
    pattern = re.compile(
        rf"Chrome (?:және|и|and) Edge {re.escape(versions['chrome'])}, Firefox {re.escape(versions['firefox'])}, "
        rf"Safari {re.escape(versions['safari'])}(?![.\d]*\d)"
    )
    for name in ("content/kk/about.md", "content/ru/about.md", "docs/publishing.md"):
        assert pattern.search((root / name).read_text("utf-8")), name
    assert set(versions) == {"chrome", "edge", "firefox", "safari"}


def found_in(folder: Path, ending: str, names: dict[str, str]) -> set[str]:
    """Return what of *names* the bundles of one sort use."""
    return {
        found[0]
        for path in folder.glob(f"*{ending}")
        for pattern in names.values()
        for found in re.finditer(pattern, path.read_text("utf-8"))
    }


def test_no_bundle_asks_for_what_the_oldest_browsers_lack(root: Path) -> None:
    """No script calls a younger function; of younger CSS only that is used which a page can do without."""
    static = root / "src/swtech/static"
    assert found_in(static, ".js", NEW_IN_SCRIPTS) == set()
    assert found_in(static, ".css", NEW_IN_SHEETS) == set(HARMLESS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        *((text, NEW_IN_SCRIPTS) for text in ("a.at(-1)", "Object.hasOwn(a,b)", "/(?<=a)b/", "a.toSorted()")),
        *((text, NEW_IN_SCRIPTS) for text in ("structuredClone(a)", "crypto.randomUUID()", "a.findLast(b)")),
        *(
            (text, NEW_IN_SHEETS)
            for text in ("a{block-size:100dvh}", "a{aspect-ratio:1}", "a{width:fit-content}")
        ),
    ],
)
def test_what_is_too_young_would_be_found(text: str, names: dict[str, str], tmp_path: Path) -> None:
    """The list sees the names in minified code."""
    (tmp_path / "bundle").write_text(text, "utf-8")
    assert found_in(tmp_path, "bundle", names) != set()


YOUNG_RULE = re.compile(r"[^{}]*(?::focus-visible|:has\()[^{}]*\{[^{}]*\}")
RING = """() => {
  const at = document.activeElement;
  const ringed = [at, at.nextElementSibling, at.closest(".sw-select, .sw-row")];
  const pill = at.closest(".sw-pill");
  return (pill ? [at.nextElementSibling] : ringed).some((node) => {
    if (!node) return false;
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(node);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0 && opacity !== "0";
  });
}"""


@pytest.mark.browser
def test_the_focus_is_seen_where_focus_visible_is_unknown(
    browser: Browser, kinds_site: str, root: Path
) -> None:
    """Without the rules that Safari 14.1 drops, each control shows that it has the focus."""

    def as_safari_reads(route: Route) -> None:
        sheet = (root / "src/swtech/static" / route.request.url.rsplit("/", 1)[1]).read_text("utf-8")
        left, dropped = YOUNG_RULE.subn("", sheet)
        assert dropped
        route.fulfill(body=left, content_type="text/css")

    with visiting(browser) as visit:
        visit.context.route("**/*.css", as_safari_reads)
        page = visit.open(f"{kinds_site}/kk/kinds.html")
        for _ in range(page.evaluate(STOPS)):
            page.keyboard.press("Tab")
            assert page.evaluate(RING), page.evaluate("document.activeElement.outerHTML")


@pytest.mark.browser
def test_a_mouse_leaves_no_ring_on_a_pill(browser: Browser, kinds_site: str) -> None:
    """The outline of a pill is for the keyboard: a click shows none, an arrow key does."""
    with visiting(browser) as visit:
        page = visit.open(f"{kinds_site}/kk/kinds.html")
        row = item(page, "sort").locator("[data-part=family]")
        row.locator("label").first.click()
        expect(row.locator("input:checked + span")).to_have_css("outline-style", "none")
        page.keyboard.press("ArrowRight")
        expect(row.locator("input:checked + span")).to_have_css("outline-style", "solid")
