"""Live calls: start one, act in it, follow it. The view commits, once an act.

The server's clock rules. Every request is a sign of the page; fifteen seconds without
one stop the call at the last sign, and the next sign starts it again.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from recordings import CallRecord
from recordings.events import CallerHungUp
from recordings.store import CallStore
from recordings.tables import CallRow
from scenarios import Case
from scenarios.vocabulary import Mode
from simulator import LiveCall, ServerClock
from simulator.speech import seed_in_turn
from simulator.understanding.reader import Reader
from web.errors import UserMistake
from web.services.call_view import is_frozen
from web.texts import N_

CONTACT_LOST_AFTER_MS = 15_000
LONGEST_UTTERANCE_CHARS = 1_000
_RECORDS_KEPT = 256


class RecentRecords:
    """Records of calls going on, so that a turn need not read all of it again.

    Events never change, so a kept record is right whenever it has as many events as
    the database says; anything else is read anew.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, CallRecord] = OrderedDict()
        self._lock = Lock()

    def get(self, call_id: str, *, count: int) -> CallRecord | None:
        with self._lock:
            record = self._kept.get(call_id)
        return record if record and len(record.events) == count else None

    def forget(self, call_id: str) -> None:
        with self._lock:
            self._kept.pop(call_id, None)

    def keep(self, call_id: str, record: CallRecord) -> None:
        with self._lock:
            self._kept[call_id] = record
            self._kept.move_to_end(call_id)
            while len(self._kept) > _RECORDS_KEPT:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """A call after an act."""

    record: CallRecord
    now_ms: int
    """Call time."""
    next_due_ms: int | None
    """When something happens by itself; None when nothing will."""


Deed = Callable[[LiveCall, Mapping[str, Any], int], object]


def _say(live: LiveCall, act: Mapping[str, Any], at_ms: int) -> None:
    text = str(act.get("text", "")).strip()
    if not text:
        raise UserMistake(N_("Ketik dulu apa yang hendak dikatakan."), "text")
    if len(text) > LONGEST_UTTERANCE_CHARS:
        raise UserMistake(
            N_("Ucapan paling panjang %(most)s huruf; bagilah."),
            "text",
            most=LONGEST_UTTERANCE_CHARS,
        )
    began = _whole(act, "began_ms", default=at_ms)
    # The first key cannot lie before the call was answered nor after the sending.
    began = min(at_ms, max(began, live.record.answered_ms or 0))
    live.hear(text, began_ms=began, ended_ms=at_ms, means="typed")


def _set(live: LiveCall, act: Mapping[str, Any], at_ms: int) -> None:
    value = act.get("value")
    live.enter(str(act.get("field")), None if value is None else str(value), at_ms)


def _dispatch(live: LiveCall, act: Mapping[str, Any], at_ms: int) -> None:
    agencies = act.get("agencies")
    if not isinstance(agencies, list) or not agencies:
        raise UserMistake(N_("Pilih dulu instansinya."), "agencies")
    live.dispatch(
        tuple(str(agency) for agency in agencies), _whole(act, "priority"), at_ms
    )


def _correct(live: LiveCall, act: Mapping[str, Any], at_ms: int) -> None:
    acts = tuple(str(one) for one in act.get("acts") or ())
    live.correct(_whole(act, "of"), acts, "trainee", at_ms)


DEEDS: Mapping[str, Deed] = {
    "answer": lambda live, act, at_ms: live.answer(at_ms),
    "typing": lambda live, act, at_ms: live.typing(at_ms),
    "say": _say,
    "set": _set,
    "dispatch": _dispatch,
    "recall": lambda live, act, at_ms: live.recall(str(act.get("agency")), at_ms),
    "hold": lambda live, act, at_ms: live.hold(at_ms),
    "resume": lambda live, act, at_ms: live.resume(at_ms),
    "close": lambda live, act, at_ms: live.close(str(act.get("disposition")), at_ms),
    "correct": _correct,
    "real_call": lambda live, act, at_ms: live.stop_clock("real_call", at_ms),
}


def next_seed(session: Session, trainee_id: str, *, drawn: int) -> int:
    """The drawn seed, moved so that the caller sounds unlike those of the last calls.

    Args:
        session: Read only.
        trainee_id: Whose calls follow one another.
        drawn: A random seed; the first call of a trainee takes it as it is.
    """
    last = session.scalar(
        select(CallRow.seed)
        .where(CallRow.trainee_id == trainee_id)
        .order_by(CallRow.offered_at.desc())
        .limit(1)
    )
    return drawn if last is None else seed_in_turn(drawn, turn=last + 1)


