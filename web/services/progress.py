"""The coordinator's table: effort from every call, marks from exam calls only.

What a trainee got in practice enters neither this table nor its exports.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from sqlalchemy import ColumnElement, Row, Select, case, func, select
from sqlalchemy.orm import Session

from recordings.tables import CallRow
from web.models import User
from web.permissions import Role
from web.services.marks import latest_scorecards
from web.services.scope import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class TraineeProgress:
    """One trainee in the table."""

    name: str
    agency: str | None
    calls: int = 0
    length_ms: int = 0
    """Call time of all calls."""
    last_call_at: datetime | None = None
    exams: int = 0
    """Exam calls that have a mark."""
    exams_passed: int = 0
    exam_percent: float | None = None
    """Mean of the exam marks; None when there are none."""
    exam_critical: int = 0
    """Critical criteria missed in exams."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of the table is asked for."""

    search: str = ""
    """Part of a name."""
    agency: str = ""
    since: datetime | None = None
    sort: str = "name"
    descending: bool = False


Effort: TypeAlias = tuple[str | None, int, int, datetime]
Exams: TypeAlias = tuple[str | None, int, int, float | None, int]

# Columns one may sort by; what is missing always stands last.
SORTS: dict[str, Callable[[TraineeProgress], float | str | None]] = {
    "name": lambda row: row.name.casefold(),
    "agency": lambda row: (row.agency or "").casefold() or None,
    "calls": lambda row: row.calls,
    "minutes": lambda row: row.length_ms,
    "exams": lambda row: row.exams,
    "passed": lambda row: row.exams_passed,
    "mark": lambda row: row.exam_percent,
    "critical": lambda row: row.exam_critical,
    "last": lambda row: row.last_call_at.timestamp() if row.last_call_at else None,
}


def table(session: Session, viewer: Viewer, wanted: Wanted) -> list[TraineeProgress]:
    """The trainees of the centre, those without calls too."""
    effort = {row.trainee_id: row for row in session.execute(_effort(viewer, wanted))}
    exams = {row.trainee_id: row for row in session.execute(_exams(viewer, wanted))}
    rows = [
        _progress(person, effort.get(person.id), exams.get(person.id))
        for person in session.scalars(_trainees(viewer, wanted))
    ]
    return _sorted(rows, wanted)


def agencies(session: Session, viewer: Viewer) -> Sequence[str]:
    """The agencies that trainees of the centre come from."""
    return session.scalars(
        select(User.agency)
        .where(User.centre_id == viewer.centre_id, User.role == Role.TRAINEE)
        .where(User.agency.is_not(None))
        .distinct()
        .order_by(User.agency)
    ).all()  # type: ignore[return-value]  # None is excluded above


def _trainees(viewer: Viewer, wanted: Wanted) -> Select[User]:
    people = select(User).where(
        User.centre_id == viewer.centre_id, User.role == Role.TRAINEE, User.active
    )
    if wanted.search:
        people = people.where(User.name.icontains(wanted.search, autoescape=True))
    if wanted.agency:
        people = people.where(User.agency == wanted.agency)
    return people


def _effort(viewer: Viewer, wanted: Wanted) -> Select[*Effort]:
    return (
        select(
            CallRow.trainee_id,
            func.count().label("calls"),
            func.coalesce(func.sum(CallRow.last_at_ms), 0).label("length_ms"),
            func.max(CallRow.offered_at).label("last_call_at"),
        )
        .where(*_in_time(viewer, wanted))
        .group_by(CallRow.trainee_id)
    )


def _exams(viewer: Viewer, wanted: Wanted) -> Select[*Exams]:
    mark = latest_scorecards()
    return (
        select(
            CallRow.trainee_id,
            func.count().label("exams"),
            func.sum(case((mark.passed.is_(True), 1), else_=0)).label("passed"),
            func.avg(mark.percent).label("percent"),
            func.sum(mark.critical).label("critical"),
        )
        .join(mark, mark.call_id == CallRow.id)
        .where(*_in_time(viewer, wanted), CallRow.mode == "exam")
        .group_by(CallRow.trainee_id)
    )


def _in_time(viewer: Viewer, wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    here = (CallRow.centre_id == viewer.centre_id, CallRow.trainee_id.is_not(None))
    if wanted.since is None:
        return here
    return (*here, CallRow.offered_at >= wanted.since)


def _progress(
    person: User,
    effort: Row[*Effort] | None,
    exams: Row[*Exams] | None,
) -> TraineeProgress:
    return TraineeProgress(
        name=person.name,
        agency=person.agency,
        calls=effort.calls if effort else 0,
        length_ms=int(effort.length_ms) if effort else 0,
        last_call_at=effort.last_call_at if effort else None,
        exams=exams.exams if exams else 0,
        exams_passed=int(exams.passed) if exams else 0,
        exam_percent=exams.percent if exams else None,
        exam_critical=int(exams.critical) if exams else 0,
    )


def _sorted(rows: list[TraineeProgress], wanted: Wanted) -> list[TraineeProgress]:
    key = SORTS[wanted.sort]
    by_name = sorted(rows, key=lambda row: row.name.casefold())
    present = [row for row in by_name if key(row) is not None]
    absent = [row for row in by_name if key(row) is None]
    # `reverse` keeps equal rows in the order of their names.
    return sorted(present, key=key, reverse=wanted.descending) + absent  # type: ignore[arg-type]
