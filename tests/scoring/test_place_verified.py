"""Would the crew arrive? The place as it was said back to the caller."""

import pytest

from scoring.criteria.place import PlaceVerified
from scoring.finding import Outcome
from tests.scoring.calls import (
    FAR,
    MARDIKA,
    NEXT_DOOR,
    WHERE_THE_CREW_ENDS_UP,
    ACall,
    a_case,
)

BACK = "Saya ulangi: Mardika, belakang ruko. Betul, Pak?"


def said_back(place, reply=None, act="confirm_location"):
    values = (("place", place),) if place else ()
    call = ACall().answered(0).taker(5.0, BACK, act, values=values)
    if reply:
        call.caller(8.0, "Iyo, betul.", purpose=reply, because_of=call.seq)
    return PlaceVerified().assess(call.seen())


@pytest.mark.parametrize("act", ["confirm_location", "verify_readback"])
@pytest.mark.parametrize(("place", "outcome"), WHERE_THE_CREW_ENDS_UP)
def test_the_truth_decides_what_is_right_and_what_is_next_door(act, place, outcome):
    assert said_back(place, act=act).outcome is outcome


def test_a_landmark_the_truth_does_not_name_rests_on_the_callers_yes():
    assert said_back("ongkoliong", reply="confirm").outcome is Outcome.MET
    assert said_back("ongkoliong").outcome is Outcome.NOT_MET


def test_a_panicked_yes_to_a_twin_is_no_verification():
    assert said_back("batu-merah", reply="confirm").outcome is Outcome.NOT_MET
    assert said_back(FAR, reply="confirm").outcome is Outcome.NOT_MET


def test_a_caller_who_corrects_has_not_agreed():
    assert said_back(MARDIKA, reply="correct").outcome is Outcome.NOT_MET


def test_a_yes_to_words_without_a_name_is_enough():
    verdict = said_back(None, reply="confirm")

    assert verdict.outcome is Outcome.MET
    assert [quote.text for quote in verdict.quotes] == [BACK, "Iyo, betul."]


def test_the_kecamatan_alone_is_too_wide_for_a_crew():
    verdict = said_back("81.71.02", reply="confirm")

    assert (verdict.outcome, verdict.reason) == (
        Outcome.NOT_MET,
        "place_unconfirmed",
    )


def test_a_wrong_place_put_right_later_counts_as_right():
    call = (
        ACall()
        .answered(0)
        .taker(5.0, BACK, "confirm_location", values=[("place", FAR)])
        .taker(9.0, BACK, "confirm_location", values=[("place", MARDIKA)])
    )

    assert PlaceVerified().assess(call.seen()).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("tone", "outcome"), [("tone_once", Outcome.MET), ("tone_twice", Outcome.NOT_MET)]
)
def test_a_caller_without_words_agrees_by_key_tone(tone, outcome):
    call = ACall().answered(0).taker(5.0, BACK, "confirm_location")
    call.sounded(7.0, tone, because_of=call.seq)

    assert PlaceVerified().assess(call.seen()).outcome is outcome


def test_never_saying_it_back_is_missed():
    call = ACall().answered(0).taker(5.0, "Di mana?", "ask_location")

    assert PlaceVerified().assess(call.seen()).reason == "place_never_said_back"


def test_words_that_were_not_understood_may_have_been_the_read_back():
    call = ACall().answered(0).unclear(5.0)

    assert PlaceVerified().assess(call.seen()).outcome is Outcome.NOT_ASSESSABLE


def test_a_case_may_know_no_neighbours():
    case = a_case(truth={"neighbours": ()})
    call = ACall(case).answered(0)
    call.taker(5.0, BACK, "confirm_location", values=[("place", NEXT_DOOR)])

    assert PlaceVerified().assess(call.seen()).outcome is Outcome.NOT_MET
