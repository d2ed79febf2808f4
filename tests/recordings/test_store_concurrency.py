"""Many writers at once, and a writer killed in mid-stream."""

import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import pytest

from recordings.database import engine_for, reading, writing
from recordings.events import CallAnswered, CallHeld
from recordings.store import AppendConflict, CallStore
from recordings.tables import Base
from tests.recordings.phone_call import OFFERED, PhoneCall

ROOT = Path(__file__).parents[2]
THREADS, TURNS = 6, 8
KILLS = 4


@pytest.fixture
def call_id(engine):
    call_id = str(uuid.uuid4())
    with writing(engine) as connection:
        store = CallStore(connection)
        store.create(call_id, centre_id="ambon", offered=OFFERED)
        store.append(call_id, [OFFERED], expected=0)
    return call_id


def test_two_who_believe_the_same_cannot_both_append(engine, call_id):
    """The second tab waits for the first and then learns that it was late."""
    outcomes = []
    begun = threading.Barrier(2)

    def append():
        begun.wait()
        try:
            with writing(engine) as connection:
                CallStore(connection).append(call_id, [CallHeld(at_ms=5)], expected=1)
                time.sleep(0.05)
            outcomes.append("appended")
        except AppendConflict:
            outcomes.append("conflict")

    _together([append, append])

    assert sorted(outcomes) == ["appended", "conflict"]
    assert _count(engine, call_id) == 2


def test_two_connections_conflict_even_without_the_lock(engine, call_id):
    with engine.connect() as one:
        CallStore(one).append(call_id, [CallHeld(at_ms=5)], expected=1)
        one.commit()

        with engine.connect() as other, pytest.raises(AppendConflict):
            CallStore(other).append(call_id, [CallHeld(at_ms=5)], expected=1)


def test_threads_appending_to_one_call_lose_nothing(engine, call_id):
    def append_turns():
        for _ in range(TURNS):
            while not _appended(engine, call_id):
                pass

    _together([append_turns] * THREADS)

    assert _count(engine, call_id) == 1 + THREADS * TURNS
    with reading(engine) as connection:
        assert CallStore(connection).verify(call_id) is None


def test_threads_on_calls_of_their_own_do_not_disturb_each_other(engine):
    ids = [str(uuid.uuid4()) for _ in range(THREADS)]

    def play(call_id):
        with writing(engine) as connection:
            CallStore(connection).create(call_id, centre_id="ambon", offered=OFFERED)
        for nth, event in enumerate(PhoneCall().taker(3, 4).caller(5, 6).events):
            with writing(engine) as connection:
                CallStore(connection).append(call_id, [event], expected=nth)

    _together([lambda call_id=call_id: play(call_id) for call_id in ids])

    for call_id in ids:
        with reading(engine) as connection:
            assert CallStore(connection).verify(call_id) is None
        assert _count(engine, call_id) == 6


def test_a_reader_does_not_wait_for_a_writer(engine, call_id):
    with writing(engine) as writer:
        CallStore(writer).append(call_id, [CallAnswered(at_ms=5)], expected=1)

        assert _count(engine, call_id) == 1

    assert _count(engine, call_id) == 2


WRITER = """
import sys
from recordings.database import engine_for, writing
from recordings.events import CallTakerSpoke, CallHeld
from recordings.store import CallStore

engine, call_id, count = engine_for(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
while True:
    at_ms = count * 10
    said = CallTakerSpoke(at_ms=at_ms, text="ya " * 50, began_ms=at_ms,
                          ended_ms=at_ms, means="typed")
    with writing(engine) as connection:
        count = CallStore(connection).append(
            call_id, [said, CallHeld(at_ms=at_ms)], expected=count)
    print(count, flush=True)
"""


def test_a_writer_killed_in_mid_stream_loses_nothing_it_was_told_is_kept(
    engine, url, call_id
):
    for nth in range(KILLS):
        acknowledged = _killed_after(
            0.05 + 0.03 * nth, url, call_id, _count(engine, call_id)
        )

        count = _count(engine, call_id)
        assert count >= acknowledged
        assert count % 2 == 1, "half a turn was kept"
        with reading(engine) as connection:
            assert CallStore(connection).verify(call_id) is None
    assert count > 1


def test_sqlite_is_whole_after_kills(sqlite_url):
    engine = engine_for(sqlite_url)
    Base.metadata.create_all(engine)
    call_id = str(uuid.uuid4())
    with writing(engine) as connection:
        CallStore(connection).create(call_id, centre_id="ambon", offered=OFFERED)
        CallStore(connection).append(call_id, [OFFERED], expected=0)

    _killed_after(0.1, sqlite_url, call_id, 1)

    with reading(engine) as connection:
        check = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
    engine.dispose()
    assert check == "ok"


def _killed_after(seconds, url, call_id, count):
    """Let a process append until it is killed; the last count it was told is kept."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(url), call_id, str(count)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with writer:
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        os.kill(writer.pid, signal.SIGKILL)
        told = [line for line in writer.stdout if line.endswith("\n")]
    return int(told[-1]) if told else count


def _appended(engine, call_id):
    count = _count(engine, call_id)
    try:
        with writing(engine) as connection:
            CallStore(connection).append(
                call_id, [CallHeld(at_ms=count)], expected=count
            )
    except AppendConflict:
        return False
    return True


def _count(engine, call_id):
    with reading(engine) as connection:
        return len(CallStore(connection).read(call_id).events)


def _together(jobs):
    faults = []

    def guarded(job):
        try:
            job()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
