"""Opening the database so that nothing said to be kept can be lost.

SQLite: write-ahead log, every commit on the disk before it is answered, one writer at
a time within the process (two connections writing and checkpointing at the same
instant can corrupt the log of versions before 3.51.3). PostgreSQL needs none of it.
"""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 5_000

READS_ONLY = {"latih112_reads_only": True}
"""Execution options of a connection that will not write."""

_SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is erased leaves no trace in free pages
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
)

_write_locks: dict[str, threading.RLock] = {}
_write_locks_guard = threading.Lock()


def engine_for(url: str | URL, **options: Any) -> Engine:  # noqa: ANN401
    """Open a database by its URL.

    Args:
        url: `sqlite:///path`, or `postgresql://…` which is reached through psycopg.
        options: Passed on to `create_engine`, pool sizes for instance.
    """
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
        options.setdefault("pool_pre_ping", True)
    return prepare(create_engine(address, **options))


def prepare(engine: Engine) -> Engine:
    """Give an engine made elsewhere, by an extension for instance, our settings."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def write_lock(engine: Engine) -> AbstractContextManager[Any]:
    """Held around every write transaction and its commit; nothing on PostgreSQL."""
    if engine.dialect.name != "sqlite":
        return nullcontext()
    with _write_locks_guard:
        return _write_locks.setdefault(str(engine.url), threading.RLock())


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: committed at the end, rolled back on any exception."""
    with write_lock(engine), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A view of the database at one moment, which no writer waits for."""
    with engine.connect().execution_options(**READS_ONLY) as connection:
        yield connection


def forget_erased(engine: Engine) -> None:
    """Make what was erased and committed unreadable in the database's own files.

    Copies made before, back-ups and PostgreSQL's archived log, keep it until they are
    thrown away.
    """
    if engine.dialect.name == "sqlite":
        _checkpoint(engine)
    else:
        with engine.connect().execution_options(
            isolation_level="AUTOCOMMIT"
        ) as connection:
            connection.exec_driver_sql("VACUUM call_event, call_request")


def _checkpoint(engine: Engine) -> None:
    """Move the write-ahead log into the database and empty its file."""
    with write_lock(engine):
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN is deferred and comes too late; ours is in _begin.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin a transaction, as a writer unless the connection said it only reads.

    A deferred transaction that reads and then writes fails at once with "database is
    locked" when somebody else wrote in between; waiting does not help it. So a writer
    says so from the start, and one that only reads is held to it.
    """
    reads_only = connection.get_execution_options().get("latih112_reads_only", False)
    connection.exec_driver_sql(f"PRAGMA query_only = {int(reads_only)}")
    connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
