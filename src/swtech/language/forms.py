"""How Kazakh and Russian count, write numbers and write dates.

Shipped because browsers' own Kazakh forms cannot be relied on.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

Plural = Literal["one", "few", "many", "other"]

PLURALS: dict[str, tuple[Plural, ...]] = {"kk": ("one", "other"), "ru": ("one", "few", "many", "other")}
"""The plural categories of each language, as in CLDR."""

MONTHS = {
    "kk": (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
        *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
}
"""The months as a date needs them."""


def plural(number: float, lang: str) -> Plural:
    """Return the plural category of *number* in *lang*: which of the forms stands beside it."""
    if lang == "kk":
        return "one" if number == 1 else "other"
    if number != int(number):
        return "other"
    ones, tens = abs(int(number)) % 10, abs(int(number)) % 100
    if ones == 1 and tens != 11:
        return "one"
    return "few" if 2 <= ones <= 4 and not 12 <= tens <= 14 else "many"


def format_number(number: float, lang: str, *, digits: int = 2) -> str:
    """Return *number* with a decimal comma, at most *digits* decimals, and groups of three from 10 000 on."""
    if lang not in PLURALS:
        raise KeyError(lang)
    text = f"{abs(number):.{digits}f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", "\u00a0")
    sign = "−" if number < 0 and text.strip("0.") else ""
    return sign + whole + ("," + rest if rest else "")


def format_date(day: date, lang: str) -> str:
    """Return *day* in words: «2026 жылғы 23 қараша», «23 ноября 2026 года»."""
    month = MONTHS[lang][day.month - 1]
    if lang == "kk":
        return f"{day.year} жылғы {day.day}\u00a0{month}"
    return f"{day.day}\u00a0{month} {day.year} года"
