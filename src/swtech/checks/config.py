"""The settings of Jupyter Book without which the site is not this site."""

from __future__ import annotations

from collections.abc import Iterator

from swtech.course import Survey
from swtech.course.survey import CONFIG
from swtech.errors import Problem
from swtech.model import Located, LocatedList

NEEDED: dict[tuple[str, ...], str | tuple[str, ...]] = {
    ("only_build_toc_files",): "true",
    ("parse", "myst_enable_extensions"): ("colon_fence", "deflist"),
    ("sphinx", "config", "html_theme"): "furo",
    ("sphinx", "config", "extensions"): (
        "myst_nb",
        "jupyter_book",
        "sphinx_external_toc",
        "swtech.sphinxext",
    ),
}
"""Where each setting stands, and the value that it has or the entries that its list has."""


def check_config(seen: Survey) -> Iterator[Problem]:
    """Yield what would make Sphinx build another site, or none, with messages that help nobody."""
    tree = seen.raw_config.tree if seen.raw_config else None
    if tree is None or not seen.pages:
        return
    for path, needed in NEEDED.items():
        node: object = tree
        for name in path[:-1]:
            node = node.get(name) if isinstance(node, Located) else None
        value = node.get(path[-1]) if isinstance(node, Located) else None
        line, column = node.place(path[-1]) if isinstance(node, Located) else (1, 1)
        name = ": ".join(path)
        if isinstance(needed, str):
            is_there, remedy = value == needed, f"Write {path[-1]}: {needed}."
        else:
            is_there = isinstance(value, LocatedList) and set(needed) <= set(map(str, value))
            remedy = f"Write {path[-1]}: [{', '.join(needed)}]."
        if not is_there:
            written = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
            found = written[:60] or "nothing"
            what = f"the site needs {name} as it was"
            yield Problem(CONFIG, line, column, "", what, found[:60], remedy, "needed-setting")
