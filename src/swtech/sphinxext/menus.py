"""The two lists beside a page: the course's contents and the page's sections.

Made from the environment's own tables and not by Sphinx's `toctree`, which resolves the whole menu anew for
every page and so makes each page of a longer course dearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from swtech.sphinxext.edition import course_of, language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


def contents(app: Sphinx, pagename: str) -> Iterator[dict[str, Any]]:
    """Yield the course's pages in reading order; what lies below a page shows only there and below."""
    env, builder, course = app.env, app.builder, course_of(app)
    root = app.config.root_doc
    words = course.words[language_of(app)]["site"]

    def title(docname: str, parent: str) -> str:
        # The first page bears the course's name and a chapter's quiz its chapter's: a menu says it shorter.
        if docname == root:
            return str(words["home"])
        return str(words["self_check"]) if docname == f"{parent}-quiz" else env.titles[docname].astext()

    def entry(docname: str, parent: str = "") -> dict[str, Any]:
        below = env.toctree_includes.get(docname, []) if docname != root else []
        return {
            "href": "#" if docname == pagename else builder.get_relative_uri(pagename, docname),
            "title": title(docname, parent),
            "number": course.chapter_number(docname),
            "current": docname == pagename,
            "children": [entry(child, docname) for child in below] if pagename in (docname, *below) else [],
        }

    for docname in (root, *env.toctree_includes.get(root, [])):
        yield entry(docname)


def sections(app: Sphinx, pagename: str) -> list[dict[str, Any]]:
    """Return the page's sections, two levels deep, without the title that holds them all."""
    toc = app.env.tocs.get(pagename)
    if toc is None:
        return []

    def level(entries: nodes.Node, depth: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for item in entries.children:
            if not isinstance(item, nodes.list_item) or not item.children:
                continue
            reference = next(iter(item[0].findall(nodes.reference)), None)
            if reference is None or not reference.get("anchorname"):
                continue
            children = [
                section
                for below in item.children[1:]
                if isinstance(below, nodes.bullet_list) and depth > 1
                for section in level(below, depth - 1)
            ]
            found.append(
                {"anchor": reference["anchorname"][1:], "title": reference.astext(), "children": children}
            )
        return found

    return [
        section
        for item in toc.children
        if isinstance(item, nodes.list_item)
        for below in item.children[1:]
        if isinstance(below, nodes.bullet_list)
        for section in level(below, 2)
    ]
