"""How soon the phone was picked up."""

import pytest

from scoring.criteria.speed import AnsweredWithin
from scoring.finding import Outcome
from tests.scoring.calls import ACall


@pytest.mark.parametrize(
    ("at", "outcome"),
    [
        (0.0, Outcome.MET),
        (10.0, Outcome.MET),
        (10.001, Outcome.PARTLY),
        (20.0, Outcome.PARTLY),
        (20.001, Outcome.NOT_MET),
    ],
)
def test_the_centres_target_is_full_and_double_of_it_half(at, outcome):
    assert AnsweredWithin().assess(ACall().answered(at).seen()).outcome is outcome


def test_a_rubric_may_set_its_own_seconds():
    kind = AnsweredWithin(full_s=3, half_percent=100)

    assert kind.assess(ACall().answered(3.0).seen()).outcome is Outcome.MET
    assert kind.assess(ACall().answered(3.001).seen()).outcome is Outcome.NOT_MET


def test_a_call_nobody_answered_is_missed():
    verdict = AnsweredWithin().assess(ACall().seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "not_answered")
