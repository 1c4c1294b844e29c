"""Rewrite every page when something that all pages show has changed.

Sphinx rewrites the pages whose source changed. A chapter's title, though, stands in every page's menu, a section's
label in every quiz that links to it, and an interface word everywhere.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from swtech.sphinxext.edition import course_in

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Compare titles, labels and words with the build before; read everything anew when the library changed."""
    app.add_config_value("swtech_library", "", "env", [str])
    app.config.swtech_library = _library_digest()
    app.connect("env-updated", _pages_to_rewrite)
    app.connect("html-collect-pages", _forget_lost_words)


def _library_digest() -> str:
    """Return a digest of the library's own files: code, templates, style sheets, bundles."""
    package = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _pages_to_rewrite(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    course, lang = course_in(env)
    shown = {
        "titles": {name: title.astext() for name, title in sorted(env.titles.items())},
        "toc": {name: list(children) for name, children in sorted(env.toctree_includes.items())},
        "labels": sorted(env.domaindata["std"]["labels"].items()),
        "anonymous": sorted(env.domaindata["std"]["anonlabels"].items()),
        "words": course.words[lang],
        "settings": env.config.swtech,
    }
    now = hashlib.sha256(json.dumps(shown, sort_keys=True, default=str).encode()).hexdigest()
    before = getattr(env, "swtech_shown", None)
    env.swtech_shown = now  # type: ignore[attr-defined]  # pickled with the environment until the next build
    return [] if before == now else sorted(env.found_docs)


def _forget_lost_words(app: Sphinx) -> list[tuple[str, dict[str, Any], str]]:
    """Drop words that no page has any more: Sphinx would keep them in the search index with no page behind them."""
    indexer = getattr(app.builder, "indexer", None)
    for name in ("_mapping", "_title_mapping"):
        mapping: dict[str, set[str]] = getattr(indexer, name, {})
        for word in [word for word, pages in mapping.items() if not pages]:
            del mapping[word]
    return []
