"""A call read back: its events, and what can be looked up in them.

Everything known about a call is computed from here; a record never changes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from recordings.chain import Salt, SealedEvent, seal
from recordings.events import (
    ActFound,
    AgencyAnswered,
    AgencyDispatched,
    AgencyRecalled,
    CallAnswered,
    CallClosed,
    CallerHungUp,
    CallerSpoke,
    CallOffered,
    CallTakerSpoke,
    CaseDrawn,
    Event,
    FieldReportReceived,
    HandoverSpoken,
    InstructorIntervened,
    Span,
    SupervisorAsked,
    TicketFieldSet,
    UnderstandingCorrected,
    UtteranceRead,
)

ERASED = "«dihapus»"
"""Stands where words were before they were erased."""

E = TypeVar("E", bound=Event)

# What a person can read of an event: what was said or written, or the codes chosen.
_WORDS: dict[type[Event], Callable[[Any], str]] = {
    CallTakerSpoke: lambda event: event.text,
    CallerSpoke: lambda event: event.text,
    HandoverSpoken: lambda event: event.text,
    SupervisorAsked: lambda event: event.text,
    FieldReportReceived: lambda event: event.text,
    InstructorIntervened: lambda event: event.text,
    AgencyAnswered: lambda event: event.read_back or "",
    TicketFieldSet: lambda event: event.value or "",
    AgencyDispatched: lambda event: ", ".join(event.agencies),
    AgencyRecalled: lambda event: event.agency,
    CallClosed: lambda event: event.disposition,
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a call and their place. Only `CallRecord.quote` makes one."""

    seq: int
    span: Span
    """Code points of what the event's words are, the end not included."""
    text: str


@dataclass(frozen=True)
class CallRecord:
    """The events of one call, in order; the index in `events` is the seq."""

    events: tuple[Event, ...] = ()
    head_hash: str | None = None
    """Hash of the last event; None while it is not sealed."""
    sealed: tuple[SealedEvent, ...] = ()
    """The events that stand in a chain already, from the first on."""

    @classmethod
    def of(cls, links: Sequence[SealedEvent]) -> "CallRecord":
        """The record of a whole chain."""
        events = tuple(link.event for link in links)
        return cls(events, links[-1].hash if links else None, tuple(links))

    def appended(self, events: Iterable[Event]) -> "CallRecord":
        """This record and what happened after it, which is not sealed yet."""
        more = tuple(events)
        return CallRecord(self.events + more, None, self.sealed) if more else self

    def sealed_with(self, salt: Salt) -> "CallRecord":
        """This record with its last events chained to those sealed before."""
        done = len(self.sealed)
        if done == len(self.events) and self.head_hash is not None:
            return self
        previous = self.sealed[-1].hash if done else None
        rest = seal(self.events[done:], start_seq=done, previous=previous, salt=salt)
        return CallRecord.of((*self.sealed, *rest))

    # --- finding events --------------------------------------------------------

    def all(self, cls: type[E]) -> list[tuple[int, E]]:
        """Every event of exactly this class with its seq."""
        return list(self._by_class.get(cls, ()))

    def first(self, cls: type[E]) -> tuple[int, E] | None:
        found = self._by_class.get(cls)
        return found[0] if found else None

    def last(self, cls: type[E]) -> tuple[int, E] | None:
        found = self._by_class.get(cls)
        return found[-1] if found else None

    @cached_property
    def _by_class(self) -> dict[type[Event], list[tuple[int, Any]]]:
        index: dict[type[Event], list[tuple[int, Any]]] = {}
        for seq, event in enumerate(self.events):
            index.setdefault(type(event), []).append((seq, event))
        return index

    # --- the frame of the call -------------------------------------------------

    @property
    def offered(self) -> CallOffered:
        """The event every call begins with.

        Raises:
            LookupError: The record is empty, or not that of a call.
        """
        return self._needed(CallOffered)

    @property
    def case_json(self) -> Mapping[str, Any]:
        """The truth of the call, as it was drawn.

        Raises:
            LookupError: No case was drawn.
        """
        return self._needed(CaseDrawn).case

    def _needed(self, cls: type[E]) -> E:
        found = self.first(cls)
        if found is None:
            raise LookupError(f"the record has no {cls.__name__}")
        return found[1]

    @property
    def answered_ms(self) -> int | None:
        """When the call was answered; None when it never was."""
        found = self.first(CallAnswered)
        return found[1].at_ms if found else None

    @property
    def ended(self) -> bool:
        """Whether the line is dead; the ticket may still have to be closed."""
        return self.closed or self.first(CallerHungUp) is not None

    @property
    def closed(self) -> bool:
        """Whether the call-taker, or an instructor, ended the call."""
        ended = any(by.kind == "ended" for _, by in self.all(InstructorIntervened))
        return ended or self.first(CallClosed) is not None

    # --- what was understood ---------------------------------------------------

    def reading_of(self, seq: int) -> tuple[int, UtteranceRead] | None:
        """What the reader understood of an utterance, with the reading's own seq."""
        return self._readings.get(seq)

    def corrected(self, seq: int) -> UnderstandingCorrected | None:
        """What a person said the utterance meant; the last word counts."""
        return self._corrections.get(seq)

    def acts_of(self, seq: int) -> tuple[ActFound, ...]:
        """The acts of an utterance: as corrected by a person, else as read.

        An act that the reader found as well keeps its concepts and its span; any
        other rests on the whole utterance.
        """
        reading = self.reading_of(seq)
        read = reading[1].acts if reading else ()
        correction = self.corrected(seq)
        if correction is None:
            return read
        known = {act.act: act for act in reversed(read)}
        whole = (0, len(words_of(self.events[seq])))
        return tuple(
            known.get(act) or ActFound(act=act, confidence=1.0, span=whole)
            for act in correction.acts
        )

    def has_act(self, seq: int, *acts: str) -> bool:
        """Whether an utterance performs one of these acts."""
        return any(found.act in acts for found in self.acts_of(seq))

    @cached_property
    def _readings(self) -> dict[int, tuple[int, UtteranceRead]]:
        return {read.of: (seq, read) for seq, read in self.all(UtteranceRead)}

    @cached_property
    def _corrections(self) -> dict[int, UnderstandingCorrected]:
        return {said.of: said for _, said in self.all(UnderstandingCorrected)}

    # --- quoting ---------------------------------------------------------------

    def is_erased(self, seq: int) -> bool:
        """Whether words once stood at this event and were erased."""
        return seq < len(self.sealed) and self.sealed[seq].erased

    def quote(self, seq: int, span: Span | None = None) -> Quote:
        """Quote an event; an erased one gives «dihapus».

        Args:
            seq: Of an event with words, or with codes somebody chose.
            span: Code points within its words; None for all of them.

        Raises:
            LookupError: No such event.
            ValueError: The span lies outside the words.
        """
        if not 0 <= seq < len(self.events):
            raise LookupError(f"the record has no event {seq}")
        if self.is_erased(seq):
            return Quote(seq, span or (0, 0), ERASED)
        words = words_of(self.events[seq])
        begin, end = span if span is not None else (0, len(words))
        if not 0 <= begin <= end <= len(words):
            raise ValueError(f"event {seq} has no words at {begin} to {end}")
        return Quote(seq, (begin, end), words[begin:end])


def words_of(event: Event) -> str:
    """What a person can read of an event; empty for those without words or codes."""
    read = _WORDS.get(type(event))
    return read(event) if read else ""
