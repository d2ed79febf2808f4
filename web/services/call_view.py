"""What the page of a running call may know: never the truth, seed or distress."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from recordings import CallRecord
from recordings.events import TYPE_NAMES as NAMES
from recordings.events import (
    AgencyAnswered,
    AgencyDispatched,
    AgencyRecalled,
    CallAnswered,
    CallClosed,
    CallerHungUp,
    CallerSounded,
    CallerSpoke,
    CallHeld,
    CallResumed,
    CallTakerSpoke,
    ClockStarted,
    ClockStopped,
    Event,
    TicketFieldSet,
    UnderstandingCorrected,
)

# Event class -> the fields the page may see. What is not here is not sent.
SHOWN: Mapping[type[Event], tuple[str, ...]] = {
    CallAnswered: (),
    CallerSpoke: ("text", "began_ms", "ended_ms"),
    CallerSounded: ("sound", "began_ms", "ended_ms"),
    CallTakerSpoke: ("text",),
    UnderstandingCorrected: ("of",),
    TicketFieldSet: ("field", "value"),
    AgencyDispatched: ("agencies", "priority"),
    AgencyRecalled: ("agency",),
    AgencyAnswered: ("agency", "answer", "read_back"),
    CallHeld: (),
    CallResumed: (),
    ClockStopped: ("reason",),
    ClockStarted: (),
    CallerHungUp: (),
    CallClosed: ("disposition",),
}

_SOUNDS_ONLY = re.compile(r"\s*(?:\([^)]*\)\s*)+")
"""A line of stage words, such as «(satu nada)»: heard, but nobody speaks."""


def shown_events(
    record: CallRecord, *, after: int, clip_url: Callable[[int], str]
) -> list[dict[str, Any]]:
    """The events behind `after` that the page may see, redacted."""
    by_ear = is_by_ear(record)
    return [
        _shown(seq, event, clip_url, by_ear=by_ear)
        for seq, event in enumerate(record.events)
        if seq > after and type(event) in SHOWN
    ]


def is_by_ear(record: CallRecord) -> bool:
    """Whether the caller is heard only: in exams the words are not even sent."""
    return record.offered.mode == "exam"


def _shown(
    seq: int, event: Event, clip_url: Callable[[int], str], *, by_ear: bool
) -> dict[str, Any]:
    fields = {name: getattr(event, name) for name in SHOWN[type(event)]}
    shown = {"seq": seq, "type": NAMES[type(event)], "at_ms": event.at_ms, **fields}
    if isinstance(event, CallerSpoke):
        silent = _SOUNDS_ONLY.fullmatch(event.text)
        shown["clip"] = None if silent else clip_url(seq)
        if by_ear and not silent:
            shown["text"] = ""
    return shown


def state_of(record: CallRecord) -> str:
    """ringing, connected, on_hold, frozen, hung_up (by the caller) or ended."""
    if record.closed:
        return "ended"
    if is_frozen(record):
        return "frozen"
    if record.ended:
        return "hung_up"
    if record.answered_ms is None:
        return "ringing"
    return "on_hold" if _stands(record.events, CallHeld, CallResumed) else "connected"


def is_frozen(record: CallRecord) -> bool:
    """Whether call time stands still."""
    return _stands(record.events, ClockStopped, ClockStarted)


def ticket_of(record: CallRecord) -> dict[str, str | None]:
    """The ticket as it stands: the last value of every field."""
    return {event.field: event.value for _, event in record.all(TicketFieldSet)}


def dispatched_in(record: CallRecord) -> list[dict[str, Any]]:
    """Agencies that are sent and not recalled, with their answers."""
    sent: dict[str, dict[str, Any]] = {}
    for event in record.events:
        if isinstance(event, AgencyDispatched):
            for agency in event.agencies:
                sent.setdefault(agency, _sent(agency, event.at_ms))
        elif isinstance(event, AgencyRecalled):
            sent.pop(event.agency, None)
        elif isinstance(event, AgencyAnswered) and event.agency in sent:
            sent[event.agency].update(answer=event.answer, answered_ms=event.at_ms)
    return list(sent.values())


def placed_ms(record: CallRecord) -> int | None:
    """When the place was first entered."""
    return next(
        (
            event.at_ms
            for _, event in record.all(TicketFieldSet)
            if event.field == "location.place" and event.value
        ),
        None,
    )


def dispatched_ms(record: CallRecord) -> int | None:
    """When the first agency was sent."""
    first = record.first(AgencyDispatched)
    return first[1].at_ms if first else None


def _sent(agency: str, at_ms: int) -> dict[str, Any]:
    return {"agency": agency, "at_ms": at_ms, "answer": None, "answered_ms": None}


def _stands(events: Iterable[Event], begins: type[Event], ends: type[Event]) -> bool:
    standing = False
    for event in events:
        standing = isinstance(event, begins) or (
            standing and not isinstance(event, ends)
        )
    return standing
