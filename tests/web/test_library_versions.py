"""Scenario and rubric versions: added, never changed."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.people import HERE, MONDAY
from web.errors import UserMistake
from web.models import RubricVersion, ScenarioVersion
from web.services import library
from web.services.library import NewRubric, NewScenario

SCENARIO = NewScenario(
    id="banjir",
    version=1,
    digest="1" * 64,
    text="version: 1",
    status="draft",
    title="Banjir",
    incident_type="banjir",
    difficulty=2,
)
RUBRIC = NewRubric(
    id="lanjut", version=1, digest="1" * 64, text="version: 1", title="Lanjut"
)
ADD = [(library.add_scenario, SCENARIO), (library.add_rubric, RUBRIC)]


def adding(add, new):
    return lambda session: add(session, new, centre_id=HERE, author="Frets", now=MONDAY)


@pytest.mark.parametrize(("add", "new"), ADD)
def test_the_same_version_again_changes_nothing(change, add, new):
    first = change(lambda session: adding(add, new)(session).id)
    again = change(lambda session: adding(add, new)(session).id)

    assert first == again


@pytest.mark.parametrize(("add", "new"), ADD)
def test_the_same_version_with_another_text_is_refused(change, add, new):
    change(adding(add, new))

    with pytest.raises(UserMistake, match=f"{new.id}@1 sudah ada dengan isi lain"):
        change(adding(add, replace(new, digest="2" * 64)))


@pytest.mark.parametrize(("add", "new"), ADD)
def test_another_version_stands_beside_it(change, add, new):
    change(adding(add, new))

    row = change(
        lambda session: (
            adding(add, replace(new, version=2, digest="2" * 64))(session).ref
        )
    )

    assert row == f"{new.id}@2"


@pytest.mark.parametrize(
    ("add", "new", "table"),
    [(*ADD[0], ScenarioVersion), (*ADD[1], RubricVersion)],
)
def test_a_version_never_changes(change, add, new, table):
    change(adding(add, new))

    def alter(session):
        session.scalars(
            select(table).where(table.digest == new.digest)
        ).one().title = "Lain"

    with pytest.raises(TypeError, match="never changes"):
        change(alter)


def test_only_the_latest_version_is_listed_easiest_first(change, read):
    change(adding(library.add_scenario, SCENARIO))
    change(adding(library.add_scenario, replace(SCENARIO, version=2, digest="2" * 64)))

    listed = read(
        lambda s: [row.ref for row in library.latest_scenarios(s, centre_id=HERE)]
    )

    assert listed == ["banjir@2", "kebakaran-ambon@1"]
