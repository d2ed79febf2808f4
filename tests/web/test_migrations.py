"""The database is made and taken down by migrations, on both kinds of engine."""

from uuid import uuid4

import pytest
from sqlalchemy import create_engine, inspect, text

from tests.conftest import Clock, make_application

POSTGRES = "postgresql+psycopg://postgres@127.0.0.1:5432"
OURS_BESIDE_TABLES = {"alembic_version"}


@pytest.fixture
def on_sqlite(tmp_path):
    return make_application(tmp_path, Clock())


@pytest.fixture
def on_postgres(tmp_path):
    server = create_engine(f"{POSTGRES}/postgres", isolation_level="AUTOCOMMIT")
    try:
        connection = server.connect()
    except Exception:
        server.dispose()
        pytest.skip("PostgreSQL tidak berjalan di 127.0.0.1:5432")
    name = f"latih_test_{uuid4().hex[:12]}"
    with connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield make_application(tmp_path, Clock(), DATABASE_URL=f"{POSTGRES}/{name}")
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture(
    params=["on_sqlite", pytest.param("on_postgres", marks=pytest.mark.postgres)]
)
def empty_app(request):
    from web.extensions import db

    app = request.getfixturevalue(request.param)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def tables(db):
    return set(inspect(db.engine).get_table_names()) - OURS_BESIDE_TABLES


def test_up_makes_every_table_and_down_leaves_none(empty_app):
    from recordings.tables import Base
    from web.extensions import db
    from web.schema import bring_up_to_date, is_current, take_down

    assert not is_current()

    assert bring_up_to_date()
    assert is_current()
    assert tables(db) == set(Base.metadata.tables)

    take_down()
    assert tables(db) == set()
    assert bring_up_to_date()


def test_a_second_time_there_is_nothing_to_do(empty_app):
    from web.schema import bring_up_to_date

    bring_up_to_date()

    assert not bring_up_to_date()


def test_the_migrations_make_what_the_models_say(empty_app):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from recordings.tables import Base
    from web.extensions import db
    from web.schema import bring_up_to_date

    bring_up_to_date()

    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_database_itself_refuses_what_must_not_be(empty_app):
    from sqlalchemy.exc import IntegrityError

    from tests.people import YOLA
    from tests.web.rows import a_call, a_mark
    from web.extensions import writing
    from web.models import AdjustmentRow, Centre, User
    from web.schema import bring_up_to_date

    bring_up_to_date()
    moment = Clock().now
    person = {"id": YOLA.id, "centre_id": "ambon", "name": "Y", "password_hash": "x"}
    person |= {"role": "trainee", "username": "yola", "created_at": moment}
    with writing() as session:
        place = {"name": "112", "region": "ambon", "timezone": "Asia/Jayapura"}
        session.add(Centre(id="ambon", **place))
        session.flush()
        session.add(User(**person))
        call = a_call(YOLA)
        session.add(call)
        session.flush()
        mark = a_mark(call, 50.0)
        session.add(mark)
        session.flush()
        mark_id = mark.id

    change = {"centre_id": "ambon", "scorecard_id": mark_id, "criterion": "c"}
    change |= {"outcome": "met", "adjusted_by": YOLA.id, "adjusted_at": moment}
    wrong = [
        User(**person | {"id": "2"}),
        User(**person | {"id": "2", "username": "Yola"}),
        User(**person | {"id": "2", "username": "b", "role": "admin"}),
        User(**person | {"id": "2", "username": "c", "centre_id": "tidak-ada"}),
        AdjustmentRow(**change, points=1, reason="pendek"),
        AdjustmentRow(**change, points=-1, reason="alasan yang cukup"),
    ]
    for row in wrong:
        with pytest.raises(IntegrityError), writing() as session:
            session.add(row)
    with writing() as session:
        session.add(AdjustmentRow(**change, points=None, reason="alasan yang cukup"))
