"""A branching case: scenes, decisions with their consequences, endings, and the path an expert takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from swtech.model.faults import Fault
from swtech.model.item import StatementId
from swtech.model.routes import route_faults, scene_faults
from swtech.model.text import Text
from swtech.model.value import Count, Id, Placed, Value

Ending = Literal["good", "mixed", "poor"]
"""How a story ends for the client."""


class Decision(Value):
    """One of the things that can be done in a scene, and what comes of it."""

    id: Id = Field(description="A letter or a short word, kept for life: a, b, c.")
    text: Text = Field(description="What the student decides to do.")
    consequence: Text = Field(description="What happens then; tells, does not judge.")
    feedback: Text = Field(description="Why the decision is good or bad.")
    behind: Id = Field(description="The term of quizzes/terms.yml behind it: a stage, a principle, a group.")
    to: Id = Field(description="The id of the scene that follows.")
    expert: Text | None = Field(
        default=None, description="On one decision of each scene: why an expert decides so."
    )


class Scene(Value):
    """What is seen and heard, then either a question with decisions or an ending."""

    id: Id
    text: Text = Field(description="What happens.")
    question: Text | None = Field(default=None, description="What is to be decided now.")
    decisions: tuple[Decision, ...] = Field(default=(), description="Two or more; none in an ending.")
    ending: Ending | None = Field(
        default=None, description="How the story ends, in a scene without decisions."
    )

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with this scene by itself."""
        return scene_faults(raw)

    @property
    def expert(self) -> Decision | None:
        """The decision that an expert takes here; None in an ending."""
        return next((decision for decision in self.decisions if decision.expert), None)


class Case(Placed):
    """A story in which the reader decides: `quizzes/cases/<case>.yml`. Its first scene opens it."""

    case: Id = Field(description="The name of this file, kept for life.")
    revision: Count = Field(
        default=1, description="One more when scenes or decisions change; a typo is no revision."
    )
    chapter: Id = Field(description="The slug of the chapter whose matter it practises.")
    teaches: Annotated[tuple[StatementId, ...], Field(min_length=1)] = Field(
        description="The statements of quizzes/outline.yml that it practises."
    )
    title: Text
    summary: Text = Field(description="One sentence for the list of cases.")
    scenes: Annotated[tuple[Scene, ...], Field(min_length=3)] = Field(
        description="The first one opens the case."
    )

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield scenes that lead nowhere, that nothing leads to, or from which no ending can be reached."""
        return route_faults(raw)

    def scene(self, name: str) -> Scene:
        """Return the scene *name*, or raise KeyError."""
        for scene in self.scenes:
            if scene.id == name:
                return scene
        raise KeyError(name)

    @property
    def expert_path(self) -> tuple[tuple[Scene, Decision], ...]:
        """The scenes and decisions through which an expert goes, from the first scene to an ending."""
        path: list[tuple[Scene, Decision]] = []
        scene = self.scenes[0]
        while (decision := scene.expert) is not None:
            path.append((scene, decision))
            scene = self.scene(decision.to)
        return tuple(path)

    @property
    def endings(self) -> tuple[Scene, ...]:
        """The scenes in which the case ends."""
        return tuple(scene for scene in self.scenes if scene.ending)
