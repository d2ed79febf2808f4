"""What the call-taker did beside speaking: the ticket, the agencies, the closing."""

from collections.abc import Mapping
from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.events import (
    AgencyDispatched,
    AgencyRecalled,
    CallClosed,
    TicketFieldSet,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A ticket field with its value and where that was entered."""

    seq: int
    at_ms: int
    value: str
    erased: bool = False
    """Something stood here; what it was has been erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The state of the desk at the end of the call, and when it came about."""

    dispatches: tuple[tuple[int, AgencyDispatched], ...]
    sent: tuple[str, ...]
    """Agencies on their way at the end: dispatched and not recalled since."""
    ticket: Mapping[str, Entry]
    """Fields that are filled at the end."""
    first_filled: Mapping[str, Entry]
    """The first value of each field that ever had one."""
    closed: tuple[int, CallClosed] | None

    @property
    def first_dispatch_ms(self) -> int | None:
        return self.dispatches[0][1].at_ms if self.dispatches else None

    @property
    def disposition(self) -> str | None:
        return self.closed[1].disposition if self.closed else None

    def value(self, field: str) -> str | None:
        """The value of a ticket field at the end; None when empty."""
        entry = self.ticket.get(field)
        return entry.value if entry else None


def at_the_desk(call: CallRecord) -> Desk:
    """Fold ticket edits, dispatches and recalls into how they stand at the end."""
    ticket, first_filled = _ticket(call)
    return Desk(
        dispatches=tuple(call.all(AgencyDispatched)),
        sent=_sent(call),
        ticket=ticket,
        first_filled=first_filled,
        closed=call.last(CallClosed),
    )


def _sent(call: CallRecord) -> tuple[str, ...]:
    on_the_way: dict[str, None] = {}
    for event in call.events:
        match event:
            case AgencyDispatched(agencies=agencies):
                on_the_way |= dict.fromkeys(agencies)
            case AgencyRecalled(agency=agency):
                on_the_way.pop(agency, None)
    return tuple(on_the_way)


def _ticket(call: CallRecord) -> tuple[dict[str, Entry], dict[str, Entry]]:
    ticket: dict[str, Entry] = {}
    first_filled: dict[str, Entry] = {}
    for seq, edit in call.all(TicketFieldSet):
        value = (edit.value or "").strip()
        erased = call.is_erased(seq)
        if value or erased:
            ticket[edit.field] = Entry(
                seq=seq, at_ms=edit.at_ms, value=value, erased=erased
            )
            first_filled.setdefault(edit.field, ticket[edit.field])
        else:
            ticket.pop(edit.field, None)
    return ticket, first_filled
