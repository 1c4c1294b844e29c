"""Technologies of social work: load, check, score and show the course's quiz banks."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from swtech.checks import check_course
    from swtech.course import Course, load_course
    from swtech.errors import BankError, Problem, SwtechError
    from swtech.loading import load_bank
    from swtech.model import Bank, Item, Term, Text
    from swtech.widgets import quiz, test

__all__ = [
    "Bank",
    "BankError",
    "Course",
    "Item",
    "Problem",
    "SwtechError",
    "Term",
    "Text",
    "__version__",
    "check_course",
    "load_bank",
    "load_course",
    "quiz",
    "test",
]

__version__ = "0.3.0"

# Widgets take a second to import and a checker needs none: everything is imported when it is first used.
_HOMES = {
    "Bank": "model",
    "BankError": "errors",
    "Course": "course",
    "Item": "model",
    "Problem": "errors",
    "SwtechError": "errors",
    "Term": "model",
    "Text": "model",
    "check_course": "checks",
    "load_bank": "loading",
    "load_course": "course",
    "quiz": "widgets",
    "test": "widgets",
}


# A type checker that saw this would take any name at all for ours.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
