"""Calls in a database, on SQLite and on PostgreSQL."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import inspect, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session

from recordings.database import engine_for, forget_erased, reading, write_lock, writing
from recordings.events import (
    CallAnswered,
    CallerSpoke,
    CallHeld,
    CallOffered,
)
from recordings.store import AppendConflict, CallMissing, CallStore
from recordings.tables import Base, CallEventRow, CallRow
from tests.recordings.event_strategies import calls
from tests.recordings.kept_calls import kept, told
from tests.recordings.phone_call import OFFERED, OFFERED_AT

EVENT = CallEventRow.__table__
CALL = CallRow.__table__


def changed(engine, call_id, place, **columns):
    with writing(engine) as connection:
        here = (EVENT.c.call_id == call_id) & (EVENT.c.seq == place)
        connection.execute(update(EVENT).where(here).values(**columns))


def verified(engine, call_id):
    with reading(engine) as connection:
        broken = CallStore(connection).verify(call_id)
    return broken and (broken.seq, broken.reason)


def test_a_call_is_read_as_it_was_appended(engine):
    call_id = kept(engine)

    with reading(engine) as connection:
        record = CallStore(connection).read(call_id)

    assert record.events == tuple(told())
    assert record.head_hash == record.sealed[-1].hash
    assert verified(engine, call_id) is None


@given(calls())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_events_survive_the_database(engine, events):
    call_id = kept(engine, events, offered=events[0])

    with reading(engine) as connection:
        record = CallStore(connection).read(call_id)

    assert record.events == tuple(events)
    assert verified(engine, call_id) is None


def test_the_calls_own_row_says_what_lists_need(engine):
    call_id = kept(engine, trainee_id="yola")

    with reading(engine) as connection:
        row = connection.execute(select(CALL)).one()
        record = CallStore(connection).read(call_id)

    assert (row.centre_id, row.trainee_id) == ("ambon", "yola")
    assert (row.scenario_id, row.scenario_version) == ("kebakaran-pasar", 3)
    assert (row.seed, row.mode, row.rubric) == (7, "practice", "dasar-112@1")
    assert row.offered_at == row.last_sign_at == OFFERED_AT
    assert (row.event_count, row.last_at_ms) == (len(told()), 9_000)
    assert row.head_hash == record.head_hash
    assert row.closed_at is None


def test_a_moment_comes_back_in_utc_whatever_its_zone(engine):
    call_id = kept(engine)
    wit = datetime.fromisoformat("2026-03-02T18:15:30+09:00")

    with writing(engine) as connection:
        CallStore(connection).sign(call_id, wit)
        CallStore(connection).close(call_id, wit)
        CallStore(connection).close(call_id, wit + timedelta(hours=1))

    with reading(engine) as connection:
        row = connection.execute(select(CALL)).one()
    assert row.last_sign_at == row.closed_at == OFFERED_AT + timedelta(seconds=30)
    assert row.closed_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(engine):
    call_id = kept(engine)

    with (
        pytest.raises(StatementError, match="time zone"),
        writing(engine) as connection,
    ):
        CallStore(connection).sign(call_id, datetime(2026, 3, 2))  # noqa: DTZ001


def test_appending_tells_how_many_events_there_are(engine):
    call_id = kept(engine)

    with writing(engine) as connection:
        store = CallStore(connection)
        count = store.append(call_id, [CallHeld(at_ms=9_000)], expected=len(told()))
        same = store.append(call_id, [], expected=count)

    assert same == count == len(told()) + 1


@pytest.mark.parametrize("expected", [0, len(told()) - 1, len(told()) + 1])
def test_who_believes_another_number_of_events_conflicts(engine, expected):
    call_id = kept(engine)

    with writing(engine) as connection, pytest.raises(AppendConflict):
        CallStore(connection).append(
            call_id, [CallHeld(at_ms=9_000)], expected=expected
        )


def test_time_never_goes_back(engine):
    call_id = kept(engine)
    back_within = [CallHeld(at_ms=9_500), CallHeld(at_ms=9_499)]

    for events in ([CallHeld(at_ms=8_999)], back_within):
        with (
            writing(engine) as connection,
            pytest.raises(ValueError, match=r"comes after|at 9499"),
        ):
            CallStore(connection).append(call_id, events, expected=len(told()))


def test_a_call_begins_with_its_offer(engine):
    call_id = kept(engine, [])

    with writing(engine) as connection, pytest.raises(ValueError, match="CallOffered"):
        CallStore(connection).append(call_id, [CallAnswered(at_ms=1)], expected=0)


def test_a_call_that_is_not_there_is_missing(engine):
    empty = kept(engine, [])

    with writing(engine) as connection:
        store = CallStore(connection)
        for call_id in ("nowhere", empty):
            with pytest.raises(CallMissing):
                store.read(call_id)
        with pytest.raises(CallMissing):
            store.append("nowhere", [OFFERED], expected=0)
        with pytest.raises(CallMissing):
            store.verify("nowhere")
        assert store.verify(empty) is None


def test_nothing_stays_when_the_transaction_does_not_hold(engine):
    call_id = kept(engine)

    with pytest.raises(RuntimeError), writing(engine) as connection:  # noqa: PT012
        CallStore(connection).append(
            call_id, [CallHeld(at_ms=9_000)], expected=len(told())
        )
        raise RuntimeError("the lights went out")

    with reading(engine) as connection:
        assert len(CallStore(connection).read(call_id).events) == len(told())
    assert verified(engine, call_id) is None


def test_it_works_in_a_session_too(engine):
    call_id = kept(engine)

    with write_lock(engine), Session(engine) as session:
        CallStore(session).append(
            call_id, [CallHeld(at_ms=9_000)], expected=len(told())
        )
        session.get(CallRow, call_id).trainee_id = "yola"
        session.commit()

    with reading(engine) as connection:
        assert CallStore(connection).calls_of("yola") == [call_id]


def test_reading_goes_on_from_what_is_known(engine):
    call_id, other = kept(engine), kept(engine)
    with reading(engine) as connection:
        known = CallStore(connection).read(call_id)
    with writing(engine) as connection:
        CallStore(connection).append(
            call_id, [CallHeld(at_ms=9_000)], expected=len(told())
        )

    with reading(engine) as connection:
        store = CallStore(connection)
        assert store.read(call_id, known=known) == store.read(call_id)
        assert store.read(other, known=known) == store.read(other)
        assert store.read(call_id, known=known).events[0] is known.events[0]


def test_reads_the_events_from_one_on(engine):
    call_id = kept(engine)

    with reading(engine) as connection:
        links = CallStore(connection).read_from(call_id, 6)
        none = CallStore(connection).read_from(call_id, 7)

    assert [(link.seq, link.event) for link in links] == [(6, told()[6])]
    assert none == []


# --- tampering -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seq", "columns", "reason"),
    [
        (2, {"body": '{"at_ms":2001,"seq":2,"type":"call_answered"}'}, "altered"),
        (2, {"body": "{"}, "altered"),
        (2, {"body": "[]"}, "altered"),
        (2, {"hash": "0" * 64}, "altered"),
        (2, {"at_ms": 2_001}, "altered"),
        (2, {"type": "call_held"}, "altered"),
        (3, {"words": '{"text":"apa?"}'}, "words_altered"),
        (3, {"words": "{"}, "altered"),
        (3, {"salt": "0" * 32}, "words_altered"),
        (5, {"words": '{"text":"apa?"}', "salt": "a"}, "words_altered"),
    ],
)
def test_verifying_finds_what_was_changed(engine, seq, columns, reason):
    call_id = kept(engine)

    changed(engine, call_id, seq, **columns)

    assert verified(engine, call_id) == (seq, reason)


@pytest.mark.parametrize(
    ("gone", "found"), [(0, (0, "missing")), (3, (3, "missing")), (6, (6, "tail"))]
)
def test_verifying_finds_what_is_gone(engine, gone, found):
    call_id = kept(engine)

    with writing(engine) as connection:
        here = (EVENT.c.call_id == call_id) & (EVENT.c.seq == gone)
        connection.execute(EVENT.delete().where(here))

    assert verified(engine, call_id) == found


def test_verifying_finds_another_calls_event(engine):
    call_id, other = kept(engine), kept(engine)
    with reading(engine) as connection:
        link = CallStore(connection).read(other).sealed[3]

    changed(
        engine,
        call_id,
        3,
        body=link.body,
        words=link.words,
        salt=link.salt,
        hash=link.hash,
    )

    assert verified(engine, call_id) == (4, "altered")


# --- repeated requests ----------------------------------------------------------------


def test_a_repeated_request_finds_its_reply(engine):
    call_id = kept(engine)

    with writing(engine) as connection:
        store = CallStore(connection)
        assert store.find_reply(call_id, 1) is None
        store.save_reply(call_id, 1, '{"baru":[]}', event_count=7)

    with reading(engine) as connection:
        known = CallStore(connection).find_reply(call_id, 1)
    assert (known.reply, known.event_count) == ('{"baru":[]}', 7)


def test_a_request_is_answered_once(engine):
    call_id = kept(engine)
    with writing(engine) as connection:
        CallStore(connection).save_reply(call_id, 1, "a", event_count=7)

    with pytest.raises(AppendConflict), writing(engine) as connection:
        CallStore(connection).save_reply(call_id, 1, "b", event_count=7)


def test_another_fault_is_not_taken_for_a_conflict(engine):
    call_id = kept(engine)

    with pytest.raises(IntegrityError), writing(engine) as connection:
        CallStore(connection).save_reply(call_id, -1, "b", event_count=7)


# --- erasing --------------------------------------------------------------------------


def test_erasing_words_keeps_the_chain_and_everything_else(engine):
    call_id, other = kept(engine), kept(engine)
    with writing(engine) as connection:
        store = CallStore(connection)
        before = store.read(call_id)
        store.save_reply(call_id, 1, "di mana lokasinya", event_count=7)
        assert store.erase_words(call_id) == 2
        assert store.erase_words(call_id) == 0

    with reading(engine) as connection:
        store = CallStore(connection)
        after, untouched = store.read(call_id), store.read(other)
        assert store.find_reply(call_id, 1) is None
    assert after.head_hash == before.head_hash
    assert [link.seq for link in after.sealed if link.erased] == [3, 6]
    assert after.first(CallerSpoke) == before.first(CallerSpoke)
    assert after.acts_of(3) == before.acts_of(3)
    assert untouched.events == tuple(told())
    assert verified(engine, call_id) is None


def test_a_call_goes_on_after_erasing(engine):
    call_id = kept(engine)

    with writing(engine) as connection:
        store = CallStore(connection)
        store.erase_words(call_id)
        store.append(call_id, [CallHeld(at_ms=9_000)], expected=len(told()))

    assert verified(engine, call_id) is None


def test_erased_words_are_gone_from_the_files_of_sqlite(sqlite_url, tmp_path):
    engine = engine_for(sqlite_url)
    Base.metadata.create_all(engine)
    call_id = kept(engine)

    def files():
        return b"".join(path.read_bytes() for path in tmp_path.glob("latih112.db*"))

    assert b"api besar" in files()

    with writing(engine) as connection:
        CallStore(connection).erase_words(call_id)
    forget_erased(engine)

    assert b"api besar" not in files()
    assert b"lokasinya" not in files()
    engine.dispose()


def test_postgres_forgets_as_well(engine):
    kept(engine)

    forget_erased(engine)


# --- what the database itself holds to -----------------------------------------------


@pytest.mark.parametrize(
    "columns",
    [
        {"at_ms": -1},
        {"hash": "ab"},
        {"words": "{}", "salt": None},
        {"seq": -1},
    ],
)
def test_the_database_refuses_a_broken_event(engine, columns):
    call_id = kept(engine)

    with pytest.raises(IntegrityError):
        changed(engine, call_id, 2, **columns)


@pytest.mark.parametrize(
    "columns",
    [{"mode": "fun"}, {"event_count": 0}, {"head_hash": None}, {"scenario_version": 0}],
)
def test_the_database_refuses_a_broken_call(engine, columns):
    call_id = kept(engine)

    with pytest.raises(IntegrityError), writing(engine) as connection:
        connection.execute(update(CALL).where(CALL.c.id == call_id).values(**columns))


def test_the_centre_stands_in_the_unique_key_of_a_call(engine):
    keys = inspect(engine).get_unique_constraints("call")

    assert [key["column_names"] for key in keys] == [["centre_id", "id"]]


def test_a_connection_that_only_reads_cannot_write(sqlite_url):
    engine = engine_for(sqlite_url)
    Base.metadata.create_all(engine)
    call_id = kept(engine)

    with pytest.raises(OperationalError, match="readonly"), reading(engine) as reader:
        CallStore(reader).erase_words(call_id)
    with writing(engine) as connection:  # the same pooled connection writes again
        assert CallStore(connection).erase_words(call_id) == 2
    engine.dispose()


def test_sqlite_is_set_up_to_lose_nothing(sqlite_url):
    engine = engine_for(sqlite_url)
    with reading(engine) as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "secure_delete",
                "busy_timeout",
            )
        }
    engine.dispose()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5_000,
    }


def test_a_seed_of_any_size_a_database_counts_to_is_kept(engine):
    values = {name: getattr(OFFERED, name) for name in OFFERED.__dataclass_fields__}
    offered = CallOffered(**(values | {"seed": 2**63 - 1}))

    call_id = kept(engine, [offered], offered=offered)

    with reading(engine) as connection:
        assert CallStore(connection).read(call_id).offered.seed == 2**63 - 1
