"""Agencies answer a dispatch, with a read-back of where the ticket sends them."""

from collections import Counter
from collections.abc import Callable, Iterator

from recordings.events import AgencyAnswered, AgencyDispatched, TicketFieldSet
from simulator.caller import CallerState
from simulator.chance import chance
from simulator.due import Due
from simulator.moment import Moment

AGENCY_ANSWERS_MS = (6_000, 14_000)


def dues(state: CallerState) -> Iterator[Due]:
    """Answers of the agencies that were sent."""
    for agency, sent_ms, nth in _waited_for(state):
        random = chance(state.case.seed, f"agency.{agency}", nth)
        yield Due(sent_ms + random.randint(*AGENCY_ANSWERS_MS), _accepts(agency))


def _waited_for(state: CallerState) -> Iterator[tuple[str, int, int]]:
    """(agency, sent at, how many times before) of those that have not answered."""
    answered = Counter(one.agency for _, one in state.record.all(AgencyAnswered))
    sent: Counter[str] = Counter()
    for _, event in state.record.all(AgencyDispatched):
        for agency in event.agencies:
            if sent[agency] == answered[agency] and agency in state.dispatched:
                yield agency, event.at_ms, sent[agency]
            sent[agency] += 1


def _accepts(agency: str) -> Callable[[Moment], None]:
    def happen(now: Moment) -> None:
        now.add(
            AgencyAnswered(
                at_ms=now.at_ms,
                agency=agency,
                answer="accepts",
                read_back=_read_back(now),
            )
        )

    return happen


def _read_back(now: Moment) -> str | None:
    """What the agency repeats: the place as the ticket has it."""
    ticket = {one.field: one.value for _, one in now.state.record.all(TicketFieldSet)}
    parts = [ticket.get("location.landmark"), ticket.get("location.detail")]
    place = now.state.region.places.get(ticket.get("location.place") or "")
    if place is not None and place.name not in parts:
        parts.append(place.name)
    return ", ".join(part for part in parts if part) or None
