"""A number that can be rung back, however it was come by."""

import pytest

from scoring.criteria.information import NumberObtained
from scoring.finding import Outcome
from tests.scoring.calls import NUMBER, ACall, a_case

KIND = NumberObtained()


def test_asking_for_it_is_enough_whatever_the_caller_answers():
    call = ACall().answered(0).taker(5.0, "Nomor yang bisa dihubungi?", "ask_callback")

    assert KIND.assess(call.seen()).reason == "number_asked"


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("452", Outcome.MET),
        (NUMBER, Outcome.MET),
        ("+62 810 33 452", Outcome.MET),
        ("52", Outcome.NOT_MET),
        ("453", Outcome.NOT_MET),
    ],
)
def test_the_last_digits_said_back_are_enough(said, outcome):
    call = ACall().answered(0)
    call.taker(5.0, "Nomor akhir itu?", "verify_readback", values=[("phone", said)])

    assert KIND.assess(call.seen()).outcome is outcome


def test_the_number_the_network_shows_may_be_taken_over():
    call = ACall().answered(0).ticket(5.0, "callback_number", "081033452")

    assert KIND.assess(call.seen()).reason == "number_taken_over"


def test_a_wrong_number_in_the_ticket_is_no_number():
    call = ACall().answered(0).ticket(5.0, "callback_number", "081033453")

    assert KIND.assess(call.seen()).outcome is Outcome.NOT_MET


def test_a_caller_who_gives_it_unasked_needs_no_question():
    call = ACall().answered(0).caller(5.0, "Nomor saya...", "number")

    assert KIND.assess(call.seen()).reason == "number_told_unasked"


def test_a_case_without_a_number_is_left_out():
    case = a_case(truth={"callback_number": None})

    verdict = KIND.assess(ACall(case).answered(0).seen())

    assert verdict.outcome is Outcome.NOT_APPLICABLE


def test_unclear_words_may_have_been_the_question():
    verdict = KIND.assess(ACall().answered(0).unclear(5.0).seen())

    assert verdict.outcome is Outcome.NOT_ASSESSABLE


def test_a_number_said_back_in_words_that_were_erased_cannot_be_assessed():
    call = ACall().answered(0)
    call.taker(5.0, "Nomor akhir 452?", "verify_readback", values=[("phone", "452")])

    verdict = KIND.assess(call.seen_erased())

    assert (verdict.outcome, verdict.reason) == (
        Outcome.NOT_ASSESSABLE,
        "words_erased",
    )


def test_a_number_asked_for_was_asked_for_in_whatever_words():
    call = ACall().answered(0).taker(5.0, "Nomor Bapak?", "ask_callback")

    assert KIND.assess(call.seen_erased()).outcome is Outcome.MET
