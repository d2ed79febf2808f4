"""Handing a practice call to the instructors, and taking it back."""

import pytest
from sqlalchemy import select

from tests.people import FRETS, IKBAL, MONDAY, YOLA
from tests.web.rows import a_call, a_hand_in, add
from web.models import HandIn


def hand_ins(session):
    return session.scalars(select(HandIn)).all()


def test_it_shows_the_call_to_the_instructors(sign_in, change, read):
    call = a_call(YOLA)
    add(change, call)

    reply = sign_in(YOLA).post(f"/panggilan/{call.id}/serahkan")

    assert (reply.status_code, reply.location) == (303, "/")
    [row] = read(hand_ins)
    assert (row.call_id, row.handed_in_by, row.handed_in_at) == (
        call.id,
        YOLA.id,
        MONDAY,
    )
    assert call.id in sign_in(FRETS).get("/").text


def test_twice_is_once(sign_in, change, read):
    call = a_call(YOLA)
    add(change, call)

    for _ in range(2):
        sign_in(YOLA).post(f"/panggilan/{call.id}/serahkan")

    assert len(read(hand_ins)) == 1


def test_it_can_be_taken_back(sign_in, change, read):
    call = a_call(YOLA)
    add(change, call, a_hand_in(call))

    reply = sign_in(YOLA).post(f"/panggilan/{call.id}/tarik")

    assert reply.status_code == 303
    assert read(hand_ins) == []


def test_not_once_an_instructor_has_gone_through_it(sign_in, change, read):
    call = a_call(YOLA)
    add(change, call, a_hand_in(call, reviewed=MONDAY))

    reply = sign_in(YOLA).post(f"/panggilan/{call.id}/tarik")

    assert reply.status_code == 422
    assert "sudah membahas" in reply.text
    assert len(read(hand_ins)) == 1


def test_a_running_call_cannot_be_handed_in(sign_in, change, read):
    call = a_call(YOLA, over=False)
    add(change, call)

    reply = sign_in(YOLA).post(f"/panggilan/{call.id}/serahkan")

    assert reply.status_code == 422
    assert "belum selesai" in reply.text
    assert read(hand_ins) == []


@pytest.mark.parametrize("deed", ["serahkan", "tarik"])
def test_nobody_hands_in_the_call_of_another(sign_in, change, read, deed):
    call = a_call(YOLA)
    add(change, call, a_hand_in(call))

    assert sign_in(IKBAL).post(f"/panggilan/{call.id}/{deed}").status_code == 404
    assert len(read(hand_ins)) == 1


@pytest.mark.parametrize("deed", ["serahkan", "tarik"])
def test_it_rejects_get(sign_in, deed):
    assert sign_in(YOLA).get(f"/panggilan/{YOLA.id}/{deed}").status_code == 405
