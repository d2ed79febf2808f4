"""How soon help was sent to a place that was known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.criteria.sending import DispatchedWithin
from scoring.finding import Outcome, points_for
from tests.scoring.calls import MARDIKA, ACall

KIND = DispatchedWithin(half_percent=150)


def told_then_sent(at, answered=2.0):
    call = ACall().answered(answered).caller(answered + 0.5, "Mardika!", "area")
    return call.dispatch(at, "damkar")


@pytest.mark.parametrize(
    ("at", "outcome"),
    [
        (2.0 + 60.0, Outcome.MET),
        (2.0 + 60.001, Outcome.PARTLY),
        (2.0 + 90.0, Outcome.PARTLY),
        (2.0 + 90.001, Outcome.NOT_MET),
    ],
)
def test_the_clock_runs_from_the_answer(at, outcome):
    assert KIND.assess(told_then_sent(at).seen()).outcome is outcome


def test_the_first_dispatch_counts():
    call = told_then_sent(30.0).dispatch(300.0, "dinkes")

    assert KIND.assess(call.seen()).outcome is Outcome.MET


def test_never_sent_is_missed():
    verdict = KIND.assess(ACall().answered(0).seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "never_dispatched")


def test_a_place_in_the_ticket_is_known_as_well():
    call = ACall().answered(0).ticket(8.0, "location.place", MARDIKA)

    verdict = KIND.assess(call.dispatch(9.0, "damkar").seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "dispatched_after")


def test_a_place_known_in_the_moment_of_sending_is_known():
    call = ACall().answered(0).ticket(8.0, "location.place", MARDIKA)

    verdict = KIND.assess(call.dispatch(8.0, "damkar").seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "dispatched_after")


def test_sending_everything_at_second_five_earns_half_at_most():
    call = ACall().answered(0).dispatch(5.0, "damkar").caller(20.0, "Mardika", "area")

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.PARTLY, "dispatched_blind")


def test_a_blind_dispatch_counts_from_when_the_place_is_known():
    call = ACall().answered(0).dispatch(5.0, "damkar").caller(95.0, "Mardika", "area")

    assert KIND.assess(call.seen()).outcome is Outcome.NOT_MET


def test_a_crew_that_is_never_told_where_is_not_sent():
    verdict = KIND.assess(ACall().answered(0).dispatch(5.0, "damkar").seen())

    assert verdict.reason == "dispatched_without_place"
    assert verdict.outcome is Outcome.NOT_MET


@given(first=st.integers(5_000, 200_000), later=st.integers(5_000, 200_000))
def test_once_the_place_is_known_sending_later_never_earns_more(first, later):
    early, late = sorted((first, later))

    def points(ms):
        return points_for(KIND.assess(told_then_sent(ms / 1000).seen()).outcome, 7)

    assert points(late) <= points(early)
