"""The course as frozen values: banks, items, branching cases, texts in both languages, terms, statements, figures."""

from __future__ import annotations

from swtech.model.bank import Bank, Objective
from swtech.model.case import Case, Decision, Ending, Scene
from swtech.model.course import Figure, Outline, Part, Statement, Term, Termbase
from swtech.model.item import (
    KINDS,
    BaseItem,
    Choice,
    ChoiceItem,
    Distractor,
    Entry,
    Extra,
    Gap,
    GapChoice,
    GapItem,
    Group,
    Item,
    Level,
    MatchItem,
    MultipleItem,
    OrderItem,
    Pair,
    ShortItem,
    SortEntry,
    SortItem,
)
from swtech.model.page import Page, Reference, Section
from swtech.model.settings import Promise, Settings, TocEntry
from swtech.model.source import Located, LocatedList, Mark, Source
from swtech.model.text import BLANK, PLACEHOLDER, Answers, Text
from swtech.model.variant import Variant

__all__ = [
    "BLANK",
    "KINDS",
    "PLACEHOLDER",
    "Answers",
    "Bank",
    "BaseItem",
    "Case",
    "Choice",
    "ChoiceItem",
    "Decision",
    "Distractor",
    "Ending",
    "Entry",
    "Extra",
    "Figure",
    "Gap",
    "GapChoice",
    "GapItem",
    "Group",
    "Item",
    "Level",
    "Located",
    "LocatedList",
    "Mark",
    "MatchItem",
    "MultipleItem",
    "Objective",
    "OrderItem",
    "Outline",
    "Page",
    "Pair",
    "Part",
    "Promise",
    "Reference",
    "Scene",
    "Section",
    "Settings",
    "ShortItem",
    "SortEntry",
    "SortItem",
    "Source",
    "Statement",
    "Term",
    "Termbase",
    "Text",
    "TocEntry",
    "Variant",
]
