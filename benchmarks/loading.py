"""Loading and checking banks, against PyYAML's pure parser, which only parses them.

Both sides read the same files in the same run: 1 000, 10 000 and 100 000 items, 50 to a file, in both
languages and of every kind. Ours loads each file into frozen values with their places, and checks every rule
between files that concerns banks; the peer is `yaml.load(text, Loader=yaml.SafeLoader)`: `yaml.safe_load`.
The peer needs minutes for 100 000 items, so there it parses a sample of the files, and the output says so.
Times are processor time, since other work on the machine would blur a clock's.

    python -m benchmarks.loading [--most N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import yaml

from swtech.checks import check_survey
from swtech.course import survey

SIZES = (1_000, 10_000, 100_000)
ITEMS_A_FILE = 50
FLAT = 1.5
"""How far the cost of an item may vary from size to size, caches and memory being what they are."""
SAMPLE = 40
"""How many files the peer parses where parsing all would take minutes."""

KAZAKH = "Маман жиналған деректерді салыстырып, себептерді сұрыптап отыр, бұл жұмыстың нақты мысалы"
RUSSIAN = "Специалист сопоставляет собранные данные и отбирает причины, это конкретный пример работы"


def text(indent: int, words: object) -> str:
    """Return a text in both languages."""
    pad = " " * indent
    return f"{pad}kk: {KAZAKH} {words}\n{pad}ru: {RUSSIAN} {words}\n"


def entries(count: int, *fields: str, extra: Callable[[int], str] = lambda _: "") -> str:
    """Return list entries with texts in these fields."""
    lines = []
    for number in range(count):
        lines.append(f"      - id: e{number}\n{extra(number)}")
        lines += [f"        {field}:\n{text(10, f'{field} {number}')}" for field in fields]
    return "".join(lines)


def key(number: int) -> str:
    """Mark the first choice as right."""
    return "        key: true\n" if number == 0 else ""


BODIES = {
    "choice": "    choices:\n" + entries(4, "text", "feedback", extra=key),
    "multiple": "    choices:\n" + entries(5, "text", "feedback", extra=key),
    "match": "    pairs:\n" + entries(4, "left", "right"),
    "order": "    sequence:\n" + entries(5, "text"),
    "sort": "    groups:\n" + entries(2, "title")
    + "    entries:\n" + entries(5, "text", extra=lambda number: f"        group: e{number % 2}\n"),
    "gap": "    text:\n      kk: Кезең – [[e0]].\n      ru: Этап – [[e0]].\n    gaps:\n"
    "      - id: e0\n        answers:\n          kk: [бесінші, соңғы]\n          ru: [пятый, последний]\n",
    "short": "    answers:\n      kk: [үздіксіздік]\n      ru: [непрерывность]\n",
}  # fmt: skip


def bank(slug: str, count: int) -> str:
    """Return a bank of *count* items of all kinds."""
    parts = [
        f"bank: {slug}\ntitle:\n{text(2, slug)}objectives:\n  - id: {slug}-o\n    text:\n{text(6, 1)}items:\n"
    ]
    kinds = list(BODIES)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        parts.append(
            f"  - id: {slug}-i{number}\n    revision: 1\n    kind: {kind}\n    objective: {slug}-o\n"
            f"    teaches: [S{1 + number % 9:02}]\n    level: apply\n    section: {slug}\n"
            f"    stem:\n{text(6, 'не?')}{BODIES[kind]}    rationale:\n{text(6, 'себебі')}"
        )
    return "".join(parts)


def write_course(root: Path, items: int) -> list[Path]:
    """Write a course with so many items, without chapters, and return its bank files."""
    for folder in ("quizzes", "book", "content/kk", "content/ru"):
        (root / folder).mkdir(parents=True)
    slugs = [f"b{number}" for number in range(items // ITEMS_A_FILE)]
    paths = []
    for slug in slugs:
        path = root / "quizzes" / f"{slug}.yml"
        path.write_text(bank(slug, ITEMS_A_FILE), encoding="utf-8")
        paths.append(path)
    settings = "{id: bench, version: '1', released: '2026-11-23'}"
    (root / "_config.yml").write_text(f"sphinx: {{config: {{swtech: {settings}}}}}\n", "utf-8")
    toc = "".join(f"  - file: {slug}\n" for slug in slugs)
    (root / "book" / "_toc.yml").write_text(f"root: index\nchapters:\n{toc}", "utf-8")
    for lang in ("kk", "ru"):
        (root / "book" / f"{lang}.yml").write_text("title: т\nlanguage: т\n", "utf-8")
    statements = "".join(
        f"  - id: S{number:02}\n    chapter: b0\n    text: {{kk: ә, ru: а}}\n" for number in range(1, 10)
    )
    (root / "quizzes" / "outline.yml").write_text(f"statements:\n{statements}", "utf-8")
    word = "{kk: ә, ru: а}"
    term = f"terms:\n  - {{id: t, chapter: b0, term: {word}, definition: {word}, example: {word}}}\n"
    (root / "quizzes" / "terms.yml").write_text(term, "utf-8")
    return paths


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the processor time of the quickest of several runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def ours(root: Path) -> None:
    """Load and check the course; it has no problem."""
    problems = check_survey(survey(root, pages=False))
    assert not problems, problems[:3]


def peer(paths: Sequence[Path]) -> None:
    """Only parse the files, in pure Python."""
    for path in paths:
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)


def main(most: int = SIZES[-1]) -> bool:
    """Print a line for each size up to *most*; return whether ours is nowhere slower, and flat an item."""
    print(f"{'items':>8} {'files':>6} {'swtech, µs an item':>19} {'yaml.safe_load':>15} {'ratio':>6}")
    costs: list[float] = []
    ratios: list[float] = []
    for items in (size for size in SIZES if size <= most):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "course"
            paths = write_course(root, items)
            own = seconds(partial(ours, root), 3 if items <= 10_000 else 1) / items
            sample = paths if len(paths) <= 5 * SAMPLE else paths[:: len(paths) // SAMPLE]
            other = seconds(partial(peer, sample), 1) / (len(sample) * ITEMS_A_FILE)
        note = f"  the peer parsed {len(sample)} of {len(paths)} files" if len(sample) < len(paths) else ""
        costs.append(own)
        ratios.append(other / own)
        print(f"{items:8} {len(paths):6} {own * 1e6:19.0f} {other * 1e6:15.0f} {other / own:6.1f}{note}")
    spread = max(costs) / min(costs)
    print(f"An item costs at most {spread:.2f} times as much in one size as in another (flat: up to {FLAT}).")
    return min(ratios) >= 1 and spread <= FLAT


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Load and check banks, against only parsing them.")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest number of items")
    sys.exit(0 if main(parser.parse_args().most) else 1)
