"""Roots of Indonesian words, by Sastrawi and its dictionary of 29,932 roots."""

from functools import cache, lru_cache
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory


@cache
def _roots() -> frozenset[str]:
    return frozenset(StemmerFactory().get_words())


@cache
def _stemmer() -> Any:  # noqa: ANN401 (Sastrawi has no types)
    return StemmerFactory().create_stemmer().delegatedStemmer


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """The root of a word, or the word when no root is found: «bernapas» is «napas»."""
    found: str = _stemmer().stem(word)
    return found


def is_known(word: str) -> bool:
    """Whether the dictionary has the word or its root."""
    return word in _roots() or root(word) in _roots()
