"""What is kept how long, and erasing what a person said.

A person's voice is kept 90 days and words 365 unless a centre decides otherwise; acts,
times, marks and the chain of hashes stay. Everything erased leaves a row in `erasure`.
The caller commits and then calls `recordings.database.forget_erased`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from recordings.audio import AudioStore
from recordings.statements import CALL, EVENT, table_of
from recordings.store import CallStore
from recordings.tables import ClipRow, ErasureRow

_CLIP, _ERASURE = table_of(ClipRow), table_of(ErasureRow)
_VOICE = (_CLIP.c.kind == "call_taker", _CLIP.c.erased_at.is_(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How many days things are kept, counted from when the call came in."""

    audio_days: int = 90
    words_days: int = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Ids of calls, oldest first."""

    words: tuple[str, ...]
    audio: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """Why something is erased, for the log."""

    now: datetime
    why: str
    """retention or request."""
    asked_by: str | None = None
    """Who asked, where somebody did."""


def due_for_erasure(
    connection: Connection, now: datetime, *, keep: Retention | None = None
) -> Due:
    """Find the calls that still hold words or voices past their time."""
    keep = keep or Retention()
    words_until = now - timedelta(days=keep.words_days)
    audio_until = now - timedelta(days=keep.audio_days)
    has_words = (
        select(EVENT.c.seq)
        .where(EVENT.c.call_id == CALL.c.id, EVENT.c.words.is_not(None))
        .exists()
    )
    has_voice = select(_CLIP.c.hash).where(_CLIP.c.call_id == CALL.c.id, *_VOICE)
    oldest_first = select(CALL.c.id).order_by(CALL.c.offered_at, CALL.c.id)
    words = oldest_first.where(CALL.c.offered_at < words_until, has_words)
    audio = oldest_first.where(CALL.c.offered_at < audio_until, has_voice.exists())
    return Due(
        words=tuple(connection.execute(words).scalars()),
        audio=tuple(connection.execute(audio).scalars()),
    )


def erase_due(
    connection: Connection,
    audio: AudioStore,
    now: datetime,
    *,
    keep: Retention | None = None,
) -> Due:
    """Erase everything whose time has come; done again, it finds nothing more."""
    due = due_for_erasure(connection, now, keep=keep)
    reason = Erasing(now=now, why="retention")
    erase_voices(connection, audio, due.audio, reason)
    erase_words(connection, due.words, reason)
    return due


def erase_person(
    connection: Connection, audio: AudioStore, trainee_id: str, reason: Erasing
) -> int:
    """Erase words and voice of a person in all their calls.

    Returns:
        How many calls the person has.
    """
    calls = CallStore(connection).calls_of(trainee_id)
    erase_voices(connection, audio, calls, reason)
    erase_words(connection, calls, reason)
    return len(calls)


def erase_words(connection: Connection, calls: Iterable[str], reason: Erasing) -> None:
    """Erase what people said in these calls and log it."""
    store = CallStore(connection)
    for call_id in calls:
        _log(connection, call_id, "words", store.erase_words(call_id), reason)


def erase_voices(
    connection: Connection, audio: AudioStore, calls: Iterable[str], reason: Erasing
) -> None:
    """Erase people's voices in these calls and log it.

    Files go first: if the transaction does not hold, the rows still say that there is
    something to erase, and erasing again finishes it.
    """
    for call_id in calls:
        own = select(_CLIP.c.hash).where(_CLIP.c.call_id == call_id, *_VOICE)
        hashes = connection.execute(own).scalars().all()
        for clip_hash in hashes:
            if not _elsewhere(connection, clip_hash, call_id):
                audio.erase(clip_hash)
        connection.execute(
            update(_CLIP)
            .where(_CLIP.c.call_id == call_id, *_VOICE)
            .values(erased_at=reason.now)
        )
        _log(connection, call_id, "audio", len(hashes), reason)


def _elsewhere(connection: Connection, clip_hash: str, call_id: str) -> bool:
    """Whether another call still has the same clip."""
    others = select(_CLIP.c.call_id).where(
        _CLIP.c.hash == clip_hash,
        _CLIP.c.call_id != call_id,
        _CLIP.c.erased_at.is_(None),
    )
    return connection.execute(others.limit(1)).first() is not None


def _log(
    connection: Connection, call_id: str, what: str, pieces: int, reason: Erasing
) -> None:
    if not pieces:
        return
    centre = select(CALL.c.centre_id).where(CALL.c.id == call_id).scalar_subquery()
    connection.execute(
        insert(_ERASURE).values(
            centre_id=centre,
            call_id=call_id,
            what=what,
            why=reason.why,
            asked_by=reason.asked_by,
            pieces=pieces,
            erased_at=reason.now,
        )
    )
