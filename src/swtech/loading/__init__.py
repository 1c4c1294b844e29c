"""Turn YAML files into values. Nothing else reads bank YAML."""

from __future__ import annotations

from pathlib import Path

from swtech.errors import BankError
from swtech.loading.reader import LIMITS, Limits, Raw, read_bytes, read_file
from swtech.loading.values import build
from swtech.model import Bank

__all__ = ["LIMITS", "Limits", "Raw", "build", "load_bank", "read_bank", "read_bytes", "read_file"]


def read_bank(path: Path, file: str, limits: Limits = LIMITS) -> tuple[Raw, Bank | None]:
    """Return the bank file *path* as it is written, with its problems, and the bank if it has none."""
    raw = read_file(path, file, limits)
    bank = build(Bank, raw)
    slug = raw.tree.get("bank") if raw.tree else None
    if raw.tree and isinstance(slug, str) and slug and slug != path.stem:
        what, remedy = "the bank is not called like its file", f"Write bank: {path.stem}, or rename the file."
        # Ids that begin with the file's name are not foreign: the slug is what is wrong.
        raw.problems = [problem for problem in raw.problems if problem.code != "foreign-id"]
        raw.add(raw.tree.place("bank"), "bank-name", what, slug, remedy)
        bank = None
    return raw, bank


def load_bank(path: str | Path, *, limits: Limits = LIMITS) -> Bank:
    """Return the bank in the file *path*; BankError holds everything that is wrong with it.

    In messages the file is named from the course's root: `quizzes/cycle.yml`.
    """
    path = Path(path)
    within = path.absolute().parent.name
    raw, bank = read_bank(path, f"{within}/{path.name}" if within == "quizzes" else path.name, limits)
    if bank is None:
        raise BankError(raw.problems)
    return bank
