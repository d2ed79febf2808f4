"""What is wrong in a file somebody wrote, and where, so that it can be mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

CHOICES_SHOWN = 24
"""Longer lists of choices are cut to the words nearest to what was written."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend.

    Args:
        line: From 1, as editors count.
        column: From 1, in characters.
        field: Path of the field: «facts.trapped.say»; empty for the file as a whole.
        message: Indonesian, with the remedy.
    """

    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"{self.line}:{self.column} {field}{self.message}"


class ScenarioInvalid(Exception):
    """A scenario file cannot be used; the message lists every problem found."""

    def __init__(self, path: Path, problems: Iterable[Problem]) -> None:
        self.path = path
        self.problems = tuple(problems)
        lines = "".join(f"\n  {path.name}:{problem}" for problem in self.problems)
        super().__init__(f"{path}: {len(self.problems)} masalah{lines}")


class Gathering:
    """The problems found so far while a file is being read."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def add(self, problem: Problem) -> None:
        """Note a problem; the same one twice counts once."""
        self._found[problem] = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """In the order of the file; what stands at one place, as it was found."""
        return tuple(sorted(self._found, key=lambda one: (one.line, one.column)))


def near_word(word: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant; None when nothing is near."""
    near = get_close_matches(word, sorted(choices), n=1)
    return near[0] if near else None


def unknown_word(word: str, choices: Iterable[str], *, meant: str | None = None) -> str:
    """Say that a word is not known, what may have been meant and what there is.

    Args:
        word: As it was written.
        choices: All that would be right.
        meant: What was meant, where more is known than the letters tell.
    """
    known = sorted(choices)
    meant = meant or near_word(word, known)
    said = f"«{word}» tidak dikenal."
    if meant:
        said += f" Maksud Anda «{meant}»?"
    if len(known) <= CHOICES_SHOWN:
        return f"{said} Pilihan: {', '.join(known)}." if known else said
    others = get_close_matches(word, known, n=6, cutoff=0.4)
    return f"{said} Pilihan terdekat: {', '.join(others)}." if others else said
