"""How fast help was sent, against how fast it was needed."""

import pytest

from scoring.criteria.routing import PriorityRight
from scoring.finding import Outcome
from tests.scoring.calls import PRANK, ACall, a_case

KIND = PriorityRight()
URGENT = a_case(truth={"priority": 2})
EITHER = a_case(truth={"priority": 2, "priority_accepted": (1,)})


@pytest.mark.parametrize(
    ("case", "priority", "outcome", "reason"),
    [
        (URGENT, 2, Outcome.MET, "priority_right"),
        (URGENT, 3, Outcome.NOT_MET, "priority_too_low"),
        (URGENT, 1, Outcome.PARTLY, "priority_too_high"),
        (EITHER, 1, Outcome.MET, "priority_right"),
        (EITHER, 3, Outcome.NOT_MET, "priority_too_low"),
    ],
)
def test_too_slow_is_missed_and_too_fast_is_half(case, priority, outcome, reason):
    call = ACall(case).answered(0).dispatch(30.0, "damkar", priority=priority)

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (outcome, reason)


def test_a_later_upgrade_counts():
    call = ACall().answered(0).dispatch(30, "damkar", priority=2)
    call.dispatch(40, "damkar", priority=1)

    assert KIND.assess(call.seen()).outcome is Outcome.MET


def test_a_supporting_agency_called_later_lowers_nothing():
    call = ACall().answered(0).dispatch(30, "damkar").dispatch(60, "pln", priority=3)

    assert KIND.assess(call.seen()).outcome is Outcome.MET


def test_without_a_dispatch_the_ticket_says_it():
    call = ACall().answered(0).ticket(20.0, "priority", "1")

    assert KIND.assess(call.seen()).outcome is Outcome.MET


def test_no_priority_at_all_is_missed():
    assert KIND.assess(ACall().answered(0).seen()).reason == "priority_never_set"


def test_a_case_without_a_priority_is_left_out():
    assert KIND.assess(ACall(PRANK).answered(0).seen()).outcome is (
        Outcome.NOT_APPLICABLE
    )
