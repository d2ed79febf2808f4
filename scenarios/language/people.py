"""Names of persons in an utterance: found so that they can be left out of account.

What a caller or a call-taker is called says nothing of what was asked or how politely.
A name is known by the list in `data/person_names.yaml`, or by standing after a form of
address («Bu Wara») where no dictionary has it.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from scenarios.language.colloquial import table
from scenarios.language.roots import is_known
from scenarios.language.tokens import Token, tokens

Span = tuple[int, int]


def people_in(text: str, taken: Sequence[Span] = ()) -> list[Span]:
    """Where persons are named, in order; first and family name are one.

    Args:
        text: What was said.
        taken: Where something else is named; no person is sought there.
    """
    found: list[Span] = []
    before = ""
    last: Token | None = None
    for token in tokens(text):
        if not token.is_word or _overlaps(token, taken):
            before, last = "", None
            continue
        if last is not None and (_is_listed(token) or _may_be(token)):
            found[-1] = (found[-1][0], token.end)
            continue
        last = None
        if _is_name(token, before):
            found.append((token.start, token.end))
            last = token
        before = token.text.lower()
    return found


def _is_name(token: Token, before: str) -> bool:
    called = before in _words("titles")
    cued = called or before in _words("introductions")
    if _is_listed(token):
        return cued or _is_capital(token)
    if token.text.lower() in _listed():
        return cued and _is_capital(token)
    return (cued and _may_be(token)) or (called and _begins_nothing(token))


def _is_listed(token: Token) -> bool:
    """Whether it is a name of the list and nothing else."""
    word = token.text.lower()
    return word in _listed() and not _is_word(word)


def _may_be(token: Token) -> bool:
    """Whether it is written like a name and no dictionary has it."""
    word = token.text.lower()
    return _is_capital(token) and not _is_word(word) and word not in _words("never")


def _begins_nothing(token: Token) -> bool:
    """Whether its capital is neither that of a sentence nor that of an office."""
    word = token.text.lower()
    return _is_capital(token) and word not in _words("beginnings") | _words("never")


def _is_capital(token: Token) -> bool:
    return token.text.isalpha() and token.text.istitle()


@cache
def _is_word(word: str) -> bool:
    return word in table() or is_known(word)


def _overlaps(token: Token, taken: Sequence[Span]) -> bool:
    return any(token.start < end and start < token.end for start, end in taken)


@cache
def _listed() -> frozenset[str]:
    return _words("given") | _words("family")


@cache
def _words(kind: str) -> frozenset[str]:
    file = files("scenarios.language").joinpath("data/person_names.yaml")
    return frozenset(yaml.safe_load(file.read_text("utf-8"))[kind].split())
