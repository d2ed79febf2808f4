"""When things happened in a call: answer, holds, pauses, the caller's distress."""

from collections.abc import Iterator
from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.events import (
    AgencyDispatched,
    CallerDistressChanged,
    CallerSounded,
    CallHeld,
    CallResumed,
    CallTakerSpoke,
)
from recordings.heard import heard_lines, speaks_from_ms

PAUSE_MS = 3_000
"""A shorter gap is the ordinary rhythm of two people talking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A stretch in which the caller was on hold."""

    seq: int
    began_ms: int
    ended_ms: int | None
    """None while it lasts, or when the call ended in it."""
    asked_by: int | None
    """Seq of the utterance with `ask_hold` just before it; None: unexplained."""
    returned_by: int | None
    """Seq of the first utterance after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A stretch in which neither side spoke and nobody was on hold."""

    began_ms: int
    ended_ms: int
    after: int | None
    """Seq of what was said before it; None at the beginning of the call."""
    broken_by: int | None
    """Seq of what ended it; None when the call ended, or has not gone on."""


def answer_ms(record: CallRecord) -> int | None:
    """First ring to answer; None when the call was never answered."""
    return record.answered_ms


def processing_ms(record: CallRecord) -> int | None:
    """Answer to the first agency dispatched; None when one of them is missing."""
    dispatched = record.first(AgencyDispatched)
    answered_ms = record.answered_ms
    if dispatched is None or answered_ms is None:
        return None
    return dispatched[1].at_ms - answered_ms


def distress_curve(record: CallRecord) -> list[tuple[int, float]]:
    """The caller's distress, 1.0 to 5.0, from each moment on.

    It begins at the first ring with the level the case gives.
    """
    caller = record.case_json.get("caller", {})
    start = [(0, float(caller["distress"]))] if "distress" in caller else []
    moves = record.all(CallerDistressChanged)
    return start + [(move.at_ms, move.level) for _, move in moves]


def holds(record: CallRecord) -> list[Hold]:
    """The holds of a call, in order."""
    resumed = record.all(CallResumed)
    said = [seq for seq, _ in record.all(CallTakerSpoke)]
    found = []
    for seq, held in record.all(CallHeld):
        end = next((r for r in resumed if r[0] > seq), None)
        before = max((s for s in said if s < seq), default=None)
        asked = before is not None and record.has_act(before, "ask_hold")
        after = next((s for s in said if end and s > end[0]), None)
        found.append(
            Hold(
                seq=seq,
                began_ms=held.at_ms,
                ended_ms=end[1].at_ms if end else None,
                asked_by=before if asked else None,
                returned_by=after,
            )
        )
    return found


def pauses(record: CallRecord, *, at_least_ms: int = PAUSE_MS) -> list[Pause]:
    """Stretches of silence after the answer, up to the record's last event."""
    if record.answered_ms is None:
        return []
    quiet_from, after = record.answered_ms, None
    found = []
    end = (record.events[-1].at_ms, record.events[-1].at_ms, None)
    for began_ms, ended_ms, seq in [*sorted(_busy(record)), end]:
        if began_ms - quiet_from >= at_least_ms:
            found.append(
                Pause(
                    began_ms=quiet_from, ended_ms=began_ms, after=after, broken_by=seq
                )
            )
        if ended_ms >= quiet_from:
            quiet_from, after = ended_ms, seq
    return found


def _busy(record: CallRecord) -> Iterator[tuple[int, int, int]]:
    """(began_ms, ended_ms, seq) of everything that fills the line."""
    for heard in heard_lines(record):
        yield heard.line.began_ms, heard.ended_ms, heard.seq
    for seq, said in record.all(CallTakerSpoke):
        yield speaks_from_ms(said), said.ended_ms, seq
    for seq, sound in record.all(CallerSounded):
        if sound.sound.startswith("tone_"):  # key tones are a caller's answer
            yield sound.began_ms, sound.ended_ms, seq
    last_ms = record.events[-1].at_ms
    for hold in holds(record):
        ended_ms = last_ms if hold.ended_ms is None else hold.ended_ms
        yield hold.began_ms, ended_ms, hold.seq
