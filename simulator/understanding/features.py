"""What the models see of a clause: stems, pieces of words, and notions behind them.

A form of address becomes «anda» here, so that Bapak, Ibu and Kakak read alike.
Notions («api», «asap» and «hangus» are all FIRE) let a model follow words that nobody
trained it on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, pairwise

from scenarios.language.roots import root
from simulator.understanding.heard import PERSON, Heard
from simulator.understanding.rules import load

SHORTEST, LONGEST = 3, 4
"""Lengths of the pieces of words, in characters."""
LONG = 5
"""From so many times three words on a clause is as long as any."""
SHORT_UTTERANCE = 4
"""Up to so many words an utterance is read with the caller's line before it."""
_ADDRESS = frozenset(
    "pak bu bapak ibu kak kakak mas mbak adik om tante anda kamu bung usi caca abang"
    " saudara".split()
)
YOU = "anda"
"""Stands for every form of address."""
SERVICE = "112"
"""The one number that is a word of its own."""
_stems: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Doc:
    """A clause or a whole utterance, ready to be counted."""

    stems: tuple[str, ...]
    notions: tuple[str, ...]
    marks: tuple[str, ...] = ()
    """«?» when it asks, and what the caller's line before it was about."""


def known_stems() -> dict[str, str]:
    """Stems found so far, to be kept beside the fitted weights."""
    return dict(_stems)


def remember_stems(stems: Mapping[str, str]) -> None:
    _stems.update(stems)


def stem(word: str) -> str:
    """The stem of a standard word; forms of address are «anda», digits «#»."""
    found = _stems.get(word)
    if found is None:
        found = _stems[word] = _stem(word)
    return found


def _stem(word: str) -> str:
    if word in _ADDRESS:
        return YOU
    if word.isascii() and word.isdigit() and word != SERVICE:
        return "#"
    return root(word) or word


@cache
def _notions() -> dict[str, tuple[str, ...]]:
    """Notions by stem, and by pair of stems written «a b»."""
    found: dict[str, list[str]] = {}
    for notion, members in (*load("notions.yaml").items(), *load("tone.yaml").items()):
        for member in str(members).split(","):
            named = " ".join(stem(word) for word in member.split())
            found.setdefault(named, []).append(notion)
    return {key: tuple(value) for key, value in found.items()}


def notions_of(stems: Iterable[str]) -> set[str]:
    known = _notions()
    listed = list(stems)
    pairs = (f"{a} {b}" for a, b in pairwise(listed))
    return {notion for one in (*listed, *pairs) for notion in known.get(one, ())}


def doc_of(
    heard: Heard, first: int, after: int, context: frozenset[str] = frozenset()
) -> Doc:
    """The features of some words of an utterance.

    Args:
        heard: The utterance.
        first: Index of the first word.
        after: Index after the last word.
        context: Notions of the caller's previous line; see `context_of`.
    """
    stems = _without_names_called(
        [stem(word) for word in heard.words[first:after] if word[0].isalnum()]
    )
    marks = {"?"} if after < len(heard.words) and heard.words[after] == "?" else set()
    if len(stems) <= SHORT_UTTERANCE:
        marks |= {f"<{notion}" for notion in context}
    return Doc(stems, tuple(sorted(notions_of(stems))), tuple(sorted(marks)))


def _without_names_called(stems: Sequence[str]) -> tuple[str, ...]:
    """«Bu Siti» is «Bu»: a name after a form of address adds nothing."""
    before = ("", *stems)
    return tuple(
        one
        for one, last in zip(stems, before, strict=False)
        if not (one == PERSON and last == YOU)
    )


def context_of(heard: Heard) -> frozenset[str]:
    """What the caller's previous line was about."""
    return frozenset(notions_of(stem(w) for w in heard.words if w[0].isalnum()))


def docs_of(
    heard: Heard, context: frozenset[str] = frozenset()
) -> tuple[list[Doc], list[tuple[int, int]]]:
    """The clauses of an utterance, then the whole of it when it has several.

    The caller's line counts only when the whole utterance is short. Signs without any
    word are no clause.
    """
    if not heard.word_count:
        return [], []
    near = context if heard.word_count <= SHORT_UTTERANCE else frozenset()
    ranges = list(heard.clauses)
    if len(ranges) != 1 and heard.words:
        ranges.append((0, len(heard.words)))
    return [doc_of(heard, *one, near) for one in ranges], ranges


@lru_cache(maxsize=50_000)
def pieces(word: str) -> tuple[str, ...]:
    """The pieces of a word with its borders: « ap», «api», «pi »..."""
    bordered = f" {word} "
    return tuple(
        bordered[at : at + size]
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(bordered) - size + 1)
    )


def char_terms(doc: Doc) -> list[str]:
    return [piece for word in doc.stems for piece in pieces(word)]


def word_terms(doc: Doc) -> list[str]:
    """Words, pairs of words, the first and the last word, and the length."""
    if not doc.stems:
        return []
    pairs = [f"{a} {b}" for a, b in pairwise(doc.stems)]
    ends = [f"^ {doc.stems[0]}", f"{doc.stems[-1]} $"]
    return [*doc.stems, *pairs, *ends, f"#{min(len(doc.stems) // 3, LONG)}"]


def notion_terms(doc: Doc) -> list[str]:
    """Notions, pairs of notions that stand together, and marks."""
    pairs = [f"{a}+{b}" for a, b in combinations(doc.notions, 2)]
    return [*doc.notions, *pairs, *doc.marks]


BLOCKS = (
    ("chars", char_terms, 4),
    ("words", word_terms, 2),
    ("notions", notion_terms, 4),
)
"""Name and terms of each kind of feature, and in how many lines a term must stand."""
