"""Writing a scenario in the browser: checked at its lines, kept only when right."""

import pytest
from sqlalchemy import func, select

from tests.people import FRETS, YOLA
from web.models import ScenarioVersion
from web.services.authoring import TEMPLATE

CHECK, SAVE = "/skenario/periksa", "/skenario"


def count(session):
    return session.scalar(select(func.count()).select_from(ScenarioVersion))


@pytest.mark.parametrize("name", ["", "..", "../kebakaran", "Kebakaran", "a" * 61, "/"])
@pytest.mark.parametrize("address", [CHECK, SAVE])
def test_a_name_that_no_file_may_have_is_refused(sign_in, read, address, name):
    before = read(count)
    written = {"scenario_id": name, "text": TEMPLATE}

    reply = sign_in(FRETS).post(address, data=written)

    assert reply.status_code == (422 if address == SAVE else 200)
    assert "huruf kecil atau angka" in reply.text
    assert read(count) == before


def test_problems_stand_at_their_lines_and_nothing_is_kept(sign_in, read):
    before = read(count)
    written = {
        "scenario_id": "api-kecil",
        "text": TEMPLATE.replace("version: 1", "version: <satu>"),
    }

    reply = sign_in(FRETS).post(SAVE, data=written)

    assert reply.status_code == 422
    assert 'data-line="1"' in reply.text
    assert "&lt;satu&gt;" in reply.text
    assert "<satu>" not in reply.text
    assert read(count) == before


def test_a_right_scenario_is_kept_and_shown(sign_in, read):
    before = read(count)
    frets = sign_in(FRETS)

    reply = frets.post(SAVE, data={"scenario_id": "api-kecil", "text": TEMPLATE})

    assert (reply.status_code, reply.location) == (303, "/skenario/api-kecil")
    assert read(count) == before + 1
    assert "Judul singkat" in frets.get(reply.location).text


def test_the_same_version_with_another_text_is_refused(sign_in, read):
    frets = sign_in(FRETS)
    frets.post(SAVE, data={"scenario_id": "api-kecil", "text": TEMPLATE})
    before = read(count)
    other = TEMPLATE.replace("Judul singkat", "Judul lain")

    reply = frets.post(SAVE, data={"scenario_id": "api-kecil", "text": other})

    assert reply.status_code == 422
    assert "Naikkan angka version" in reply.text
    assert read(count) == before


@pytest.mark.parametrize("address", ["/skenario", "/skenario/baru"])
def test_a_trainee_never_reads_the_library(sign_in, address):
    assert sign_in(YOLA).get(address).status_code == 403
