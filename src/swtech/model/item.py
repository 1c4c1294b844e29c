"""A quiz item and its seven kinds, named as in the field (QTI)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from swtech.model import rules
from swtech.model.faults import Fault
from swtech.model.text import Answers, Text
from swtech.model.value import Count, Id, Placed, Truth, Value

Level = Literal["remember", "understand", "apply", "analyse"]
"""What an item asks of the mind."""

StatementId = Annotated[str, Field(pattern=r"^S[0-9]{2}$")]


class Choice(Value):
    """An answer to choose, with what to say to somebody who chose it."""

    id: Id = Field(description="A letter or a short word, kept for life: a, b, c.")
    text: Text
    feedback: Text = Field(description="Why this one is right or wrong.")
    key: Truth = Field(default=False, description="true for a right choice.")


class GapChoice(Value):
    """A word to choose for a blank."""

    id: Id
    text: Text
    feedback: Text | None = None
    key: Truth = Field(default=False, description="true for the right word.")


class Pair(Value):
    """A left side and the right side that belongs to it."""

    id: Id
    left: Text
    right: Text
    feedback: Text | None = None


class Extra(Value):
    """A right side that belongs to no left side."""

    id: Id
    text: Text


class Entry(Value):
    """A step of a sequence."""

    id: Id
    text: Text
    feedback: Text | None = None


class Group(Value):
    """A group to sort entries into."""

    id: Id
    title: Text


class SortEntry(Value):
    """An entry, and the group it belongs to."""

    id: Id
    text: Text
    group: Id = Field(description="The id of its group.")
    feedback: Text | None = None


class Gap(Value):
    """A blank in a text: typed (`answers`) or chosen from a list (`choices`)."""

    id: Id = Field(description="Stands in the text as [[id]], once in each language.")
    answers: Answers | None = None
    choices: Annotated[tuple[GapChoice, ...], Field(min_length=2)] | None = None
    exact: Truth = Field(default=False, description="true when every letter counts.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with this gap."""
        return rules.one_gap_faults(raw)

    @property
    def key(self) -> GapChoice | None:
        """The right choice of a chosen gap."""
        return next((choice for choice in self.choices or () if choice.key), None)


class Distractor(Value):
    """Wrong typed answers to expect, and what to say to somebody who gave one."""

    answers: Answers
    feedback: Text


class BaseItem(Placed):
    """What items of every kind have."""

    id: Id = Field(description="Short, handwritten, begins with the chapter's slug, kept for life.")
    revision: Count = Field(
        default=1, description="One more when the meaning changes; a typo is no revision."
    )
    objective: Id = Field(description="The objective of this bank that the item tests.")
    teaches: Annotated[tuple[StatementId, ...], Field(min_length=1)] = Field(
        description="The statements of quizzes/outline.yml that the item tests."
    )
    level: Level = Field(description="What the item asks of the mind.")
    section: Id = Field(description="The label of the section that the rationale links to.")
    stem: Text = Field(description="The question.")
    hint: Text | None = Field(default=None, description="A help that does not give the answer away.")
    rationale: Text = Field(description="Explains the answer to somebody who did not know it.")


class ChoiceItem(BaseItem):
    """One right answer among several."""

    kind: Literal["choice"] = "choice"
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)] = Field(
        description="Exactly one has key: true."
    )

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with the choices."""
        return rules.choice_faults(raw, several=False) if "choices" in raw else iter(())

    @property
    def key(self) -> Choice:
        """The right choice."""
        return next(choice for choice in self.choices if choice.key)


class MultipleItem(BaseItem):
    """One or more right answers among several."""

    kind: Literal["multiple"] = "multiple"
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)] = Field(
        description="One or more have key: true."
    )

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with the choices."""
        return rules.choice_faults(raw, several=True) if "choices" in raw else iter(())

    @property
    def keys(self) -> tuple[Choice, ...]:
        """The right choices."""
        return tuple(choice for choice in self.choices if choice.key)


class MatchItem(BaseItem):
    """Left sides, each to be joined to its right side."""

    kind: Literal["match"] = "match"
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2)]
    distractors: tuple[Extra, ...] = Field(default=(), description="Right sides that belong to no left side.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with the sides."""
        return rules.match_faults(raw)


class OrderItem(BaseItem):
    """Entries to be put in order; they are written in the right one."""

    kind: Literal["order"] = "order"
    sequence: Annotated[tuple[Entry, ...], Field(min_length=3)] = Field(description="In the right order.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with the entries."""
        return rules.order_faults(raw)


class SortItem(BaseItem):
    """Entries to be sorted into groups."""

    kind: Literal["sort"] = "sort"
    groups: Annotated[tuple[Group, ...], Field(min_length=2)]
    entries: Annotated[tuple[SortEntry, ...], Field(min_length=2)]

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with groups and entries."""
        return rules.sort_faults(raw)


class GapItem(BaseItem):
    """A text with blanks."""

    kind: Literal["gap"] = "gap"
    text: Text = Field(description="Holds a blank [[id]] for each gap, in both languages.")
    gaps: Annotated[tuple[Gap, ...], Field(min_length=1)]

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong between text and gaps."""
        return rules.gap_faults(raw)


class ShortItem(BaseItem):
    """A typed answer."""

    kind: Literal["short"] = "short"
    answers: Answers
    exact: Truth = Field(default=False, description="true when every letter counts.")
    distractors: tuple[Distractor, ...] = Field(default=(), description="Wrong answers to expect.")

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield what is wrong with the answers."""
        return rules.short_faults(raw)


Item = Annotated[
    ChoiceItem | MultipleItem | MatchItem | OrderItem | SortItem | GapItem | ShortItem,
    Field(discriminator="kind"),
]
"""An item of any kind."""

KINDS: dict[str, type[BaseItem]] = {
    "choice": ChoiceItem,
    "multiple": MultipleItem,
    "match": MatchItem,
    "order": OrderItem,
    "sort": SortItem,
    "gap": GapItem,
    "short": ShortItem,
}
"""The kinds by their names."""
