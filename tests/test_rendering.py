"""HTML of items: semantic, readable without JavaScript, escaped, in one language."""

from __future__ import annotations

import json
import os
import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from swtech.coverage import LEVELS
from swtech.errors import SwtechError
from swtech.loading import load_bank
from swtech.rendering import bank_script, payload, render_item, render_link_maker, render_quiz, render_test

HERE = Path(__file__).parent
ROOT = HERE.parent
BANK = load_bank(HERE / "fixtures/kinds.yml")
WORDS: dict[str, Any] = {
    lang: yaml.safe_load((ROOT / f"book/{lang}.yml").read_text("utf-8")) for lang in ("kk", "ru")
}
COURSE: Any = SimpleNamespace(banks={"kinds": BANK}, words=WORDS, settings=SimpleNamespace(id="kinds"))
BOTH = pytest.mark.parametrize("lang", ["kk", "ru"])


def href(label: str) -> str | None:
    """The address of the one label there is."""
    return f"kinds.html#{label}" if label == "kinds-section" else None


def quiz(lang: str) -> str:
    """All kinds as one quiz."""
    return render_quiz(BANK.items, lang, WORDS[lang], bank="kinds", course_id="kinds", href=href)


class Outline(HTMLParser):
    """Reads HTML back: tags in balance, attributes, ids, what is said outside of scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in {"input", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """See that it closes the last one opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note what a reader sees."""
        if "script" not in self.open:
            self.said.append(data)


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_an_item_is_rendered_as_ever(item: Any) -> None:
    """Snapshots show every change of the HTML; SWTECH_SNAPSHOTS=write takes new ones."""
    path = HERE / f"snapshots/{item.id}.html"
    html = render_item(item, "kk", WORDS["kk"], number=2, total=5, href=href) + "\n"
    if os.environ.get("SWTECH_SNAPSHOTS") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(html, "utf-8")
    assert html == path.read_text("utf-8")


@BOTH
def test_ids_are_unique_and_the_same_in_both_languages(lang: str) -> None:
    """A link to an item or a choice survives a switch of language."""
    outline, other = Outline(quiz(lang)), Outline(quiz("ru" if lang == "kk" else "kk"))
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert ids == [attributes["id"] for _, attributes in other.tags if "id" in attributes]


@BOTH
def test_every_reference_inside_an_item_leads_somewhere(lang: str) -> None:
    """Labels, descriptions and fields belong together."""
    outline = Outline(quiz(lang))
    ids = {attributes["id"] for _, attributes in outline.tags if "id" in attributes}
    for _, attributes in outline.tags:
        for name in ("for", "aria-labelledby", "aria-describedby"):
            assert {*(attributes.get(name) or "").split()} <= ids


@BOTH
def test_nothing_is_inline_that_the_content_policy_forbids(lang: str) -> None:
    """No style, no handler, no script but data."""
    for tag, attributes in Outline(quiz(lang)).tags:
        assert tag != "style"
        assert not any(name == "style" or name.startswith("on") for name in attributes)
        assert tag != "script" or attributes["type"] == "application/json"


@BOTH
def test_without_javascript_everything_can_be_read(lang: str) -> None:
    """Stem, choices, key, feedback, rationale and the way back to the section stand in the HTML."""
    said = " ".join(" ".join(Outline(quiz(lang)).said).split())
    item: Any = BANK.items[0]
    for text in (item.stem, item.hint, item.key.text, *(choice.feedback for choice in item.choices)):
        assert text[lang] in said
    assert WORDS[lang]["quiz"]["back"] in said
    assert 'href="kinds.html#kinds-section"' in quiz(lang)


@BOTH
def test_an_edition_speaks_one_language(lang: str) -> None:
    """No word of the other edition is in the page."""
    other = "ru" if lang == "kk" else "kk"
    html = quiz(lang)
    for item in BANK.items:
        assert item.rationale[other] not in html
    assert WORDS[other]["quiz"]["check"] not in html


def test_html_in_a_bank_is_shown_as_typed() -> None:
    """An author's <b> is text."""
    assert "ғылымилық &lt;b&gt;емес&lt;/b&gt;" in quiz("kk")


