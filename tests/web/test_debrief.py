"""The debrief: what a call's people see of it, and what nobody else does."""

import re

import pytest
from sqlalchemy import select

from tests.people import FRETS, HENDRA, IKBAL, MINA, SALMA, YOLA
from tests.web.live import Desk, with_scenarios
from web.models import HandIn, ScorecardRow
from web.services import marking


def page(call_id, rest=""):
    return f"/panggilan/{call_id}/tinjauan{rest}"


def test_it_quotes_the_trainees_own_words(sign_in, finished):
    reply = sign_in(YOLA).get(page(finished()))

    assert reply.status_code == 200
    assert "LATIHAN" in reply.text
    assert "Yola" in reply.text.split("<main")[1].split("</header>")[0]
    assert "Di mana lokasi" in reply.text
    assert "Penerusan" in reply.text


def test_every_quote_leads_to_its_place_in_the_conversation(sign_in, finished):
    text = sign_in(YOLA).get(page(finished())).text

    led_to = set(re.findall(r'<blockquote><a href="#e(\d+)"', text))
    spoken = set(re.findall(r'<li class="said[^"]*" id="e(\d+)"', text))
    assert led_to
    assert len(led_to & spoken) >= len(led_to) / 2


@pytest.mark.parametrize("stranger", [IKBAL, FRETS, SALMA, MINA, HENDRA])
def test_practice_is_seen_by_nobody_else(sign_in, finished, stranger):
    assert sign_in(stranger).get(page(finished())).status_code == 404


def test_an_instructor_sees_it_once_it_is_handed_in(sign_in, finished, read):
    call_id = finished()
    sign_in(YOLA).post(f"/panggilan/{call_id}/serahkan")

    reply = sign_in(FRETS).get(page(call_id))

    assert reply.status_code == 200
    handed = read(lambda session: session.scalar(select(HandIn)))
    assert handed.reviewed_by == FRETS.id


@pytest.mark.parametrize(
    ("person", "status"), [(FRETS, 200), (SALMA, 200), (MINA, 404)]
)
def test_an_exam_is_seen_by_who_marks_and_who_plans_here(
    sign_in, finished, person, status
):
    call_id = finished(mode="exam")

    assert sign_in(person).get(page(call_id, "?buka=1")).status_code == status


def test_after_a_hard_call_no_number_comes_before_a_breath(sign_in, finished):
    call_id = finished(scenario="henti-jantung-di-rumah")
    trainee = sign_in(YOLA)

    breath = trainee.get(page(call_id))
    opened = trainee.get(page(call_id, "?buka=1"))

    shown = breath.text.split("<main")[1].partition(">")[2].split("</main>")[0]
    said = re.sub(r"<[^>]+>", " ", shown)
    assert not re.search(r"\d", said.replace("112", ""))
    assert "Mau dibahas sekarang, nanti, atau dengan orang?" in said
    assert "Lembar penilaian" in opened.text


def test_the_first_look_is_noted(sign_in, finished, read):
    call_id = finished()

    sign_in(YOLA).get(page(call_id))

    row = read(lambda session: session.scalar(select(ScorecardRow)))
    assert row.seen_at is not None


def test_hostile_words_are_shown_and_not_run(sign_in, finished, change):
    from recordings.tables import CallEventRow

    call_id = finished()

    def poison(session):
        row = session.scalar(
            select(CallEventRow)
            .where(CallEventRow.type == "call_taker_spoke")
            .order_by(CallEventRow.seq)
        )
        row.words = (
            '{"clip":null,"text":"<script>alert(1)</script> Di mana lokasinya?"}'
        )

    change(poison)

    text = sign_in(YOLA).get(page(call_id)).text

    assert "<script>alert" not in text


def test_a_call_still_going_on_leads_back_to_the_console(sign_in, finished, change):
    from recordings.tables import CallRow

    call_id = finished()
    change(lambda s: setattr(s.get(CallRow, call_id), "closed_at", None))

    reply = sign_in(YOLA).get(page(call_id))

    assert (reply.status_code, reply.location) == (303, f"/panggilan/{call_id}")


def test_a_call_that_is_not_there_is_not_found(sign_in):
    missing = "00000000-0000-4000-8000-000000000000"

    assert sign_in(YOLA).get(page(missing)).status_code == 404


def test_a_fault_in_marking_keeps_no_call_open_and_is_made_good(
    app, change, clock, sign_in, read, monkeypatch
):
    with_scenarios(app, change, clock)
    desk = Desk(sign_in(YOLA), clock)
    desk.do("answer")

    def fails(*_, **__):
        raise RuntimeError("no mark today")

    with monkeypatch.context() as broken:
        broken.setattr(marking, "mark", fails)
        over = desk.do("close", disposition="emergency")
    assert over["state"] == "ended"
    assert read(lambda session: session.scalar(select(ScorecardRow))) is None

    assert desk.client.get(over["debrief"]).status_code == 200
    assert read(lambda session: session.scalar(select(ScorecardRow))) is not None
