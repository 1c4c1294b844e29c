"""What files say of each other: pages, labels, names, coverage, words, drawings, and what has gone stale."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from swtech import BankError, SwtechError, check_course, load_course
from swtech.checks.words import NEEDED, SLOTS
from swtech.course import survey
from swtech.loading import Limits
from swtech.parity import PARITY, agree, read_record
from tests.small import SMALL, copy_small


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A course without problems, to break."""
    target = tmp_path / "small"
    return copy_small(target)


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace *old*, which must be there, in a file of the course."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(root: Path, severity: str = "error") -> list[str]:
    """Return the problems of the course as they are printed."""
    return [str(problem) for problem in check_course(root) if problem.severity == severity]


def test_a_good_course_has_no_problem(small: Path) -> None:
    """Nothing is said about a course that has nothing wrong."""
    assert check_course(small) == []
    assert check_course(load_course(small)) == []


Edit = tuple[str, str, str]
CASES: dict[str, tuple[list[Edit], list[str]]] = {
    "an unknown item in a chapter": (
        [("content/ru/mini.md", "{quiz} mini-first", "{quiz} mini-frist")],
        [
            "content/kk/mini.md:25: mini-first: the question is missing in content/ru/mini.md. "
            "Ask it in both editions, or in none.",
            "content/ru/mini.md:25: mini-frist: the question is missing in content/kk/mini.md. "
            "Ask it in both editions, or in none.",
            "content/ru/mini.md:25: mini-stages: there is no such item, found mini-frist. "
            "Did you mean mini-first?",
        ],
    ),
    "an unknown term": (
        [("content/kk/mini.md", "<cycle>", "<cycel>")],
        ["content/kk/mini.md:20: mini-stages: there is no such term, found cycel. Did you mean cycle?"],
    ),
    "an unknown key term": (
        [("content/kk/mini.md", "{keyterms} cycle", "{keyterms} cycle stage")],
        ["content/kk/mini.md:35: mini-terms: there is no such term, found stage. Is its name right?"],
    ),
    "an unknown drawing": (
        [("content/ru/mini.md", "{drawing} ring", "{drawing} rings")],
        ["content/ru/mini.md:22: mini-stages: there is no such drawing, found rings. Did you mean ring?"],
    ),
    "an unknown statement in a chapter": (
        [
            ("content/kk/mini.md", "teaches: S01", "teaches: S01, S77"),
            ("content/ru/mini.md", "teaches: S01", "teaches: S77 S01"),
        ],
        [
            "content/kk/mini.md:18: mini-stages: there is no such statement, found S77. "
            "The statements are S01 to S02.",
            "content/ru/mini.md:18: mini-stages: there is no such statement, found S77. "
            "The statements are S01 to S02.",
        ],
    ),
    "an unknown label": (
        [("content/kk/index.md", "(#mini)", "(#mimi)")],
        ["content/kk/index.md:9: index: there is no such section, found mimi. Did you mean mini?"],
    ),
    "a heading without a label": (
        [("content/kk/mini.md", "(mini-terms)=\n", ""), ("content/ru/mini.md", "(mini-terms)=\n", "")],
        [
            "content/kk/mini.md:32: a heading has no label, found Әдебиет. "
            "Write (mini-…)= on the line above it, the same in both editions.",
            "content/ru/mini.md:32: a heading has no label, found Литература. "
            "Write (mini-…)= on the line above it, the same in both editions.",
        ],
    ),
    "a label in one edition only": (
        [("content/ru/mini.md", "(mini-terms)=", "(mini-words)=")],
        [
            "content/kk/mini.md:33: mini-terms: the section is missing in content/ru/mini.md. "
            "Did you mean mini-words?",
            "content/ru/mini.md:33: mini-words: the section is missing in content/kk/mini.md. "
            "Did you mean mini-terms?",
        ],
    ),
    "sections in another order": (
        [
            ("content/ru/mini.md", "(mini-stages)=", "(swap)="),
            ("content/ru/mini.md", "(mini-terms)=", "(mini-stages)="),
            ("content/ru/mini.md", "(swap)=", "(mini-terms)="),
        ],
        [
            "content/ru/mini.md:17: mini-terms: the sections stand in another order than in "
            "content/kk/mini.md, found mini-terms. Bring both editions into one order.",
            "content/ru/mini.md:17: mini-terms: «% teaches:» differs from content/kk/mini.md, "
            "found S01 here, none there. Name the same statements.",
            "content/ru/mini.md:33: mini-stages: «% teaches:» differs from content/kk/mini.md, "
            "found none here, S01 there. Name the same statements.",
        ],
    ),
    "a label twice": (
        [
            ("content/kk/sources.md", "(sources)=", "(mini-terms)="),
            ("content/ru/sources.md", "(sources)=", "(mini-terms)="),
        ],
        [
            "content/kk/sources.md:6: mini-terms: a label stands twice, found the other in "
            "content/kk/mini.md:32. Give each section its own label.",
            "content/kk/sources.md:7: mini-terms: a page's own label is its name, found mini-terms. "
            "Write (sources)= above the title.",
            "content/ru/sources.md:6: mini-terms: a label stands twice, found the other in "
            "content/ru/mini.md:32. Give each section its own label.",
            "content/ru/sources.md:7: mini-terms: a page's own label is its name, found mini-terms. "
            "Write (sources)= above the title.",
        ],
    ),
    "formulas, HTML, images and sizes": (
        [
            (
                "content/kk/sources.md",
                "# Әдебиет\n",
                "# Әдебиет\n\n$x$ <b>қою</b> ![сурет](a.png)\nekінші {math}`y` [бет](mini.md)\n\n"
                "<div>\n</div>\n\n:::{list-table}\n:widths: 1 2\n:::\n\n```{math}\nz\n```\n",
            ),
        ],
        [
            "content/kk/sources.md:9: sources: formulas between $ are refused, found $. "
            "Write the formula in words.",
            "content/kk/sources.md:9: sources: images are refused, found a.png. Draw it with {drawing}.",
            "content/kk/sources.md:9: sources: raw HTML is refused, found <b>. Say it in Markdown.",
            "content/kk/sources.md:10: sources: Latin and Cyrillic letters are mixed in one word, "
            "found ekінші. Type the whole word again.",
            "content/kk/sources.md:10: sources: a link leads nowhere we allow, found mini.md. "
            "Link to a section as [words](#label), or to a full https:// address.",
            "content/kk/sources.md:10: sources: formulas are refused, found {math}. "
            "Write the formula in words.",
            "content/kk/sources.md:12: sources: raw HTML is refused, found <div> </div>. Say it in Markdown.",
            "content/kk/sources.md:15: sources: there is no such box, found {list-table}. The boxes are lead, "
            "case, note, tip, warning, objectives, quiz, drawing, branching, case-list, form, blank-form, keyterms, "
            "glossary-terms, study, link-maker.",
            "content/kk/sources.md:16: sources: the content policy of the site forbids this, "
            "found :widths:. Remove the line.",
            "content/kk/sources.md:19: sources: the site cannot have this, found {math}. "
            "Write formulas in words, and draw with {drawing}.",
        ],
    ),
    "a notebook in the wrong language": (
        [("content/ru/mini-quiz.md", 'lang="ru"', 'lang="kk"')],
        [
            "content/ru/mini-quiz.md:17: mini-quiz: a notebook of one edition asks for the other's "
            'language, found kk. Write lang="ru".'
        ],
    ),
    "a notebook of an unknown bank": (
        [("content/ru/mini-quiz.md", '"mini"', '"mimi"')],
        ["content/ru/mini-quiz.md:17: mini-quiz: there is no such bank, found mimi. Did you mean mini?"],
    ),
    "a page without a description": (
        [("content/ru/index.md", "description: Малое описание.", "keywords: нет")],
        [
            "content/ru/index.md:1: index: the page has no description for search engines. "
            "Write myst: html_meta: description: between lines of --- at the top."
        ],
    ),
    "a page that is still to fill in": (
        [("content/ru/index.md", "# Начало", "# FILL-IN title")],
        ["content/ru/index.md:7: index: a line is still to fill in, found FILL-IN title. Replace all of it."],
    ),
    "a page in the table of contents that is not there": (
        [("book/_toc.yml", "file: sources", "file: source")],
        [
            "book/_toc.yml:9: a page is in neither content/kk nor content/ru, found source. "
            "Did you mean sources?",
        ],
    ),
    "a page twice in the table of contents": (
        [("book/_toc.yml", "  - file: sources", "  - file: sources\n  - file: mini")],
        [
            "book/_toc.yml:10: a page stands twice in the table of contents, found mini. "
            "It is already in line 5: remove one."
        ],
    ),
    "a statement that nothing teaches": (
        [
            ("content/kk/mini.md", "% teaches: S01\n", ""),
            ("content/ru/mini.md", "% teaches: S01\n", ""),
        ],
        [
            "quizzes/outline.yml:2: S01: no section of content/kk/mini.md teaches the statement. "
            "Write «% teaches: S01» under the section that does.",
            "quizzes/outline.yml:2: S01: no section of content/ru/mini.md teaches the statement. "
            "Write «% teaches: S01» under the section that does.",
        ],
    ),
    "a statement that one item tests": (
        [
            ("quizzes/outline.yml", "chapter: sources", "chapter: mini"),
            ("quizzes/mini.yml", "[S01]", "[S01, S02]"),
        ],
        [
            "quizzes/outline.yml:5: S02: no section of content/kk/mini.md teaches the statement. "
            "Write «% teaches: S02» under the section that does.",
            "quizzes/outline.yml:5: S02: no section of content/ru/mini.md teaches the statement. "
            "Write «% teaches: S02» under the section that does.",
            "quizzes/outline.yml:5: S02: the statement needs 2 items that test it, found 1 (mini-first). "
            "Write one in quizzes/mini.yml with teaches: [S02].",
        ],
    ),
    "a term of an unknown chapter": (
        [("quizzes/terms.yml", "chapter: mini", "chapter: minni")],
        ["quizzes/terms.yml:3: cycle: there is no such page, found minni. Did you mean mini?"],
    ),
    "settings that cannot be": (
        [
            ("_config.yml", "id: small", "id: Small Course"),
            ("_config.yml", "https://example.org/course/", "example.org"),
            ("_config.yml", "course@example.org", "course"),
        ],
        [
            "_config.yml:5: id is not a name we can use, found Small Course. "
            "Write small Latin letters and digits, with hyphens between.",
            "_config.yml:7: base_url is no web address, found example.org. "
            "Write it as https://example.org/course/, or leave it empty.",
            "_config.yml:8: maintainers is no e-mail address, found course. "
            "Write it as name@example.org, or leave it empty.",
        ],
    ),
    "no settings": (
        [("_config.yml", "swtech:", "other:")],
        [
            "_config.yml:1: the course's own settings are missing. "
            "Write id: and version: under sphinx: config: swtech:."
        ],
    ),
    "words that differ": (
        [
            ("book/kk.yml", "site: {search: Іздеу,", "site: {serach: Іздeу, spare: '',"),
            ("book/ru.yml", "language: Русский\n", ""),
        ],
        [
            "book/kk.yml:2: language: the word is missing in book/ru.yml (Russian). Add it to book/ru.yml.",
            "book/kk.yml:3: site.serach: Latin and Cyrillic letters are mixed in one word, found Іздeу. "
            "Type the whole word again.",
            "book/kk.yml:3: site.serach: the word is missing in book/ru.yml (Russian). "
            "Did you mean site.search?",
            "book/kk.yml:3: site.spare: the word is empty. Write it.",
            "book/kk.yml:3: site.spare: the word is missing in book/ru.yml (Russian). Add it to book/ru.yml.",
            "book/ru.yml:2: site.search: the word is missing in book/kk.yml (Kazakh). "
            "Did you mean site.serach?",
        ],
    ),
    "a figure's words and links": (
        [
            ("book/figures/ring.yml", "link: mini-stages", "link: mini-stage"),
            ("book/figures/ring.yml", "  task:", "  tasks:"),
            ("book/figures/ring.yml", "{kk: Шеңбер, ru: Круг}", "{kk: Шеңбер}"),
        ],
        [
            "book/figures/ring.svg:4: ring: the drawing's list has no such word, found task. "
            "Did you mean tasks?",
            "book/figures/ring.yml:2: title has no Russian text. Add ru: beside kk:.",
            "book/figures/ring.yml:6: ring: the drawing does not show the word, found tasks. "
            'Write <text data-word="tasks"/>, or remove it.',
            "book/figures/ring.yml:10: ring: there is no such section, found mini-stage. "
            "Did you mean mini-stages?",
        ],
    ),
    "a drawing that the site cannot have": (
        [
            (
                "book/figures/ring.svg",
                '<circle class="sw-node"',
                '<script>x()</script>\n<g style="fill:red" id="a" onclick="b()" fill="#fff">аты</g>\n'
                '<circle class="sw-nod"',
            ),
            ("book/figures/ring.svg", ' viewBox="0 0 300 200"', ' width="300"'),
        ],
        [
            'book/figures/ring.svg:1: ring: a drawing has no size of its own, found width="…". Remove it.',
            'book/figures/ring.svg:1: ring: the drawing has no viewBox. Write viewBox="0 0 300 200".',
            "book/figures/ring.svg:2: ring: a drawing cannot have this element, found <script>. "
            "Draw it with plain shapes.",
            "book/figures/ring.svg:2: ring: words in a drawing come from its list, found x(). "
            'Write <text data-word="…"/>.',
            'book/figures/ring.svg:3: ring: a drawing cannot have this attribute, found id="…". Remove it.',
            "book/figures/ring.svg:3: ring: a drawing cannot have this attribute, "
            'found onclick="…". Remove it.',
            "book/figures/ring.svg:3: ring: a drawing cannot have this attribute, "
            'found style="…". Remove it.',
            'book/figures/ring.svg:3: ring: colours come from classes alone, found fill="#fff". '
            "Give it a class of docs/authoring.md instead.",
            "book/figures/ring.svg:3: ring: words in a drawing come from its list, found аты. "
            'Write <text data-word="…"/>.',
            "book/figures/ring.svg:4: ring: the class is not one of the site's, found sw-nod. "
            "Did you mean sw-node?",
        ],
    ),
    "a drawing that is no XML": (
        [("book/figures/ring.svg", "</svg>", "</svgs>")],
        ["book/figures/ring.svg:5: ring: an element is closed by another's name. Close the inner one first."],
    ),
    "a drawing that ends too soon": (
        [("book/figures/ring.svg", "</svg>", "")],
        ["book/figures/ring.svg:6: ring: the drawing ends too soon. Close every element; </svg> ends it."],
    ),
    "a field of the table of contents that nobody knows": (
        [
            ("book/_toc.yml", "    sections:", "    section:"),
            ("book/_toc.yml", "format: jb-book", "format: jb"),
        ],
        [
            "book/_toc.yml:2: the table of contents has another format, found jb. Write format: jb-book.",
            "book/_toc.yml:6: unknown field, found section. Did you mean sections?",
        ],
    ),
    "settings that the site cannot do without": (
        [
            ("_config.yml", "html_theme: furo", "html_theme: fruo"),
            ("_config.yml", "[colon_fence, deflist]", "[]"),
        ],
        [
            "_config.yml:10: the site needs sphinx: config: html_theme as it was, found fruo. "
            "Write html_theme: furo.",
            "_config.yml:13: the site needs parse: myst_enable_extensions as it was, found nothing. "
            "Write myst_enable_extensions: [colon_fence, deflist].",
        ],
    ),
    "a word that neither edition has, and a slot that nothing fills": (
        [
            ("book/kk.yml", "skip:", "skipp:"),
            ("book/ru.yml", "skip:", "skipp:"),
            ("book/ru.yml", "{number}", "{numer}"),
        ],
        [
            "book/kk.yml:1: site.skip: the word is missing. Did you mean site.skipp?",
            "book/ru.yml:1: site.skip: the word is missing. Did you mean site.skipp?",
            "book/ru.yml:3: site.chapter: the site has nothing to put into a slot, found {numer}. "
            "Write {number}.",
        ],
    ),
    "a term named by its words": (
        [("content/ru/mini.md", "<cycle>", "<цикл>")],
        [
            "content/ru/mini.md:20: mini-stages: there is no such term, found цикл. "
            "Write {term}`words <id>`, with an id of quizzes/terms.yml."
        ],
    ),
    "a drawing with entities": (
        [("book/figures/ring.svg", "<svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n<svg')],
        [
            "book/figures/ring.svg:1: ring: a drawing has no DOCTYPE, found <!DOCTYPE. Remove it.",
            "book/figures/ring.yml:6: ring: the drawing does not show the word, found task. "
            'Write <text data-word="task"/>, or remove it.',
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_fault_between_files_is_explained(name: str, small: Path) -> None:
    """A fault in chapters, figures, words, settings or the table of contents is said at its line."""
    edits, expected = CASES[name]
    for file, old, new in edits:
        change(small, file, old, new)
    assert problems(small) == expected


def test_the_words_that_are_needed_are_those_that_are_there(root: Path) -> None:
    """`checks/used.py` lists exactly the words of book/ru.yml; whoever adds a word or a slot adds it there."""
    words = yaml.safe_load((root / "book" / "ru.yml").read_text("utf-8"))
    there = {f"{group}.{word}" for group in ("site", "quiz") for word in words[group]} | set(NEEDED)
    assert there == set(SLOTS)


def remove(*files: str) -> Callable[[Path], None]:
    """Return what removes these files from a course."""
    return lambda root: [(root / file).unlink() for file in files] and None


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            ["content/ru/sources.md"],
            [
                "book/_toc.yml:9: the Russian page is missing, found only content/kk/sources.md. "
                "Write content/ru/sources.md."
            ],
        ),
        (
            ["book/figures/ring.svg"],
            ["book/figures/ring.yml:1: ring: the figure has no drawing. Draw book/figures/ring.svg."],
        ),
        (
            ["book/ru.yml"],
            ["book/ru.yml: the file cannot be read, found No such file or directory. Is its name right?"],
        ),
        (
            ["quizzes/terms.yml"],
            [
                "quizzes/terms.yml: the file cannot be read, found No such file or directory. "
                "Is its name right?",
            ],
        ),
    ],
)
def test_a_missing_file_is_explained(files: list[str], expected: list[str], small: Path) -> None:
    """A file that should be there is named."""
    remove(*files)(small)
    assert problems(small) == expected


def test_problems_of_many_files_come_in_one_run_in_order(small: Path) -> None:
    """Faults in several files are told together, sorted by file and line."""
    for name in ("an unknown term", "words that differ", "settings that cannot be"):
        for edit in CASES[name][0]:
            change(small, *edit)
    found = check_course(small)
    assert found == sorted(found)
    assert {problem.file for problem in found} >= {"_config.yml", "book/kk.yml", "content/kk/mini.md"}


def test_two_banks_cannot_share_an_item(small: Path) -> None:
    """An item's id is its own in the whole course, because a student's history hangs on it."""
    text = (small / "quizzes" / "mini.yml").read_text(encoding="utf-8")
    (small / "quizzes" / "mini-more.yml").write_text(text, encoding="utf-8")
    found = [problem for problem in problems(small) if "two banks" in problem]
    assert found == [
        "quizzes/mini-more.yml:8: mini-first: two banks have 2 items with the same id, found the other in "
        "quizzes/mini.yml. Give each item its own id."
    ]


def test_a_page_that_cannot_be_read_is_one_problem(small: Path) -> None:
    """A page that is not UTF-8 is not also called missing."""
    (small / "content" / "ru" / "sources.md").write_bytes("# Источники".encode("cp1251"))
    assert problems(small) == [
        "content/ru/sources.md:1: the file is not UTF-8, found byte 0xc8. Save it with the encoding UTF-8."
    ]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("content/ru/mini.md", ["content/ru/mini.md:1: mini: the page is empty. "
                                "Write it, or remove it from both editions."]),
        ("quizzes/terms.yml", ["quizzes/terms.yml:1: the file is empty. Write what docs/authoring.md asks for."]),
        ("quizzes/outline.yml", ["quizzes/outline.yml:1: the file is empty. "
                                 "Write what docs/authoring.md asks for."]),
        ("quizzes/mini.yml", ["quizzes/mini.yml:1: the file is empty. Write what docs/authoring.md asks for."]),
        ("book/_toc.yml", ["book/_toc.yml:1: the file is empty. Write what docs/authoring.md asks for."]),
    ],
)  # fmt: skip
def test_an_empty_file_is_one_problem(file: str, expected: list[str], small: Path) -> None:
    """What refers to the names in an empty file is not also called wrong."""
    (small / file).write_bytes(b"")
    assert problems(small) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "quizzes/mini.yml",
            "quizzes/mini.yaml",
            [
                "quizzes/mini.yaml: the course reads files that end with .yml, found mini.yaml. Call it mini.yml."
            ],
        ),
        (
            "content/kk/mini.md",
            "content/kk/mini (1).md",
            [
                "book/_toc.yml:5: the Kazakh page is missing, found only content/ru/mini.md. "
                "Write content/kk/mini.md.",
                "content/kk/mini (1).md: the file has a name that cannot be an address, found mini (1).md. "
                "Give it a name of small Latin letters and digits, with hyphens between, or remove it.",
            ],
        ),
        (
            "content/kk/sources.md",
            "content/kk/sources.docx",
            [
                "book/_toc.yml:9: the Kazakh page is missing, found only content/ru/sources.md. "
                "Write content/kk/sources.md.",
                "content/kk/sources.docx: only pages stand here, files that end with .md, found sources.docx. "
                "Move it elsewhere, or remove it.",
            ],
        ),
    ],
)
def test_a_wrong_file_name_is_explained(old: str, new: str, expected: list[str], small: Path) -> None:
    """A file that cannot be read by its name is named, and what it holds is not also missed."""
    (small / old).rename(small / new)
    assert problems(small) == expected


