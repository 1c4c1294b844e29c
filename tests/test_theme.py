"""The look: tokens, faces, the templates that ours stand on, and what a page may hold and weigh."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import furo
import pytest

# Furo's templates that ours replace or extend. When one changes, read what changed, carry over what we want
# into src/swtech/sphinxext/templates, and put the new digest here.
UPSTREAM = {
    "base.html": "c6b65a3fc4089f835cc613050c1aeaf2eecbdb66118195291c5ce7651e7095de",
    "page.html": "ad8bad98317b2e09e018cde7113e90a32b3a87e0440cfab385d1bb7ca1c9cd6d",
    "search.html": "95755b01ed85cf27bb1e6dc82647e96b7e7283c29be7fb5b187ed765fcf15f71",
    "partials/_head_css_variables.html": "0a75ba610a57fa465091aa40b3d045bd2c47e08aedc51b83981644cf549d63e4",
    "partials/icons.html": "011252a5f029c5469b589debeceff03b3c6212bf7fb692d8d11dc1b7cb6c14bf",
}

ALPHABETS = {
    "kk": "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ",
    "ru": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
}

# Text and what lies behind it; control edges need less.
TEXT_PAIRS = [
    (ink, ground)
    for ground in ("paper", "surface")
    for ink in ("ink", "soft", "accent", "gold", "right", "wrong", "partly")
] + [
    ("on-accent", "accent"),
    ("ink", "accent-soft"),
    ("accent", "accent-soft"),
    ("right", "right-soft"),
    ("ink", "right-soft"),
    ("wrong", "wrong-soft"),
    ("ink", "wrong-soft"),
    ("partly", "partly-soft"),
    ("ink", "partly-soft"),
]

PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom|width|height"
    r"|min-width|max-width|min-height|max-height)\s*:(?!\s*\w*\))"
)
FIRST_VISIT = 60 * 1024


@pytest.fixture(scope="module")
def sheets(root: Path) -> dict[str, str]:
    """All style sheets, without comments, by their path below frontend/css."""
    folder = root / "frontend" / "css"
    return {
        path.relative_to(folder).as_posix(): re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        for path in folder.rglob("*.css")
    }


def test_the_templates_ours_stand_on_are_those_we_read() -> None:
    """A new Furo is looked at before it is trusted: no template of ours lost its ground unnoticed."""
    found = {name: hashlib.sha256((furo.THEME_PATH / name).read_bytes()).hexdigest() for name in UPSTREAM}
    assert found == UPSTREAM


def test_colours_live_in_the_tokens_alone(sheets: dict[str, str]) -> None:
    """No sheet but tokens.css holds a hex colour."""
    strays = {
        name: re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])", sheet)
        for name, sheet in sheets.items()
        if name != "tokens.css"
    }
    assert {name: found for name, found in strays.items() if found} == {}


def test_every_token_that_is_used_exists(sheets: dict[str, str]) -> None:
    """A sheet asks only for custom properties that tokens.css or roles.css gives, and for JupyterLab's own."""
    given = set(re.findall(r"(--[\w-]+)\s*:", "".join(sheets.values())))
    asked = set(re.findall(r"var\((--[\w-]+)", "".join(sheets.values())))
    assert {name for name in asked - given if not name.startswith("--jp-")} == set()


def test_properties_are_logical(sheets: dict[str, str]) -> None:
    """Boxes are placed by start and end, so that the sheet does not assume a direction of writing."""
    # Media queries and @page speak of the window and the sheet of paper, which have a width and a height.
    found = {
        name: PHYSICAL.findall(re.sub(r"@(?:media|page)[^{]*", "", sheet)) for name, sheet in sheets.items()
    }
    assert {name: strays for name, strays in found.items() if strays} == {}


def _palettes(tokens: str) -> dict[str, dict[str, str]]:
    blocks = re.findall(r"((?::root|\[data-theme)[^{}]*)\{([^{}]*)\}", tokens)
    read = [
        (" ".join(selector.split()), dict(re.findall(r"--sw-color-([\w-]+):\s*(#[0-9a-f]{6})", body)))
        for selector, body in blocks
    ]
    named = {selector: colours for selector, colours in read if colours}
    return {
        "light": named[':root, [data-theme="light"]'],
        "dark by the machine": named[':root:not([data-theme="light"])'],
        "dark by choice": named['[data-theme="dark"]'],
        "print": named[":root:root, [data-theme][data-theme]"],
    }


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_in_every_palette(sheets: dict[str, str]) -> None:
    """Every pair of text and ground has at least 4.5 to 1; both ways into the dark give one palette."""
    palettes = _palettes(sheets["tokens.css"])
    weak = {
        f"{ink} on {ground}, {name}": round(_contrast(palette[ink], palette[ground]), 2)
        for name, palette in palettes.items()
        for ink, ground in TEXT_PAIRS
        if _contrast(palette[ink], palette[ground]) < 4.5
    }
    assert weak == {}
    assert palettes["dark by the machine"] == palettes["dark by choice"]


def test_both_faces_have_every_letter_of_both_alphabets(root: Path, sheets: dict[str, str]) -> None:
    """Each letter, small and capital, falls into a range of a font file that is there."""
    for family in ("Literata", "Source Sans 3"):
        faces = [
            face for face in re.findall(r"@font-face\s*\{([^}]*)\}", sheets["fonts.css"]) if family in face
        ]
        covered: set[int] = set()
        for face in faces:
            (address,) = re.findall(r'url\("([^"]+)"\)', face)
            assert (root / "src" / "swtech" / "static" / address).is_file(), address
            for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", face):
                covered.update(range(int(first, 16), int(last or first, 16) + 1))
        for lang, alphabet in ALPHABETS.items():
            missing = [
                letter
                for letter in alphabet + alphabet.lower() + "«»–№0123456789"
                if ord(letter) not in covered
            ]
            assert missing == [], (family, lang)


def test_the_reading_face_is_light(root: Path) -> None:
    """Literata's three files hold no weights and no Latin that the course does not use (`make fonts`)."""
    files = list((root / "src" / "swtech" / "static" / "fonts").glob("literata-*.woff2"))
    assert len(files) == 3
    assert sum(file.stat().st_size for file in files) < 52_000


@pytest.mark.site
def test_nothing_on_a_page_is_inline(site_dir: Path) -> None:
    """Every page states the policy before any script, and has no inline script, style or handler."""
    for path in site_dir.rglob("*.html"):
        page = path.read_text("utf-8")
        assert page.index("Content-Security-Policy") < page.index("<script"), path
        scripts = re.findall(r"<script\b([^>]*)>", page)
        inline = [
            attributes
            for attributes in scripts
            if "src=" not in attributes and "application/json" not in attributes
        ]
        assert inline == [], path
        assert not re.search(r"<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)=", page), path


@pytest.mark.site
@pytest.mark.parametrize("page", ["cycle.html", "cycle-quiz.html", "index.html"])
def test_a_first_visit_is_light(site_dir: Path, page: str) -> None:
    """A page with its sheets and scripts is at most 60 KB compressed; fonts are counted by the benchmark."""
    for lang in ALPHABETS:
        text = (site_dir / lang / page).read_text("utf-8")
        files = set(re.findall(r'(?:src|href)="(_static/[^"?]+\.(?:js|css))', text))
        weight = len(gzip.compress(text.encode())) + sum(
            len(gzip.compress((site_dir / lang / name).read_bytes())) for name in files
        )
        assert weight <= FIRST_VISIT, (lang, page, weight)
