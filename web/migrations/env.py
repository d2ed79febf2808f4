"""Where migrations run: on the application's own database, one at a time."""

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import NullPool

from recordings.database import engine_for, write_lock
from recordings.tables import Base, UtcDateTime
from web import models  # noqa: F401 - tells Base its tables


def _spell_type(kind: str, item: object, _context: object) -> str | bool:
    # Migrations must not depend on our classes, which may move or go.
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime()"
    return False


def _leave_foreign_keys_alone(connection: DBAPIConnection, _: object) -> None:
    # SQLite changes a table by building it anew; dropping the old one would delete
    # the rows that point to it.
    connection.cursor().execute("PRAGMA foreign_keys = OFF")


def migrate() -> None:
    """Run the migrations in one transaction: all of them or none."""
    url: str = current_app.config["SQLALCHEMY_DATABASE_URI"]
    engine = engine_for(url, poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _leave_foreign_keys_alone)
    options: dict[str, Any] = {
        "target_metadata": Base.metadata,
        "render_as_batch": True,
        "compare_type": True,
        "render_item": _spell_type,
    }
    with write_lock(engine), engine.begin() as connection:
        context.configure(connection=connection, **options)
        context.run_migrations()
    engine.dispose()


migrate()
