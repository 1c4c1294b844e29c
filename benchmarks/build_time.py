"""How long a build takes: both editions here, one of a stock book, in the same run; and with more chapters."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from benchmarks.stock import build_stock_book, write_stock_book

ROOT = Path(__file__).resolve().parent.parent
SIZES = (10, 30, 100)
# Of the largest course's cost per added chapter against the middle one's: flat is 1.
FLAT = 1.25


# What names other things than the chapter, though it may begin with its slug: figures, terms, links elsewhere.
KEPT = re.compile(r"^:::\{(?:drawing|keyterms|case-list)\}.*$|\(#[\w-]+\)|\{term\}`[^`]*`", re.MULTILINE)


def main() -> bool:
    """Print the times and their ratios; say whether the cost per chapter stays flat."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _course_as_it_is(folder)
        return _more_chapters(folder)


def _seconds(work: Callable[[Path], object], folder: Path) -> float:
    started = time.perf_counter()
    work(folder)
    return time.perf_counter() - started


def build(course: Path) -> None:
    """Build *course* as its maintainer does, with the command line. Raises CalledProcessError."""
    command = [sys.executable, "-m", "swtech", "build", "--quiet"]
    subprocess.run(command, cwd=course, check=True, stdout=subprocess.DEVNULL)


def copy_course(target: Path) -> Path:
    """Copy what a build reads to *target*."""
    for name in ("content", "quizzes", "book"):
        ignored = shutil.ignore_patterns("_build", "*.mo", ".ipynb_checkpoints")
        shutil.copytree(ROOT / name, target / name, ignore=ignored)
    shutil.copy(ROOT / "_config.yml", target / "_config.yml")
    return target


def _course_as_it_is(folder: Path) -> None:
    course = copy_course(folder / "course")
    stock = write_stock_book(ROOT, "kk", folder / "stock")
    print("The course as it is                       cold      after editing one chapter   unchanged")
    cold = _seconds(build, course)
    _edit(course / "content" / "kk" / "cycle.md")
    edited = _seconds(build, course)
    unchanged = _seconds(build, course)
    print(f"swtech, both editions              {cold:8.1f} s {edited:12.1f} s {unchanged:26.2f} s")
    peer_cold = _seconds(build_stock_book, stock)
    _edit(stock / "cycle.md")
    peer_edited = _seconds(build_stock_book, stock)
    peer_unchanged = _seconds(build_stock_book, stock)
    print(
        f"stock Jupyter Book, one edition    {peer_cold:8.1f} s {peer_edited:12.1f} s {peer_unchanged:26.2f} s"
    )
    print(
        f"two editions against one           {cold / peer_cold:8.2f}   {edited / peer_edited:12.2f}   "
        f"{unchanged / peer_unchanged:26.2f}"
    )


def _edit(chapter: Path) -> None:
    text = chapter.read_text("utf-8")
    chapter.write_text(text.rstrip() + "\n\nЖаңа сөйлем.\n", "utf-8")


def grow(course: Path, chapters: int) -> None:
    """Copy chapters of the course at *course*, each with bank and notebook, until it has *chapters*."""
    toc_file = course / "book" / "_toc.yml"
    toc = yaml.safe_load(toc_file.read_text("utf-8"))
    have = [
        entry["file"] for entry in toc["chapters"] if (course / "quizzes" / f"{entry['file']}.yml").exists()
    ]
    made = []
    for number in range(len(have), chapters):
        slug = have[number % len(have)]
        copy = f"{slug}-{number}"
        _copy_chapter(course, slug, copy)
        made.append({"file": copy, "sections": [{"file": f"{copy}-quiz"}]})
    for extra in have[chapters:]:
        toc["chapters"] = [entry for entry in toc["chapters"] if entry["file"] != extra]
    toc["chapters"][len(have) : len(have)] = made
    toc_file.write_text(yaml.safe_dump(toc), "utf-8")


def _copy_chapter(course: Path, slug: str, copy: str) -> None:
    """Copy chapter, notebook and bank under a new slug; labels and ids that begin with the old one follow."""
    label = re.compile(rf"(?<![\w-]){re.escape(slug)}(?=[-)\s`\"\]:]|$)", re.MULTILINE)
    for lang in ("kk", "ru"):
        for suffix in ("", "-quiz"):
            text = (course / "content" / lang / f"{slug}{suffix}.md").read_text("utf-8")
            text = label.sub(copy, KEPT.sub(lambda match: match[0].replace(slug, "\0"), text)).replace(
                "\0", slug
            )
            (course / "content" / lang / f"{copy}{suffix}.md").write_text(text, "utf-8")
    bank = (course / "quizzes" / f"{slug}.yml").read_text("utf-8")
    # The bank's own name, and the ids of items, objectives and sections; a group may be called like the bank.
    named = re.compile(
        rf"^(\s*(?:- )?(?:bank: |section: |(?:id|objective): (?={re.escape(slug)}-))){re.escape(slug)}", re.M
    )
    (course / "quizzes" / f"{copy}.yml").write_text(named.sub(rf"\g<1>{copy}", bank), "utf-8")


def _more_chapters(folder: Path) -> bool:
    print("\nMore chapters, each with its notebook      cold   per added chapter   after editing one chapter")
    before: tuple[int, float] | None = None
    costs = []
    for size in SIZES:
        course = copy_course(folder / f"course-{size}")
        grow(course, size)
        cold = _seconds(build, course)
        _edit(course / "content" / "kk" / "cycle.md")
        edited = _seconds(build, course)
        added = ""
        if before:
            costs.append((cold - before[1]) / (size - before[0]))
            added = f"{costs[-1]:.2f} s"
        before = (size, cold)
        name = f"swtech, both editions, {size:3d} chapters"
        print(f"{name} {cold:8.1f} s {added:>15} {edited:20.1f} s", flush=True)
    flat = costs[-1] / costs[0]
    print(f"cost per chapter, 30 to 100 against 10 to 30: {flat:.2f} (flat is 1; promised: at most {FLAT})")
    return flat <= FLAT
