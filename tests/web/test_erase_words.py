"""A trainee erases what they said: from the call, and from every quote of it."""

import json

import pytest
from sqlalchemy import select

from recordings import read_record
from recordings.events import CallTakerSpoke
from recordings.store import CallStore
from tests.people import FRETS, IKBAL, SALMA, YOLA
from web.models import ScorecardRow


@pytest.fixture
def said(played):
    """What the trainee said first."""
    record = played("kebakaran-pasar", "oracle", "practice")
    return record.first(CallTakerSpoke)[1].text


def test_it_asks_first(sign_in, finished):
    call_id = finished()

    reply = sign_in(YOLA).get(f"/panggilan/{call_id}/hapus")

    assert reply.status_code == 200
    assert "untuk selamanya" in reply.text


def test_the_words_are_gone_and_the_chain_still_holds(sign_in, finished, read, said):
    call_id = finished()
    trainee = sign_in(YOLA)

    reply = trainee.post(f"/panggilan/{call_id}/hapus")

    assert reply.status_code == 303
    assert read(lambda s: CallStore(s).verify(call_id)) is None
    form = read(lambda s: s.scalar(select(ScorecardRow)).scorecard)
    assert said not in json.dumps(form, ensure_ascii=False)
    text = trainee.get(f"/panggilan/{call_id}/tinjauan?buka=1").text
    assert said not in text
    assert "dihapus" in text


def test_what_is_downloaded_afterwards_is_still_a_whole_record(sign_in, finished, said):
    call_id = finished()
    trainee = sign_in(YOLA)
    trainee.post(f"/panggilan/{call_id}/hapus")

    text = trainee.get(f"/panggilan/{call_id}/rekaman.jsonl").text

    assert said not in text
    assert read_record(text).closed


@pytest.mark.parametrize(
    ("person", "status"), [(IKBAL, 404), (FRETS, 403), (SALMA, 403)]
)
def test_nobody_erases_anothers_words(sign_in, finished, person, status):
    call_id = finished(mode="exam")

    assert sign_in(person).post(f"/panggilan/{call_id}/hapus").status_code == status
