"""What a database holds before anybody signs in."""

import json

import pytest
from sqlalchemy import func, select

from scenarios.library import Library
from scenarios.region import load_region
from tests.conftest import Clock, make_application
from tests.people import MONDAY
from web.extensions import db, reading, writing
from web.models import Centre, RubricVersion, ScenarioVersion, User
from web.schema import bring_up_to_date
from web.services import passwords
from web.services.seeding import PASSWORDS_FILE, has_users, seed_centre, seed_demo


@pytest.fixture
def empty(tmp_path):
    """A database without a single row, inside its application."""
    app = make_application(tmp_path, Clock())
    with app.app_context():
        bring_up_to_date()
        yield tmp_path
        db.session.remove()
        db.engine.dispose()


def seed():
    with writing() as session:
        return seed_centre(session, load_region(), now=MONDAY)


def seed_people(folder):
    with writing() as session:
        return seed_demo(session, centre_id="ambon", data_dir=folder, now=MONDAY)


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_the_centre_is_that_of_the_region(empty):
    seed()

    centre = db.session.get(Centre, "ambon")
    assert centre.name == "Pusat Panggilan Darurat 112 Kota Ambon"
    assert centre.timezone == "Asia/Jayapura"


def test_every_scenario_of_the_package_is_there_word_for_word(empty):
    seed()

    package = Library(load_region())
    rows = {row.scenario_id: row for row in db.session.scalars(select(ScenarioVersion))}
    assert rows.keys() == set(package.paths)
    for summary in package.list():
        row = rows[summary.id]
        assert row.text == package.text(summary.id)
        assert (row.version, row.digest) == (summary.version, summary.digest)


def test_the_rubric_is_there(empty):
    seed()

    [row] = db.session.scalars(select(RubricVersion))
    assert row.rubric_id == "dasar-112"
    assert "criteria:" in row.text


def test_a_second_time_changes_nothing(empty):
    for _ in range(2):
        seed()
        seed_people(empty)

    package = Library(load_region())
    assert (count(Centre), count(RubricVersion), count(User)) == (1, 1, 3)
    assert count(ScenarioVersion) == len(package.paths)


def test_a_version_the_centre_has_with_its_own_text_stays_and_is_named(empty):
    seed()
    with writing() as session:
        session.execute(
            ScenarioVersion.__table__.update()
            .where(ScenarioVersion.scenario_id == "prank-anak")
            .values(digest="0" * 64, text="milik pusat")
        )

    left_out = seed()

    assert [one.params["ref"] for one in left_out] == ["prank-anak@1"]
    row = db.session.scalar(
        select(ScenarioVersion).where(ScenarioVersion.scenario_id == "prank-anak")
    )
    assert row.text == "milik pusat"


def test_the_demo_cast_can_sign_in_with_what_is_printed(empty):
    seed()
    cast = seed_people(empty)

    assert [(member.username, member.role) for member in cast] == [
        ("yola", "trainee"),
        ("frets", "instructor"),
        ("salma", "coordinator"),
    ]
    for member in cast:
        row = db.session.scalar(select(User).where(User.username == member.username))
        assert passwords.matches(member.password, row.password_hash)


def test_the_printed_passwords_stay_the_same_and_are_for_the_owner_only(empty):
    seed()

    first, second = seed_people(empty), seed_people(empty)

    file = empty / PASSWORDS_FILE
    assert first == second
    assert file.stat().st_mode & 0o077 == 0
    assert set(json.loads(file.read_text())) == {"yola", "frets", "salma"}


def test_without_the_demo_nobody_has_an_account(empty):
    seed()

    with reading() as session:
        assert not has_users(session)
