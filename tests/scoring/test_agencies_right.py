"""Which agencies are on their way at the end, against those the incident needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.criteria.routing import AgenciesRight
from scoring.finding import Outcome, points_for
from tests.scoring.calls import PRANK, ACall, a_case

MISSING = AgenciesRight(look_for="missing")
SURPLUS = AgenciesRight(look_for="surplus")
TWO = a_case(truth={"agencies_required": ("damkar", "dinkes")})


def sent(*agencies, case=None):
    call = ACall(case or a_case()).answered(0)
    return call.dispatch(30.0, *agencies) if agencies else call


@pytest.mark.parametrize(
    ("agencies", "outcome", "reason"),
    [
        (("damkar", "dinkes"), Outcome.MET, "agencies_all_sent"),
        (("damkar", "dinkes", "pln"), Outcome.MET, "agencies_all_sent"),
        (("damkar",), Outcome.NOT_MET, "agencies_missing"),
        ((), Outcome.NOT_MET, "agencies_none_sent"),
    ],
)
def test_every_required_agency_has_to_be_sent(agencies, outcome, reason):
    verdict = MISSING.assess(sent(*agencies, case=TWO).seen())

    assert (verdict.outcome, verdict.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("agencies", "outcome", "reason"),
    [
        (("damkar",), Outcome.MET, "agencies_fit"),
        (("damkar", "dinkes", "pln"), Outcome.MET, "agencies_fit"),
        (("damkar", "tni"), Outcome.PARTLY, "agencies_needless"),
        (("damkar", "tni", "dishub"), Outcome.NOT_MET, "agencies_needless"),
        (("damkar", "perkim"), Outcome.NOT_MET, "agencies_wrong"),
    ],
)
def test_needless_is_minor_and_known_wrong_weighs_more(agencies, outcome, reason):
    verdict = SURPLUS.assess(sent(*agencies).seen())

    assert (verdict.outcome, verdict.reason) == (outcome, reason)


def test_what_was_recalled_is_not_held_against_anybody():
    call = sent("damkar", "perkim").recall(40.0, "perkim")

    assert SURPLUS.assess(call.seen()).outcome is Outcome.MET


def test_a_required_agency_that_was_recalled_is_missing():
    assert MISSING.assess(sent("damkar").recall(40.0, "damkar").seen()).outcome is (
        Outcome.NOT_MET
    )


def test_nothing_sent_to_an_emergency_says_nothing_about_surplus():
    assert SURPLUS.assess(sent().seen()).outcome is Outcome.NOT_APPLICABLE


def test_nobody_is_sent_to_a_prank():
    assert SURPLUS.assess(sent(case=PRANK).seen()).reason == "agencies_rightly_none"
    assert SURPLUS.assess(sent("polresta", case=PRANK).seen()).outcome is Outcome.PARTLY


AGENCIES = st.sets(st.sampled_from(["damkar", "dinkes", "pln", "tni", "perkim"]))


@given(some=AGENCIES, extra=st.sampled_from(["tni", "perkim", "dishub"]))
def test_sending_one_nobody_needs_never_earns_more(some, extra):
    def points(agencies):
        verdict = SURPLUS.assess(sent(*sorted(agencies)).seen())
        return points_for(verdict.outcome, 4)

    if some:
        assert points(some | {extra}) <= points(some)


def test_it_quotes_the_dispatch():
    [quote] = MISSING.assess(sent("dinkes").seen()).quotes

    assert quote.text == "dinkes"
