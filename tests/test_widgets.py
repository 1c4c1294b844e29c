"""Quizzes in a kernel, without a browser: what the front end would send is sent by hand."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ipywidgets
import pandas
import pytest

from swtech import widgets
from swtech.attempts import COLUMNS
from swtech.course import load_course
from swtech.errors import SwtechError


@pytest.fixture(scope="module")
def course(root: Path) -> Any:
    """The course itself."""
    return load_course(root, pages=False)


def an_attempt(item: Any, response: object, at: str = "2026-11-23T08:00:00.000Z") -> dict[str, Any]:
    """An attempt as the browser sends it; it claims full credit."""
    outcome = {"score": 1, "verdict": "right", "parts": {}, "remarks": {}}
    return {"item": item.id, "at": at, "lang": "kk", "revision": 1, "response": response, "outcome": outcome}


def a_choice(widget: widgets.QuizWidget) -> Any:
    """The first choice item of a quiz."""
    return next(item for item in widget.items if item.kind == "choice")


def test_answers_come_back_to_python(course: Any) -> None:
    """An attempt sent by the browser is in `log`, `score` follows, and both can be observed."""
    widget = widgets.quiz("cycle", lang="kk", course=course)
    heard: list[float] = []
    widget.observe(lambda change: heard.append(change["new"]), "score")
    item = a_choice(widget)
    message = {"method": "update", "state": {"log": [an_attempt(item, item.key.id)]}, "buffer_paths": []}
    widget._handle_msg({"content": {"data": message}, "buffers": []})
    assert widget.log[0]["outcome"]["verdict"] == "right"
    assert widget.score == pytest.approx(1 / len(widget.items))
    assert heard == [widget.score]


def test_the_kernel_scores_for_itself(course: Any) -> None:
    """A browser that claims full credit for a wrong choice is not believed."""
    widget = widgets.quiz("cycle", lang="kk", course=course)
    item = a_choice(widget)
    wrong = next(choice.id for choice in item.choices if not choice.key)
    widget.log = [an_attempt(item, wrong)]
    assert widget.log[0]["outcome"]["verdict"] == "wrong"
    assert widget.score == 0


def test_what_is_no_attempt_is_left_out(course: Any) -> None:
    """Unknown items and damaged records do not reach Python."""
    widget = widgets.quiz("cycle", lang="ru", course=course)
    widget.log = [
        {},
        {"item": 3},
        {"item": "nothing"},
        {"item": a_choice(widget).id, "response": {"a": 1}},
    ]
    (kept,) = widget.log
    assert kept["lang"] == "ru"
    assert kept["outcome"]["verdict"] == "wrong"


def test_the_last_attempt_counts_and_beginning_anew_clears_it(course: Any) -> None:
    """Right, then wrong is wrong; after «again» the item counts as not answered."""
    widget = widgets.quiz("cycle", lang="kk", course=course)
    item = a_choice(widget)
    widget.log = [an_attempt(item, "none", "2026-11-23T08:00:00.000Z")]
    widget.log = [*widget.log, an_attempt(item, item.key.id, "2026-11-23T08:01:00.000Z")]
    assert widget.score > 0
    widget.resets = {item.id: "2026-11-23T08:02:00.000Z"}
    assert widget.score == 0


A_DAY = (
    {"response": "", "at": "2026-11-23T08:00:00.000Z"},
    {"response": None, "at": "2026-11-23T08:01:30.500Z", "hinted": True, "retry": True, "sure": False},
    {"response": {"a": "<b>"}, "at": "yesterday", "lang": "ru", "sure": True, "hinted": 1, "retry": "yes"},
)
"""Three answers to one item, the last one from a browser that says odd things."""


@pytest.fixture
def answered(course: Any) -> widgets.QuizWidget:
    """A quiz with one right answer, which took three attempts, and one wrong answer to another item."""
    widget = widgets.quiz("cycle", lang="kk", course=course)
    item = a_choice(widget)
    answers = [{**an_attempt(item, None), **answer} for answer in A_DAY]
    answers[1]["response"] = item.key.id
    other = next(other for other in widget.items if other.kind == "order")
    widget.log = [*answers, an_attempt(other, [entry.id for entry in other.sequence][::-1])]
    return widget


EXPECTED = (
    (1, 0.0, "wrong", None, False, False),
    (2, 1.0, "right", False, True, True),
    (3, 0.0, "wrong", True, False, False),
    (1, 0.0, "wrong", None, False, False),
)
"""Number, score, verdict, sure, hinted, retry."""


def test_attempts_are_a_data_frame(answered: widgets.QuizWidget) -> None:
    """With pandas the attempts are a tidy table: a row each, a type for each column, ready to be grouped."""
    frame = answered.attempts
    assert isinstance(frame, pandas.DataFrame)
    assert tuple(frame.columns) == COLUMNS
    names = ["attempt", "score", "verdict", "sure", "hinted", "retry"]
    found = [
        tuple(None if value is pandas.NA else value for value in row)
        for row in frame[names].itertuples(index=False)
    ]
    assert found == list(EXPECTED)
    item = answered.items[[item.id for item in answered.items].index(frame["item"][0])]
    first = frame.iloc[0]
    assert (first["bank"], first["objective"], first["level"], first["kind"]) == (
        *("cycle", item.objective),
        *(item.level, "choice"),
    )
    assert frame["at"].dtype.kind == "M"
    assert frame["at"][1] == pandas.Timestamp("2026-11-23T08:01:30.500Z")
    assert frame["at"].isna().tolist() == [False, False, True, False]
    assert frame["sure"].dtype == "boolean"
    assert list(frame["lang"]) == ["kk", "kk", "ru", "kk"]
    assert frame["response"][2] == {"a": "<b>"}
    assert frame.groupby("kind")["score"].max().to_dict() == {"choice": 1.0, "order": 0.0}


def test_without_pandas_attempts_are_plain_rows(
    answered: widgets.QuizWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without pandas there are the same rows as dicts, which a notebook shows as a table."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    rows = answered.attempts
    assert isinstance(rows, list)
    assert all(tuple(row) == COLUMNS for row in rows)
    names = ("attempt", "score", "verdict", "sure", "hinted", "retry")
    assert [tuple(row[name] for name in names) for row in rows] == list(EXPECTED)
    assert rows[1]["at"] == datetime(2026, 11, 23, 8, 1, 30, 500_000, tzinfo=UTC)
    assert rows[2]["at"] is None
    # What a student typed is text for the notebook too.
    html = rows._repr_html_()
    assert html.count("<tr>") == 5
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    shown = repr(rows).splitlines()
    assert len(shown) == 5
    assert shown[0].split() == list(COLUMNS)
    assert "2026-11-23 08:01:30" in shown[2]


def test_before_the_first_answer_the_table_has_its_columns(
    course: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty table can be grouped and added up like any other."""
    widget = widgets.test(n=2, lang="kk", course=course)
    frame = widget.attempts
    assert tuple(frame.columns) == COLUMNS
    assert frame["score"].sum() == 0
    assert frame["at"].dtype.kind == "M"
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert widget.attempts == []
    assert repr(widget.attempts).split() == list(COLUMNS)