def test_a_copied_page_is_one_problem_a_kind(small: Path) -> None:
    """A copy left in the folder is said once, not once for every label in it."""
    page = small / "content" / "ru" / "mini.md"
    (small / "content" / "ru" / "mini-copy.md").write_bytes(page.read_bytes())
    found = [problem for problem in problems(small) if "stand twice" in problem]
    assert found == [
        "content/ru/mini-copy.md:6: mini: 3 labels stand twice, found the other in "
        "content/ru/mini.md:6. Give each section its own label."
    ]


def test_caps_hold_for_chapters_too(small: Path) -> None:
    """A chapter larger than the cap is refused without being read."""
    found = check_course(small, limits=Limits(bytes=300))
    assert {problem.code for problem in found} >= {"too-large"}


def test_a_broken_course_cannot_be_loaded(small: Path) -> None:
    """`load_course` refuses a course with all its problems, and names the folder when there is none."""
    change(small, "quizzes/mini.yml", "key: true", "key: false")
    change(small, "content/kk/mini.md", "(mini-terms)=\n", "")
    with pytest.raises(BankError) as caught:
        load_course(small)
    assert [problem.code for problem in caught.value.problems] == ["no-label", "no-key"]
    with pytest.raises(SwtechError, match="there is no course in"):
        load_course(small.parent)


