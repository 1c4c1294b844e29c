"""Build one edition in a process of its own: ``python -m swtech.site.edition ROOT LANG OUT``.

Sphinx keeps its state in module globals, so two editions need two processes; they also use two cores.
Progress goes to standard output, one JSON object a line; Sphinx's warnings go to standard error.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

UNFINISHED = "unfinished"


def main(arguments: list[str]) -> int:
    """Build the edition and return 0, or 1 after telling why on standard error."""
    root, lang, out = Path(arguments[0]), arguments[1], Path(arguments[2])
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # Jupyter Book and notebooks print as they like; standard output belongs to the progress lines.
    os.dup2(2, 1)

    def tell(**event: Any) -> None:
        channel.write(json.dumps(event) + "\n")
        channel.flush()

    forget_unfinished(out)
    out.mkdir(parents=True, exist_ok=True)
    (out / UNFINISHED).touch()
    tell(phase="start")
    from jupyter_book.sphinx import build_sphinx

    from swtech.sphinxext import progress

    progress.listen(lambda phase, done, total: tell(phase=phase, done=done, total=total))
    result = build_sphinx(
        root / "content" / lang,
        out / "html",
        noconfig=True,
        path_config=root / "_config.yml",
        confoverrides={
            "external_toc_path": str(root / "book" / "_toc.yml"),
            "latex_individualpages": False,
            "nb_execution_cache_path": str(out / "cache"),
        },
        doctreedir=out / ".doctrees",
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    if result != 0:
        if isinstance(result, BaseException):
            print(f"{type(result).__name__}: {result}", file=sys.stderr)
        # A build that failed under -W says 0 when it is run again with nothing mended, so nothing of it may stay.
        shutil.rmtree(out / ".doctrees", ignore_errors=True)
        return 1
    (out / UNFINISHED).unlink()
    return 0


def forget_unfinished(out: Path) -> None:
    """Start anew when the build before was killed: Sphinx would take pages it never wrote for finished ones."""
    if (out / UNFINISHED).exists():
        shutil.rmtree(out / ".doctrees", ignore_errors=True)
        shutil.rmtree(out / "html", ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
