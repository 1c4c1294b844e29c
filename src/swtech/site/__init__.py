"""Two editions to one published folder: build aside, assemble, swap."""

from __future__ import annotations

from swtech.site.builder import BuildReport, build_site
from swtech.site.inputs import input_digest
from swtech.site.server import serve

__all__ = ["BuildReport", "build_site", "input_digest", "serve"]
