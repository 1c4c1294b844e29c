"""The rules of a branching case, over raw mappings: where its decisions lead, and that the story can end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from swtech.errors import did_you_mean
from swtech.model.faults import Fault, is_list, mappings, names
from swtech.model.rules import twin_ids, twin_texts

Raw = Mapping[str, Any]


def scene_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong with one scene by itself."""
    decisions = mappings(raw.get("decisions"))
    yield from twin_ids(decisions, "decisions")
    yield from twin_texts(decisions, "text", "decisions")
    if "decisions" in raw and not is_list(raw["decisions"]):
        return  # the field types say what is wrong
    if "ending" in raw and decisions:
        remedy = "Remove ending:, or remove the decisions."
        yield Fault(raw, "ending", "ending-goes-on", "an ending has decisions", names(decisions), remedy)
    elif "ending" not in raw and not decisions:
        remedy = "Write decisions:, or ending: good, mixed or poor."
        yield Fault(raw, "id", "dead-end", "a scene has neither decisions nor an ending", "", remedy)
    elif len(decisions) == 1:
        remedy = "Write another one, or join the scene with the next."
        found = names(decisions)
        yield Fault(raw, "decisions", "one-decision", "a scene needs two decisions at least", found, remedy)
    if decisions and "question" not in raw:
        remedy = "Write question:."
        yield Fault(raw, "id", "no-question", "a scene with decisions asks nothing", "", remedy)
    if decisions and "ending" not in raw:
        experts = [decision for decision in decisions if "expert" in decision]
        if len(experts) != 1:
            found = f"{len(experts)} ({names(experts)})" if experts else "none"
            what, remedy = "exactly one decision of a scene is an expert's", "Write expert: under it alone."
            yield Fault(raw, "decisions", "expert", what, found, remedy)


def route_faults(raw: Raw) -> Iterator[Fault]:
    """Yield what is wrong between the scenes of a case."""
    scenes = mappings(raw.get("scenes"))
    yield from twin_ids(scenes, "scenes")
    there = {name: scene for scene in reversed(scenes) if isinstance(name := scene.get("id"), str)}
    lost = False
    for scene in scenes:
        for decision in mappings(scene.get("decisions")):
            to = decision.get("to")
            if isinstance(to, str) and to not in there:
                lost = True
                remedy = did_you_mean(to, there, f"The scenes are {', '.join(there)}.")
                what = "the case has no such scene"
                yield Fault(decision, "to", "unknown-scene", what, to, remedy)
    if lost or not scenes or len(there) < len(scenes):
        return  # what else could be said of the routes would only follow from this
    yield from _endings(raw, scenes)
    yield from _unreachable(scenes, there)
    yield from _endless(scenes, there)
    yield from _expert(scenes, there)


def _next(scene: Raw) -> list[str]:
    """Return the ids of the scenes that follow *scene*."""
    return [to for decision in mappings(scene.get("decisions")) if isinstance(to := decision.get("to"), str)]


def _endings(raw: Raw, scenes: list[Raw]) -> Iterator[Fault]:
    endings = [scene for scene in scenes if "ending" in scene]
    if len(endings) < 2:
        remedy = "Write another scene with ending:, and a decision that leads to it."
        found = names(endings) or "none"
        yield Fault(raw, "scenes", "one-ending", "a case needs two endings at least", found, remedy)


def _reached(start: str, there: Mapping[str, Raw]) -> set[str]:
    """Return the ids of the scenes that can be reached from *start*, itself among them."""
    reached, waiting = {start}, [start]
    while waiting:
        for name in _next(there[waiting.pop()]):
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    return reached


def _unreachable(scenes: list[Raw], there: Mapping[str, Raw]) -> Iterator[Fault]:
    reached = _reached(scenes[0]["id"], there)
    for scene in scenes:
        if scene["id"] not in reached:
            remedy = f"Write to: {scene['id']} under a decision, or remove the scene."
            what = "no way leads to the scene"
            yield Fault(scene, "id", "unreachable-scene", what, scene["id"], remedy)


def _endless(scenes: list[Raw], there: Mapping[str, Raw]) -> Iterator[Fault]:
    """Yield the scenes from which the story can never end, one fault for all that go round together."""
    can_end = {name for name, scene in there.items() if not _next(scene)}
    while True:
        more = {name for name, scene in there.items() if name not in can_end and can_end & set(_next(scene))}
        if not more:
            break
        can_end |= more
    stuck = [scene for scene in scenes if scene["id"] not in can_end]
    if stuck:
        what = "from these scenes the story never ends"
        remedy = "Let one of their decisions lead to an ending, or to a scene that does."
        yield Fault(stuck[0], "id", "endless-loop", what, names(stuck), remedy)


def _expert(scenes: list[Raw], there: Mapping[str, Raw]) -> Iterator[Fault]:
    """Yield an expert's path that goes round, or that does not end well."""
    scene, seen = scenes[0], list[str]()
    while True:
        if scene["id"] in seen:
            found = " → ".join([*seen, scene["id"]])
            what, remedy = "the expert's path goes round", "Let it lead to a good ending."
            yield Fault(scene, "id", "expert-loop", what, found, remedy)
            return
        seen.append(scene["id"])
        experts = [one for one in mappings(scene.get("decisions")) if "expert" in one]
        if len(experts) != 1 or not isinstance(experts[0].get("to"), str):
            break
        scene = there[experts[0]["to"]]
    if scene.get("ending") in {"mixed", "poor"}:
        what, remedy = "the expert's path must lead to a good ending", "Change the path, or the ending."
        yield Fault(scene, "ending", "expert-ending", what, str(scene["ending"]), remedy)
