"""Make the files of Literata small: the weights the course uses, and of Latin what stands among Cyrillic.

`make fonts` runs it, after a new release of the family; neither the site nor the tests need it. Literata's licence
reserves no name, so a changed file may keep it. Source Sans 3 has the reserved name «Source»: its files stay as
published.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
SOURCE = HERE.parent / "node_modules/@fontsource-variable/literata/files"
TARGET = HERE.parent / "src/swtech/static/fonts"
SHEET = HERE / "css/fonts.css"

SCRIPTS = ("cyrillic", "cyrillic-ext", "latin")
WEIGHTS = (400, 700)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "rvrn", "tnum", "lnum"]
"""What running text needs; fractions, superiors and the like stay out."""


def characters(name: str) -> set[int]:
    """Return the characters that the style sheet expects of the file *name*."""
    rule = next(line for line in SHEET.read_text("utf-8").splitlines() if name in line)
    found: set[int] = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def make(script: str) -> str:
    """Write one file anew and return what it weighed and weighs."""
    name = f"literata-{script}-wght-normal.woff2"
    # The time of the last change stays upstream's: the same sources give the same bytes.
    font = TTFont(SOURCE / name, recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=FEATURES, recalc_timestamp=False))
    subsetter.populate(unicodes=characters(name) & set(font.getBestCmap()))
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    font.save(TARGET / name)
    return f"{name}: {(SOURCE / name).stat().st_size} -> {(TARGET / name).stat().st_size} bytes"


if __name__ == "__main__":
    for script in SCRIPTS:
        sys.stdout.write(f"{make(script)}\n")
