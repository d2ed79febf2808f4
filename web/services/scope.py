"""What a person may see: the one place where centre and role narrow every query.

Pages ask for rows through `scoped` and `find`; a row outside the scope looks exactly
like one that does not exist.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from recordings.tables import Base, CallRow
from web.errors import Missing
from web.models import HandIn, RubricVersion, ScenarioVersion, ScorecardRow, User
from web.permissions import Permission, Role, may
from web.texts import N_

Row = TypeVar("Row", bound=Base)
NOT_THERE = N_("Halaman atau data itu tidak ada.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """The person who is asking, in plain values."""

    user_id: str
    centre_id: str
    role: Role
    name: str


def scoped(viewer: Viewer, table: type[Row]) -> Select[Row]:
    """Everything of a table that the person may see."""
    return select(table).where(visible(viewer, table))


def find(session: Session, viewer: Viewer, table: type[Row], key: object) -> Row:
    """One row by its primary key.

    Raises:
        Missing: There is none, or the person may not see it.
    """
    [column] = table.__mapper__.primary_key
    row = session.scalar(scoped(viewer, table).where(column == key))
    if row is None:
        raise Missing(NOT_THERE)
    return row


def own_call(session: Session, viewer: Viewer, call_id: str) -> CallRow:
    """A call that the person takes themselves: only its owner acts in a call.

    Raises:
        Missing: There is none, or it is somebody else's.
    """
    row = session.scalar(
        select(CallRow).where(CallRow.id == call_id, _own_calls(viewer))
    )
    if row is None:
        raise Missing(NOT_THERE)
    return row


def visible(viewer: Viewer, table: type[Base]) -> ColumnElement[bool]:
    """The condition under which the person may see a row of the table."""
    return _SCOPES[table](viewer)


def _own_calls(viewer: Viewer) -> ColumnElement[bool]:
    return and_(
        CallRow.centre_id == viewer.centre_id, CallRow.trainee_id == viewer.user_id
    )


def _calls(viewer: Viewer) -> ColumnElement[bool]:
    """One's own; exams for who marks or plans; practice only when handed in."""
    exam = and_(CallRow.centre_id == viewer.centre_id, CallRow.mode == "exam")
    if viewer.role is Role.INSTRUCTOR:
        return or_(_own_calls(viewer), exam, _handed_in(viewer))
    if viewer.role is Role.COORDINATOR:
        return exam
    return _own_calls(viewer)


def _handed_in(viewer: Viewer) -> ColumnElement[bool]:
    return exists().where(
        HandIn.call_id == CallRow.id,
        HandIn.centre_id == viewer.centre_id,
        CallRow.centre_id == viewer.centre_id,
    )


def _scorecards(viewer: Viewer) -> ColumnElement[bool]:
    return exists().where(CallRow.id == ScorecardRow.call_id, _calls(viewer))


def _hand_ins(viewer: Viewer) -> ColumnElement[bool]:
    here = HandIn.centre_id == viewer.centre_id
    if viewer.role is Role.INSTRUCTOR:
        return here
    return and_(here, HandIn.handed_in_by == viewer.user_id)


def _library(
    table: type[ScenarioVersion] | type[RubricVersion],
) -> Callable[[Viewer], ColumnElement[bool]]:
    def versions(viewer: Viewer) -> ColumnElement[bool]:
        if not may(viewer.role, Permission.READ_LIBRARY):
            return false()
        return table.centre_id == viewer.centre_id

    return versions


def _people(viewer: Viewer) -> ColumnElement[bool]:
    here = User.centre_id == viewer.centre_id
    if viewer.role is not Role.TRAINEE:
        return here
    return and_(here, User.id == viewer.user_id)


_SCOPES: dict[type[Base], Callable[[Viewer], ColumnElement[bool]]] = {
    CallRow: _calls,
    ScorecardRow: _scorecards,
    HandIn: _hand_ins,
    ScenarioVersion: _library(ScenarioVersion),
    RubricVersion: _library(RubricVersion),
    User: _people,
}
