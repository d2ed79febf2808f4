"""How alike the words of two utterances are."""

import re
from collections import Counter
from math import sqrt

GRAM_CHARS = 3


def likeness(one: str, other: str) -> float:
    """Cosine of two texts' character trigrams: 0 nothing in common, 1 the same.

    Case and punctuation do not count.
    """
    a, b = _grams(one), _grams(other)
    common = sum(count * b[gram] for gram, count in a.items())
    return common / (_length(a) * _length(b)) if common else 0.0


def _grams(text: str) -> Counter[str]:
    padded = " ".join(["", *re.findall(r"\w+", text.casefold()), ""])
    last = len(padded) - GRAM_CHARS
    return Counter(padded[at : at + GRAM_CHARS] for at in range(last + 1))


def _length(grams: Counter[str]) -> float:
    return sqrt(sum(count * count for count in grams.values()))
