"""The status a call was closed under, and an emergency put away as none."""

import pytest

from scenarios.vocabulary import Disposition
from scoring.criteria.record import DispositionRight
from scoring.finding import Outcome
from tests.scoring.calls import CASE, PRANK, ACall, a_case

STATUS = DispositionRight(look_for="status")
DISMISSED = DispositionRight(look_for="dismissed")
GHOST = a_case(truth={"emergency": False, "disposition": "ghost"})
QUESTION = a_case(truth={"emergency": False, "disposition": "information"})
CALLED_TWICE = a_case(truth={"disposition_accepted": ("duplicate", "abandoned")})


def closed(case, disposition):
    call = ACall(case).answered(0).taker(2.0, "Di mana?", "ask_location")
    return (call.closed(60.0, disposition) if disposition else call).seen()


class TestTheStatus:
    @pytest.mark.parametrize(
        ("case", "given", "outcome", "reason"),
        [
            (CASE, "emergency", Outcome.MET, "status_right"),
            (CASE, "prank", Outcome.NOT_MET, "status_wrong"),
            (CASE, "duplicate", Outcome.NOT_MET, "status_wrong"),
            (CALLED_TWICE, "duplicate", Outcome.MET, "status_right"),
            (PRANK, "prank", Outcome.MET, "status_right"),
            (PRANK, "ghost", Outcome.NOT_MET, "status_wrong"),
            (PRANK, "emergency", Outcome.PARTLY, "false_taken_for_real"),
            (GHOST, "emergency", Outcome.PARTLY, "false_taken_for_real"),
            (QUESTION, "emergency", Outcome.NOT_MET, "status_wrong"),
        ],
    )
    def test_has_to_be_right(self, case, given, outcome, reason):
        verdict = STATUS.assess(closed(case, given))

        assert (verdict.outcome, verdict.reason) == (outcome, reason)

    def test_is_quoted_beside_the_right_one(self):
        verdict = STATUS.assess(closed(PRANK, "ghost"))

        assert verdict.params == {"given": "ghost", "right": "prank"}
        assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(5, "ghost")]
        assert not verdict.by_reading

    @pytest.mark.parametrize("case", [CASE, PRANK])
    def test_of_a_call_never_closed_is_missing(self, case):
        verdict = STATUS.assess(closed(case, None))

        assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "never_closed")
        assert verdict.quotes == ()


class TestAnEmergencyPutAwayAsNone:
    @pytest.mark.parametrize(
        "given", ["prank", "ghost", "test", "abandoned", "misdirected"]
    )
    def test_is_missed_and_quoted(self, given):
        verdict = DISMISSED.assess(closed(CASE, given))

        assert verdict.outcome is Outcome.NOT_MET
        assert verdict.reason == "emergency_dismissed"
        assert verdict.params["given"] == given
        assert [quote.text for quote in verdict.quotes] == [given]

    @pytest.mark.parametrize("given", ["emergency", "duplicate", "out_of_area", None])
    def test_is_not_what_a_merely_wrong_or_missing_status_is(self, given):
        assert DISMISSED.assess(closed(CASE, given)).outcome is Outcome.MET

    def test_is_not_what_the_case_accepts(self):
        verdict = DISMISSED.assess(closed(CALLED_TWICE, "abandoned"))

        assert verdict.reason == "emergency_not_dismissed"

    @pytest.mark.parametrize("given", Disposition)
    @pytest.mark.parametrize("case", [PRANK, QUESTION])
    def test_cannot_happen_to_what_is_none(self, case, given):
        verdict = DISMISSED.assess(closed(case, given))

        assert verdict.outcome is Outcome.NOT_APPLICABLE
        assert verdict.reason == "na_emergency"
