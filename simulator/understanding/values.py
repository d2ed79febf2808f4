"""Places, numbers, times and agencies inside an utterance.

What the call-taker reads back can then be held against the truth of the case.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from recordings.events import Span, ValueFound
from scenarios.language.colloquial import standard
from scenarios.language.numbers import clock_at, digit_run, minutes_at, number_at
from scenarios.language.tokens import Token, words
from simulator.understanding.heard import PERSON, Heard
from simulator.understanding.rules import find

PHONE_DIGITS = 6
"""A row of at least so many digits is a telephone number."""
PART_DIGITS = 3
"""After «nomor» or «terakhir» so many digits are part of one."""
SERVICES = frozenset({"112", "110", "113", "115", "118", "119", "123", "129"})
_BEFORE_A_PHONE = frozenset(
    "nomor nomornya telepon ponsel ponselnya terakhir belakangnya ujungnya".split()
)
_LETTERED = re.compile(r"(\d{1,4})[a-z]")
"""A house number with a letter."""
_AREAS = ("rt", "rw")
_TITLES = frozenset("pak bu bapak ibu kak kakak".split())


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class Gazetteer(Protocol):
    """What the reader needs of a region (`scenarios.region.Region`)."""

    @property
    def id(self) -> str: ...

    def find_in(self, text: str) -> Sequence[tuple[_Named, Span]]: ...

    @property
    def agencies(self) -> Iterable[str]: ...

    @property
    def digest(self) -> str: ...


def places_in(text: str, region: Gazetteer) -> list[ValueFound]:
    """Places of the region that the text names, in order."""
    found = [
        ValueFound(kind="place", value=place.id, span=(span[0], span[1]))
        for place, span in region.find_in(text)
    ]
    return sorted(found, key=lambda value: value.span)


class Numbers:
    """Reads the numbers of one utterance, each word once."""

    def __init__(self, text: str, taken: Sequence[Span]) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._words: list[str] = []
        for token in words(text):
            if any(token.start < end and token.end > start for start, end in taken):
                continue
            for word in standard(token.text):
                self._tokens.append(token)
                self._words.append(word)
        self.found: list[ValueFound] = []

    def read(self) -> list[ValueFound]:
        at = 0
        while at < len(self._words):
            at = (
                self._area(at) or self._clock(at) or self._digits(at) or self._count(at)
                or at + 1
            )  # fmt: skip
        return self.found

    def _add(self, kind: str, value: str, start: int, end: int) -> int:
        span = (self._tokens[start].start, self._tokens[end - 1].end)
        self.found.append(ValueFound(kind=kind, value=value, span=span))
        return end

    def _area(self, at: int) -> int | None:
        """«RT 04 RW nol tiga» is 004/003."""
        if self._words[at] not in _AREAS:
            return None
        parts = {"rt": "", "rw": ""}
        end = at
        while end < len(self._words) and self._words[end] in _AREAS:
            digits, after = self._small_number(end + 1)
            if not digits:
                break
            parts[self._words[end]] = digits.zfill(3)
            end = after
        if end == at:
            return None
        value = "/".join(parts.values()) if parts["rw"] else parts["rt"]
        return self._add("rt_rw", value, at, end)

    def _small_number(self, at: int) -> tuple[str, int]:
        number = number_at(self._words, at) if at < len(self._words) else None
        digits, end = digit_run(self._words, at)
        if number is not None and number[1] >= end:
            return str(number[0]), number[1]
        return (digits.lstrip("0"), end) if digits else ("", at)

    def _clock(self, at: int) -> int | None:
        """«jam tiga sore», «pukul 03.30», «12:30»."""
        named = self._words[at] in ("jam", "pukul")
        written = self._written_time(at + named, ".:" if named else ":")
        if written is not None:
            return self._add("time", written, at, at + named + 2)
        found = clock_at(self._words, at)
        if found is None:
            return None
        return self._add("time", found[0], at, found[1])

    def _written_time(self, at: int, marks: str) -> str | None:
        if at + 1 >= len(self._tokens):
            return None
        hour, minute = self._tokens[at : at + 2]
        between = self._text[hour.end : minute.start]
        both = hour.text.isdecimal() and minute.text.isdecimal()
        if len(between) != 1 or between not in marks or not both:
            return None
        if len(hour.text) > 2 or len(minute.text) != 2:
            return None
        if int(hour.text) > 23 or int(minute.text) > 59:
            return None
        return f"{int(hour.text):02d}:{minute.text}"

    def _digits(self, at: int) -> int | None:
        digits, end = digit_run(self._words, at)
        if not digits or digits in SERVICES:
            return end if digits else None
        if _is_counting(digits, end - at):
            return end
        before = self._words[max(0, at - 2) : at]
        called_phone = any(word in _BEFORE_A_PHONE for word in before)
        if len(digits) >= PHONE_DIGITS or (
            called_phone and len(digits) >= PART_DIGITS and end - at != 1
        ):
            return self._add("phone", digits, at, end)
        if called_phone and len(digits) >= PART_DIGITS and before[-1] != "nomor":
            return self._add("phone", digits, at, end)
        if end - at >= PART_DIGITS:
            return self._add("number", digits, at, end)  # «kamar dua nol lima»
        return None

    def _count(self, at: int) -> int | None:
        """«lima menit», «setengah jam», «tiga», «14A»."""
        lasting = minutes_at(self._words, at)
        if lasting is not None:
            return self._add("minutes", str(lasting[0]), at, lasting[1])
        lettered = _LETTERED.fullmatch(self._words[at])
        if lettered:
            return self._add("number", lettered[1], at, at + 1)
        found = number_at(self._words, at)
        return (
            None if found is None else self._add("number", str(found[0]), at, found[1])
        )


def _is_counting(digits: str, said_words: int) -> bool:
    """«satu dua tiga empat» counts compressions and is no number."""
    return said_words >= 3 and digits == "12345678910"[: len(digits)]


def agencies_in(heard: Heard, region: Gazetteer) -> list[ValueFound]:
    """Agencies of the region that the utterance names."""
    known = set(region.agencies)
    return [
        ValueFound(kind="agency", value=hit.name, span=hit.span)
        for hit in find("agencies.yaml", heard)
        if hit.name in known
    ]


def names_in(heard: Heard) -> list[ValueFound]:
    """Names after a form of address, as said: «Bu Siti»."""
    return [
        ValueFound(kind="name", value=heard.text[span[0] : span[1]], span=span)
        for title, word, span in zip(
            heard.words, heard.words[1:], heard.spans[1:], strict=False
        )
        if word == PERSON and title in _TITLES
    ]
