"""Check the course, build both editions side by side, assemble and publish them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from swtech.errors import BankError
from swtech.language import LANGUAGES
from swtech.site.inputs import BASE_URL, State, input_digest
from swtech.site.processes import Progress, build_editions
from swtech.site.publish import recover, staging_of, swap

if TYPE_CHECKING:
    from swtech.errors import Problem


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
        build_editions(root, build, progress or (lambda *_: None), force=force)
        from swtech.site.assemble import assemble

        course = load_course(root, pages=False)
        address = os.environ.get(BASE_URL)
        assemble(course.at(address) if address else course, build, staging_of(output))
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
