"""Search in both languages: words are folded when they are indexed, as search.js folds those it looks for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sphinx.search import SearchLanguage
from sphinx.search.ru import SearchRussian

from swtech.language import fold

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register both languages with Sphinx, which knows no Kazakh and a Russian that tells е from ё."""
    app.add_search_language(FoldedKazakh)
    app.add_search_language(FoldedRussian)


class FoldedKazakh(SearchLanguage):
    """Kazakh words as a Russian keyboard types them: «алеуметтик» finds әлеуметтік.

    A stemmer of Kazakh joins here: `stem` after folding, and its twin as `js_stemmer_code`.
    """

    lang = "kk"
    language_name = "Kazakh"
    stopwords: set[str] = set()  # noqa: RUF012 - a plain attribute, as Sphinx declares it

    def split(self, input: str) -> list[str]:
        """Return the words of *input*, composed first, lest й or ё fall apart."""
        return self._word_re.findall(unicodedata.normalize("NFC", input))

    def stem(self, word: str) -> str:
        """Return *word* folded."""
        return fold(word)


class FoldedRussian(SearchRussian):
    """Russian words folded and cut by Snowball, whose script Sphinx ships: more is found than by folding."""

    # Nobody is helped when «о» or «не» is dropped from a query of five words over thirty pages.
    stopwords: set[str] = set()  # noqa: RUF012 - a plain attribute, as Sphinx declares it

    def split(self, input: str) -> list[str]:
        """Return the words of *input*, composed first, lest й or ё fall apart."""
        return self._word_re.findall(unicodedata.normalize("NFC", input))

    def stem(self, word: str) -> str:
        """Return the stem of *word* folded."""
        return str(self.stemmer.stemWord(fold(word)))
