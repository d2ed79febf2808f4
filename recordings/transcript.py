"""A call as people read it: who said what, when, and how distressed the caller was."""

from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.events import (
    AgencyAnswered,
    CallerSounded,
    CallerSpoke,
    CallTakerSpoke,
    Event,
    FieldReportReceived,
    HandoverSpoken,
    InstructorIntervened,
    SupervisorAsked,
)
from recordings.heard import HeardLine, heard_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One stretch of words, or one sound of the caller."""

    seq: int
    who: str
    """caller, call_taker, agency or instructor."""
    text: str
    """The words, or «dihapus» when they were erased; empty for a sound."""
    began_ms: int
    ended_ms: int
    erased: bool = False
    agency: str | None = None
    """Id of the agency that speaks or is spoken to."""
    answer: str | None = None
    """accepts, cannot or not_ours, where an agency answers."""
    sound: str | None = None
    acts: tuple[str, ...] = ()
    """Of the call-taker's utterances: as corrected by a person, else as read."""
    distress: int | None = None
    """ECCS with which the caller said it."""
    unsaid: str = ""
    """The end of the caller's line that the call-taker's breaking in left unsaid."""


def transcript(record: CallRecord) -> list[Turn]:
    """The turns of a call by when they began."""
    lines = {heard.seq: heard for heard in heard_lines(record)}
    turns = [
        _turn(record, seq, event, lines.get(seq))
        for seq, event in enumerate(record.events)
        if type(event) in _WHO
    ]
    return sorted(turns, key=lambda turn: (turn.began_ms, turn.seq))


def _turn(record: CallRecord, seq: int, event: Event, heard: HeardLine | None) -> Turn:
    text = record.quote(seq).text
    said = text if heard is None else heard.said
    ended_ms = getattr(event, "ended_ms", event.at_ms)
    return Turn(
        seq=seq,
        who=_WHO[type(event)],
        text=said,
        unsaid=text[len(said) :].strip(),
        erased=record.is_erased(seq),
        began_ms=getattr(event, "began_ms", event.at_ms),
        ended_ms=ended_ms if heard is None else heard.ended_ms,
        agency=getattr(event, "agency", None),
        answer=getattr(event, "answer", None),
        sound=getattr(event, "sound", None),
        acts=tuple(found.act for found in record.acts_of(seq)),
        distress=getattr(event, "distress", None),
    )


_WHO: dict[type[Event], str] = {
    CallerSpoke: "caller",
    CallerSounded: "caller",
    CallTakerSpoke: "call_taker",
    HandoverSpoken: "call_taker",
    SupervisorAsked: "call_taker",
    AgencyAnswered: "agency",
    FieldReportReceived: "agency",
    InstructorIntervened: "instructor",
}