def test_an_attempt_at_a_mixed_test_names_its_bank(course: Any) -> None:
    """In a test from several chapters each attempt says which bank its item is from."""
    widget = widgets.test(["cycle", "groups"], n=8, lang="ru", course=course)
    widget.log = [an_attempt(item, "") for item in widget.items]
    assert [*widget.attempts["bank"]] == [course.bank_of(item.id).bank for item in widget.items]
    assert set(widget.attempts["bank"]) == {"cycle", "groups"}


def test_it_composes_with_other_widgets(course: Any) -> None:
    """A quiz stands in a VBox or a Tab like any widget."""
    one = widgets.quiz("cycle", lang="kk", course=course)
    two = widgets.test(n=3, lang="kk", course=course)
    tab = ipywidgets.Tab([ipywidgets.VBox([one]), two], titles=["1", "2"])
    assert tab.children[0].children == (one,)


def test_the_output_is_a_reference_beside_the_widget(course: Any) -> None:
    """Jupyter shows the widget; the site reads which bank, and renders it anew. Nothing in it is random."""
    data: dict[str, Any] = widgets.quiz("cycle", lang="kk", course=course)._repr_mimebundle_()[0]  # type: ignore[index]
    assert data[widgets.MIME] == {"bank": "cycle", "items": None}
    assert "application/vnd.jupyter.widget-view+json" in data
    assert data["text/plain"] == f"<swtech quiz: {len(course.banks['cycle'].items)} items>"


def test_a_test_refers_to_chapters_length_and_seed(course: Any) -> None:
    """The reference is all that the site needs to draw the same items."""
    widget = widgets.test(["cycle"], n=4, seed=7, lang="ru", course=course)
    data: dict[str, Any] = widget._repr_mimebundle_()[0]  # type: ignore[index]
    assert json.loads(json.dumps(data[widgets.MIME])) == {
        "test": {"chapters": ["cycle"], "n": 4, "seed": "7"}
    }
    other = widgets.test(["cycle"], n=4, seed="7", lang="kk", course=course)
    assert [item.id for item in widget.items] == [item.id for item in other.items]


def test_a_wrong_name_is_answered_with_the_nearest_one(course: Any) -> None:
    """A misspelt bank, item or language is an error that says what was meant, in a line."""
    with pytest.raises(SwtechError, match=r"no bank cicle\. Did you mean cycle"):
        widgets.quiz("cicle", lang="kk", course=course)
    with pytest.raises(SwtechError, match="no bank has an item cycle-gaol"):
        widgets.quiz("cycle", items=["cycle-gaol"], course=course)
    with pytest.raises(SwtechError, match="The languages are kk and ru") as caught:
        widgets.quiz("cycle", lang="en", course=course)
    assert len(caught.value._render_traceback_()) == 1


def test_the_language_is_that_of_the_notebook_s_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In content/ru a quiz is Russian without being told; the course is found from there too."""
    monkeypatch.chdir(root / "content" / "ru")
    assert 'lang="ru"' in widgets.quiz("cycle").html


def test_what_jupyter_loads_is_installed_with_the_package() -> None:
    """The bundle is an ES module without imports; relative ones could not resolve."""
    script = (widgets.STATIC / "widget.js").read_text("utf-8")
    assert "export{" in script or "export default" in script
    assert "import " not in script
    assert ".sw-item" in (widgets.STATIC / "widget.css").read_text("utf-8")


def test_a_quiz_does_not_fail_with_another_bank(root: Path, tmp_path: Path) -> None:
    """While one chapter's bank is broken, the notebook of another still shows its quiz."""
    folder = tmp_path / "course"
    shutil.copytree(root / "tests" / "courses" / "mini", folder)
    for lang in ("kk", "ru"):
        shutil.copy(root / "book" / f"{lang}.yml", folder / "book" / f"{lang}.yml")
    (folder / "quizzes" / "broken.yml").write_text("bank: [", "utf-8")
    assert len(widgets.quiz("cycle", lang="kk", course=folder).items) == 2
    with pytest.raises(SwtechError, match="broken"):
        widgets.quiz("broken", lang="kk", course=folder)
