"""The caller's next move: pure functions from a state to the events that follow.

`step` answers what the call-taker did; `advance` lets time pass. The same state and the
same stimulus give the same events, always.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from recordings.events import (
    CallHeld,
    CallTakerSpoke,
    Event,
    UnderstandingCorrected,
    UtteranceRead,
)
from simulator import agencies, changes, leaving, silence
from simulator.asides import without_asides
from simulator.caller import CallerState
from simulator.due import Due
from simulator.moment import Moment
from simulator.replies import reply
from simulator.temperament import Move, in_sequence, move_of, rules
from simulator.understanding.reading import Reading


@dataclass(frozen=True, slots=True)
class Heard:
    """The caller hears an utterance and understands it so."""

    said: CallTakerSpoke
    reading: Reading


@dataclass(frozen=True, slots=True)
class Meant:
    """A person says what an utterance meant."""

    correction: UnderstandingCorrected
    reading: Reading
    """The utterance, with the acts as corrected."""


Stimulus: TypeAlias = Heard | Meant | CallHeld


def step(state: CallerState, stimulus: Stimulus) -> list[Event]:
    """What happens when the call-taker does something to the caller, that included."""
    match stimulus:
        case Heard(said, reading):
            return _hears(state, said, reading)
        case Meant(correction, reading):
            return _understands(state, correction, reading)
        case CallHeld():
            return _is_held(state, stimulus)


def advance(state: CallerState, now_ms: int) -> list[Event]:
    """What became due by a moment, each thing stamped with when it was due."""
    since = len(state.record.events)
    while coming := [due for due in dues(state) if due.at_ms <= now_ms]:
        first = min(coming, key=lambda due: due.at_ms)
        then = Moment(state, first.at_ms)
        first.happen(then)
        if not then.events:
            raise AssertionError("something due must leave an event")
        state = then.state
    return list(state.record.events[since:])


def next_due_ms(state: CallerState) -> int | None:
    """When something happens by itself; None when nothing will."""
    return min((due.at_ms for due in dues(state)), default=None)


def dues(state: CallerState) -> Iterator[Due]:
    """Everything that is coming, in no order."""
    if state.answered_ms is None or state.closed or state.frozen:
        return
    yield from agencies.dues(state)
    if not state.hung_up:
        yield from changes.dues(state)
        yield from leaving.dues(state)
        yield from silence.dues(state)


def _hears(state: CallerState, said: CallTakerSpoke, reading: Reading) -> list[Event]:
    now = Moment(state, said.at_ms)
    seq = now.add(said)
    now.add(_read(reading, of=seq, at_ms=now.at_ms))
    for move in (move_of(now.state, reading), *in_sequence(now.state, seq)):
        now.feel(move, because_of=seq)
    reply(now, without_asides(reading), seq)
    return now.events


def _understands(
    state: CallerState, correction: UnderstandingCorrected, reading: Reading
) -> list[Event]:
    now = Moment(state, correction.at_ms)
    now.add(correction)
    reply(now, reading, correction.of)
    return now.events


def _is_held(state: CallerState, held: CallHeld) -> list[Event]:
    explained = bool(state.spoken) and state.record.has_act(
        state.spoken[-1][0], "ask_hold"
    )
    now = Moment(state, held.at_ms)
    seq = now.add(held)
    if not explained:
        now.feel(Move(rules()["unexplained_hold"], "put_off"), because_of=seq)
    return now.events


def _read(reading: Reading, *, of: int, at_ms: int) -> UtteranceRead:
    return UtteranceRead(
        at_ms=at_ms,
        of=of,
        acts=reading.acts,
        courtesy=reading.courtesy,
        values=reading.values,
        abstained=reading.abstained,
        reader=reading.model,
    )
