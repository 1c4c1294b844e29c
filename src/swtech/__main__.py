"""``python -m swtech`` is the command line."""

from __future__ import annotations

from swtech.cli import main

if __name__ == "__main__":
    main()
