"""What can be done when, and that the call's clock can stand still."""

from datetime import UTC, datetime, timedelta

import pytest

from recordings.events import CallAnswered, TicketFieldSet
from simulator import LiveCall, ServerClock, WrongMoment

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("deed", "says"),
    [
        (
            lambda live: live.hear("ask_callback", began_ms=1, ended_ms=2),
            "belum dijawab",
        ),
        (lambda live: live.dispatch(("damkar",), 1, 5), "belum dijawab"),
        (lambda live: live.close("ghost", 5), "belum dijawab"),
        (lambda live: live.resume(5), "tidak sedang ditahan"),
        (lambda live: live.enter("warna", "biru", 5), "tidak ada"),
    ],
)
def test_before_the_answer_little_can_be_done(talk, deed, says):
    live = talk(answered=None).live

    with pytest.raises(WrongMoment, match=says):
        deed(live)
    assert len(live.record.events) == 2


@pytest.mark.parametrize(
    ("deed", "says"),
    [
        (lambda live, at: live.answer(at), "sudah dijawab"),
        (lambda live, at: live.dispatch(("pemadam",), 1, at), "tidak ada"),
        (lambda live, at: live.dispatch(("damkar",), 4, at), "Prioritas"),
        (lambda live, at: live.recall("damkar", at), "belum diteruskan"),
        (lambda live, at: live.close("selesai", at), "tidak ada"),
        (lambda live, at: live.correct(99, ("thank",), "trainee", at), "tidak ada"),
        (lambda live, at: live.start_clock(5, at), "tidak sedang dibekukan"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(talk, deed, says):
    call = talk().opened()
    before = len(call.live.record.events)

    with pytest.raises(WrongMoment, match=says):
        deed(call.live, call.live.state.quiet_since_ms + 10)
    assert len(call.live.record.events) == before


def test_on_hold_nothing_can_be_said(talk):
    call = talk().opened()
    at = call.live.state.quiet_since_ms + 10
    call.live.hold(at)

    with pytest.raises(WrongMoment, match="ditahan"):
        call.live.hear("ask_callback", began_ms=at + 1, ended_ms=at + 2)


def test_after_the_close_nothing_happens_any_more(talk):
    call = talk().opened()
    call.live.close("emergency", call.live.state.quiet_since_ms + 10)

    assert call.live.next_due_ms is None
    assert call.live.advance(10**7) == []
    with pytest.raises(WrongMoment, match="sudah ditutup"):
        call.live.enter("note", "terlambat", 10**7)


def test_a_ticket_can_be_finished_after_the_caller_has_gone(talk):
    call = talk().opened()
    call.wait(10 * 60_000)

    call.live.enter("note", "penelepon menutup", call.now_ms)

    assert call.live.record.last(TicketFieldSet)[1].value == "penelepon menutup"


def test_who_misunderstood_answers_what_was_meant(talk):
    call = talk().opened()
    call.say("??")
    of = call.live.state.spoken[-1][0]

    at = call.live.state.quiet_since_ms + 500
    call.live.correct(of, ("ask_callback",), "trainee", at)

    assert "callback" in call.facts
    assert [act.act for act in call.live.record.acts_of(of)] == ["ask_callback"]


def test_time_stands_still_while_the_real_phone_rings(talk):
    call = talk().opened()
    at = call.live.state.quiet_since_ms + 500
    call.live.stop_clock("real_call", at)
    clock = ServerClock(call.live.record)
    back = START + timedelta(milliseconds=at) + timedelta(minutes=7)

    assert clock.call_ms(back) == at
    assert clock.stopped_ms(back) == 7 * 60_000
    call.live.start_clock(clock.stopped_ms(back), at)

    running = ServerClock(call.live.record)
    assert running.call_ms(back + timedelta(seconds=2)) == at + 2_000
    assert call.live.next_due_ms > at


def test_nothing_is_due_while_the_clock_stands(talk):
    call = talk().opened()
    call.live.stop_clock("contact_lost", call.live.state.quiet_since_ms + 10)

    assert call.live.next_due_ms is None


def test_the_record_alone_brings_the_call_back(talk, keyword_reader):
    call = talk().opened()
    call.say("ask_callback")

    again = LiveCall(call.live.record, keyword_reader)

    assert again.case == call.case
    assert again.next_due_ms == call.live.next_due_ms
    assert again.record.first(CallAnswered) is not None
