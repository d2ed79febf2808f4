"""Two ways to the database: one only reads, one commits what it changed."""

import pytest
from sqlalchemy.exc import OperationalError

from tests.people import YOLA
from web.extensions import db, reading, writing
from web.models import User


@pytest.fixture(autouse=True)
def inside(app):
    with app.app_context():
        yield


def name(session):
    return session.get(User, YOLA.id).name


def test_the_session_of_a_page_cannot_write():
    db.session.get(User, YOLA.id).name = "Lain"

    with pytest.raises(OperationalError, match="readonly"):
        db.session.flush()


def test_a_change_is_kept_and_seen_at_once():
    assert name(db.session) == YOLA.name

    with writing() as session:
        session.get(User, YOLA.id).name = "Lain"

    assert name(db.session) == "Lain"


def test_nothing_is_kept_when_something_goes_wrong():
    def go_wrong(session):
        session.get(User, YOLA.id).name = "Lain"
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), writing() as session:
        go_wrong(session)

    with reading() as session:
        assert name(session) == YOLA.name


def test_a_reader_does_not_wait_for_a_writer():
    with writing() as writer:
        writer.get(User, YOLA.id).name = "Lain"
        writer.flush()

        with reading() as reader:
            assert name(reader) == YOLA.name
