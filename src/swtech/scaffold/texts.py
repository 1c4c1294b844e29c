"""The words of files that are begun: a placeholder wherever an author's own belong."""

from __future__ import annotations

from swtech.language import LANGUAGES
from swtech.model import PLACEHOLDER


def text(indent: int, what: str) -> str:
    """Return the two lines of a text that is still to fill in."""
    return "".join(f"{' ' * indent}{lang}: {PLACEHOLDER} {what}\n" for lang in LANGUAGES)


def _choices(indent: int, *, feedback: bool = True) -> str:
    pad = " " * indent
    lines = []
    for name, what in (("a", "the right choice"), ("b", "a wrong choice"), ("c", "another wrong choice")):
        lines.append(f"{pad}- id: {name}\n" + f"{pad}  key: true\n" * (name == "a"))
        lines.append(f"{pad}  text:\n{text(indent + 4, what)}")
        if feedback:
            lines.append(f"{pad}  feedback:\n{text(indent + 4, f'why {name} is right or wrong')}")
    return "".join(lines)


def _entries(names: str, *fields: str, extra: str = "") -> str:
    lines = []
    for number, name in enumerate(names):
        lines.append(f"      - id: {name}\n")
        lines += [f"        {field}:\n{text(10, f'{field} of {name}')}" for field in fields]
        if extra:
            lines.append(f"        group: {extra[number % len(extra)]}\n")
    return "".join(lines)


def _answers(indent: int) -> str:
    return "".join(f"{' ' * indent}{lang}: [{PLACEHOLDER} the answer]\n" for lang in LANGUAGES)


def _gap_text() -> str:
    return "".join(f"      {lang}: {PLACEHOLDER} words around the blank [[a]]\n" for lang in LANGUAGES)


BODIES = {
    "choice": f"    choices:\n{_choices(6)}",
    "multiple": f"    choices:\n{_choices(6)}",
    "match": f"    pairs:\n{_entries('abc', 'left', 'right')}",
    "order": f"    sequence:\n{_entries('abc', 'text')}",
    "sort": f"    groups:\n{_entries('xy', 'title')}    entries:\n{_entries('abcd', 'text', extra='xy')}",
    "gap": f"    text:\n{_gap_text()}    gaps:\n      - id: a\n        answers:\n{_answers(10)}",
    "short": f"    answers:\n{_answers(6)}",
}
"""What each kind asks for, two spaces deep in the list of items."""


def item_text(kind: str, name: str, objective: str, section: str = PLACEHOLDER) -> str:
    """Return a new item of a bank, indented as in a list of items."""
    return (
        f"  - id: {name}\n    revision: 1\n    kind: {kind}\n    objective: {objective}\n"
        f"    teaches: [{PLACEHOLDER}]\n    level: remember\n    section: {section}\n"
        f"    stem:\n{text(6, 'the question')}{BODIES[kind]}"
        f"    rationale:\n{text(6, 'why the answer is right')}"
    )


def bank_text(slug: str) -> str:
    """Return a new bank with one objective and one item."""
    return (
        f"# yaml-language-server: $schema=bank.schema.json\nbank: {slug}\ntitle:\n{text(2, 'the title')}"
        f"objectives:\n  - id: {slug}-goal\n    text:\n{text(6, 'what the student will be able to do')}"
        f"items:\n{item_text('choice', f'{slug}-first', f'{slug}-goal', f'{slug}-section')}"
    )


def chapter_text(slug: str) -> str:
    """Return a new chapter; the two editions begin alike."""
    parts = [
        f"---\nmyst:\n  html_meta:\n    description: {PLACEHOLDER} for search engines\n---",
        f"({slug})=\n# {PLACEHOLDER} title\n",
        f":::{{lead}}\n{PLACEHOLDER} a situation that opens the chapter\n:::\n",
        ":::{objectives}\n:::\n",
        f"({slug}-section)=\n## {PLACEHOLDER} a section\n% teaches: {PLACEHOLDER}\n",
        f"{PLACEHOLDER} the text, one sentence per line\n",
        f"({slug}-case)=\n## {PLACEHOLDER} a worked case\n",
        f":::{{case}}\n{PLACEHOLDER} the story, invented and saying so\n:::\n",
        f"({slug}-summary)=\n## {PLACEHOLDER} summary\n\n{PLACEHOLDER} what to keep in mind\n",
        f"({slug}-terms)=\n## {PLACEHOLDER} key terms\n\n:::{{keyterms}} {PLACEHOLDER}\n:::\n",
        f"({slug}-check)=\n## {PLACEHOLDER} check yourself\n\n:::{{quiz}} {slug}-first\n:::",
    ]
    return "\n".join(parts) + "\n"


def notebook_text(slug: str, lang: str) -> str:
    """Return the widget notebook of a chapter."""
    return (
        "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n  display_name: Python 3\n"
        f"myst:\n  html_meta:\n    description: {PLACEHOLDER} one sentence for search engines\n---\n"
        f"({slug}-quiz)=\n# {PLACEHOLDER} title\n\n{PLACEHOLDER} what this page is ([back](#{slug}))\n\n"
        "```{code-cell} ipython3\n:tags: [remove-input]\nimport swtech\n\n"
        f'swtech.quiz("{slug}", lang="{lang}")\n```\n'
    )


def case_text(name: str, chapter: str) -> str:
    """Return a new case with one scene and two endings."""
    decisions = "".join(
        f"      - id: {one}\n        text:\n{text(10, f'decision {one}')}"
        f"        consequence:\n{text(10, f'what comes of {one}')}"
        f"        feedback:\n{text(10, f'why {one} is good or bad')}"
        f"        behind: {PLACEHOLDER}\n        to: {to}\n"
        + (f"        expert:\n{text(10, 'why an expert decides so')}" if one == "a" else "")
        for one, to in (("a", "good-end"), ("b", "poor-end"))
    )
    endings = "".join(
        f"  - id: {kind}-end\n    text:\n{text(6, f'how it ends, {kind}')}    ending: {kind}\n"
        for kind in ("good", "poor")
    )
    return (
        f"# yaml-language-server: $schema=../case.schema.json\ncase: {name}\nrevision: 1\nchapter: {chapter}\n"
        f"teaches: [{PLACEHOLDER}]\ntitle:\n{text(2, 'a short title')}"
        f"summary:\n{text(2, 'one sentence for the list of cases')}"
        f"scenes:\n  - id: first\n    text:\n{text(6, 'what is seen and heard')}"
        f"    question:\n{text(6, 'what is to be decided')}    decisions:\n{decisions}{endings}"
    )


def case_page_text(name: str) -> str:
    """Return the page of a case; the two editions begin alike."""
    return (
        f"---\nmyst:\n  html_meta:\n    description: {PLACEHOLDER} one sentence for search engines\n---\n"
        f"(case-{name})=\n# {PLACEHOLDER} title\n\n:::{{branching}} {name}\n:::\n"
    )
