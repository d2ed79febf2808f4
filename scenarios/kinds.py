"""Kinds of values a file may hold, each read from the text it was written as."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from scenarios.problems import unknown_word

T = TypeVar("T")

NOT_FILLED = "belum diisi"


class Unfit(ValueError):
    """A text is not the value wanted; the Indonesian message says what is."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of value: how it is read from its text."""

    read: Callable[[str], T]
    """Raises `Unfit`."""
    stand_in: T
    """Goes on in the place of a value that cannot be read."""


def _filled(text: str) -> str:
    if not text.strip():
        raise Unfit(NOT_FILLED)
    return text.strip()


TEXT = Kind(_filled, "")


def whole(low: int, high: int) -> Kind[int]:
    """A whole number without leading zeros."""

    def read(text: str) -> int:
        if re.fullmatch(r"0|-?[1-9][0-9]{0,8}", text) and low <= int(text) <= high:
            return int(text)
        raise Unfit(f"harus bilangan bulat {low} sampai {high}")

    return Kind(read, low)


def decimal(low: float, high: float) -> Kind[float]:
    """A number with a decimal point, if any."""

    def read(text: str) -> float:
        is_number = re.fullmatch(r"-?[0-9]{1,6}(\.[0-9]{1,6})?", text)
        if is_number and low <= float(text) <= high:
            return float(text)
        raise Unfit(f"harus bilangan {low:g} sampai {high:g}, desimal dengan titik")

    return Kind(read, low)


def _yes_or_no(text: str) -> bool:
    if text not in {"true", "false", "yes", "no"}:
        raise Unfit("harus true atau false")
    return text in {"true", "yes"}


FLAG = Kind(_yes_or_no, False)


def one_of(choices: Iterable[str]) -> Kind[str]:
    """One of some words; an enum of strings will do."""
    known = [str(choice) for choice in choices]

    def read(text: str) -> str:
        if text not in known:
            raise Unfit(unknown_word(text, known))
        return text

    return Kind(read, known[0] if known else "")
