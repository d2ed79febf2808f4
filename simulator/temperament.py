"""How what the call-taker says moves the caller's distress."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from recordings.events import CourtesyFound
from recordings.sequences import sequence_labels
from scenarios.vocabulary import VIOLATION_SEVERITY, CourtesyLabel, DialogueAct
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
        worst = max(rude, key=_weight)
        reason = "put_off" if worst in rules()["puts_off"]["labels"] else "rude"
        return Move(_weight(worst), reason)
    if state.case.truth.emergency and puts_off(state, reading):
        return Move(rules()["puts_off"]["move"], "put_off")
    calming = list(_calming(state, reading))
    if not calming:
        return None
    strongest = min(calming, key=lambda move: move.by)
    together = sum(move.by for move in calming)
    return Move(max(together, rules()["most_at_once"]), strongest.reason)


def puts_off(state: CallerState, reading: Reading) -> bool:
    """Whether somebody in real need is sent elsewhere, or anybody taken for a joker.

    A joker denies it as well: the answer must not give the truth away. A child takes
    it quietly, knowing too little of either.
    """
    if state.case.caller.age < rules()["grown_up_at"]:
        return False
    acts = {act.act for act in reading.acts}
    sent_away = not acts.isdisjoint(rules()["puts_off"]["acts"])
    return DialogueAct.WARN_PRANK in acts or (sent_away and state.case.truth.emergency)


def in_sequence(state: CallerState, seq: int) -> Iterator[Move]:
    """What an utterance does to the caller through what went before it.

    The same labels are marked: what moved the caller is what counts.
    """
    for of, label, _ in sequence_labels(state.record):
        if of == seq and (felt := rules()["sequence"].get(label)):
            yield Move(felt["move"], felt["reason"])


def moved(state: CallerState, move: Move) -> float | None:
    """The level after a move, one decimal; None when nothing is felt of it."""
    by = move.by * state.case.caller.reactivity
    stays = rules()["stays"] * (state.case.caller.distress - CALMEST)
    floor = min(state.level, CALMEST + stays)
    level = round(min(MOST, max(floor, state.level + by)), 1)
    return level if level != state.level else None


def violations_in(courtesy: Iterable[CourtesyFound]) -> list[str]:
    """The violations among the labels of an utterance that a caller minds."""
    not_felt = rules()["not_felt"]
    return [
        one.label
        for one in courtesy
        if one.label in _SEVERITY and one.label not in not_felt
    ]


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
