"""Fixtures of the web application; engines are tested without loading any of it.

The database is made once, by the migrations, and copied for every test. Time stands
still unless a test moves it.
"""

import fcntl
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.people import CAST, ELSEWHERE, HERE, MONDAY, PASSWORD, Person


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self, start: datetime = MONDAY) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture(scope="session")
def models_folder(pytestconfig):
    """Where the one fitted reader of all tests is kept, by content."""
    return Path(pytestconfig.cache.mkdir("models"))


@pytest.fixture(scope="session")
def real_reader(models_folder):
    """The real reader; fitted once for all workers of a test run."""
    from scenarios.region import load_region
    from simulator.understanding.reader import Reader

    with (models_folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Reader.load(load_region("ambon"), cache_dir=models_folder)


def make_application(data_dir: Path, clock: Clock, **settings: str):
    """The application on a folder of its own."""
    from web import create_app
    from web.clock import init_clock
    from web.config import read_settings
    from web.extensions import limiter

    given = {f"LATIH112_{name}": value for name, value in settings.items()}
    environ = {
        "LATIH112_DATA_DIR": str(data_dir),
        "LATIH112_SECRET_KEY": "only for the tests",
    }
    app = create_app(read_settings(environ | given))
    app.testing = True
    app.config["WTF_CSRF_ENABLED"] = False  # test_csrf.py turns it on
    init_clock(app, clock)
    with app.app_context():
        limiter.reset()
    return app


@pytest.fixture(scope="session")
def made_database(tmp_path_factory) -> Path:
    """A folder with a database in which the cast has accounts."""
    from web.extensions import db
    from web.schema import bring_up_to_date

    folder = tmp_path_factory.mktemp("made")
    app = make_application(folder, Clock())
    with app.app_context():
        bring_up_to_date()
        _fill()
        with db.engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        db.engine.dispose()
    return folder


def _fill() -> None:
    from web.extensions import writing
    from web.models import Centre, ScenarioVersion, User
    from web.services import passwords

    password_hash = passwords.hashed(PASSWORD)
    with writing() as session:
        for centre in (HERE, ELSEWHERE):
            session.add(
                Centre(
                    id=centre,
                    name=f"Pusat Panggilan Darurat 112 {centre}",
                    region="ambon",
                    timezone="Asia/Jayapura",
                )
            )
        session.flush()
        for centre in (HERE, ELSEWHERE):
            session.add(
                ScenarioVersion(
                    centre_id=centre,
                    scenario_id=f"kebakaran-{centre}",
                    version=1,
                    digest="5" * 64,
                    text="version: 1\n",
                    status="draft",
                    title=f"Rahasia judul {centre}",
                    incident_type="kebakaran_bangunan",
                    difficulty=3,
                    author="latih112",
                    created_at=MONDAY,
                )
            )
        for person in CAST:
            session.add(
                User(
                    id=person.id,
                    centre_id=person.centre,
                    name=person.name,
                    username=person.username,
                    role=person.role,
                    agency=person.agency,
                    password_hash=password_hash,
                    created_at=MONDAY,
                )
            )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def data_dir(tmp_path, made_database) -> Path:
    """A fresh copy of the made database, for one test."""
    return Path(shutil.copytree(made_database, tmp_path / "instance"))


@pytest.fixture
def app(data_dir, clock):
    from web.extensions import db

    app = make_application(data_dir, clock)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app):
    """A browser in which nobody is signed in."""
    return app.test_client()


@pytest.fixture
def sign_in(app, clock):
    """A browser in which a person of the cast is signed in."""

    def signed_in(person: Person, *, agent: str = "Firefox/1 Windows"):
        from web.extensions import writing
        from web.identity import COOKIE
        from web.services import accounts

        with app.app_context(), writing() as session:
            token = accounts.open_sign_in(
                session, person.id, ip="127.0.0.1", agent=agent, now=clock()
            )
        client = app.test_client()
        client.set_cookie(COOKIE, token)
        return client

    return signed_in


@pytest.fixture
def read(app):
    """Look into the database: `read(lambda session: ...)`."""

    def look(question):
        from web.extensions import reading

        with app.app_context(), reading() as session:
            return question(session)

    return look


@pytest.fixture
def change(app):
    """Change the database: `change(lambda session: ...)`."""

    def act(deed):
        from web.extensions import writing

        with app.app_context(), writing() as session:
            return deed(session)

    return act
