"""A text in both languages, and lists of typed answers in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import Field

from swtech.language import LANGUAGE_NAMES, LANGUAGES, mixed_script_words, normalise
from swtech.language.marks import foreign_marks
from swtech.model.faults import Fault, is_list
from swtech.model.value import Value, Words

PLACEHOLDER = "FILL-IN"
"""What `swtech new` writes where an author's words belong."""

LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
ADDRESS = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@|#[a-z0-9-]+$", re.IGNORECASE)
BLANK = re.compile(r"\[\[([^\[\]\s]*)\]\]")


def word_faults(where: Any, key: str | int, text: str, language: str) -> Iterator[Fault]:
    """Yield what is wrong with the words of one text in one language."""
    if PLACEHOLDER in text:
        found = text[text.index(PLACEHOLDER) :][:60]
        yield Fault(
            where, key, "fill-in", f"the {language} text is still to fill in", found, "Replace all of it."
        )
        return
    mixed = mixed_script_words(text)
    if mixed:
        remedy = "Type the whole word again in one keyboard layout."
        what = f"Latin and Cyrillic letters are mixed in one word of the {language} text"
        yield Fault(where, key, "mixed-script", what, ", ".join(mixed[:5]), remedy)
    marks = foreign_marks(text)
    if marks:
        what = f"quotes are «…» and a dash is – in the {language} text"
        yield Fault(where, key, "foreign-mark", what, " ".join(marks), "Type them again.")
    if "](" not in text:
        return
    for address in LINK.findall(text):
        if not ADDRESS.match(address):
            remedy = "Link to a section as [words](#label), or to a full https:// address."
            yield Fault(where, key, "bad-link", "a link leads nowhere we allow", address or "nothing", remedy)


class Text(Value):
    """One text in Kazakh and in Russian: `text["kk"]`. Small Markdown, where the field allows it."""

    kk: Words = Field(description="The Kazakh text.")
    ru: Words = Field(description="The Russian text.")

    def __getitem__(self, lang: str) -> str:
        if lang == "kk":
            return self.kk
        if lang == "ru":
            return self.ru
        raise KeyError(lang)

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield mixed-script words, bad links and placeholders."""
        for lang in LANGUAGES:
            text = raw.get(lang)
            if isinstance(text, str):
                yield from word_faults(raw, lang, text, LANGUAGE_NAMES[lang])

    @classmethod
    def of(cls, kk: str, ru: str) -> Self:
        """Return a text from its two halves."""
        return cls(kk=kk, ru=ru)


AnswerList = Annotated[tuple[Words, ...], Field(min_length=1)]


class Answers(Value):
    """Typed answers in each language; the first is shown as the right spelling."""

    kk: AnswerList = Field(description="Kazakh answers, the best spelling first.")
    ru: AnswerList = Field(description="Russian answers, the best spelling first.")

    def __getitem__(self, lang: str) -> tuple[str, ...]:
        if lang == "kk":
            return self.kk
        if lang == "ru":
            return self.ru
        raise KeyError(lang)

    @classmethod
    def faults(cls, raw: Mapping[str, Any]) -> Iterator[Fault]:
        """Yield mixed-script words, placeholders and answers that stand twice."""
        for lang in LANGUAGES:
            answers = raw.get(lang)
            if not is_list(answers):
                continue
            seen: set[str] = set()
            for number, answer in enumerate(answers or ()):
                if not isinstance(answer, str):
                    continue
                yield from word_faults(answers, number, answer, LANGUAGE_NAMES[lang])
                form = normalise(answer)
                if form in seen and form:
                    what = f"the {LANGUAGE_NAMES[lang]} answers name one answer twice"
                    yield Fault(answers, number, "same-answer", what, answer, "Keep one of them.")
                seen.add(form)
