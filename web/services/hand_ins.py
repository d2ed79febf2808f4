"""Handing a practice call to the centre's instructors, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from recordings.tables import CallRow
from web.errors import UserMistake
from web.models import HandIn, User
from web.services.marks import latest_scorecards
from web.services.scope import Viewer, own_call
from web.texts import N_

SHOWN_AT_MOST = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """A handed-in call that no instructor has gone through yet."""

    call_id: str
    trainee: str
    scenario: str
    handed_in_at: datetime
    percent: float | None
    critical: int


def hand_in(session: Session, viewer: Viewer, call_id: str, *, now: datetime) -> None:
    """Let the centre's instructors see one's call; twice changes nothing.

    Raises:
        Missing: It is not one's own call.
        UserMistake: The call is still running.
    """
    call = own_call(session, viewer, call_id)
    if call.closed_at is None:
        raise UserMistake(N_("Panggilan ini belum selesai."))
    if _of(session, call) is None:
        session.add(
            HandIn(
                centre_id=viewer.centre_id,
                call_id=call.id,
                handed_in_by=viewer.user_id,
                handed_in_at=now,
            )
        )


def take_back(session: Session, viewer: Viewer, call_id: str) -> None:
    """Hide one's call from the instructors again.

    Raises:
        Missing: It is not one's own call.
        UserMistake: An instructor has already gone through it.
    """
    row = _of(session, own_call(session, viewer, call_id))
    if row is not None and row.reviewed_at is not None:
        raise UserMistake(N_("Instruktur sudah membahas panggilan ini."))
    if row is not None:
        session.delete(row)


def waiting(session: Session, viewer: Viewer) -> Sequence[Waiting]:
    """Handed-in calls of the centre to go through: critical misses first, then old."""
    mark = latest_scorecards()
    rows = session.execute(
        select(
            HandIn.call_id,
            User.name,
            CallRow.scenario_id,
            HandIn.handed_in_at,
            mark.percent,
            mark.critical,
        )
        .join(CallRow, CallRow.id == HandIn.call_id)
        .join(User, User.id == HandIn.handed_in_by)
        .outerjoin(mark, mark.call_id == HandIn.call_id)
        .where(HandIn.centre_id == viewer.centre_id, HandIn.reviewed_at.is_(None))
        .order_by(mark.critical.desc(), HandIn.handed_in_at)
        .limit(SHOWN_AT_MOST)
    )
    return [
        Waiting(call_id, name, scenario, at, percent, critical or 0)
        for call_id, name, scenario, at, percent, critical in rows
    ]


def _of(session: Session, call: CallRow) -> HandIn | None:
    return session.scalar(select(HandIn).where(HandIn.call_id == call.id))
