"""The small Markdown of banks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swtech.text import link_targets, to_html, to_plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Тұйық цикл", "<p>Тұйық цикл</p>"),
        ("*маңызды* және **өте**", "<p><em>маңызды</em> және <strong>өте</strong></p>"),
        ("<b>қалың</b> & &amp;", "<p>&lt;b&gt;қалың&lt;/b&gt; &amp; &amp;amp;</p>"),
        ("бір\nекі", "<p>бір<br>\nекі</p>"),
        ("бір\n\nекі", "<p>бір</p>\n<p>екі</p>"),
        ("- бір\n- екі", "<ul><li>бір</li>\n<li>екі</li>\n</ul>"),
        ("3. үш\n4. төрт", '<ol start="3"><li>үш</li>\n<li>төрт</li>\n</ol>'),
        ("[бөлім](#cycle)", '<p><a href="#cycle">бөлім</a></p>'),
        ("[сайт](https://a.kz/?x=1&y=2)", '<p><a href="https://a.kz/?x=1&amp;y=2">сайт</a></p>'),
        ("[хат](mailto:a@b.kz)", '<p><a href="mailto:a@b.kz">хат</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](data:text/html,y)", "<p>[x](data:text/html,y)</p>"),
        ("[x](other.html)", "<p>x</p>"),
        ("# тақырып `код` ![сурет](a.png)", "<p># тақырып `код` !сурет</p>"),
        ("\\*жұлдызша\\*", "<p>*жұлдызша*</p>"),
        ("[[a]] орны", "<p>[[a]] орны</p>"),
        ("", ""),
    ],
)
def test_html(text: str, html: str) -> None:
    """Emphasis, lists, links and breaks become HTML; everything else is shown as typed."""
    assert to_html(text) == html


def test_inline_html_has_no_blocks() -> None:
    """A text for a heading or a label has neither paragraphs nor lists."""
    assert to_html("*бір*\n- екі", inline=True) == "<em>бір</em><br>\n- екі"


def test_labels_are_resolved_by_the_page() -> None:
    """A link to a section goes where the page says; an unknown section leaves the words."""
    pages = {"cycle": "../kk/cycle.html#cycle"}
    assert to_html("[a](#cycle) [b](#none)", href=pages.get, inline=True) == (
        '<a href="../kk/cycle.html#cycle">a</a> b'
    )


def test_plain_text_keeps_the_words() -> None:
    """Plain text has the words, breaks and list marks, and no others."""
    text = "*Екі* [бөлім](#a):\n\n- бір\n- екі\n    1. а\n    2. ә\n\nсоңы"
    assert to_plain(text) == "Екі бөлім:\n• бір\n• екі\n  1. а\n  2. ә\nсоңы"


def test_link_targets() -> None:
    """The links of a text can be listed."""
    assert link_targets("[a](#x) b [c](https://d.kz) [e](javascript:f)") == ["#x", "https://d.kz"]


@given(st.text(alphabet="<>&\"'*_[]()#-1. \n\\`!аәһ:/", max_size=60))
def test_no_text_makes_other_html(text: str) -> None:
    """Whatever is typed, only the tags of the small Markdown come out, without attributes but for links."""
    html = to_html(text)
    tags = re.findall(r"<[^>]*>", html)
    assert all(
        re.fullmatch(r'</?(p|em|strong|ul|ol|li|a|br)( (href|start)="[^"<>]*")?>', tag) for tag in tags
    )
    to_plain(text)
