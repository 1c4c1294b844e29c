"""What is worked out from the logs: schedules, mastery, the day's queue, confidence. In a browser in Almaty."""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime(2026, 11, 23, 12, tzinfo=ALMATY)
MANY = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
AGAIN, HARD, GOOD = 1, 2, 3

ENTRY = """
export { overview } from "{study}/study.js";
export { dayOf, startOf, mondayOf } from "{study}/days.js";
export { schedule, PARAMETERS } from "{study}/schedule.js";
export { gradeOf } from "{study}/grade.js";
export { calibration } from "{study}/calibration.js";
export { thingsOf, weave, cardId, kindOf } from "{study}/things.js";
export { whereToGoOn } from "{study}/summary.js";
export * as fsrs from "{fsrs}";
"""


@pytest.fixture(scope="module")
def code(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The modules as they stand in frontend/, with ts-fsrs itself beside them."""
    entry = tmp_path_factory.mktemp("study") / "entry.js"
    library = root / "node_modules/ts-fsrs/dist/index.mjs"
    text = ENTRY.replace("{study}", str(root / "frontend/study")).replace("{fsrs}", str(library))
    entry.write_text(text, "utf-8")
    return subprocess.run(
        [str(root / "node_modules/.bin/esbuild"), str(entry), "--bundle", "--format=iife", "--global-name=study"],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip


def opened(browser: Browser, code: str, zone: str) -> Page:
    """Return a page in *zone* that has the modules."""
    page = browser.new_context(timezone_id=zone).new_page()
    page.evaluate(code + ";globalThis.study = study")
    return page


@pytest.fixture(scope="module")
def page(browser: Browser, code: str) -> Iterator[Page]:
    """A page in Almaty, where the course is read."""
    found = opened(browser, code, "Asia/Almaty")
    yield found
    found.context.close()


# ---- histories ---------------------------------------------------------------------------------------------------

VERDICTS = {0.0: "wrong", 0.3: "partly", 0.5: "partly", 0.8: "partly", 1.0: "right"}


def attempt(at: datetime, score: float = 1.0, *, ending: bool = False, **more: Any) -> dict[str, Any]:
    """Return an attempt as the store keeps it."""
    outcome = {
        "score": score,
        "verdict": VERDICTS[score],
        "parts": {},
        "remarks": {"ending": "well"} if ending else {},
    }
    said = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "uid": f"{said}/{id(outcome)}",
        "at": said,
        "lang": "kk",
        "revision": 1,
        "response": "a",
        "outcome": outcome,
    } | more


def ago(days: float) -> datetime:
    """Return the moment so many days before now."""
    return NOW - timedelta(days=days)


def day_of(at: datetime) -> int:
    """Return the student's day, which begins at four in the morning, counted from 1970."""
    return (at.astimezone(ALMATY) - timedelta(hours=4)).date().toordinal() - 719163


@st.composite
def histories(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Attempts over some months; now and then the clock is wrong by days or years, ahead or behind."""
    at = ago(draw(st.integers(0, 400)))
    log = []
    for _ in range(draw(st.integers(0, 14))):
        wrong = draw(st.sampled_from([0] * 12 + [-3, -400, -9000, 2, 40, 900]))
        options = draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "sure": st.booleans(),
                    "hinted": st.just(True),
                    "retry": st.just(True),
                    "mode": st.sampled_from(["practice", "review", "test"]),
                },
            )
        )
        log.append(attempt(at + timedelta(days=wrong), draw(st.sampled_from(sorted(VERDICTS))), **options))
        at = min(at + timedelta(hours=draw(st.sampled_from([0, 1, 5, 9, 24, 40, 72, 170, 800]))), NOW)
    return log


def grade(entry: dict[str, Any]) -> int:
    """Return what an attempt is to the scheduler, as docs/decisions/0010 says it."""
    if entry["outcome"]["score"] < 0.5:
        return AGAIN
    unaided = entry["outcome"]["verdict"] == "right" and entry.get("sure", True) and not entry.get("hinted")
    return GOOD if unaided else HARD


def counted(log: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return day and grade of each attempt that counts, as docs/decisions/0010 says it."""
    found: dict[int, int] = {}
    latest = datetime.min.replace(tzinfo=UTC)
    for entry in log:
        at = datetime.fromisoformat(entry["at"])
        if day_of(at) > day_of(NOW):
            continue
        latest = max(latest, at)
        if not entry.get("retry"):
            found.setdefault(day_of(latest), grade(entry))
    return list(found.items())


SCHEDULE = """([id, log, now, revision]) => {
  const found = study.schedule(id, log, { now: new Date(now), revision });
  return { ...found, due: found.due && study.dayOf(found.due), begins: found.due?.getHours() ?? null };
}"""


def scheduled(
    page: Page, log: list[dict[str, Any]], thing: str = "q", revision: int = 1, now: datetime = NOW
) -> Any:
    """Return the schedule of *thing*, its due day as a number."""
    return page.evaluate(SCHEDULE, [thing, log, now.isoformat(), revision])


# ---- schedules ---------------------------------------------------------------------------------------------------

DIRECTLY = """([reviews, today]) => {
  const { fsrs, createEmptyCard } = study.fsrs;
  const least = { enable_fuzz: false, enable_short_term: false };
  const scheduler = fsrs({ ...least, request_retention: 0.9, maximum_interval: 365 });
  const noon = (day) => new Date(day * 864e5 + 432e5);
  let card = createEmptyCard(noon(reviews[0][0]));
  for (const [day, grade] of reviews) card = scheduler.repeat(card, noon(day))[grade].card;
  const retrievability = scheduler.get_retrievability(card, noon(today), false);
  return { ...card, due: Math.floor(card.due / 864e5), retrievability };
}"""


@MANY
@given(histories())
def test_a_schedule_is_what_the_scheduler_itself_says(page: Page, log: list[dict[str, Any]]) -> None:
    """Of any history, ts-fsrs is told one answer a day, in order, whatever the clock said, and is believed."""
    found = scheduled(page, log)
    reviews = counted(log)
    assert [(one["day"], one["grade"]) for one in found["counted"]] == reviews
    assert found["lapses"] == sum(grade == AGAIN for _, grade in reviews)
    assert found["reps"] == len(reviews)
    if not reviews:
        assert (found["due"], found["retrievability"], found["changed"]) == (None, 0, False)
        return
    directly = page.evaluate(DIRECTLY, [reviews, day_of(NOW)])
    assert found["due"] == directly["due"] > reviews[-1][0]
    assert found["begins"] == 4
    for name in ("stability", "difficulty", "retrievability"):
        assert found[name] == directly[name], name


# Our scheduler is told nothing twice a day; without that, the reference knows no bound that comes of it either.
PLAIN = tuple(0.0 if at in (17, 18) else value for at, value in enumerate(fsrs.scheduler.DEFAULT_PARAMETERS))
REFERENCE = fsrs.Scheduler(
    PLAIN,
    desired_retention=0.9,
    learning_steps=(),
    relearning_steps=(),
    maximum_interval=365,
    enable_fuzzing=False,
)


@MANY
@given(
    st.lists(st.tuples(st.integers(1, 200), st.sampled_from([AGAIN, HARD, GOOD])), min_size=1, max_size=12),
    st.integers(0, 400),
)
def test_the_formulas_are_those_of_the_reference(
    page: Page, steps: list[tuple[int, int]], after: int
) -> None:
    """Stability, difficulty, retrievability and interval agree with PyPI's fsrs, by the algorithm's authors."""
    day, card = 20000, fsrs.Card()
    reviews = []
    intervals: dict[int, int] = {}
    for gap, rating in steps:
        day += gap
        at = datetime.fromtimestamp(day * 86400, UTC)
        each = {one: REFERENCE.review_card(card, fsrs.Rating(one), at)[0] for one in (AGAIN, HARD, GOOD)}
        intervals = {one: (found.due - at).days for one, found in each.items()}
        card = each[rating]
        reviews.append((day, rating))
    found = page.evaluate(DIRECTLY, [reviews, day + after])
    at = datetime.fromtimestamp((day + after) * 86400, UTC)
    assert found["stability"] == pytest.approx(card.stability, rel=1e-5)
    assert found["difficulty"] == pytest.approx(card.difficulty, rel=1e-5)
    assert found["retrievability"] == pytest.approx(REFERENCE.get_card_retrievability(card, at), rel=1e-5)
    # ts-fsrs keeps the intervals of the grades apart; the formula itself does not.
    again = min(intervals[AGAIN], intervals[HARD])
    hard = max(intervals[HARD], again + 1)
    good = max(intervals[GOOD], hard + 1)
    assert found["scheduled_days"] == {AGAIN: again, HARD: hard, GOOD: good}[steps[-1][1]]


def test_partly_right_and_unsure_is_hard(page: Page) -> None:
    """Wrong and less than half is Again; half, doubt and the hint are Hard; right is Good; Easy is never given."""
    rows = [
        (0.0, {}, AGAIN), (0.3, {"sure": True}, AGAIN), (0.5, {}, HARD), (0.8, {"sure": True}, HARD),
        (1.0, {"sure": False}, HARD), (1.0, {"hinted": True}, HARD), (1.0, {"sure": True}, GOOD), (1.0, {}, GOOD),
    ]  # fmt: skip
    tries = [attempt(NOW, score, **more) for score, more, _ in rows]
    assert page.evaluate("tries => tries.map(study.gradeOf)", tries) == [expected for _, _, expected in rows]


def test_nothing_is_put_off_for_more_than_a_year(page: Page) -> None:
    """What was right for years is asked once a year all the same: a course is forgotten as a whole."""
    log = [attempt(ago(days)) for days in (2600, 2400, 2000, 1400, 900, 300)]
    # A day more: ts-fsrs keeps what was surely right a day behind what was hard, at the end of its scale too.
    assert scheduled(page, log)["due"] - day_of(ago(300)) == 365 + 1


def test_an_evening_that_ends_after_midnight_is_one_day(page: Page) -> None:
    """At half past one in the morning it is still yesterday; at four a new day begins."""
    late = datetime(2026, 11, 20, 23, 0, tzinfo=ALMATY)
    log = [attempt(late, 0.0), attempt(late + timedelta(hours=2.5)), attempt(late + timedelta(hours=5))]
    assert [one["grade"] for one in scheduled(page, log)["counted"]] == [AGAIN, GOOD]


def test_a_clock_set_back_takes_nothing_away(page: Page) -> None:
    """A phone that believes it is 1970 adds nothing to the schedule and disturbs nothing."""
    log = [attempt(ago(20)), attempt(ago(10))]
    lost = [*log, attempt(datetime(1970, 1, 1, 9, tzinfo=ALMATY), 0.0)]
    assert scheduled(page, lost) == scheduled(page, log)


def test_a_clock_that_was_ahead_hides_nothing_for_years(page: Page) -> None:
    """What was answered «in 2031» does not count before 2031, so it is asked in time; later answers count as ever."""
    ahead = attempt(datetime(2031, 1, 1, 9, tzinfo=ALMATY))
    assert scheduled(page, [ahead])["due"] is None
    log = [attempt(ago(20)), attempt(ago(10))]
    assert scheduled(page, [log[0], ahead, log[1]]) == scheduled(page, log)


def test_a_changed_question_is_due_at_once_and_keeps_its_history(page: Page) -> None:
    """A new revision is asked today; when it has been answered, the schedule goes on from what there was."""
    log = [attempt(ago(20)), attempt(ago(2))]
    before, after = scheduled(page, log), scheduled(page, log, revision=2)
    assert before["due"] > day_of(NOW) == after["due"]
    assert after["changed"] and after["counted"] == before["counted"]
    # The second answer of a day does not count, but it is an answer to the new question.
    answered = [*log, attempt(NOW - timedelta(hours=2)), attempt(NOW, revision=2)]
    assert not scheduled(page, answered, revision=2)["changed"]
    assert scheduled(page, answered, revision=2)["due"] > day_of(NOW)


def test_a_case_counts_when_its_story_has_ended(page: Page) -> None:
    """Steps of a story are no answers; its ending counts by the share of decisions that an expert would take."""
    log = [attempt(ago(3), 0.0), attempt(ago(2), 0.5), attempt(ago(1), 0.8, ending=True)]
    assert [one["grade"] for one in scheduled(page, log, "case:door")["counted"]] == [HARD]
    assert scheduled(page, log[:2], "case:door")["due"] is None


@pytest.mark.parametrize("zone", ["Asia/Almaty", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"])
def test_days_follow_one_another_in_every_zone(browser: Browser, code: str, zone: str) -> None:
    """A day begins at four by the clock on the wall, summer time or not, and the next one follows it."""
    page = opened(browser, code, zone)
    wrong = page.evaluate(
        """() => {
          const first = study.dayOf(Date.UTC(2026, 0, 1, 12));
          const days = Array.from({ length: 800 }, (_, at) => first + at);
          return days.filter((day) => {
            const begins = study.startOf(day);
            const before = study.dayOf(begins.getTime() - 1);
            return begins.getHours() !== 4 || study.dayOf(begins) !== day || before !== day - 1;
          });
        }"""
    )
    page.context.close()
    assert wrong == []


# ---- a small course ----------------------------------------------------------------------------------------------


def catalogue(chapters: int = 3, items: int = 5, terms: int = 2, revision: int = 1) -> dict[str, Any]:
    """Return the catalogue of a small course: chapters c1 …, items c1-a …, objectives c1/1 and c1/2, a case each."""
    slugs = [f"c{number}" for number in range(1, chapters + 1)]
    return {
        "course": "small",
        "version": "1",
        "chapters": [
            {
                "slug": slug, "number": at, "title": slug, "href": f"{slug}.html",
                "objectives": [{"id": f"{slug}/{one}", "text": "…"} for one in (1, 2)],
                "items": [
                    {"id": f"{slug}-{name}", "objective": f"{slug}/{1 if name < 'f' else 2}", "level": "recall",
                     "revision": revision, "section": ""}
                    for name in "abcdefghij"[:items]
                ],
            }
            for at, slug in enumerate(slugs, 1)
        ],
        "terms": [{"id": f"{slug}-t{n}", "chapter": slug} for slug in slugs for n in range(1, terms + 1)],
        "cases": [
            {"id": f"case:{slug}", "revision": 1, "chapter": slug, "title": slug, "href": ""} for slug in slugs
        ],
    }  # fmt: skip


LOOK = """([catalogue, logs, fresh, now]) => {
  const map = new Map(Object.entries(logs));
  const found = study.overview({ catalogue, logs: map, settings: { fresh }, now: new Date(now) });
  const due = [...found.schedules].filter(([, { due }]) => due && due <= found.now).map(([id]) => id);
  return { ...found, logs: null, things: null, schedules: null, due, next: study.whereToGoOn(found)?.slug };
}"""


def looked(page: Page, logs: dict[str, list[dict[str, Any]]], course: Any = None, fresh: int = 10) -> Any:
    """Return what there is to say of *logs*."""
    return page.evaluate(LOOK, [course or catalogue(), logs, fresh, NOW.isoformat()])


def ids(found: Any) -> list[str]:
    """Return the ids of the queue, in order."""
    return [entry["id"] for entry in found["queue"]["entries"]]


# ---- mastery -----------------------------------------------------------------------------------------------------


def test_mastery_follows_its_rule(page: Page) -> None:
    """Right on two days, the last time unaided; four of five items; every objective: so a chapter is mastered."""
    twice = [attempt(ago(9)), attempt(ago(5))]
    logs = {f"c1-{name}": twice for name in "abcdfghi"} | {
        "c1-e": [attempt(ago(9)), attempt(ago(9) + timedelta(hours=1))],
        "c2-a": [*twice, attempt(ago(2), hinted=True)],
        "c2-b": [*twice, attempt(ago(2), 0.8)],
        "c2-c": [attempt(ago(9), 0.0), attempt(ago(5), sure=False), attempt(ago(2), sure=False)],
        "c3-f": [attempt(ago(9), 0.0)],
    }
    first, second, third = looked(page, logs, catalogue(items=10))["chapters"]
    # c1-e was right twice on one day, and c1-j was never answered: four of five are enough all the same.
    assert [one["state"] for one in first["objectives"]] == ["mastered", "mastered"]
    assert (first["state"], first["answered"], first["mastered"], first["total"]) == ("mastered", 9, 8, 10)
    states = {one["id"]: one["state"] for goal in second["objectives"] for one in goal["items"]}
    assert [states[f"c2-{name}"] for name in "abcd"] == ["practised", "practised", "mastered", "new"]
    assert (second["state"], second["objectives"][0]["state"]) == ("seen", "seen")
    assert [third["state"], *(one["state"] for one in third["objectives"])] == ["seen", "new", "seen"]


def test_a_chapter_is_practised_when_each_of_its_questions_was_answered(page: Page) -> None:
    """Practised says nothing of right and wrong; one question without an answer, and it is only seen."""
    logs = {f"c1-{name}": [attempt(ago(1), 0.0)] for name in "abcde"}
    assert looked(page, logs)["chapters"][0]["state"] == "practised"
    del logs["c1-c"]
    assert looked(page, logs)["chapters"][0]["state"] == "seen"


def test_a_chapter_counts_all_that_waits_in_it(page: Page) -> None:
    """Questions, cards and cases that are due count for their chapter, and together they are the queue's."""
    old = [attempt(ago(30))]
    logs = {
        "c1-a": old,
        "card:c1-t1/term": old,
        "case:c2": [attempt(ago(90), ending=True)],
        "c3-a": [attempt(NOW)],
    }
    found = looked(page, logs, fresh=0)
    assert [chapter["due"] for chapter in found["chapters"]] == [2, 1, 0]
    assert found["queue"]["due"] == len(found["queue"]["entries"]) == 3
    assert found["queue"]["done"] == 1


def test_what_was_only_begun_anew_was_never_answered(page: Page) -> None:
    """A question without an answer is new, whatever else its log says."""
    found = looked(page, {"c1-a": [{"uid": "r", "at": NOW.isoformat(), "reset": True}]})
    assert found["chapters"][0]["state"] == "new"


# ---- the queue ---------------------------------------------------------------------------------------------------


def test_what_was_sure_and_wrong_comes_first_then_what_is_nearest_to_being_forgotten(page: Page) -> None:
    """An error that the student believed in waits for nobody; then the weakest memory first; then what is new."""
    logs = {
        "c1-a": [attempt(ago(30))],
        "c1-b": [attempt(ago(300))],
        "c1-c": [attempt(ago(1), 0.0, sure=True)],
        "c1-d": [attempt(ago(90))],
        "c1-e": [attempt(ago(200), 0.0, sure=False)],
        "c1-f": [attempt(ago(31))],
    }
    found = looked(page, logs, catalogue(items=7), fresh=1)
    assert ids(found)[0] == "c1-c"
    rest = [entry["retrievability"] for entry in found["queue"]["entries"][1:-1]]
    assert rest == sorted(rest) and len(rest) == 5
    assert [entry["why"] for entry in found["queue"]["entries"]] == ["due"] * 6 + ["new"]


def test_chapters_and_kinds_take_turns(page: Page) -> None:
    """Among what is remembered alike, neighbours come from different chapters, or are at least of different kinds."""
    old = [attempt(ago(30))]
    logs = {f"c{chapter}-{name}": old for chapter in (1, 2) for name in "abc"}
    logs |= {f"card:c{chapter}-t1/{face}": old for chapter in (1, 2) for face in ("term", "definition")}
    entries = looked(page, logs, fresh=0)["queue"]["entries"]
    assert len(entries) == 10
    for one, other in itertools.pairwise(entries):
        assert one["chapter"] != other["chapter"]
    first = [(entry["kind"], entry["chapter"]) for entry in entries[:4]]
    assert {kind for kind, _ in first} == {"item", "card"}


def test_new_material_is_limited_and_what_was_met_today_counts(page: Page) -> None:
    """Three new things a day, two of which were met on the chapter's page: one is left for the queue."""
    logs = {
        "c1-a": [attempt(NOW)],
        "c1-b": [attempt(NOW - timedelta(hours=3))],
        "case:c1": [attempt(NOW, ending=True)],
    }
    found = looked(page, logs, fresh=3)
    assert found["queue"]["introduced"] == 2
    assert ids(found) == ["c1-c"] or ids(found) == ["card:c1-t1/definition"]
    assert looked(page, logs, fresh=2)["queue"]["entries"] == []
    assert looked(page, logs, fresh=0)["queue"]["fresh"] == 0


def test_new_material_comes_from_chapters_that_were_begun_then_from_the_next(page: Page) -> None:
    """Whoever began with the second chapter goes on there and then meets the third, never a case nobody chose."""
    found = looked(page, {"c2-a": [attempt(ago(1))]}, catalogue(chapters=4), fresh=50)
    fresh = [entry for entry in found["queue"]["entries"] if entry["why"] == "new"]
    assert {entry["chapter"] for entry in fresh} == {"c2", "c3"}
    few = looked(page, {"c2-a": [attempt(ago(1))]}, catalogue(chapters=4), fresh=5)
    assert {entry["chapter"] for entry in few["queue"]["entries"]} == {"c2"}
    assert {entry["kind"] for entry in fresh} == {"item", "card"}
    assert {entry["chapter"] for entry in looked(page, {}, fresh=3)["queue"]["entries"]} == {"c1"}
    last = looked(page, {"c4-a": [attempt(ago(1))]}, catalogue(chapters=4), fresh=50)
    assert {entry["chapter"] for entry in last["queue"]["entries"]} == {"c4", "c1"}


def test_a_term_shows_one_new_face_a_day(page: Page) -> None:
    """The second face of a term would only repeat what the first has just told."""
    found = looked(page, {"c1-a": [attempt(ago(1))]}, catalogue(chapters=1), fresh=50)
    cards = [entry for entry in found["queue"]["entries"] if entry["kind"] == "card"]
    assert sorted(card["id"] for card in cards) == ["card:c1-t1/definition", "card:c1-t2/definition"]
    told = looked(page, {"card:c1-t1/definition": [attempt(NOW)]}, catalogue(chapters=1), fresh=50)
    assert [one for one in ids(told) if one.startswith("card:c1-t1")] == []
    later = looked(page, {"card:c1-t1/definition": [attempt(ago(1))]}, catalogue(chapters=1), fresh=50)
    assert [one for one in ids(later) if one.startswith("card:c1-t1")] == ["card:c1-t1/term"]


def test_the_other_language_is_asked_of_those_who_have_begun_with_it(page: Page) -> None:
    """Translation is brought into the queue only after the first card of that direction."""
    faces = {f"card:c1-t{n}/{face}": [attempt(ago(1))] for n in (1, 2) for face in ("definition", "term")}
    assert not [one for one in ids(looked(page, faces, fresh=50)) if one.endswith(("kk-ru", "ru-kk"))]
    begun = looked(page, faces | {"card:c1-t1/kk-ru": [attempt(ago(1))]}, catalogue(chapters=1), fresh=50)
    assert [one for one in ids(begun) if one.endswith(("kk-ru", "ru-kk"))] == ["card:c1-t2/kk-ru"]


def test_a_changed_question_says_so_in_the_queue(page: Page) -> None:
    """It is due today and marked; a card has no revision and never is."""
    logs = {"c1-a": [attempt(ago(3)), attempt(ago(1))], "card:c1-t1/term": [attempt(ago(1))]}
    entries = looked(page, logs, catalogue(revision=2), fresh=0)["queue"]["entries"]
    assert [(entry["id"], entry["why"]) for entry in entries] == [("c1-a", "changed")]


def test_leeches_are_named_after_four_lapses(page: Page) -> None:
    """What counted as Again four times is named, the worst first; a fourth slip on one day is no fourth lapse."""
    wrong = [attempt(ago(days), 0.0) for days in (60, 50, 40, 30, 20)]
    logs = {"c1-a": wrong[:4], "c1-b": wrong, "c1-c": wrong[:3], "c1-d": [*wrong[:3], attempt(ago(40), 0.0)]}
    assert [(one["id"], one["lapses"]) for one in looked(page, logs)["queue"]["leeches"]] == [
        ("c1-b", 5),
        ("c1-a", 4),
    ]


def test_the_load_of_two_weeks(page: Page) -> None:
    """Everything that falls due within fourteen days stands at its day; what is overdue stands at today."""
    logs = {f"c1-{name}": [attempt(ago(days))] for name, days in zip("abcde", (0, 1, 2, 3, 300), strict=True)}
    load = looked(page, logs)["queue"]["load"]
    days = [scheduled(page, log)["due"] for log in logs.values()]
    today = day_of(NOW)
    assert [one["day"] for one in load] == [today + after for after in range(14)]
    expected = [sum(max(day, today) == today + after for day in days) for after in range(14)]
    assert [one["due"] for one in load] == expected
    assert sum(expected) == 5


THINGS = [
    *(f"c{chapter}-{name}" for chapter in (1, 2, 3) for name in "abcde"),
    *(f"card:c{chapter}-t{n}/{face}" for chapter in "12" for n in "12" for face in ("term", "definition", "ru-kk")),
    "case:c1", "card:gone/term", "gone",
]  # fmt: skip


@settings(MANY, max_examples=150)
@given(st.dictionaries(st.sampled_from(THINGS), histories(), max_size=12), st.integers(0, 50))
def test_any_queue_is_in_order_and_within_its_limit(
    page: Page, logs: dict[str, list[dict[str, Any]]], fresh: int
) -> None:
    """Whatever was answered: everything that is due, once, in order; new things within the limit, no new case."""
    found = looked(page, logs, fresh=fresh)
    queue, order = found["queue"], ids(found)
    assert len(set(order)) == len(order)
    old = [entry for entry in queue["entries"] if entry["why"] != "new"]
    assert sorted(entry["id"] for entry in old) == sorted(found["due"])
    assert order[: len(old)] == [entry["id"] for entry in old]
    bands = [-1 if one["sureAndWrong"] else int(one["retrievability"] / 0.05) for one in old]
    assert bands == sorted(bands)
    new = queue["entries"][len(old) :]
    assert len(new) == queue["fresh"] <= max(0, fresh - queue["introduced"])
    assert all(one["kind"] != "case" and not counted(logs.get(one["id"], [])) for one in new)
    assert sum(chapter["due"] for chapter in found["chapters"]) == queue["due"] == queue["load"][0]["due"]


# ---- confidence, and where to go on ------------------------------------------------------------------------------


def test_confidence_beside_what_came_out(page: Page) -> None:
    """Of sure answers and of doubtful ones, how many were right; by weeks; answers without confidence say nothing."""
    logs = {
        "c1-a": [
            attempt(ago(14), sure=True),
            attempt(ago(13), 0.0, sure=False),
            attempt(ago(0), 0.5, sure=True),
        ],
        "c1-b": [attempt(ago(0), sure=True), attempt(ago(0), sure=True, retry=True), attempt(ago(0))],
    }
    found = looked(page, logs)["calibration"]
    assert found["sure"] == {"n": 3, "right": 2, "share": pytest.approx(2 / 3)}
    assert found["unsure"] == {"n": 1, "right": 0, "share": 0}
    monday = day_of(NOW)
    assert NOW.weekday() == 0
    assert [(week["day"], week["sure"]["n"], week["unsure"]["n"]) for week in found["weeks"]] == [
        (monday - 14, 1, 1),
        (monday, 2, 0),
    ]
    assert looked(page, {})["calibration"]["sure"] == {"n": 0, "right": 0, "share": None}


def test_where_to_go_on(page: Page) -> None:
    """In the chapter answered last, while it has questions left; else in the next one that has some."""
    chapter = {f"c2-{name}": [attempt(ago(3))] for name in "abcde"}
    assert looked(page, {"c1-a": [attempt(ago(9))], "c2-a": [attempt(ago(3))]})["next"] == "c2"
    assert looked(page, {"c1-a": [attempt(ago(9))], **chapter})["next"] == "c3"
    assert looked(page, {})["next"] == "c1"
    everything = {f"c{number}-{name}": [attempt(ago(3))] for number in (1, 2, 3) for name in "abcde"}
    assert looked(page, everything).get("next") is None


def test_names_of_things(page: Page) -> None:
    """A thing's name tells whether it is a card, a case or a question."""
    name = page.evaluate("study.cardId('a-b', 'kk-ru')")
    assert name == "card:a-b/kk-ru"
    kinds = page.evaluate("ids => ids.map(study.kindOf)", [name, "case:x", "c1-a"])
    assert kinds == ["card", "case", "item"]
    assert page.evaluate("study.weave([1, 2, 3, 4], ['a', 'b'])") == [1, "a", 2, 3, "b", 4]
