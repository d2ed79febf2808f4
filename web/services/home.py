"""What each role finds on its first page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from recordings.tables import CallRow
from web.models import HandIn, ScenarioVersion, User
from web.services import library, progress
from web.services.marks import latest_scorecards
from web.services.progress import TraineeProgress, Wanted
from web.services.scope import Viewer

RECENT_CALLS = 10
PRESENT_FOR = timedelta(seconds=45)
"""A page that was not heard of for longer is taken as left."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A scenario as the one who will be called may see it: never its title or truth."""

    scenario_id: str
    incident_type: str
    difficulty: int
    tried: int
    """How many of one's own calls came from it."""


@dataclass(frozen=True, slots=True)
class OwnCall:
    """One of the trainee's own calls."""

    call_id: str
    scenario_id: str
    mode: str
    offered_at: datetime
    length_ms: int
    percent: float | None
    passed: bool | None
    critical: int | None
    """None while there is no mark."""
    seen: bool
    """Whether the trainee has read the mark in the debrief; no list tells it first."""
    handed_in: bool
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who is in a call now; of the call itself only that it is there."""

    name: str
    agency: str | None
    mode: str
    offered_at: datetime
    present: bool
    """Whether the page was heard of a moment ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days of a centre."""

    trainees: int
    active: int
    """Trainees with at least one call."""
    calls: int
    length_ms: int
    exams: int
    exams_passed: int
    absent: list[TraineeProgress]
    """Trainees without a call."""


def running_call(session: Session, viewer: Viewer) -> CallRow | None:
    """The person's own call that is not over; the latest when there are several."""
    return session.scalar(
        select(CallRow)
        .where(*_own(viewer), CallRow.closed_at.is_(None))
        .order_by(CallRow.offered_at.desc())
        .limit(1)
    )


def choices(session: Session, viewer: Viewer) -> list[Choice]:
    """The scenarios a trainee may choose from, easiest first."""
    calls = session.scalars(select(CallRow.scenario_id).where(*_own(viewer)))
    tried = list(calls)
    return [
        Choice(
            row.scenario_id,
            row.incident_type,
            row.difficulty,
            tried.count(row.scenario_id),
        )
        for row in library.latest_scenarios(session, centre_id=viewer.centre_id)
    ]


def recent_calls(session: Session, viewer: Viewer) -> Sequence[OwnCall]:
    """The person's own finished calls with their marks, the latest first."""
    mark = latest_scorecards()
    rows = session.execute(
        select(CallRow, mark, HandIn)
        .outerjoin(mark, mark.call_id == CallRow.id)
        .outerjoin(HandIn, HandIn.call_id == CallRow.id)
        .where(*_own(viewer), CallRow.closed_at.is_not(None))
        .order_by(CallRow.offered_at.desc())
        .limit(RECENT_CALLS)
    )
    return [
        OwnCall(
            call.id,
            call.scenario_id,
            call.mode,
            call.offered_at,
            call.last_at_ms,
            scorecard.percent if scorecard else None,
            scorecard.passed if scorecard else None,
            scorecard.critical if scorecard else None,
            seen=scorecard is not None and scorecard.seen_at is not None,
            handed_in=hand_in is not None,
            reviewed=hand_in is not None and hand_in.reviewed_at is not None,
        )
        for call, scorecard, hand_in in rows
    ]


def in_a_call(session: Session, viewer: Viewer, *, now: datetime) -> Sequence[Presence]:
    """Who of the centre is in a call now, the longest first."""
    rows = session.execute(
        select(CallRow, User)
        .join(User, User.id == CallRow.trainee_id)
        .where(
            CallRow.centre_id == viewer.centre_id,
            CallRow.closed_at.is_(None),
            CallRow.offered_at >= now - timedelta(hours=12),
        )
        .order_by(CallRow.offered_at)
    )
    return [
        Presence(
            user.name,
            user.agency,
            call.mode,
            call.offered_at,
            present=now - call.last_sign_at <= PRESENT_FOR,
        )
        for call, user in rows
    ]


def this_week(session: Session, viewer: Viewer, *, now: datetime) -> Week:
    """Effort and exams of the last seven days, without a single practice mark."""
    rows = progress.table(session, viewer, Wanted(since=now - timedelta(days=7)))
    return Week(
        trainees=len(rows),
        active=sum(row.calls > 0 for row in rows),
        calls=sum(row.calls for row in rows),
        length_ms=sum(row.length_ms for row in rows),
        exams=sum(row.exams for row in rows),
        exams_passed=sum(row.exams_passed for row in rows),
        absent=[row for row in rows if not row.calls],
    )


def newest_scenarios(session: Session, viewer: Viewer) -> list[ScenarioVersion]:
    """The library as an instructor's first page lists it."""
    return library.latest_scenarios(session, centre_id=viewer.centre_id)


def _own(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return (
        CallRow.centre_id == viewer.centre_id,
        CallRow.trainee_id == viewer.user_id,
    )
