"""How soon something was asked, counted from the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.criteria.speed import AskedWithin
from scoring.finding import Outcome, points_for
from tests.scoring.calls import ACall

LOCATION = AskedWithin(acts=("ask_location", "confirm_location"), target="location")
WHERE = "Di mana lokasi kejadiannya, Bapak?"


def asked(at, answered=4.0):
    return ACall().answered(answered).taker(at, WHERE, "ask_location")


@pytest.mark.parametrize(
    ("asked_at", "outcome"),
    [
        (4.0 + 30.0, Outcome.MET),
        (4.0 + 30.001, Outcome.PARTLY),
        (4.0 + 60.0, Outcome.PARTLY),
        (4.0 + 60.001, Outcome.NOT_MET),
    ],
)
def test_time_runs_from_the_answer_not_from_the_ring(asked_at, outcome):
    verdict = LOCATION.assess(asked(asked_at).seen())

    assert verdict.outcome is outcome


def test_typing_counts_from_the_first_key_not_from_the_sending():
    call = ACall().answered(0).taker(29.0, WHERE, "ask_location", took=20.0)

    assert LOCATION.assess(call.seen()).outcome is Outcome.MET


def test_it_quotes_the_question_as_it_was_said():
    call = (
        ACall()
        .answered(2.0)
        .taker(3.0, "112 Ambon.", "open_greet")
        .taker(5.0, WHERE, "ask_location")
    )

    verdict = LOCATION.assess(call.seen())

    [quote] = verdict.quotes
    assert (quote.seq, quote.text) == (5, WHERE)
    assert verdict.reason == "asked_after"
    assert verdict.params["after_ms"] == 3_000


def test_what_the_caller_told_unasked_needs_no_question():
    call = ACall().answered(0).caller(4.0, "Di Mardika!", "area")

    verdict = LOCATION.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "told_unasked_after")


def test_never_asked_is_missed():
    call = ACall().answered(0).taker(3.0, "112 Ambon.", "open_greet")

    assert LOCATION.assess(call.seen()).reason == "never_asked"


def test_words_that_were_not_understood_may_have_been_the_question():
    call = ACall().answered(0).unclear(10.0).taker(50.0, WHERE, "ask_location")

    verdict = LOCATION.assess(call.seen())

    assert verdict.outcome is Outcome.NOT_ASSESSABLE
    assert verdict.quotes[0].text == "begitu sudah bagaimana"


def test_unclear_words_too_late_to_matter_excuse_nothing():
    call = ACall().answered(0).taker(50.0, WHERE, "ask_location").unclear(55.0)

    assert LOCATION.assess(call.seen()).outcome is Outcome.PARTLY


def test_a_single_unclear_word_hides_no_question():
    call = ACall().answered(0).unclear(10.0, "hm")

    assert LOCATION.assess(call.seen()).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("meant", "outcome"),
    [("ask_location", Outcome.NOT_ASSESSABLE), ("thank", Outcome.NOT_MET)],
)
def test_a_corrected_reading_excuses_only_what_was_meant(meant, outcome):
    call = ACall().answered(0).taker(5.0, WHERE, "ask_nature").corrected(meant)

    assert LOCATION.assess(call.seen()).outcome is outcome


@given(first=st.integers(0, 90_000), later=st.integers(0, 90_000))
def test_asking_later_never_earns_more(first, later):
    early, late = sorted((first, later))

    def points(after_ms):
        verdict = LOCATION.assess(asked(1.0 + after_ms / 1000, answered=1.0).seen())
        return points_for(verdict.outcome, 4)

    assert points(late) <= points(early)
