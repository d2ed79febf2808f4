"""What can happen in a call.

A call is nothing but the ordered list of these events. They are facts in the past
tense and never change; transcript, timings and scorecard are computed from them.
Times are whole milliseconds of call time since the first ring. Only CallOffered
knows the wall clock. Codes are plain strings: a log outlives its vocabulary.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

Span: TypeAlias = tuple[int, int]
"""Code points of a text, the end not included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    at_ms: int
    """Call time when it happened or was due; never goes back within a call."""


# --- what the reader found in an utterance ------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFound:
    """A dialogue act, with what it was about and the words it rests on."""

    act: str
    confidence: float
    span: Span
    about: tuple[str, ...] = ()
    form: str | None = None
    """`offer` or `directive` for instructions, else None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtesyFound:
    """A courtesy label; level 0, 1 or 2 where the label has degrees."""

    label: str
    confidence: float
    span: Span
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFound:
    """Something of worth inside an utterance.

    Kinds: `place` (place id of the region), `phone` (digits), `number` (digits),
    `time` (HH:MM), `rt_rw` (004/003), `agency` (agency id), `minutes` (digits),
    `name` (as written).
    """

    kind: str
    value: str
    span: Span


# --- beginning ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffered(Event):
    """The call rings at the trainee's position. Always the first event."""

    scenario: str
    """Id and version: "kebakaran-pasar@3"."""
    seed: int
    region: str
    mode: str
    """practice, coach or exam."""
    rubric: str
    """Id and version: "dasar-112@1"."""
    ani: str | None
    """Number shown to the call-taker; None when withheld."""
    offered_at: datetime
    """UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseDrawn(Event):
    """The whole truth of the call, as JSON. Always the second event."""

    case: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForkedFrom(Event):
    """The call goes on from a moment of another; it never certifies."""

    call: str
    seq: int
    hash: str


# --- speech ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAnswered(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTakerTyped(Event):
    """The call-taker's keys are moving; holds back the caller's «Halo?»."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTakerSpoke(Event):
    """One utterance of the call-taker, typed or recognised from sound."""

    text: str
    began_ms: int
    ended_ms: int
    means: str
    """typed, recognised or tapped."""
    clip: str | None = None
    """Content hash of the sound, when it was kept."""
    confidence: float | None = None
    """The recogniser's, 0 to 1; None when typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceRead(Event):
    """What the reader understood of an utterance."""

    of: int
    """Seq of the CallTakerSpoke."""
    acts: tuple[ActFound, ...] = ()
    courtesy: tuple[CourtesyFound, ...] = ()
    values: tuple[ValueFound, ...] = ()
    abstained: bool = False
    reader: str
    """Name and version of the reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderstandingCorrected(Event):
    """A person said what an utterance meant; the reading was wrong."""

    of: int
    """Seq of the CallTakerSpoke."""
    acts: tuple[str, ...]
    by: str
    """trainee, partner or instructor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerSpoke(Event):
    """One line of the caller.

    `ended_ms` follows from text and pace by a fixed formula, so that it is the
    same with and without sound. When the call-taker speaks before it, the rest
    counts as unsaid (`recordings.sequences`).
    """

    text: str
    began_ms: int
    ended_ms: int
    facts: tuple[str, ...] = ()
    """Ids of the facts this line gives away, in the order of its words."""
    distress: int
    """ECCS 1 to 5 with which it is said."""
    because_of: int | None = None
    """Seq of the event it answers; None when the caller speaks unprompted."""
    purpose: str
    """opening, answer, volunteer, confirm, correct, not_understood, prompt, protest,
    follow, refuse, change, thanks, farewell."""
    line: str | None = None
    """Id of the written line, for recorded takes; None when it was put together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerSounded(Event):
    """Something heard from the caller's side that is not words."""

    sound: str
    """breathing, crying, tone_once, tone_twice, television, laughter, ..."""
    began_ms: int
    ended_ms: int
    because_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerActed(Event):
    """The caller did, or would not do, what an instruction asked."""

    instruction: str
    """Id of the case's instruction."""
    outcome: str
    """followed or refused."""
    because_of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerDistressChanged(Event):
    level: float
    """1.0 to 5.0 after the change, one decimal."""
    because_of: int | None
    """Seq of the event that moved it; None for the passing of time."""
    reason: str
    """acknowledged, action, instructed, rude, put_off, silence, repeated,
    not_understood, on_hold, situation, interrupted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationChanged(Event):
    """The emergency itself moved on (a case's change came due)."""

    change: str


# --- what the call-taker does beside speaking ---------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketFieldSet(Event):
    field: str
    value: str | None
    """None when the field was emptied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDispatched(Event):
    agencies: tuple[str, ...]
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyRecalled(Event):
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallHeld(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class CallResumed(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSpoken(Event):
    """The call-taker told an agency about the incident."""

    agency: str
    text: str
    began_ms: int
    ended_ms: int
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyAnswered(Event):
    agency: str
    answer: str
    """accepts, cannot or not_ours."""
    read_back: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencySilent(Event):
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackPlaced(Event):
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorAsked(Event):
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldReportReceived(Event):
    agency: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketClosed(Event):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class HintShown(Event):
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstructorIntervened(Event):
    kind: str
    """hint, line or ended."""
    text: str


# --- clock and end ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStopped(Event):
    """Call time stands still from here: contact lost, or a real 112 call."""

    reason: str
    """contact_lost or real_call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStarted(Event):
    """Call time runs again; `at_ms` is that of the stop."""

    stopped_for_ms: int
    """Wall time that does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerHungUp(Event):
    reason: str
    """farewell, gave_up, offended, discovered, silence, situation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallClosed(Event):
    """The call-taker ended the call."""

    disposition: str


# Names on disk. A class may be renamed; a name in this table never is, because
# logs already written contain it.
EVENT_TYPES: dict[str, type[Event]] = {
    "call_offered": CallOffered,
    "case_drawn": CaseDrawn,
    "forked_from": ForkedFrom,
    "call_answered": CallAnswered,
    "call_taker_typed": CallTakerTyped,
    "call_taker_spoke": CallTakerSpoke,
    "utterance_read": UtteranceRead,
    "understanding_corrected": UnderstandingCorrected,
    "caller_spoke": CallerSpoke,
    "caller_sounded": CallerSounded,
    "caller_acted": CallerActed,
    "caller_distress_changed": CallerDistressChanged,
    "situation_changed": SituationChanged,
    "ticket_field_set": TicketFieldSet,
    "agency_dispatched": AgencyDispatched,
    "agency_recalled": AgencyRecalled,
    "call_held": CallHeld,
    "call_resumed": CallResumed,
    "handover_spoken": HandoverSpoken,
    "agency_answered": AgencyAnswered,
    "agency_silent": AgencySilent,
    "callback_placed": CallbackPlaced,
    "supervisor_asked": SupervisorAsked,
    "field_report_received": FieldReportReceived,
    "ticket_closed": TicketClosed,
    "hint_shown": HintShown,
    "instructor_intervened": InstructorIntervened,
    "clock_stopped": ClockStopped,
    "clock_started": ClockStarted,
    "caller_hung_up": CallerHungUp,
    "call_closed": CallClosed,
}

TYPE_NAMES: dict[type[Event], str] = {cls: name for name, cls in EVENT_TYPES.items()}

# What a person said: erasable without breaking the chain of hashes. The values of
# free-text ticket fields count too (`recordings.event_json`).
PERSONAL_FIELDS: dict[type[Event], tuple[str, ...]] = {
    CallTakerSpoke: ("text", "clip"),
    UtteranceRead: ("values",),
    HandoverSpoken: ("text",),
    AgencyAnswered: ("read_back",),
    SupervisorAsked: ("text",),
    TicketFieldSet: ("value",),
    InstructorIntervened: ("text",),
}
