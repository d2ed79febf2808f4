"""The course of a call as a picture: distress, who spoke, what was sent and when."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from recordings import CallRecord
from recordings.events import (
    AgencyDispatched,
    CallAnswered,
    CallClosed,
    CallTakerSpoke,
    SituationChanged,
    TicketFieldSet,
)
from recordings.heard import heard_lines
from recordings.timing import distress_curve
from scenarios import Case

WIDTH, HEIGHT = 640.0, 150.0
LEFT, TOP, BOTTOM = 26.0, 12.0, 104.0
LANES = {"caller": 114.0, "taker": 126.0}
CALMEST, MOST = 1.0, 5.0

Across = Callable[[int], float]
"""From call time to a place on the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Somebody speaking."""

    x: float
    width: float
    y: float
    who: str
    seq: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Something done, at a moment."""

    x: float
    kind: str
    words: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of 640 by 150 units."""

    curve: str
    """Points of a polyline."""
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, int], ...]


def timeline(record: CallRecord, case: Case, agencies: Mapping[str, str]) -> Timeline:
    """Draw a finished call from its answer to its end.

    Args:
        record: The call.
        case: Its case.
        agencies: Ids of agencies to their names.
    """
    start = record.answered_ms or 0
    end = max(record.events[-1].at_ms, start + 1_000)

    def x(at_ms: int) -> float:
        share = (min(max(at_ms, start), end) - start) / (end - start)
        return round(LEFT + share * (WIDTH - LEFT - 6), 1)

    return Timeline(
        curve=_curve(record, end, x),
        bars=tuple(_bars(record, x)),
        marks=tuple(_marks(record, case, agencies, x)),
        ticks=tuple(_ticks(start, end, x)),
        levels=tuple((_y(level), level) for level in range(1, 6)),
    )


def _curve(record: CallRecord, end: int, x: Across) -> str:
    points: list[tuple[float, float]] = []
    last: float | None = None
    for at_ms, level in distress_curve(record):
        if last is not None:
            points.append((x(at_ms), _y(last)))
        points.append((x(at_ms), _y(level)))
        last = level
    if last is not None:
        points.append((x(end), _y(last)))
    return " ".join(f"{px:g},{py:g}" for px, py in points)


def _y(level: float) -> float:
    return round(BOTTOM - (level - CALMEST) / (MOST - CALMEST) * (BOTTOM - TOP), 1)


def _bars(record: CallRecord, x: Across) -> Iterator[Bar]:
    for heard in heard_lines(record):
        began, ended = heard.line.began_ms, heard.ended_ms
        yield _bar(x(began), x(ended), "caller", heard.seq)
    for seq, said in record.all(CallTakerSpoke):
        began, ended = said.began_ms, said.ended_ms
        yield _bar(x(began), x(ended), "taker", seq)


def _bar(left: float, right: float, who: str, seq: int) -> Bar:
    return Bar(left, round(max(1.5, right - left), 1), LANES[who], who, seq)


def _marks(
    record: CallRecord, case: Case, agencies: Mapping[str, str], x: Across
) -> Iterator[Mark]:
    labels = {change.id: change.label for change in case.changes}
    for event in record.events:
        if isinstance(event, AgencyDispatched):
            words = ", ".join(agencies.get(one, one) for one in event.agencies)
            yield Mark(x(event.at_ms), "dispatch", words, event.at_ms)
        elif isinstance(event, SituationChanged):
            words = labels.get(event.change, event.change)
            yield Mark(x(event.at_ms), "change", words, event.at_ms)
        elif isinstance(event, TicketFieldSet) and event.field == "location.place":
            yield Mark(x(event.at_ms), "place", "", event.at_ms)
        elif isinstance(event, CallAnswered | CallClosed):
            kind = "answer" if isinstance(event, CallAnswered) else "close"
            yield Mark(x(event.at_ms), kind, "", event.at_ms)


def _ticks(start: int, end: int, x: Across) -> Iterator[tuple[float, str]]:
    every = 30_000 if end - start < 240_000 else 60_000
    for at in range(0, end - start + 1, every):
        yield x(start + at), f"{at // 60_000}.{at // 1000 % 60:02d}"