@pytest.mark.parametrize("file", sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.*")))
def test_no_file_can_end_a_check_in_a_traceback(file: str, small: Path) -> None:
    """Any file cut, shuffled, emptied or filled with noise gives problems, never an exception."""
    path = small / file
    data = path.read_bytes()
    chance = random.Random(file)
    lines = data.split(b"\n")
    chance.shuffle(lines)
    versions = [b"", b"\x00\xff", data[: len(data) // 2], b"\n".join(lines), b"[" * 5000, b"- a\n- b\n"]
    versions += [b"a: [b]\n", b"null\n", bytes(chance.randrange(256) for _ in range(300))]
    for version in versions:
        path.write_bytes(version)
        try:
            check_course(small)
        except SwtechError:
            pytest.fail(f"{file}: {version[:40]!r} raised")


class TestStaleness:
    """Which language has changed since the two last agreed."""

    def test_one_language_changed(self, small: Path) -> None:
        """A change in one language alone is a warning at the other language's place."""
        change(small, "content/kk/mini.md", "кезеңдері туралы", "екі кезеңі туралы")
        change(small, "quizzes/mini.yml", "ru: Верно.", "ru: Да – верно.")
        change(small, "book/figures/ring.yml", "Цикл повторяется.", "Цикл идёт снова.")
        assert problems(small) == []
        assert problems(small, "warning") == [
            "book/figures/ring.yml:1: ring: the figure changed in Russian and not in Kazakh since the two "
            "last agreed. Bring the Kazakh text in line, then swtech agree ring.",
            "content/ru/mini.md:17: mini-stages: the section changed in Kazakh and not in Russian since the "
            "two last agreed. Bring the Russian text in line, then swtech agree mini-stages.",
            "quizzes/mini.yml:8: mini-first: the item changed in Russian and not in Kazakh since the two "
            "last agreed. Bring the Kazakh text in line, then swtech agree mini-first.",
        ]

    def test_agreeing_ends_the_warning(self, small: Path) -> None:
        """Once somebody has said that both agree, there is nothing to warn of."""
        change(small, "quizzes/mini.yml", "ru: Верно.", "ru: Да – верно.")
        assert [unit.key for unit in agree(survey(small), ["mini-first"])] == ["item:mini-first"]
        assert check_course(small) == []

    def test_both_changed_wants_a_word_too(self, small: Path) -> None:
        """A unit changed in both languages, or a new one, is named until somebody says that both agree."""
        change(small, "quizzes/mini.yml", "{kk: Дұрыс., ru: Верно.}", "{kk: Иә., ru: Да.}")
        assert problems(small, "warning") == [
            "quizzes/mini.yml:8: new, or changed in both languages, and nobody has said that they agree, "
            "found mini-first. Read both languages, then swtech agree mini-first."
        ]

    def test_breaking_lines_otherwise_changes_nothing(self, small: Path) -> None:
        """Spaces and line ends are not words."""
        change(small, "content/kk/mini.md", "кезеңдері туралы айтылады.", "кезеңдері\n  туралы\nайтылады.")
        change(
            small,
            "quizzes/mini.yml",
            "{kk: Дұрыс., ru: Верно.}",
            "\n          kk: Дұрыс.\n          ru: Верно.",
        )
        assert check_course(small) == []

    def test_without_a_record_one_warning_is_enough(self, small: Path) -> None:
        """A course that nobody has compared yet gets one warning, not one for every section."""
        (small / PARITY).unlink()
        assert [problem.code for problem in check_course(small)] == ["no-record"]
        agree(survey(small), None)
        assert (small / PARITY).read_bytes() == (SMALL / PARITY).read_bytes()

    def test_what_is_gone_leaves_the_record(self, small: Path) -> None:
        """Recording forgets units that no longer exist, and keeps those that were not named."""
        change(small, "quizzes/mini.yml", "id: mini-second", "id: mini-other")
        agree(survey(small), ["mini-other"])
        record = read_record(small)
        assert record is not None
        assert "item:mini-second" not in record and {"item:mini-other", "item:mini-first"} <= set(record)

    @pytest.mark.parametrize("noise", [b"{", b"[]", b'{"a": 1}', b"\xff", b"", b"[" * 100_000])
    def test_a_broken_record_is_a_problem(self, noise: bytes, small: Path) -> None:
        """A record that a merge has broken is said, with the way back."""
        (small / PARITY).write_bytes(noise)
        assert [problem.file for problem in check_course(small)] == [PARITY]
        agree(survey(small), None)
        assert check_course(small) == []

    def test_a_broken_file_does_not_leave_the_record(self, small: Path) -> None:
        """What stands in a file that cannot be read just now is still agreed on."""
        before = read_record(small)
        (small / "content" / "kk" / "mini.md").write_bytes(b"")
        change(small, "quizzes/mini.yml", "ru: Верно.", "ru: Да – верно.")
        agree(survey(small), ["mini-first"])
        after = read_record(small)
        assert before is not None and after is not None and set(before) == set(after)

    def test_an_unknown_name_is_refused(self, small: Path) -> None:
        """Agreeing on something that is not there names the nearest thing that is."""
        with pytest.raises(SwtechError, match="Did you mean mini-first"):
            agree(survey(small), ["mini-frist"])
