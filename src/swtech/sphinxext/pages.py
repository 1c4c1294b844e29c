"""What our templates need to know about a page, and which files of Sphinx and Furo it does without."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from markupsafe import Markup
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.html._assets import _file_checksum

from swtech.language import LANGUAGES, hold, plural
from swtech.sphinxext.edition import course_of, language_of
from swtech.sphinxext.menus import contents, sections
from swtech.sphinxext.nodes import QuizNode

if TYPE_CHECKING:
    from sphinx.application import Sphinx

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
"""Nothing from another host, nothing inline; it holds on file:// too."""

# Furo's sheets and script have their counterparts in site.css and site.js. Of Sphinx's scripts, doctools.js
# runs `new Function` and throws on Russian pages, and the others only serve it.
DROPPED = {
    "styles/furo.css",
    "styles/furo-extensions.css",
    "scripts/furo.js",
    "documentation_options.js",
    "doctools.js",
    "sphinx_highlight.js",
    "translations.js",
}
ONLY_WITH_CODE = ("pygments.css", 'class="highlight')
ONLY_WITH_CELLS = ("mystnb", 'class="cell_input')

# A page loads the engine when something on it answers, and the tests' script where one is drawn or linked.
QUIZ_MARKS = ('class="sw-quiz', 'class="sw-test', 'class="sw-link-maker')
CASE_MARK = 'class="sw-branching'
STUDY_MARK = re.compile(r'data-study="([a-z]+)"')
TEST_MARKS = ('class="sw-test', 'class="sw-link-maker')
# The tools of self-study share one script; those that a page is made for have one of their own besides.
STUDY_SCRIPTS = {"review": "review.js", "cards": "review.js"} | dict.fromkeys(
    ("progress", "confidence", "record", "stored", "file", "profiles", "erase"), "progress.js"
)
# The summary has none: the contents' marks bring what it needs, for those alone who have answered something.
SUMMARY = "summary"

# What the script of every page says; the rest of the words is in the page already.
SCRIPT_WORDS = (
    "theme",
    "theme_auto",
    "theme_light",
    "theme_dark",
    "table_label",
    "print_form",
    "copied",
    "copy_by_hand",
    "report_page",
    "report_address",
    "report_section",
    "report_item",
    "report_version",
    "report_language",
    "report_subject",
    "study_seen",
    "study_practised",
    "study_mastered",
    "study_due",
    "whose",
    "whose_nobody",
    "whose_shared",
    "whose_change",
    "whose_leave",
    "whose_left",
)
SEARCH_WORDS = (
    "search_wait",
    "search_empty",
    "search_none",
    "search_some",
    "search_one",
    "search_few",
    "search_many",
    "search_other",
    "search_failed",
)

WORDS_A_MINUTE = 130  # a first-year student reading a textbook with attention


def setup(app: Sphinx) -> None:
    """Fill the context before Furo looks at it, and drop files after everybody has added theirs."""
    app.connect("html-page-context", _fill, priority=400)
    app.connect("html-page-context", _drop, priority=900)


