"""Branching cases: what is wrong with one is said at its line, and what is right can be gone through to an ending."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swtech import check_course, load_course
from swtech.model.routes import route_faults
from swtech.rendering import render_case
from tests.conftest import copy_mini

DOOR = "quizzes/cases/door.yml"
Edit = tuple[str, str]
FAULTS: dict[str, tuple[list[Edit], list[str]]] = {
    "a decision that leads nowhere": (
        [
            ("to: open", "to: opened"),
        ],
        [
            f"{DOOR}:39: voice: the case has no such scene, found opened. Did you mean open?",
        ],
    ),
    "a scene nothing leads to": (
        [
            ("        to: voice", "        to: silence"),
        ],
        [
            f"{DOOR}:24: voice: no way leads to the scene, found voice. Write to: voice under a decision, or "
            "remove the scene.",
            f"{DOOR}:41: open: no way leads to the scene, found open. Write to: open under a decision, or "
            "remove the scene.",
            f"{DOOR}:46: silence: the expert's path must lead to a good ending, found poor. Change the path, "
            "or the ending.",
        ],
    ),
    "a scene without a way on": (
        [
            ("    ending: poor\n", ""),
        ],
        [
            f"{DOOR}:6: a case needs two endings at least, found open. Write another scene with ending:, and "
            "a decision that leads to it.",
            f"{DOOR}:44: silence: a scene has neither decisions nor an ending. Write decisions:, or ending: "
            "good, mixed or poor.",
        ],
    ),
    "an ending that goes on": (
        [
            (
                "    question: {kk: Не дейсіз?, ru: Что вы скажете?}\n",
                "    question: {kk: Не дейсіз?, ru: Что вы скажете?}\n    ending: poor\n",
            ),
        ],
        [
            f"{DOOR}:27: voice: an ending has decisions, found a, b. Remove ending:, or remove the "
            "decisions.",
        ],
    ),
    "a loop without an exit": (
        [
            ("        to: open", "        to: stairs"),
            ("        to: silence\n  - id: voice", "        to: voice\n  - id: voice"),
            ("        to: silence\n", "        to: stairs\n"),
        ],
        [
            f"{DOOR}:7: stairs: from these scenes the story never ends, found stairs, voice. Let one of "
            "their decisions lead to an ending, or to a scene that does.",
            f"{DOOR}:7: stairs: the expert's path goes round, found stairs → voice → stairs. Let it lead to "
            "a good ending.",
            f"{DOOR}:41: open: no way leads to the scene, found open. Write to: open under a decision, or "
            "remove the scene.",
            f"{DOOR}:44: silence: no way leads to the scene, found silence. Write to: silence under a "
            "decision, or remove the scene.",
        ],
    ),
    "two experts": (
        [
            (
                "        to: silence\n  - id: voice",
                "        to: silence\n        expert: {kk: Иә., ru: Да.}\n  - id: voice",
            ),
        ],
        [
            f"{DOOR}:10: stairs: exactly one decision of a scene is an expert's, found 2 (a, b). Write "
            "expert: under it alone.",
        ],
    ),
    "no expert": (
        [
            ("        expert: {kk: Алдымен танысу керек., ru: Сначала надо познакомиться.}\n", ""),
        ],
        [
            f"{DOOR}:27: voice: exactly one decision of a scene is an expert's, found none. Write expert: "
            "under it alone.",
        ],
    ),
    "decisions without a question": (
        [
            ("    question: {kk: Не дейсіз?, ru: Что вы скажете?}\n", ""),
        ],
        [
            f"{DOOR}:24: voice: a scene with decisions asks nothing. Write question:.",
        ],
    ),
    "a case that is called otherwise than its file": (
        [
            ("case: door", "case: dor"),
        ],
        [
            f"{DOOR}:1: the case is not called like its file, found dor. Write case: door, or rename the "
            "file.",
        ],
    ),
    "names that nothing has": (
        [
            ("behind: closed-cycle", "behind: closed-cicle"),
            ("[S21]", "[S22]"),
            ("chapter: cycle", "chapter: cicle"),
        ],
        [
            f"{DOOR}:2: door: there is no such bank, found cicle. Did you mean cycle?",
            f"{DOOR}:3: door: there is no such statement, found S22. The statements are S21 to S21.",
            f"{DOOR}:22: stairs: there is no such term, found closed-cicle. Did you mean closed-cycle?",
        ],
    ),
    "a kind of ending that there is not": (
        [
            ("ending: good", "ending: happy"),
        ],
        [
            f"{DOOR}:43: open: ending has an unknown value, found happy. Write one of good, mixed, poor.",
        ],
    ),
}


@pytest.fixture
def course(root: Path, tmp_path: Path) -> Path:
    """The small course with the case of the closed door, to break."""
    return copy_mini(root, tmp_path / "course")


def errors(course: Path) -> list[str]:
    """Return the problems of the course as they are printed."""
    return [str(problem) for problem in check_course(course) if problem.severity == "error"]


@pytest.mark.parametrize("name", FAULTS)
def test_a_bad_case_is_explained(name: str, course: Path) -> None:
    """A case that cannot be gone through is refused, with the scene and the way to mend it."""
    edits, expected = FAULTS[name]
    text = (course / DOOR).read_text("utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    (course / DOOR).write_text(text, "utf-8")
    assert errors(course) == expected


def test_a_case_that_no_page_shows_is_named(course: Path) -> None:
    """Lists link to the page of a case, so there must be one."""
    for lang in ("kk", "ru"):
        path = course / "content" / lang / "case-door.md"
        path.write_text(path.read_text("utf-8").replace(":::{branching} door\n:::\n", ""), "utf-8")
    assert errors(course) == [
        f"{DOOR}:1: door: no Kazakh page shows the case. Write :::{{branching}} door in content/kk/case-door.md.",
        f"{DOOR}:1: door: no Russian page shows the case. Write :::{{branching}} door in content/ru/case-door.md.",
    ]


def test_a_case_is_shown_in_both_editions_under_its_label(course: Path) -> None:
    """A list links to the case's label in its own edition: one page without it would break the build."""
    path = course / "content" / "ru" / "case-door.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace(":::{branching} door\n:::\n", ""), "utf-8")
    assert any("no Russian page shows the case" in problem for problem in errors(course))
    assert not any("no Kazakh page" in problem for problem in errors(course))
    path.write_text(text, "utf-8")
    for lang in ("kk", "ru"):
        folder = course / "content" / lang
        page = (folder / "case-door.md").read_text("utf-8").replace("(case-door", "(story")
        (folder / "case-door.md").unlink()
        (folder / "story.md").write_text(page, "utf-8")
    toc = course / "book" / "_toc.yml"
    toc.write_text(toc.read_text("utf-8").replace("case-door", "story"), "utf-8")
    assert [problem for problem in errors(course) if "label that lists" in problem] == [
        f"content/{lang}/story.md:9: story: the page of a case has no label that lists of cases can link to. "
        "Write (case-door)= above its title, and call the file case-door.md."
        for lang in ("kk", "ru")
    ]


