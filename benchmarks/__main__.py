"""``make bench``: every measurement, or those named: weight, build_time, loading, interaction."""

from __future__ import annotations

import importlib
import sys

NAMES = ("weight", "build_time", "loading", "interaction")


def main(names: list[str]) -> int:
    """Run the measurements *names* and return 0 when each kept what it promises, else 1."""
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"There is no measurement {', '.join(unknown)}; there are {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    kept = True
    for name in names or NAMES:
        print(f"\n== {name}", flush=True)
        kept = importlib.import_module(f"benchmarks.{name}").main() and kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
