"""An instructor corrects a finding; the machine's stays readable beside it."""

import pytest
from sqlalchemy import select

from tests.people import FRETS, MINA, YOLA
from web.models import AdjustmentRow, ScorecardRow

GOOD = {"outcome": "not_met", "points": "0", "reason": "Penyebutan nama terlambat."}


@pytest.fixture
def handed_in(sign_in, finished):
    call_id = finished()
    sign_in(YOLA).post(f"/panggilan/{call_id}/serahkan")
    return call_id


def url(call_id, criterion="greeting"):
    return f"/panggilan/{call_id}/nilai/{criterion}"


def test_it_keeps_the_correction_and_counts_it(sign_in, handed_in, read):
    before = read(lambda s: s.scalar(select(ScorecardRow)).percent)

    reply = sign_in(FRETS).post(url(handed_in), data=GOOD)

    assert reply.status_code == 303
    row = read(lambda s: s.scalar(select(ScorecardRow)))
    made = read(lambda s: s.scalar(select(AdjustmentRow)))
    assert (made.criterion, made.points, made.adjusted_by) == ("greeting", 0, FRETS.id)
    assert row.percent < before
    [machine] = [f for f in row.scorecard["findings"] if f["criterion"] == "greeting"]
    assert machine["outcome"] == "met"


def test_the_trainee_reads_reason_author_and_the_machines_points(sign_in, handed_in):
    sign_in(FRETS).post(url(handed_in), data=GOOD)

    text = sign_in(YOLA).get(f"/panggilan/{handed_in}/tinjauan").text

    assert "Penyebutan nama terlambat." in text
    assert FRETS.name in text
    assert "penilaian mesin:" in text


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"points": "99"}, "antara 0 dan"),
        ({"points": "banyak"}, "antara 0 dan"),
        ({"reason": "ok"}, "alasannya"),
        ({"outcome": "bagus"}, "tidak dikenal"),
    ],
)
def test_it_says_what_to_mend(sign_in, handed_in, read, wrong, says):
    reply = sign_in(FRETS).post(url(handed_in), data=GOOD | wrong)

    assert reply.status_code == 422
    assert says in reply.text
    assert read(lambda s: s.scalar(select(AdjustmentRow))) is None


@pytest.mark.parametrize(("person", "status"), [(YOLA, 403), (MINA, 404)])
def test_others_cannot(sign_in, handed_in, person, status):
    assert sign_in(person).post(url(handed_in), data=GOOD).status_code == status


def test_it_rejects_get(sign_in, handed_in):
    assert sign_in(FRETS).get(url(handed_in)).status_code == 405


def test_it_knows_no_other_criterion(sign_in, handed_in):
    reply = sign_in(FRETS).post(url(handed_in, "kelincahan"), data=GOOD)

    assert reply.status_code == 404


def test_an_exam_is_decided_when_an_instructor_confirms_it(sign_in, finished, read):
    call_id = finished(mode="exam")
    assert read(lambda s: s.scalar(select(ScorecardRow)).passed) is None

    reply = sign_in(FRETS).post(f"/panggilan/{call_id}/konfirmasi")

    assert reply.status_code == 303
    row = read(lambda s: s.scalar(select(ScorecardRow)))
    assert row.passed is True
    assert row.confirmed_by == FRETS.id


def test_a_trainee_confirms_nothing(sign_in, finished):
    call_id = finished(mode="exam")

    assert sign_in(YOLA).post(f"/panggilan/{call_id}/konfirmasi").status_code == 403
