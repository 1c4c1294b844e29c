"""Tell a listener which page the build is at, so that `swtech build` can show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

Listener = Callable[[str, int, int], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """Call *listener* with phase ("read" or "write"), pages done and pages in all, whenever a page is done."""
    _listeners.append(listener)


def setup(app: Sphinx) -> None:
    """Count pages only when somebody listens: a plain `jupyter-book build` has Sphinx's own output."""
    if not _listeners:
        return
    counts = {"read": [0, 0], "write": [0, 0]}

    def tell(phase: str) -> None:
        done, total = counts[phase]
        for listener in _listeners:
            listener(phase, done, total)

    def before_reading(_app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        counts["read"][1] = len(docnames)
        tell("read")

    def was_read(*_: Any) -> None:
        counts["read"][0] += 1
        tell("read")

    def was_updated(_app: Sphinx, env: BuildEnvironment) -> list[str]:
        counts["write"][1] = len(env.found_docs)
        return []

    def was_written(*_: Any) -> None:
        counts["write"][0] += 1
        tell("write")

    app.connect("env-before-read-docs", before_reading)
    app.connect("doctree-read", was_read)
    app.connect("env-updated", was_updated, priority=900)
    app.connect("html-page-context", was_written)
