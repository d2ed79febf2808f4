"""Calls and marks as rows, for pages that only list them."""

from datetime import datetime, timedelta
from uuid import uuid4

from recordings.tables import CallRow
from tests.people import MONDAY, Person
from web.models import HandIn, ScorecardRow


def a_call(
    person: Person,
    *,
    mode: str = "practice",
    at: datetime = MONDAY - timedelta(hours=1),
    length_ms: int = 120_000,
    over: bool = True,
) -> CallRow:
    return CallRow(
        id=str(uuid4()),
        centre_id=person.centre,
        trainee_id=person.id,
        scenario_id=f"kebakaran-{person.centre}",
        scenario_version=1,
        seed=7,
        mode=mode,
        rubric="dasar-112@1",
        offered_at=at,
        last_sign_at=at,
        closed_at=at + timedelta(milliseconds=length_ms) if over else None,
        event_count=9,
        last_at_ms=length_ms,
        head_hash="a" * 64,
    )


def a_mark(
    call: CallRow,
    percent: float | None,
    *,
    critical: int = 0,
    passed: bool | None = None,
    seen: bool = True,
    digest: str = "d",
) -> ScorecardRow:
    return ScorecardRow(
        centre_id=call.centre_id,
        call_id=call.id,
        rubric=call.rubric,
        digest=digest * 64,
        head_hash="a" * 64,
        scorer="scorer@1",
        scorecard={},
        passed=passed,
        percent=percent,
        critical=critical,
        marked_at=call.offered_at,
        seen_at=call.offered_at if seen else None,
    )


def a_hand_in(call: CallRow, *, reviewed: datetime | None = None) -> HandIn:
    return HandIn(
        centre_id=call.centre_id,
        call_id=call.id,
        handed_in_by=call.trainee_id,
        handed_in_at=call.offered_at + timedelta(minutes=10),
        reviewed_at=reviewed,
    )


def add(change, *rows) -> None:
    """Keep rows, each before those that point to it."""

    def keep(session):
        for row in rows:
            session.add(row)
            session.flush()
        session.expunge_all()

    change(keep)