def test_no_text_can_end_a_data_block() -> None:
    """A typed answer with </script> stays inside its JSON."""
    item: Any = BANK.item("kinds-short")
    answers = item.answers.model_copy(update={"kk": ("</script><b>",)})
    html = render_item(item.model_copy(update={"answers": answers}), "kk", WORDS["kk"])
    block = re.search(r'class="sw-payload">(.*?)</script>', html)
    assert block is not None
    assert json.loads(block.group(1))["answers"] == ["</script><b>"]
    Outline(html)


@BOTH
def test_the_payload_stands_beside_the_html(lang: str) -> None:
    """The engine reads kind, revision and key from the page."""
    blocks = re.findall(r'class="sw-payload">(.*?)</script>', quiz(lang))
    assert [json.loads(block) for block in blocks] == [payload(item, lang, "kinds") for item in BANK.items]


def test_an_unknown_section_leaves_no_dead_link() -> None:
    """Without an address there is no way back, but everything else is there."""
    html = render_item(BANK.items[0], "kk", WORDS["kk"])
    assert "<a " not in html
    assert "Неге?" in html


def test_the_heading_level_follows_the_page() -> None:
    """A notebook's quiz begins right below the title."""
    assert '<h2 class="sw-stem"' in render_item(BANK.items[0], "kk", WORDS["kk"], heading=2)


@BOTH
def test_a_bank_script_holds_every_item(lang: str) -> None:
    """The script registers the bank under its slug and language."""
    script = bank_script(BANK, lang, WORDS[lang], href)
    found = re.fullmatch(r'swtech\.register\("(..)/kinds",(.*)\);\n', script)
    assert found is not None
    assert found.group(1) == lang
    bank = json.loads(found.group(2))
    assert bank["words"]["check"] == WORDS[lang]["quiz"]["check"]
    items = bank["items"]
    assert [item["id"] for item in items] == [item.id for item in BANK.items]
    for item in items:
        Outline(item["html"])


def test_a_mixed_test_is_the_same_in_both_languages() -> None:
    """Seed, length and chapters decide; the language does not."""
    drawn = [
        re.findall(r'<section [^>]*id="([^"]+)"', render_test(COURSE, lang, n=4, seed=7)) for lang in WORDS
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 4


def test_a_test_of_an_unknown_chapter_is_refused() -> None:
    """The nearest chapter is named."""
    with pytest.raises(SwtechError, match=r"no bank kind\. Did you mean kinds"):
        render_test(COURSE, "kk", chapters=["kind"])


@BOTH
def test_the_link_maker_offers_every_chapter_and_both_editions(lang: str) -> None:
    """A form that needs no terminal."""
    outline = Outline(render_link_maker(COURSE, lang, WORDS[lang]))
    inputs = [attributes for tag, attributes in outline.tags if tag == "input"]
    assert [field["value"] for field in inputs if field.get("name") == "chapters"] == ["kinds"]
    assert [field["value"] for field in inputs if field.get("name") == "levels"] == list(LEVELS)
    totals = [field["data-totals"] for field in inputs if "data-totals" in field]
    assert totals == [" ".join(str(sum(item.level == level for item in BANK.items)) for level in LEVELS)]
    assert [field["data-page"] for field in inputs if "data-page" in field] == [
        "../kk/test.html",
        "../ru/test.html",
    ]


def test_the_words_of_both_editions_have_the_same_keys() -> None:
    """A word that one edition lacks would break its page."""
    assert list(WORDS["kk"]["quiz"]) == list(WORDS["ru"]["quiz"])
    for key, text in WORDS["kk"]["quiz"].items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", WORDS["ru"]["quiz"][key]))