def start(
    session: Session,
    *,
    call_id: str,
    case: Case,
    mode: Mode,
    rubric: str,
    trainee_id: str,
    centre_id: str,
    reader: Reader,
    now: datetime,
) -> None:
    """Let a call ring at the trainee's position. The caller commits.

    Args:
        session: A writing session.
        call_id: A new UUID.
        case: Drawn already.
        mode: practice, coach or exam.
        rubric: Id and version.
        trainee_id: Whose call it is.
        centre_id: Of that person.
        reader: Understands what will be said.
        now: Wall clock, UTC: the first ring.
    """
    live = LiveCall.offer(
        case, mode=mode.value, rubric=rubric, offered_at=now, reader=reader
    )
    store = CallStore(session)
    store.create(
        call_id,
        centre_id=centre_id,
        offered=live.record.offered,
        trainee_id=trainee_id,
    )
    store.append(call_id, live.record.events, expected=0)


def act(
    session: Session,
    row: CallRow,
    what: Mapping[str, Any],
    *,
    reader: Reader,
    records: RecentRecords,
    now: datetime,
) -> Turn:
    """Do one thing in a call. The caller commits.

    Args:
        session: A writing session; nothing is committed here.
        row: A call the person may act in, read in the same transaction.
        what: `do` and what belongs to it, as the page sent it.
        reader: Understands what was said.
        records: Records of calls going on.
        now: Wall clock, UTC.

    Raises:
        UserMistake: Something is missing in the act.
        WrongMoment: The call is not where this can be done.
        AppendConflict: Somebody else acted at the same moment; read and decide again.
    """
    do = str(what.get("do"))
    if do not in DEEDS and do != "back":
        raise UserMistake(N_("Tindakan «%(do)s» tidak dikenal."), "do", do=do)
    turn = _Turning(session, row, reader=reader, records=records, now=now)
    turn.wake(asked_back=do == "back")
    if do in DEEDS:
        DEEDS[do](turn.live, what, turn.at_ms)
    return turn.keep()


def follow(
    session: Session,
    row: CallRow,
    *,
    reader: Reader,
    records: RecentRecords,
    now: datetime,
) -> Turn:
    """Bring a call up to now: what became due happens. The caller commits."""
    turn = _Turning(session, row, reader=reader, records=records, now=now)
    turn.wake(asked_back=False)
    if not (turn.live.record.closed or is_frozen(turn.live.record)):
        turn.live.advance(turn.at_ms)
    return turn.keep()


class _Turning:
    """One request's work on one call."""

    def __init__(
        self,
        session: Session,
        row: CallRow,
        *,
        reader: Reader,
        records: RecentRecords,
        now: datetime,
    ) -> None:
        self._store = CallStore(session)
        self._row = row
        self._records = records
        self._now = now
        kept = records.get(row.id, count=row.event_count)
        self.live = LiveCall(kept or self._store.read(row.id), reader)
        self._before = len(self.live.record.events)

    @property
    def at_ms(self) -> int:
        """Call time now."""
        return max(ServerClock(self.live.record).call_ms(self._now), self._last_ms)

    @property
    def _last_ms(self) -> int:
        return self.live.record.events[-1].at_ms

    def wake(self, *, asked_back: bool) -> None:
        """Start the clock again where it stands, or leave out a time unheard of."""
        record = self.live.record
        if record.closed or record.first(CallerHungUp):
            return
        if is_frozen(record):
            if asked_back:
                self._start_clock()
            return
        silent_ms = _ms(self._now - self._row.last_sign_at)
        if silent_ms > CONTACT_LOST_AFTER_MS:
            seen_ms = ServerClock(record).call_ms(self._row.last_sign_at)
            self.live.stop_clock("contact_lost", max(seen_ms, self._last_ms))
            self._start_clock()

    def keep(self) -> Turn:
        """Append what is new, and note the sign of the page."""
        record = self.live.record
        new = record.events[self._before :]
        self._store.append(self._row.id, new, expected=self._before)
        self._store.sign(self._row.id, self._now)
        if record.closed:
            self._store.close(self._row.id, self._now)
        self._records.keep(self._row.id, record)
        return Turn(record, self.at_ms, self.live.next_due_ms)

    def _start_clock(self) -> None:
        stopped_for = ServerClock(self.live.record).stopped_ms(self._now)
        self.live.start_clock(stopped_for, self._last_ms)


def _whole(act: Mapping[str, Any], key: str, *, default: int | None = None) -> int:
    value = act.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserMistake(N_("«%(key)s» harus bilangan bulat."), key, key=key)
    return value


def _ms(span: timedelta) -> int:
    return round(span.total_seconds() * 1000)