def _fill(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    builder = app.builder
    if not isinstance(builder, StandaloneHTMLBuilder):
        return
    course, lang = course_of(app), language_of(app)
    words, settings = course.words[lang], course.settings
    (other,) = (name for name in LANGUAGES if name != lang)
    address = builder.get_target_uri(pagename)
    base = settings.base_url.rstrip("/")
    title = str(words["title"])
    heading = Markup(context.get("title") or words["site"]["search"]).striptags()
    root = pagename == app.config.root_doc

    def asset(name: str) -> str:
        checksum = _file_checksum(builder.outdir, f"_static/{name}")
        return str(context["pathto"](f"_static/{name}", True)) + (f"?v={checksum}" if checksum else "")

    said = (*SCRIPT_WORDS, *SEARCH_WORDS) if pagename == "search" else SCRIPT_WORDS
    data = {
        "id": settings.id,
        "lang": lang,
        "page": pagename,
        "heading": heading,
        "version": settings.version,
        "mailto": settings.maintainers,
        "words": {key: words["site"][key] for key in said},
        # Where the answers of this browser are shown in the contents; loaded once there are any.
        "study": [asset("quiz.js"), asset("study.js")],
    }
    context["sw"] = {
        "id": settings.id,
        "lang": lang,
        "words": {key: hold(word) for key, word in words["site"].items()},
        "course": title,
        "heading": heading,
        "title": title if root else f"{heading} – {title}",
        # Sphinx makes the search page itself: no author wrote it, so its description is a word of the interface.
        "description": words["site"]["search_description"] if pagename == "search" else _description(doctree),
        "policy": POLICY,
        "version": settings.version,
        "year": settings.released[:4],
        "mailto": f"mailto:{settings.maintainers}?subject={quote(heading)}" if settings.maintainers else "",
        "licences": "../" * (address.count("/") + 1) + "licences.txt",
        "other_lang": other,
        "other_name": str(course.words[other]["language"]),
        "other_url": "../" * (address.count("/") + 1) + f"{other}/{address}",
        "canonical": f"{base}/{lang}/{address}" if base and pagename != "search" else "",
        "alternates": [{"lang": name, "url": f"{base}/{name}/{address}"} for name in LANGUAGES]
        + ([{"lang": "x-default", "url": f"{base}/"}] if root else []),
        "contents": list(contents(app, pagename)),
        "sections": sections(app, pagename),
        "kicker": context.get("sw_kicker") or _kicker(app, pagename, doctree),
        "asset": asset,
        # As a JSON block in a script element: nothing in it may end that element.
        "data": Markup(json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")),
    }
    body = context.get("body") or ""
    tools = set(STUDY_MARK.findall(body)) - {SUMMARY}
    if tools or CASE_MARK in body or any(mark in body for mark in QUIZ_MARKS):
        app.add_css_file("quiz.css", priority=200)
        app.add_js_file("quiz.js", priority=200, loading_method="defer")
    if CASE_MARK in body:
        app.add_css_file("case.css", priority=210)
        app.add_js_file("case.js", priority=210, loading_method="defer")
    if tools:
        app.add_css_file("study.css", priority=210)
        app.add_js_file("study.js", priority=205, loading_method="defer")
    for script in sorted({STUDY_SCRIPTS[tool] for tool in tools & set(STUDY_SCRIPTS)}):
        app.add_js_file(script, priority=210, loading_method="defer")
    if any(mark in body for mark in TEST_MARKS):
        app.add_css_file("test.css", priority=210)
        app.add_js_file("test.js", priority=210, loading_method="defer")
    # Furo would build its own menu of all pages for each page, with English labels; our template needs none.
    context.pop("toctree", None)


def _description(doctree: nodes.document | None) -> str:
    if doctree is None:
        return ""
    for meta in doctree.findall(nodes.meta):
        if meta.get("name") == "description":
            return str(meta["content"])
    return ""


def _kicker(app: Sphinx, pagename: str, doctree: nodes.document | None) -> str:
    """Return what stands above a chapter's title: its number, and the minutes it takes to read and answer."""
    course, lang = course_of(app), language_of(app)
    number = course.chapter_number(pagename)
    if not number or doctree is None:
        return ""
    words = course.words[lang]["site"]
    read = sum(len(text.split()) for text in doctree.findall(nodes.Text)) / WORDS_A_MINUTE
    items = sum(len(quiz["items"] or course.banks[quiz["bank"]].items) for quiz in doctree.findall(QuizNode))
    minutes = max(5, 5 * round((read + items) / 5))
    chapter = words["chapter"].format(number=number)
    return f"{chapter} · {words[f'minutes_{plural(minutes, lang)}'].format(count=minutes)}"


def _drop(
    _app: Sphinx, _pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    body = context.get("body") or ""

    def needed(file: Any) -> bool:
        name = str(file.filename or "").removeprefix("_static/")
        # MyST-NB fetches a widget manager from elsewhere for every notebook with widgets; ours need none.
        if name in DROPPED or "://" in name:
            return False
        return all(mark in body for part, mark in (ONLY_WITH_CODE, ONLY_WITH_CELLS) if name.startswith(part))

    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if needed(file)]
