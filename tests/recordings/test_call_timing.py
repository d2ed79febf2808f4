"""Holds, pauses, answer and processing time, the caller's distress over time."""

import pytest

from recordings.events import (
    AgencyDispatched,
    CallerDistressChanged,
    CallerHungUp,
    CallerSounded,
    CallHeld,
    CallResumed,
)
from recordings.timing import (
    Hold,
    Pause,
    answer_ms,
    distress_curve,
    holds,
    pauses,
    processing_ms,
)
from tests.recordings.phone_call import OFFERED, CallRecord, PhoneCall


def test_the_answer_runs_from_the_first_ring_and_processing_from_the_answer():
    call = PhoneCall().taker(3, 4)
    call.add(AgencyDispatched(at_ms=31_000, agencies=("damkar",), priority=1))
    call.add(AgencyDispatched(at_ms=50_000, agencies=("pln",), priority=1))

    assert answer_ms(call.record()) == 2_000
    assert processing_ms(call.record()) == 29_000


def test_what_did_not_happen_has_no_time():
    unanswered = CallRecord((OFFERED, CallerHungUp(at_ms=30_000, reason="gave_up")))

    assert (answer_ms(unanswered), processing_ms(unanswered)) == (None, None)
    assert processing_ms(PhoneCall().record()) is None
    assert pauses(unanswered) == []


def test_distress_begins_as_the_case_says_and_moves_with_its_events():
    call = PhoneCall(distress=4)
    for at_ms, level in ((9_000, 3.6), (12_000, 3.1)):
        call.add(
            CallerDistressChanged(
                at_ms=at_ms, level=level, because_of=None, reason="action"
            )
        )

    assert distress_curve(call.record()) == [(0, 4.0), (9_000, 3.6), (12_000, 3.1)]


def test_a_hold_knows_whether_it_was_asked_for_and_who_came_back():
    call = PhoneCall().taker(3, 4, "Tunggu sebentar ya, Bu.", acts=["ask_hold"])
    call.add(CallHeld(at_ms=5_000)).add(CallResumed(at_ms=20_000))
    call.taker(21, 22, "Terima kasih sudah menunggu.")
    call.add(CallHeld(at_ms=30_000))

    assert holds(call.record()) == [
        Hold(seq=5, began_ms=5_000, ended_ms=20_000, asked_by=3, returned_by=7),
        Hold(seq=9, began_ms=30_000, ended_ms=None, asked_by=None, returned_by=None),
    ]


def test_pauses_are_where_nobody_speaks():
    call = PhoneCall().taker(2.5, 4, means="recognised").caller(5, 8)
    call.taker(9, 14)  # typed: heard when sent
    call.caller(15, 16)
    call.add(CallerHungUp(at_ms=20_000, reason="gave_up"))

    assert pauses(call.record()) == [
        Pause(began_ms=8_000, ended_ms=14_000, after=5, broken_by=6),
        Pause(began_ms=16_000, ended_ms=20_000, after=8, broken_by=None),
    ]


@pytest.mark.parametrize(("gap", "count"), [(2.999, 0), (3, 1)])
def test_a_short_gap_is_no_pause(gap, count):
    call = PhoneCall().caller(2, 5).caller(5 + gap, 10)

    assert len(pauses(call.record())) == count


def test_a_hold_is_no_pause():
    call = PhoneCall().caller(2, 5).add(CallHeld(at_ms=5_000))
    call.add(CallResumed(at_ms=20_000)).caller(21, 22)

    assert pauses(call.record()) == []


def test_a_line_cut_off_is_silent_from_the_cut():
    call = PhoneCall().caller(2, 10).taker(4, 4, means="tapped").caller(9, 10)

    [pause] = pauses(call.record())

    assert (pause.began_ms, pause.ended_ms) == (4_000, 9_000)


@pytest.mark.parametrize(
    ("sound", "quiet_from"), [("tone_once", 7_500), ("television", 3_000)]
)
def test_key_tones_are_an_answer_and_a_television_is_not(sound, quiet_from):
    call = PhoneCall().caller(2, 3)
    call.add(CallerSounded(at_ms=7_000, sound=sound, began_ms=7_000, ended_ms=7_500))
    call.taker(12, 13, means="recognised")

    assert pauses(call.record())[-1].began_ms == quiet_from
