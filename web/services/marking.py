"""Marks of finished calls: made once, read back, corrected by people beside them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from recordings import CallRecord
from recordings.store import CallStore
from recordings.tables import CallRow
from scenarios import Case
from scoring import Adjusted, Adjustment, Outcome, Rubric, Scorecard, adjust, score
from scoring.finding import LEFT_OUT
from web.errors import Missing, UserMistake
from web.models import AdjustmentRow, HandIn, ScorecardRow, User
from web.models.training import REASON_MIN_CHARS
from web.permissions import Permission, may
from web.services.scope import NOT_THERE, Viewer, find
from web.texts import N_


@dataclass(frozen=True, slots=True)
class Marked:
    """A call with its mark and what people corrected."""

    row: ScorecardRow
    record: CallRecord
    case: Case
    adjusted: Adjusted


def mark(
    session: Session, call_id: str, rubric: Rubric, *, now: datetime
) -> ScorecardRow:
    """Mark a finished call. The caller commits; a second time changes nothing.

    Raises:
        CallMissing: No such call.
    """
    call = session.get_one(CallRow, call_id)
    record = CallStore(session).read(call_id)
    scorecard = score(Case.from_json(record.case_json), record, rubric)
    known = session.scalar(
        select(ScorecardRow).where(
            ScorecardRow.call_id == call_id,
            ScorecardRow.digest == rubric.digest,
            ScorecardRow.head_hash == record.head_hash,
            ScorecardRow.scorer == scorecard.made_from.scorer,
        )
    )
    if known is not None:
        return known
    row = ScorecardRow(
        centre_id=call.centre_id,
        call_id=call_id,
        rubric=rubric.name,
        digest=rubric.digest,
        head_hash=record.head_hash,
        scorer=scorecard.made_from.scorer,
        scorecard=scorecard.to_json(),
        marked_at=now,
    )
    _let_count(row, scorecard)
    session.add(row)
    session.flush()
    return row


def is_marked(session: Session, call_id: str) -> bool:
    """Whether a finished call has a mark; a server may die before it is made."""
    first = select(ScorecardRow.id).where(ScorecardRow.call_id == call_id).limit(1)
    return session.scalar(first) is not None


def marked(session: Session, viewer: Viewer, call_id: str) -> Marked:
    """The latest mark of a call that the person may see.

    Raises:
        Missing: There is none, or it is not for this person.
    """
    call = find(session, viewer, CallRow, call_id)
    row = session.scalar(
        select(ScorecardRow)
        .where(ScorecardRow.call_id == call.id)
        .order_by(ScorecardRow.id.desc())
        .limit(1)
    )
    if row is None:
        raise Missing(NOT_THERE)
    record = CallStore(session).read(call.id)
    machine = Scorecard.from_json(row.scorecard, record)
    return Marked(
        row, record, Case.from_json(record.case_json), _adjusted(session, row, machine)
    )


def see(session: Session, viewer: Viewer, call_id: str, *, now: datetime) -> None:
    """Note who has read a mark: its trainee, or an instructor it was handed to.

    The caller commits; a second look changes nothing.
    """
    call = find(session, viewer, CallRow, call_id)
    if call.trainee_id == viewer.user_id:
        unseen = select(ScorecardRow).where(
            ScorecardRow.call_id == call.id, ScorecardRow.seen_at.is_(None)
        )
        for row in session.scalars(unseen):
            row.seen_at = now
    elif may(viewer.role, Permission.ADJUST_SCORECARD):
        waiting = select(HandIn).where(
            HandIn.call_id == call.id, HandIn.reviewed_at.is_(None)
        )
        for handed in session.scalars(waiting):
            handed.reviewed_by, handed.reviewed_at = viewer.user_id, now


def adjust_finding(
    session: Session,
    viewer: Viewer,
    *,
    call_id: str,
    criterion: str,
    outcome: str,
    points: int | None,
    reason: str,
    now: datetime,
) -> AdjustmentRow:
    """Correct one finding; the machine's stays beside it. The caller commits.

    Args:
        session: A writing session.
        viewer: The instructor.
        call_id: A call this person may see.
        criterion: Whose finding is corrected.
        outcome: One of scoring.Outcome.
        points: None exactly when the outcome leaves the item out.
        reason: For the trainee to learn from.
        now: UTC.

    Raises:
        Missing: No such call, mark or criterion.
        UserMistake: Points outside 0 .. out_of, an unknown outcome, or a reason too
            short to help.
    """
    mark = marked(session, viewer, call_id)
    machine = mark.adjusted.machine
    if criterion not in {one.criterion for one in machine.findings}:
        raise Missing(NOT_THERE)
    chosen = _outcome(outcome)
    row = AdjustmentRow(
        centre_id=mark.row.centre_id,
        criterion=criterion,
        outcome=chosen.value,
        points=_points(chosen, points, machine.finding(criterion).out_of),
        reason=_reason(reason),
        adjusted_by=viewer.user_id,
        adjusted_at=now,
    )
    mark.row.adjustments.append(row)
    session.flush()
    counted = _adjusted(session, mark.row, machine).counted
    _let_count(mark.row, counted)
    return row


def confirm(session: Session, viewer: Viewer, call_id: str, *, now: datetime) -> None:
    """Say that a person has looked at the whole mark. The caller commits.

    An exam is decided by this, and no critical miss waits any longer. A second
    confirmation changes nothing.

    Raises:
        Missing: No such call or mark for this person.
        UserMistake: It is the instructor's own call.
    """
    mark = marked(session, viewer, call_id)
    if find(session, viewer, CallRow, call_id).trainee_id == viewer.user_id:
        raise UserMistake(N_("Panggilan sendiri dikonfirmasi oleh instruktur lain."))
    if mark.row.confirmed_at is not None:
        return
    mark.row.confirmed_by, mark.row.confirmed_at = viewer.user_id, now
    _let_count(mark.row, _adjusted(session, mark.row, mark.adjusted.machine).counted)


def _points(chosen: Outcome, points: int | None, out_of: int) -> int | None:
    """Points that go with an outcome; None for one that leaves the item out."""
    if chosen in LEFT_OUT:
        return None
    if points is None or not 0 <= points <= out_of:
        raise UserMistake(
            N_("Nilai harus antara 0 dan %(out_of)s."), "points", out_of=out_of
        )
    return points


def _reason(given: str) -> str:
    reason = given.strip()
    if len(reason) < REASON_MIN_CHARS:
        raise UserMistake(
            N_("Tuliskan alasannya agar peserta dapat belajar."), "reason"
        )
    return reason


def _outcome(word: str) -> Outcome:
    try:
        return Outcome(word)
    except ValueError as error:
        raise UserMistake(N_("Hasil butir itu tidak dikenal."), "outcome") from error


def _adjusted(session: Session, row: ScorecardRow, machine: Scorecard) -> Adjusted:
    authors = [one.adjusted_by for one in row.adjustments]
    people = session.scalars(select(User).where(User.id.in_(authors)))
    names = {person.id: person.name for person in people}
    made = [
        Adjustment(
            criterion=one.criterion,
            outcome=Outcome(one.outcome),
            points=one.points,
            reason=one.reason,
            author=names.get(one.adjusted_by, one.adjusted_by),
            at=one.adjusted_at,
        )
        for one in row.adjustments
    ]
    return adjust(machine, made, confirmed=row.confirmed_at is not None)


def _let_count(row: ScorecardRow, scorecard: Scorecard) -> None:
    row.passed = scorecard.passed
    row.percent = scorecard.total.percent
    row.critical = len(scorecard.critical)
