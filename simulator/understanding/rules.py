"""Exact patterns over the standard words of an utterance.

The patterns stand in YAML beside this module. They see standard Indonesian with one
space between words and punctuation marks as words («lokasi di mana , pak ?»), so a
pattern need not know how a word is spelled in a hurry or said in Ambon.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from recordings.events import Span
from simulator.understanding.heard import Heard


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: its name and where in the text."""

    name: str
    span: Span
    norm: tuple[int, int]
    """The same place in the standard text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Patterns that speak for a name, and patterns that speak against it.

    `unless` looks at the whole utterance; a hit stands only when it is silent.
    """

    name: str
    any: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def hits(self, heard: Heard) -> Iterator[Hit]:
        found = self.any.search(heard.norm)
        if found is None or (self.unless and self.unless.search(heard.norm)):
            return
        for match in self.any.finditer(heard.norm):
            if match.end() > match.start():
                where = (match.start(), match.end())
                yield Hit(self.name, heard.said(*where), where)


def load(name: str) -> dict[str, Any]:
    """A data file of the package as it stands."""
    source = resources.files("simulator.understanding") / "data" / name
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return data


def pattern(alternatives: str | list[str], words: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern from several; `{name}` stands for a word list of the file."""
    listed = [alternatives] if isinstance(alternatives, str) else alternatives
    filled = [_filled(one, words) for one in listed]
    return re.compile(r"(?<![^\s])(?:" + "|".join(filled) + r")(?![^\s])")


def _filled(alternative: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{words[m[1]]})", alternative)


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a data file, compiled.

    A rule is a list of patterns, or a mapping with `any` and `unless`. The entry
    `words` holds word lists that patterns may name.
    """
    data = load(name)
    words = _word_lists(data.pop("words", {}))
    return tuple(_rule(key, value, words) for key, value in data.items())


def _word_lists(given: Mapping[str, str]) -> dict[str, str]:
    words: dict[str, str] = {}
    for key, value in given.items():
        words[key] = _filled(" ".join(value.split()).replace(" | ", "|"), words)
    return words


def _rule(name: str, value: Any, words: Mapping[str, str]) -> Rule:  # noqa: ANN401
    given = value if isinstance(value, dict) else {"any": value}
    unless = given.get("unless")
    return Rule(
        name, pattern(given["any"], words), pattern(unless, words) if unless else None
    )


def find(name: str, heard: Heard) -> list[Hit]:
    """Every hit of a file's rules in an utterance."""
    return [hit for rule in rules(name) for hit in rule.hits(heard)]
