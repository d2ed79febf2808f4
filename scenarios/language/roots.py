"""Roots of Indonesian words, by Sastrawi and its dictionary of 29,932 roots."""

import re
from functools import cache, lru_cache
from typing import Any

from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Context.Context import Context
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

_PREFIXED = re.compile(r"(?:[bmpt]e|di|ke|se|ku|kau)|[b-df-hj-np-tv-z](?:er|el|em|in)")
"""How a word begins that one of Sastrawi's rules of prefixes and infixes can change."""


@cache
def _roots() -> frozenset[str]:
    return frozenset(StemmerFactory().get_words())


class _Word(Context):  # type: ignore[misc]
    """A word being stemmed; forty rules are not tried where none can apply."""

    def accept_prefix_visitors(self, visitors: Any) -> None:  # noqa: ANN401
        if _PREFIXED.match(self.current_word):
            super().accept_prefix_visitors(visitors)


class _Stemmer(Stemmer):  # type: ignore[misc]
    def stem_singular_word(self, word: str) -> str:
        context = _Word(word, self.dictionary, self.visitor_provider)
        context.execute()
        return str(context.result)


@cache
def _stemmer() -> _Stemmer:
    return _Stemmer(ArrayDictionary(StemmerFactory().get_words()))


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The root of a word, or the word when no root is found: «bernapas» is «napas»."""
    found: str = _stemmer().stem(word)
    return found


def is_known(word: str) -> bool:
    """Whether the dictionary has the word or its root."""
    return word in _roots() or root(word) in _roots()
