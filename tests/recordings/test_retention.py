"""What is kept how long, and what erasing leaves."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from recordings.audio import AudioStore, ClipMissing
from recordings.database import reading, writing
from recordings.retention import (
    Due,
    Erasing,
    Retention,
    due_for_erasure,
    erase_due,
    erase_person,
)
from recordings.store import CallStore
from recordings.tables import ClipRow, ErasureRow
from tests.recordings.kept_calls import kept, told
from tests.recordings.phone_call import OFFERED_AT
from tests.recordings.sounds import a_wav

CLIP, ERASURE = ClipRow.__table__, ErasureRow.__table__
NOTHING = Due(words=(), audio=())


@pytest.fixture
def audio(tmp_path):
    return AudioStore(tmp_path / "clips")


def with_clip(engine, audio, call_id, *, kind="call_taker", loud=1):
    clip = audio.put(a_wav(loud=loud))
    with writing(engine) as connection:
        connection.execute(
            insert(CLIP).values(
                call_id=call_id,
                hash=clip,
                kind=kind,
                seconds=0.1,
                created_at=OFFERED_AT,
            )
        )
    return clip


def log_of(engine):
    columns = (ERASURE.c.call_id, ERASURE.c.what, ERASURE.c.why, ERASURE.c.pieces)
    with reading(engine) as connection:
        rows = connection.execute(select(*columns).order_by(ERASURE.c.id))
        return [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("days", "audio_due", "words_due"),
    [
        (90, False, False),
        (90.001, True, False),
        (365, True, False),
        (365.1, True, True),
    ],
)
def test_voices_are_kept_ninety_days_and_words_a_year(
    engine, audio, days, audio_due, words_due
):
    call_id = kept(engine)
    with_clip(engine, audio, call_id)

    with reading(engine) as connection:
        due = due_for_erasure(connection, OFFERED_AT + timedelta(days=days))

    assert due == Due(
        words=(call_id,) if words_due else (), audio=(call_id,) if audio_due else ()
    )


def test_a_centre_may_keep_things_otherwise(engine):
    call_id = kept(engine)

    with reading(engine) as connection:
        due = due_for_erasure(
            connection,
            OFFERED_AT + timedelta(days=31),
            keep=Retention(words_days=30),
        )

    assert due.words == (call_id,)


def test_erasing_leaves_a_log_and_a_chain_that_holds(engine, audio):
    call_id = kept(engine)
    clip = with_clip(engine, audio, call_id)
    later = OFFERED_AT + timedelta(days=400)

    with writing(engine) as connection:
        erase_due(connection, audio, later)

    with reading(engine) as connection:
        assert CallStore(connection).verify(call_id) is None
        assert CallStore(connection).read(call_id).is_erased(3)
        row = connection.execute(select(CLIP)).one()
        logged = connection.execute(select(ERASURE)).first()
    with pytest.raises(ClipMissing):
        audio.path(clip)
    assert row.erased_at == later
    assert log_of(engine) == [
        (call_id, "audio", "retention", 1),
        (call_id, "words", "retention", 2),
    ]
    assert (logged.centre_id, logged.erased_at, logged.asked_by) == (
        "ambon",
        later,
        None,
    )


def test_erasing_again_finds_nothing_more(engine, audio):
    with_clip(engine, audio, kept(engine))
    kept(engine, told()[:2])  # nobody said anything
    later = OFFERED_AT + timedelta(days=400)

    with writing(engine) as connection:
        erase_due(connection, audio, later)
        assert erase_due(connection, audio, later) == NOTHING

    assert len(log_of(engine)) == 2


def test_the_callers_synthetic_voice_is_not_a_persons(engine, audio):
    clip = with_clip(engine, audio, kept(engine), kind="caller")

    with writing(engine) as connection:
        erase_due(connection, audio, OFFERED_AT + timedelta(days=100))

    assert audio.path(clip)
    assert log_of(engine) == []


def test_a_clip_that_another_call_still_has_stays(engine, audio):
    one, other = kept(engine, trainee_id="yola"), kept(engine, trainee_id="ikbal")
    clip = with_clip(engine, audio, one)
    assert with_clip(engine, audio, other) == clip
    reason = Erasing(now=OFFERED_AT, why="request")

    with writing(engine) as connection:
        erase_person(connection, audio, "yola", reason)
    assert audio.path(clip)

    with writing(engine) as connection:
        erase_person(connection, audio, "ikbal", reason)
    with pytest.raises(ClipMissing):
        audio.path(clip)


def test_a_person_may_ask_and_only_theirs_goes(engine, audio):
    own = [kept(engine, trainee_id="yola") for _ in range(2)]
    other = kept(engine, trainee_id="ikbal")
    clip = with_clip(engine, audio, own[0])
    reason = Erasing(now=OFFERED_AT, why="request", asked_by="yola")

    with writing(engine) as connection:
        assert erase_person(connection, audio, "yola", reason) == 2

    with reading(engine) as connection:
        store = CallStore(connection)
        assert all(store.read(call_id).is_erased(3) for call_id in own)
        assert not store.read(other).is_erased(3)
    with pytest.raises(ClipMissing):
        audio.path(clip)
    assert {(what, why) for _, what, why, _ in log_of(engine)} == {
        ("audio", "request"),
        ("words", "request"),
    }


def test_when_the_transaction_does_not_hold_erasing_again_finishes_it(engine, audio):
    call_id = kept(engine)
    clip = with_clip(engine, audio, call_id)
    later = OFFERED_AT + timedelta(days=100)

    with pytest.raises(RuntimeError), writing(engine) as connection:  # noqa: PT012
        erase_due(connection, audio, later)
        raise RuntimeError("the lights went out")

    with writing(engine) as connection:
        assert erase_due(connection, audio, later).audio == (call_id,)
    with pytest.raises(ClipMissing):
        audio.path(clip)
    assert log_of(engine) == [(call_id, "audio", "retention", 1)]
