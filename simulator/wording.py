"""From what to say to how this caller says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scenarios.case import Line, Say
from simulator.caller import CallerState
from simulator.chance import chance
from simulator.moods import mood_of

_DATA = Path(__file__).parent / "data" / "wording.yaml"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words the caller is about to say, and what they give away."""

    text: str
    purpose: str
    facts: tuple[str, ...] = ()
    line: str | None = None
    """Id of the written line; None when it was put together."""


def joined(parts: Sequence[Utterance]) -> Utterance:
    """Several things said in one breath."""
    if len(parts) == 1:
        return parts[0]
    return Utterance(
        text=" ".join(part.text for part in parts),
        purpose=parts[0].purpose,
        facts=tuple(dict.fromkeys(f for part in parts for f in part.facts)),
    )


def written(
    state: CallerState,
    say: Say,
    purpose: str,
    *,
    key: str,
    facts: tuple[str, ...] = (),
) -> Utterance | None:
    """One of the case's own wordings; None when it has none.

    Args:
        state: Distress chooses the mood; a text already used is said only when there
            is no other.
        say: The wordings.
        purpose: What the line is for.
        key: Of the random source: `say.fact`, for instance.
        facts: What the line gives away.
    """
    lines = say.at(state.distress)
    if not lines:
        return None
    line = _fresh(state, lines, key)
    return Utterance(line.text, purpose, facts, line.id)


def generic(state: CallerState, kind: str, purpose: str, **values: str) -> Utterance:
    """A line every caller has, such as «Halo?».

    Args:
        state: Register and distress of the caller choose the wording.
        kind: A key of data/wording.yaml.
        purpose: What the line is for.
        values: For {names} in the wording, beside {taker}.
    """
    texts = _texts(kind, state.case.caller.register, mood_of(state.distress))
    taker = state.case.caller.addresses_taker
    lines = [
        Line(id=f"{kind}.{n}", text=text.format(taker=taker, **values))
        for n, text in enumerate(texts, 1)
    ]
    return Utterance(_fresh(state, lines, f"wording.{kind}").text, purpose)


def topic_word(topic: str) -> str:
    """A word for what a question may have been about: alamat, kejadiannya."""
    word: str = wordings()["topics"][topic]
    return word


def has_generic(kind: str) -> bool:
    """Whether there is a generic line of this kind."""
    return kind in wordings()


def _fresh(state: CallerState, lines: Iterable[Line], key: str) -> Line:
    """A line not said before, else any that was not in the last one said."""
    choices = list(lines)

    def left_out_of(said: str) -> list[Line]:
        return [one for one in choices if one.text not in said]

    last = state.lines[-1].line.text if state.lines else ""
    fitting = left_out_of(state.spoken_words) or left_out_of(last) or choices
    return chance(state.case.seed, key, len(state.lines)).choice(fitting)


def _texts(kind: str, register: str, mood: str) -> Sequence[str]:
    """The texts of a kind: by register, then by mood; the nearest there is."""
    found: Any = wordings()[kind]
    if isinstance(found, Mapping):
        found = found.get(register) or found.get("mixed") or found["indonesian"]
    if isinstance(found, Mapping):
        found = found.get(mood) or found.get("tense") or next(iter(found.values()))
    return [found] if isinstance(found, str) else list(found)


@cache
def wordings() -> Mapping[str, Any]:
    """The lines of data/wording.yaml by kind."""
    wording: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return wording
