"""Exact patterns over the standard words of an utterance.

The patterns stand in YAML beside this module. They see standard Indonesian with one
space between words and punctuation marks as words («lokasi di mana , pak ?»), so a
pattern need not know how a word is spelled in a hurry or said in Ambon.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from recordings.events import Span
from simulator.understanding.heard import Heard
from simulator.understanding.triggers import triggers_of


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
    triggers: tuple[str, ...] = ()
    """Without one of these no pattern matches; () when that is unknown."""

    def speaks_against(self, heard: Heard) -> bool:
        """Whether the utterance holds the words and says that they do not count."""
        if self.unless is None or not self.may_hit(heard.norm):
            return False
        return bool(self.any.search(heard.norm) and self.unless.search(heard.norm))

    def may_hit(self, norm: str) -> bool:
        """False when no pattern can match; quick."""
        for one in self.triggers:  # a loop: `any` takes twice the time, 90 times a line
            if one in norm:
                return True
        return not self.triggers

    def hits(self, heard: Heard) -> list[Hit]:
        norm = heard.norm
        found = [m for m in self.any.finditer(norm) if m.end() > m.start()]
        if not found or (self.unless and self.unless.search(norm)):
            return []
        return [
            Hit(self.name, heard.said(m.start(), m.end()), (m.start(), m.end()))
            for m in found
        ]


def load(name: str) -> dict[str, Any]:
    """A data file of the package as it stands."""
    source = resources.files("simulator.understanding") / "data" / name
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return data


def rule_of(name: str, value: Any, words: Mapping[str, str]) -> Rule:  # noqa: ANN401
    """Compile a rule of a data file; `{name}` in it stands for a word list."""
    given = value if isinstance(value, dict) else {"any": value}
    speaking = _filled(given["any"], words)
    against = _filled(given.get("unless", []), words)
    return Rule(
        name,
        pattern(speaking),
        pattern(against) if against else None,
        triggers_of(speaking),
    )


def pattern(alternatives: list[str]) -> re.Pattern[str]:
    r"""One pattern of whole words from several; `\S` never crosses a sentence's end."""
    within = [one.replace(r"\S", r"[^\s.?!]") for one in alternatives]
    return re.compile(r"(?<![^\s])(?:" + "|".join(within) + r")(?![^\s])")


def _filled(alternatives: list[str], words: Mapping[str, str]) -> list[str]:
    return [
        re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{words[m[1]]})", one)
        for one in alternatives
    ]


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """The rules of a data file, compiled.

    A rule is a list of patterns, or a mapping with `any` and `unless`. The entry
    `words` holds word lists that patterns may name.
    """
    data = load(name)
    words = data.pop("words", {})
    return tuple(rule_of(key, value, words) for key, value in data.items())


def find(name: str, heard: Heard) -> list[Hit]:
    """Every hit of a file's rules in an utterance."""
    norm = heard.norm
    return [
        hit for rule in rules(name) if rule.may_hit(norm) for hit in rule.hits(heard)
    ]
