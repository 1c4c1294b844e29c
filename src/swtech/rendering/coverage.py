"""The coverage page for maintainers: statement by statement, what teaches and tests it, with the gaps in red."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from swtech.coverage import LEVELS, Coverage, Gap, Row, Tested, kinds_of
from swtech.language import LANGUAGE_NAMES, LANGUAGES
from swtech.model import KINDS
from swtech.rendering.markup import element, words

Address = Callable[[str, str, str], str]
"""Language, page and anchor to an address."""


def render_coverage(covered: Coverage, style: str, address: Address) -> str:
    """Return the page as one HTML file with its own *style*; *address* says where a page of the site stands."""
    gaps = covered.gaps
    verdict = "No gap." if not gaps else f"{gaps} gap{'s' if gaps > 1 else ''}: each is marked ✕ below."
    body = [
        element("h1", {}, "Coverage"),
        element("p", {"class": "is-gap" if gaps else "is-whole"}, words(verdict)),
        _statements(covered.rows, address),
        element("h2", {}, "Banks"),
        _banks(covered),
    ]
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>Coverage</title><style>{style}</style>'
    )
    main = element("main", {"class": "sw-coverage"}, *(f"{part}\n" for part in body))
    return f'<!doctype html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{main}</body>\n</html>\n'


def _table(heads: Iterable[str], rows: Iterable[str]) -> str:
    head = "".join(element("th", {"scope": "col"}, words(text)) for text in heads)
    table = element("table", {}, element("thead", {}, element("tr", {}, head)), element("tbody", {}, *rows))
    return element("div", {"class": "table-wrapper", "tabindex": "0"}, table)


def _statements(rows: Iterable[Row], address: Address) -> str:
    heads = [
        "Statement",
        *(f"Taught, {LANGUAGE_NAMES[lang]}" for lang in LANGUAGES),
        *LEVELS,
        "Items",
        "Cases",
    ]
    return _table(heads, (_statement(row, address) for row in rows))


def _statement(row: Row, address: Address) -> str:
    gaps = {gap.code: gap for gap in row.gaps}
    what = [element("strong", {}, row.statement.id)]
    what += [element("p", {"lang": lang}, words(row.statement.text[lang])) for lang in LANGUAGES]
    cells = [element("th", {"scope": "row"}, *what)]
    for lang in LANGUAGES:
        links = [
            element("a", {"href": address(lang, page.slug, section.label)}, words(section.title))
            for page, section in row.sections[lang]
        ]
        lost = next(
            (gap for gap in row.gaps if gap.code == "untaught-statement" and f"/{lang}/" in gap.what), None
        )
        cells.append(_cell(links, lost, lang=lang))
    cells += [_cell([_item(item, address) for item in row.at(level)]) for level in LEVELS]
    number = element("span", {"class": "sw-number"}, str(len(row.items)))
    cells.append(_cell([number], gaps.get("untested-statement") or gaps.get("one-sided-statement")))
    cells.append(_cell([words(name) for name in row.cases]))
    return element("tr", {"id": row.statement.id}, *cells) + "\n"


def _item(item: Tested, address: Address) -> str:
    link = {"href": address(LANGUAGES[0], f"{item.bank}-quiz", f"item-{item.id}")}
    about = element("small", {}, f"{words(item.kind)} · {words(item.section)}")
    return f"{element('a', link, words(item.id))} {about}"


def _cell(entries: list[str], gap: Gap | None = None, *, lang: str | None = None) -> str:
    shown = [element("div", {}, entry) for entry in entries]
    if gap is not None:
        found = f", found {gap.found}" if gap.found else ""
        shown.append(element("p", {"class": "is-gap", "lang": "en"}, words(f"{gap.what}{found}")))
    return element("td", {"lang": lang, "class": "has-gap" if gap else None}, *shown)


def _banks(covered: Coverage) -> str:
    rows = []
    for slug, items in covered.banks.items():
        kinds = kinds_of(items)
        gap = next(iter(covered.bank_gaps.get(slug, ())), None)
        cells = [element("th", {"scope": "row"}, words(slug)), _cell([str(len(items))], gap)]
        cells += [_cell([str(kinds[kind] or "–")]) for kind in KINDS]
        cells += [_cell([str(sum(item.level == level for item in items) or "–")]) for level in LEVELS]
        rows.append(element("tr", {}, *cells) + "\n")
    return _table(["Bank", "Items", *KINDS, *LEVELS], rows)
