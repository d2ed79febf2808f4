"""Calls in a database: events are appended, read and verified, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from recordings import statements as sql
from recordings.call_record import CallRecord
from recordings.chain import (
    BrokenLink,
    Salt,
    SealedEvent,
    fresh_salt,
    seal,
)
from recordings.events import TYPE_NAMES, CallOffered, Event
from recordings.stored_chain import broken_link, link_of, row_of


class AppendConflict(Exception):
    """Somebody else appended first. Roll back, read the call again, decide again."""


class CallMissing(LookupError):
    """There is no call with this id."""


@dataclass(frozen=True, slots=True)
class RequestReply:
    """What a request of the page was answered with."""

    reply: str
    event_count: int
    """How many events the call had after it."""


class CallStore:
    """The calls, seen through one open transaction; its owner commits.

    Args:
        bound: A connection or session. On SQLite it must have begun as a writer
            (`recordings.database.writing`) before anything is appended.
        salt: Where salts come from; tests and scripts give a fixed source.
    """

    def __init__(self, bound: Connection | Session, *, salt: Salt = fresh_salt) -> None:
        self._bound = bound
        self._salt = salt

    @property
    def _connection(self) -> Connection:
        bound = self._bound
        return bound.connection() if isinstance(bound, Session) else bound

    # --- writing ---------------------------------------------------------------

    def create(
        self,
        call_id: str,
        *,
        centre_id: str,
        offered: CallOffered,
        trainee_id: str | None = None,
    ) -> None:
        """Open a call without events; the first appended must be `offered`.

        Args:
            call_id: A new UUID.
            centre_id: Of the centre the call belongs to.
            offered: Gives scenario, seed, mode, rubric and time.
            trainee_id: Of the person the call belongs to, if anybody's.
        """
        scenario_id, _, version = offered.scenario.rpartition("@")
        self._connection.execute(
            sql.ADD_CALL,
            {
                "id": call_id,
                "centre_id": centre_id,
                "trainee_id": trainee_id,
                "scenario_id": scenario_id,
                "scenario_version": int(version),
                "seed": offered.seed,
                "mode": offered.mode,
                "rubric": offered.rubric,
                "offered_at": offered.offered_at,
                "last_sign_at": offered.offered_at,
            },
        )

    def append(self, call_id: str, events: Sequence[Event], *, expected: int) -> int:
        """Add events to the end of a call.

        Nothing is committed; the transaction belongs to the caller.

        Args:
            call_id: UUID of the call.
            events: In the order they happened; `at_ms` may repeat but not go back.
            expected: How many events the caller believes the call has, so that two
                browser tabs cannot both answer the same question.

        Returns:
            How many events the call has now.

        Raises:
            AppendConflict: The call has another number of events. Roll back, read
                it again, decide again.
            CallMissing: No such call.
            ValueError: `at_ms` goes back in time, or a call begins otherwise than
                with CallOffered.
        """
        connection = self._connection
        head = connection.execute(sql.LOCK_HEAD, {"call": call_id}).one_or_none()
        if head is None:
            raise CallMissing(call_id)
        if head.event_count != expected:
            raise AppendConflict(f"{call_id} has {head.event_count}, not {expected}")
        if not events:
            return expected
        _check_order(events, expected=expected, last_ms=head.last_at_ms)
        links = seal(
            events, start_seq=expected, previous=head.head_hash, salt=self._salt
        )
        self._insert(connection, call_id, links)
        return self._move_head(connection, call_id, links[-1], expected=expected)

    def _insert(
        self, connection: Connection, call_id: str, links: Sequence[SealedEvent]
    ) -> None:
        try:
            connection.execute(
                sql.ADD_EVENTS, [row_of(call_id, link) for link in links]
            )
        except IntegrityError as error:
            if not _is_taken(error):
                raise
            raise AppendConflict(f"{call_id} has event {links[0].seq}") from error

    def _move_head(
        self, connection: Connection, call_id: str, last: SealedEvent, *, expected: int
    ) -> int:
        count = last.seq + 1
        moved: CursorResult[None] = connection.execute(
            sql.MOVE_HEAD,
            {
                "call": call_id,
                "expected": expected,
                "count": count,
                "hash": last.hash,
                "ms": last.event.at_ms,
            },
        )
        if moved.rowcount != 1:
            raise AppendConflict(f"{call_id} no longer has {expected} events")
        return count

    def sign(self, call_id: str, at: datetime) -> None:
        """Note that the trainee's page was heard of."""
        self._connection.execute(sql.SIGN, {"call": call_id, "at": at})

    def close(self, call_id: str, at: datetime) -> None:
        """Note when the call was over; a second time changes nothing."""
        self._connection.execute(sql.CLOSE, {"call": call_id, "at": at})

    # --- reading ---------------------------------------------------------------

    def read(self, call_id: str, *, known: CallRecord | None = None) -> CallRecord:
        """Read a whole call.

        Args:
            call_id: UUID of the call.
            known: The call as it was read before; only what came after is read then.
                Words erased since are still in it: for calls in progress only.

        Raises:
            CallMissing: No such call, or it has no events yet.
        """
        before = known.sealed if known else ()
        links = self.read_from(call_id, max(0, len(before) - 1))
        if before and links and links[0].hash == before[-1].hash:
            return CallRecord.of((*before, *links[1:]))
        if before:
            return self.read(call_id)
        if not links:
            raise CallMissing(call_id)
        return CallRecord.of(links)

    def read_from(self, call_id: str, seq: int) -> list[SealedEvent]:
        """Read the events from one seq on; none when there are no more."""
        rows = self._connection.execute(sql.EVENTS_FROM, {"call": call_id, "seq": seq})
        return [link_of(row) for row in rows]

    def verify(self, call_id: str) -> BrokenLink | None:
        """Find the first event that is not as it was written.

        Erased words break nothing. A tail cut off together with the call's own row
        shows only against a hash kept elsewhere, on a scorecard for instance.

        Raises:
            CallMissing: No such call.
        """
        connection = self._connection
        head = connection.execute(sql.READ_HEAD, {"call": call_id}).one_or_none()
        if head is None:
            raise CallMissing(call_id)
        rows = connection.execute(sql.WHOLE_ROWS, {"call": call_id})
        return broken_link(head, rows.all())

    # --- repeated requests -----------------------------------------------------

    def find_reply(self, call_id: str, client_seq: int) -> RequestReply | None:
        """What a request was answered with; None when it is new."""
        key = {"call": call_id, "client": client_seq}
        row = self._connection.execute(sql.FIND_REPLY, key).one_or_none()
        return RequestReply(row.reply, row.event_count) if row else None

    def save_reply(
        self, call_id: str, client_seq: int, reply: str, *, event_count: int
    ) -> None:
        """Keep what a request was answered with, in the same transaction.

        Raises:
            AppendConflict: The same request is being answered elsewhere. Roll back
                and look for its reply.
        """
        values = {
            "call_id": call_id,
            "client_seq": client_seq,
            "reply": reply,
            "event_count": event_count,
        }
        try:
            self._connection.execute(sql.SAVE_REPLY, values)
        except IntegrityError as error:
            if not _is_taken(error):
                raise
            raise AppendConflict(f"{call_id} answered {client_seq}") from error

    # --- erasing ---------------------------------------------------------------

    def erase_words(self, call_id: str) -> int:
        """Erase what people said in a call, and the replies that repeat it.

        The chain of hashes still holds. Log it and make the file forget it with
        `recordings.retention`.

        Returns:
            How many events lost their words.
        """
        connection = self._connection
        connection.execute(sql.FORGET_REPLIES, {"call": call_id})
        erased: CursorResult[None] = connection.execute(
            sql.ERASE_WORDS, {"call": call_id}
        )
        return erased.rowcount

    def calls_of(self, trainee_id: str) -> list[str]:
        """Ids of the calls that belong to a person, oldest first."""
        rows = self._connection.execute(sql.CALLS_OF, {"trainee": trainee_id})
        return list(rows.scalars())


def _is_taken(error: IntegrityError) -> bool:
    """Whether a key was there already, and not some other constraint broken."""
    sqlite = getattr(error.orig, "sqlite_errorname", "")
    postgres = getattr(error.orig, "sqlstate", "")
    return postgres == "23505" or sqlite in {
        "SQLITE_CONSTRAINT_PRIMARYKEY",
        "SQLITE_CONSTRAINT_UNIQUE",
    }


def _check_order(events: Sequence[Event], *, expected: int, last_ms: int) -> None:
    if expected == 0 and not isinstance(events[0], CallOffered):
        raise ValueError("a call begins with CallOffered")
    for event in events:
        if event.at_ms < last_ms:
            name = TYPE_NAMES[type(event)]
            raise ValueError(f"{name} at {event.at_ms} ms comes after {last_ms} ms")
        last_ms = event.at_ms
