"""When something written or said is the same as the truth: facts, not spelling."""

import re
from collections.abc import Iterator

from scenarios.language.numbers import number_at
from scenarios.language.tokens import words

COUNTRY_CODE = "62"
MIN_CHARS = 3
"""Shorter words carry no substance."""

_LABELLED = frozenset(
    {"lantai", "lt", "rt", "rw", "km", "jam", "pukul", "umur", "usia"}
)
"""Words before a number that does not say how many."""
_AGE = "tahun"
_ONE = frozenset({"seorang", "sendirian"})


def digits(text: str) -> str:
    """The digits of a number, written nationally: +62 and 62 become 0."""
    only = re.sub(r"\D", "", text)
    return "0" + only[len(COUNTRY_CODE) :] if only.startswith(COUNTRY_CODE) else only


def same_number(number: str, other: str) -> bool:
    """Whether two telephone numbers are the same."""
    return digits(number) == digits(other) != ""


def tail_of(number: str, said: str, *, least: int) -> bool:
    """Whether what was said are the last digits of a number, at least so many."""
    tail = re.sub(r"\D", "", said)
    ends = len(tail) >= least and digits(number).endswith(tail)
    return ends or same_number(number, said)


def same_persons(truth: str, written: str) -> bool:
    """Whether a note about people says as many as the truth does.

    Where one of them names no number («oma terjebak»), a word in common is enough.
    """
    wanted, given = counts(truth), counts(written)
    if wanted and given:
        return bool(wanted & given)
    return shares_a_word(truth, written)


def counts(text: str) -> frozenset[int]:
    """How many, as a text says it in digits or words; no floors, hours or ages."""
    return frozenset(_counts([word.text.lower() for word in words(text)]))


def _counts(said: list[str]) -> Iterator[int]:
    at = 0
    while at < len(said):
        if said[at] in _ONE:
            yield 1
        number = number_at(said, at)
        if number is None:
            at += 1
            continue
        value, end = number
        labelled = at > 0 and said[at - 1] in _LABELLED
        if not labelled and said[end : end + 1] != [_AGE]:
            yield value
        at = end


def shares_a_word(truth: str, written: str) -> bool:
    """Whether two texts have a word of substance in common."""
    return bool(_substance(truth) & _substance(written))


def _substance(text: str) -> set[str]:
    return {word.text.casefold() for word in words(text) if len(word.text) >= MIN_CHARS}
