"""How what the call-taker says moves the caller's distress."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recordings.events import CourtesyFound
from scenarios.vocabulary import VIOLATION_SEVERITY, CourtesyLabel
from simulator.caller import CallerState
from simulator.understanding.reading import Reading

_DATA = Path(__file__).parent / "data" / "temperament.yaml"
CALMEST, MOST = 1.0, 5.0
SEVERITIES = ("minor", "moderate", "severe", "fatal")
_REASON = {
    "acknowledged": "acknowledged",
    "understood": "acknowledged",
    "reassured": "acknowledged",
    "action": "action",
}


@dataclass(frozen=True, slots=True)
class Move:
    """A change of distress and why."""

    by: float
    reason: str


def move_of(state: CallerState, reading: Reading) -> Move | None:
    """What an utterance does to this caller; None when it leaves distress alone.

    A violation spoils whatever kindness stands beside it.
    """
    if rude := violations_in(reading.courtesy):
        return Move(max(_weight(label) for label in rude), "rude")
    calming = list(_calming(state, reading))
    if not calming:
        return None
    strongest = min(calming, key=lambda move: move.by)
    return Move(sum(move.by for move in calming), strongest.reason)


def moved(state: CallerState, move: Move) -> float | None:
    """The level after a move, one decimal; None when nothing is felt of it."""
    by = move.by * state.case.caller.reactivity
    level = round(min(MOST, max(CALMEST, state.level + by)), 1)
    return level if level != state.level else None


def violations_in(courtesy: Iterable[CourtesyFound]) -> list[str]:
    """The violations among the labels of an utterance."""
    return [one.label for one in courtesy if one.label in _SEVERITY]


def severity_of(reading: Reading) -> str | None:
    """The heaviest violation of an utterance; None when there is none."""
    found = [_SEVERITY[label] for label in violations_in(reading.courtesy)]
    return max(found, key=SEVERITIES.index, default=None)


def protests(reading: Reading) -> bool:
    """Whether the caller takes this up."""
    severity = severity_of(reading)
    least = SEVERITIES.index(rules()["protest_from"])
    return severity is not None and SEVERITIES.index(severity) >= least


@cache
def rules() -> Mapping[str, Any]:
    """The figures of data/temperament.yaml."""
    found: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return found


_SEVERITY: dict[str, str] = {
    label.value: severity for label, severity in VIOLATION_SEVERITY.items()
}


def _weight(label: str) -> float:
    heavier = rules()["heavier"].get(label)
    weight: float = heavier or rules()["violations"][_SEVERITY[CourtesyLabel(label)]]
    return weight


def _calming(state: CallerState, reading: Reading) -> Iterable[Move]:
    acts = {act.act for act in reading.acts}
    labels = {one.label for one in reading.courtesy if one.level != 0}
    for kind, rule in rules()["calming"].items():
        if acts.isdisjoint(rule["acts"]) and labels.isdisjoint(rule["labels"]):
            continue
        reason = _REASON[kind]
        before = state.moved_by(reason)
        yield Move(rule["move"] / (1 + rules()["wears_off"] * before), reason)
