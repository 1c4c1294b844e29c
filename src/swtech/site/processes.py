"""Run the editions' processes side by side and follow them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from swtech.errors import BuildError
from swtech.language import LANGUAGES
from swtech.site.inputs import input_digest

# Called with language, phase ("start", "read", "write", "done"), pages done and pages in all.
Progress = Callable[[str, str, int, int], None]

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
REPORT = re.compile(r"Notebook exception traceback saved in: (?P<file>\S+)(?: \[mystnb\.exec\])?")
# What Jupyter's kernels say about themselves is no author's business.
NOISE = ("[IPKernelApp]",)
PORT_TAKEN = "ZMQError: Address already in use"
"""Jupyter gives a kernel a port that is free just then; another kernel that begins then may be given the same."""


def build_editions(root: Path, build: Path, progress: Progress, *, force: bool = False) -> None:
    """Build the editions of the course at *root* below *build*, one process a language.

    An edition whose own inputs are as they were is left alone: a change in a Kazakh chapter builds no Russian page.
    Raises BuildError with the messages of every edition that failed.
    """
    inputs = {lang: input_digest(root, lang) for lang in LANGUAGES}
    wanted = [lang for lang in LANGUAGES if force or not _is_current(build / lang, inputs[lang])]
    runs = _run(root, wanted, build, progress)
    # Begun again, its kernels have other ports, and the notebooks that were run are not run once more.
    unlucky = [lang for lang, run in runs.items() if run.failed and PORT_TAKEN in run.messages]
    runs |= _run(root, unlucky, build, progress)
    for lang, run in runs.items():
        if not run.failed:
            (build / lang / "inputs").write_text(inputs[lang], "utf-8")
    failed = {lang: run.messages for lang, run in runs.items() if run.failed}
    if failed:
        raise BuildError(
            "\n".join(
                f"content/{lang} was not built:\n{_readable(text, root) or 'its process was ended from outside'}"
                for lang, text in failed.items()
            )
        )


def _run(root: Path, langs: Iterable[str], build: Path, progress: Progress) -> dict[str, _Run]:
    """Run the editions' processes to their ends and return them."""
    runs = {lang: _Run(root, lang, build / lang, progress) for lang in langs}
    try:
        for lang, run in runs.items():
            if run.wait() == 0:
                progress(lang, "done", 0, 0)
    finally:
        for run in runs.values():
            run.end()
    return runs


def _is_current(folder: Path, inputs: str) -> bool:
    made_from = folder / "inputs"
    return made_from.is_file() and made_from.read_text("utf-8") == inputs and (folder / "html").is_dir()


class _Run:
    """The process of one edition, with its progress passed on and its messages kept."""

    def __init__(self, root: Path, lang: str, folder: Path, progress: Progress) -> None:
        (folder / "inputs").unlink(missing_ok=True)
        self.lang, self.progress, self.messages = lang, progress, ""
        # A fixed hash seed, because a set's order reaches some pages: the same sources must give the same bytes.
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "swtech.site.edition", str(root), lang, str(folder)],
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )
        self.threads = [threading.Thread(target=task, daemon=True) for task in (self._follow, self._collect)]
        for thread in self.threads:
            thread.start()

    def _follow(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            event = json.loads(line)
            self.progress(self.lang, event["phase"], event.get("done", 0), event.get("total", 0))

    def _collect(self) -> None:
        assert self.process.stderr
        self.messages = self.process.stderr.read()

    @property
    def failed(self) -> bool:
        """Whether the process has ended otherwise than well."""
        return self.process.returncode != 0

    def wait(self) -> int:
        """Return the exit code when the process has ended and everything it said was read."""
        code = self.process.wait()
        for thread in self.threads:
            thread.join()
        return code

    def end(self) -> None:
        """End the process if it still runs, as after Ctrl+C."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def _readable(text: str, root: Path) -> str:
    """Return Sphinx's messages without colours, noise and repeats, with paths below the course's root.

    Of a notebook that failed they name only a file with the traceback: what it ends with is said here.
    """
    lines = REPORT.sub(_last_line, COLOUR.sub("", text)).replace(f"{root}{os.sep}", "").splitlines()
    return "\n".join(
        dict.fromkeys(line.rstrip() for line in lines if line.strip() and not line.startswith(NOISE))
    )


def _last_line(saved: re.Match[str]) -> str:
    report = Path(saved["file"])
    lines = COLOUR.sub("", report.read_text("utf-8")).split("\n") if report.is_file() else []
    return next((line.strip() for line in reversed(lines) if line.strip()), saved[0])
