"""Bringing the database to the form this version of the application needs.

Only commands import this: a process that answers requests does not load the tools of
migration, which would double its start.
"""

from pathlib import Path

import flask_migrate
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import current_app

from web.extensions import db

MIGRATIONS = Path(__file__).parent / "migrations"


def is_current() -> bool:
    """Whether the database has the form this version needs."""
    with db.engine.connect() as connection:
        have = MigrationContext.configure(connection).get_current_heads()
    return set(have) == set(ScriptDirectory(str(MIGRATIONS)).get_heads())


def bring_up_to_date() -> bool:
    """Create or upgrade the database; True when something was done."""
    if is_current():
        return False
    _bind()
    flask_migrate.upgrade()
    return True


def take_down() -> None:
    """Undo every migration; all data is lost. For tests of the migrations."""
    _bind()
    flask_migrate.downgrade(revision="base")


def write_migration(message: str) -> None:
    """Write the migration that makes the database what the models say."""
    _bind()
    flask_migrate.migrate(message=message, rev_id=_next_number())


def _bind() -> None:
    flask_migrate.Migrate(current_app, db, directory=str(MIGRATIONS))


def _next_number() -> str:
    [head] = ScriptDirectory(str(MIGRATIONS)).get_heads()
    return f"{int(head) + 1:04}"
