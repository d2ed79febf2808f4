"""Databases for the tests: SQLite in a file, and PostgreSQL where a server answers."""

import os
import uuid

import psycopg
import pytest
from sqlalchemy import make_url

from recordings.database import engine_for
from recordings.tables import Base

SERVER = make_url(
    os.environ.get(
        "LATIH112_TEST_POSTGRES",
        "postgresql+psycopg://postgres@127.0.0.1:5432/postgres",
    )
)


@pytest.fixture(scope="session")
def postgres_url():
    """A database of this run's own, dropped at the end."""
    name = f"latih112_test_{uuid.uuid4().hex[:12]}"
    plain = SERVER.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        server = psycopg.connect(plain, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        pytest.skip(f"PostgreSQL tidak menjawab di {SERVER}: {error}")
    with server:
        server.execute(f"CREATE DATABASE {name}")
        yield SERVER.set(database=name).render_as_string(hide_password=False)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path / 'latih112.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request):
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def engine(url):
    """An empty database with the tables of the recordings."""
    opened = engine_for(url)
    Base.metadata.drop_all(opened)
    Base.metadata.create_all(opened)
    yield opened
    opened.dispose()
