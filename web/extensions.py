"""The Flask extensions of the application, made once and bound in `create_app`.

Two ways to the database. `db.session` only reads: no page that shows something ever
waits for a writer. What changes something does so inside `writing()`, one short
transaction that is committed at its end; nothing slow happens in there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session as FlaskSession
from flask_wtf import CSRFProtect
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session

from recordings.database import READS_ONLY, engine_for, write_lock
from recordings.tables import Base


class ReadingSession(FlaskSession):
    """A session whose transactions only read; writing in it fails at once."""

    _reader: Engine | None = None

    def get_bind(
        self,
        *args: Any,  # noqa: ANN401 - passed on as it comes
        **kwargs: Any,  # noqa: ANN401
    ) -> Engine | Connection:
        if self._reader is None:
            engine = super().get_bind(*args, **kwargs)
            self._reader = engine.engine.execution_options(**READS_ONLY)
        return self._reader


class Database(SQLAlchemy):
    """Flask-SQLAlchemy on the engine that the call store asks for.

    Models are plain SQLAlchemy on `recordings.tables.Base`, so that this file is all
    there is to replace when the glue changes.
    """

    def _make_engine(
        self, bind_key: str | None, options: dict[str, Any], app: Flask
    ) -> Engine:
        return engine_for(options.pop("url"), **options)


db = Database(
    model_class=Base,
    disable_autonaming=True,
    session_options={"class_": ReadingSession},
)
babel = Babel()
csrf = CSRFProtect()
limiter = Limiter(key_func=get_remote_address, headers_enabled=True)


@contextmanager
def reading() -> Iterator[Session]:
    """A short look at the database that holds nothing afterwards."""
    with Session(db.engine.execution_options(**READS_ONLY)) as session:
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """One transaction that changes something: committed at the end, or not at all.

    What `db.session` has read is let go first, so that a request never holds two
    connections and reads afresh afterwards.
    """
    db.session.remove()
    engine = db.engine
    with write_lock(engine), Session(engine) as session, session.begin():
        yield session