def test_a_list_without_cases_is_named(course: Path) -> None:
    """A list of the cases of a chapter that has none, or that is none, would be refused by the build."""
    for lang, chapter in (("kk", "cycel"), ("ru", "cycle")):
        path = course / "content" / lang / "case-door.md"
        path.write_text(path.read_text("utf-8").replace("{case-list}", f"{{case-list}} {chapter}"), "utf-8")
    path = course / DOOR
    path.write_text(path.read_text("utf-8").replace("chapter: cycle", "chapter: cycles"), "utf-8")
    assert [problem for problem in errors(course) if "case-door.md" in problem] == [
        "content/kk/case-door.md:15: case-door-others: there is no such bank, found cycel. Did you mean cycle?",
        "content/ru/case-door.md:15: case-door-others: no case practises the chapter, found cycle. "
        "Remove the list, or write a case with chapter: cycle.",
    ]


def test_a_case_knows_its_routes(course: Path) -> None:
    """The expert's path goes from the first scene to a good ending; the endings are all there."""
    case = load_course(course).cases["door"]
    assert [(scene.id, decision.id) for scene, decision in case.expert_path] == [
        ("stairs", "a"),
        ("voice", "b"),
    ]
    assert [(scene.id, scene.ending) for scene in case.endings] == [("open", "good"), ("silence", "poor")]


