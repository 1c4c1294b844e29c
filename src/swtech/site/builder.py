"""Check the course, build both editions side by side, assemble and publish them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from swtech.errors import BankError, BuildError
from swtech.language import LANGUAGES
from swtech.site.inputs import State, input_digest
from swtech.site.publish import recover, staging_of, swap

if TYPE_CHECKING:
    from swtech.errors import Problem

# Called with language, phase ("start", "read", "write", "done"), pages done and pages in all.
Progress = Callable[[str, str, int, int], None]


@dataclass(frozen=True)
class BuildReport:
    """What a build did."""

    output: Path
    pages: dict[str, int]
    unchanged: bool = False
    warnings: tuple[Problem, ...] = ()


def build_site(
    root: Path,
    output: Path | None = None,
    *,
    force: bool = False,
    progress: Progress | None = None,
    waiting: Callable[[], None] | None = None,
) -> BuildReport:
    """Build both editions of the course at *root* and publish them in *output* (``_site``).

    Nothing is done when the inputs and the published folder are as the last good build left them, unless *force*.
    *waiting* is called when another build holds the lock. Raises BankError with every problem of the course, and
    BuildError with Sphinx's messages; in both cases the published folder stays as it was.
    """
    output = (output or root / "_site").absolute()
    build = root / "build"
    build.mkdir(exist_ok=True)
    with _locked(build / "lock", waiting):
        recover(output)
        inputs = input_digest(root)
        state = State(build / "state.json")
        if not force and state.is_current(inputs, output):
            return BuildReport(output, _count_pages(output), unchanged=True)
        from swtech.checks import check_course
        from swtech.course import load_course

        problems = check_course(root)
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors:
            raise BankError(errors)
        _build_editions(root, build, progress or (lambda *_: None))
        from swtech.site.assemble import assemble

        assemble(load_course(root, pages=False), build, staging_of(output))
        swap(output)
        state.record(inputs, output)
        return BuildReport(output, _count_pages(output), warnings=tuple(problems))


@contextmanager
def _locked(path: Path, waiting: Callable[[], None] | None) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if waiting:
            waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _count_pages(output: Path) -> dict[str, int]:
    return {lang: len(list((output / lang).glob("*.html"))) for lang in LANGUAGES}


def _build_editions(root: Path, build: Path, progress: Progress) -> None:
    """Run one process a language and wait for both; a failure of one does not hide the other's messages."""
    # A fixed hash seed, because a set's order reaches some pages: the same sources must give the same bytes.
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
    processes: dict[str, subprocess.Popen[str]] = {}
    messages: dict[str, str] = {}
    threads: list[threading.Thread] = []

    def follow(lang: str, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        for line in process.stdout:
            event = json.loads(line)
            progress(lang, event["phase"], event.get("done", 0), event.get("total", 0))

    def collect(lang: str, process: subprocess.Popen[str]) -> None:
        assert process.stderr
        messages[lang] = process.stderr.read()

    try:
        for lang in LANGUAGES:
            process = processes[lang] = subprocess.Popen(
                [sys.executable, "-m", "swtech.site.edition", str(root), lang, str(build / lang)],
                cwd=root,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
            for task in (follow, collect):
                thread = threading.Thread(target=task, args=(lang, process), daemon=True)
                thread.start()
                threads.append(thread)
        for lang, process in processes.items():
            if process.wait() == 0:
                progress(lang, "done", 0, 0)
        for thread in threads:
            thread.join()
    finally:
        for process in processes.values():
            if process.poll() is None:
                process.terminate()
                process.wait()
    failed = {lang: messages[lang] for lang, process in processes.items() if process.returncode != 0}
    if failed:
        raise BuildError(
            "\n".join(
                f"content/{lang} was not built:\n{_readable(text, root) or 'the build was ended from outside'}"
                for lang, text in failed.items()
            )
        )


def _readable(text: str, root: Path) -> str:
    """Return Sphinx's messages with paths below the course's root, without colours, blank lines and repeats."""
    import re

    plain = re.sub(r"\x1b\[[0-9;]*m", "", text).replace(f"{root}{os.sep}", "")
    return "\n".join(dict.fromkeys(line.rstrip() for line in plain.splitlines() if line.strip()))


def clean(root: Path) -> None:
    """Remove what builds keep between runs; the published folder stays."""
    shutil.rmtree(root / "build", ignore_errors=True)
