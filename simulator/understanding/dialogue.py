"""What the caller said last, and what is still open, as a help in reading.

«Berapa orang?» asks for the trapped after «masih ada di dalam», and for the injured
after «ada yang luka». Only short utterances lean on the line before them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recordings.events import ValueFound
from simulator.understanding.features import SHORT_UTTERANCE
from simulator.understanding.heard import NUMBER, PLACE, Heard
from simulator.understanding.rules import load, pattern


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """Short words that mean an act after a certain kind of line."""

    said: re.Pattern[str]
    after: re.Pattern[str] | None
    acts: tuple[str, ...]


@cache
def _ellipses() -> tuple[Ellipsis, ...]:
    return tuple(
        Ellipsis(
            re.compile(f"(?:{one['said']})"),
            pattern(one["after"]) if "after" in one else None,
            tuple(one["acts"]),
        )
        for one in load("dialogue.yaml")["ellipses"]
    )


def elliptic_acts(heard: Heard, after: Heard | None) -> tuple[str, ...] | None:
    """The acts of a short utterance that leans on the caller's line.

    Returns:
        None when it is no known ellipsis.
    """
    if after is None or heard.word_count > SHORT_UTTERANCE:
        return None
    said = " ".join(word for word in heard.words if word[0].isalnum())
    for one in _ellipses():
        if one.said.fullmatch(said) and (
            one.after is None or one.after.search(after.norm)
        ):
            return one.acts
    return None


def open_acts(open_facts: Iterable[str]) -> frozenset[str]:
    """Acts that would bring out a fact still open, judged by the fact's id."""
    table: Mapping[str, Sequence[str]] = load_open()
    return frozenset(
        act
        for fact in open_facts
        for key, acts in table.items()
        if key in fact
        for act in acts
    )


@cache
def load_open() -> dict[str, list[str]]:
    """Acts by what the id of a fact says it is."""
    table: dict[str, list[str]] = load("dialogue.yaml")["open_facts"]
    return table


def only_a_place(heard: Heard, values: Iterable[ValueFound] = ()) -> bool:
    """«Sirimau?», «RT nol tiga, ya Bu?»: a place, perhaps with two words more."""
    words = [word for word in heard.words if word[0].isalnum()]
    if PLACE in words and len(words) <= 2:
        return True
    areas = [value.span for value in values if value.kind == "rt_rw"]
    beside = [
        word
        for word, (start, end) in zip(heard.words, heard.spans, strict=True)
        if word[0].isalnum() and not any(a <= start and end <= b for a, b in areas)
    ]
    return bool(areas) and len(beside) <= 2


def only_a_number(heard: Heard) -> bool:
    return [word for word in heard.words if word[0].isalnum()] == [NUMBER]