def test_every_case_of_the_course_ends_whatever_is_decided(root: Path) -> None:
    """Whoever decides at random comes to an ending, in every case, and the long ones are long."""
    chance = random.Random(1)
    cases = load_course(root, pages=False).cases.values()
    for case in cases:
        for _ in range(50):
            scene, steps = case.scenes[0], 0
            while scene.decisions:
                scene, steps = case.scene(chance.choice(scene.decisions).to), steps + 1
                assert steps < 200, case.case
            assert scene.ending
    assert len(cases) >= 12
    assert sum(len(case.expert_path) >= 6 for case in cases) >= 6


@given(
    st.lists(st.lists(st.integers(min_value=0, max_value=7), min_size=0, max_size=3), min_size=3, max_size=8)
)
@settings(max_examples=300, deadline=None)
def test_a_case_without_faults_can_always_be_ended(routes: list[list[int]]) -> None:
    """Whatever the routes, a case that the rules let pass has no scene out of reach and none without an end."""
    scenes = [
        {
            "id": f"s{number}",
            "decisions": [
                {"id": f"d{at}", "to": f"s{to % len(routes)}", **({"expert": "x"} if at == 0 else {})}
                for at, to in enumerate(ways)
            ],
        }
        if ways
        else {"id": f"s{number}", "ending": "good"}
        for number, ways in enumerate(routes)
    ]
    if any(True for _ in route_faults({"scenes": scenes})):
        return
    reached, frontier = {0}, [0]
    while frontier:
        for to in routes[frontier.pop()]:
            if to % len(routes) not in reached:
                reached.add(to % len(routes))
                frontier.append(to % len(routes))
    assert reached == set(range(len(routes)))
    ends = {number for number, ways in enumerate(routes) if not ways}
    for _ in routes:
        ends |= {number for number, ways in enumerate(routes) if any(to % len(routes) in ends for to in ways)}
    assert ends == set(range(len(routes)))


def test_a_case_reads_without_a_script(root: Path, course: Path) -> None:
    """Each decision unfolds to its consequence, its feedback and a link to the scene that follows."""
    small = load_course(course, pages=False)
    case = small.cases["door"]
    html = render_case(case, small.terms, "ru", small.words["ru"], href=lambda label: f"#{label}")
    snapshot = root / "tests" / "snapshots" / "case-door.html"
    if os.environ.get("SWTECH_SNAPSHOTS") == "write":
        snapshot.write_text(html, "utf-8")
    assert html == snapshot.read_text("utf-8")
    for scene in case.scenes:
        for decision in scene.decisions:
            assert f'href="#case-door-scene-{decision.to}"' in html
    assert "<script>" not in html


def test_words_of_a_case_are_escaped(course: Path) -> None:
    """HTML in a case is shown as it was typed."""
    text = (course / DOOR).read_text("utf-8")
    (course / DOOR).write_text(
        text.replace("ru: Постучу ещё раз", "ru: <img src=x onerror=alert(1)>"), "utf-8"
    )
    small = load_course(course, pages=False)
    html = render_case(small.cases["door"], {}, "ru", small.words["ru"])
    assert "<img" not in html
    assert "&lt;img" in html
