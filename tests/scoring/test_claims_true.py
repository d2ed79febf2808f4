"""What was said to the caller about help, held against the log."""

import pytest

from scoring.criteria.instructions import ClaimsTrue
from scoring.finding import Outcome
from tests.scoring.calls import ACall

KIND = ClaimsTrue()
SENT = "Damkar saya teruskan sekarang, Pak."
GONE = "Damkar sudah jalan."
FIVE = "Lima menit lagi sampai."


def dispatched(at=10.0):
    return ACall().answered(0).dispatch(at, "damkar")


def test_a_true_claim_is_met_and_quoted():
    call = dispatched().taker(12.0, SENT, "inform_dispatch")

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "claims_true")
    assert [quote.text for quote in verdict.quotes] == [SENT]
    assert verdict.by_reading


@pytest.mark.parametrize(
    ("sent_at", "outcome"),
    [(13.0 + 15.0, Outcome.MET), (13.0 + 15.001, Outcome.NOT_MET)],
)
def test_forwarding_may_be_said_fifteen_seconds_ahead(sent_at, outcome):
    call = ACall().answered(0).taker(12.0, SENT, "inform_dispatch")

    verdict = KIND.assess(call.dispatch(sent_at, "damkar").closed(60.0).seen())

    assert verdict.outcome is outcome


def test_one_false_claim_among_true_ones_is_missed_and_alone_is_quoted():
    call = dispatched().taker(12.0, SENT, "inform_dispatch")
    call.taker(20.0, GONE, "inform_dispatch/on_its_way").closed(60.0)

    verdict = KIND.assess(call.seen())

    assert verdict.outcome is Outcome.NOT_MET
    assert verdict.reason == "claim_false_on_its_way"
    assert [quote.text for quote in verdict.quotes] == [GONE]


def test_on_its_way_is_true_once_the_agency_has_said_so():
    call = dispatched().accepts(15.0, "damkar")
    call.taker(20.0, GONE, "inform_dispatch/on_its_way")

    assert KIND.assess(call.seen()).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("word", "outcome", "reason"),
    [
        ("tiba 5 menit", Outcome.MET, "claims_true"),
        ("tiba 9 menit", Outcome.NOT_MET, "claim_false_minutes"),
        (None, Outcome.NOT_MET, "claim_false_minutes"),
    ],
)
def test_minutes_are_those_of_a_unit(word, outcome, reason):
    call = dispatched().accepts(15.0, "damkar", read_back=word)
    call.taker(20.0, FIVE, "inform_eta", values=[("minutes", "5")])

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("parting", "outcome"),
    [("close_call", Outcome.MET), ("small_talk", Outcome.NOT_MET)],
)
def test_staying_was_promised_and_leave_has_to_be_taken(parting, outcome):
    call = ACall().answered(0)
    call.taker(5.0, "Saya tetap di telepon.", "reassure/stay_promised")

    verdict = KIND.assess(call.taker(30.0, "Sudah ya.", parting).closed(32.0).seen())

    assert verdict.outcome is outcome


def test_only_the_kinds_of_the_rubric_are_looked_at():
    call = ACall().answered(0)
    call.taker(5.0, "Nanti saya telepon.", "reassure/callback_promised").closed(9.0)

    other = ClaimsTrue(kinds=("minutes",))

    assert KIND.assess(call.seen()).reason == "claim_false_callback_promised"
    assert other.assess(call.seen()).reason == "nothing_claimed"


@pytest.mark.parametrize("act", ["reassure", "ask_location", "stay_on_line"])
def test_who_claims_nothing_is_left_out(act):
    verdict = KIND.assess(ACall().answered(0).taker(5.0, "Baik, Pak.", act).seen())

    assert verdict.outcome is Outcome.NOT_APPLICABLE
    assert verdict.reason == "nothing_claimed"


def test_a_claim_that_may_still_come_true_is_left_out():
    call = ACall().answered(0).taker(5.0, SENT, "inform_dispatch")

    assert KIND.assess(call.seen()).reason == "nothing_claimed"


class TestWhatAPersonSaidWasMeant:
    def meant(self, *acts):
        call = ACall().answered(0).taker(5.0, "Teruskan itu.", "ask_nature")
        return call.corrected(*acts)

    @pytest.mark.parametrize("sent_at", [10.0, 50.0])
    def test_a_claim_nobody_heard_neither_earns_nor_loses(self, sent_at):
        call = self.meant("inform_dispatch").dispatch(sent_at, "damkar").closed(60.0)

        verdict = KIND.assess(call.seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert [quote.text for quote in verdict.quotes] == ["Teruskan itu."]

    def test_it_does_not_cover_a_false_claim(self):
        call = self.meant("inform_dispatch").dispatch(10.0, "damkar")
        call.taker(20.0, GONE, "inform_dispatch/on_its_way")

        assert KIND.assess(call.seen()).reason == "claim_false_on_its_way"

    def test_a_claim_that_was_misread_is_none(self):
        call = ACall().answered(0).taker(5.0, "Sudah jalan?", "inform_dispatch")

        verdict = KIND.assess(call.corrected("ask_nature").closed(60.0).seen())

        assert verdict.reason == "nothing_claimed"


class TestErasedWords:
    def after_erasing(self, act, *values):
        call = dispatched().accepts(15.0, "damkar", read_back="tiba 5 menit")
        call.taker(20.0, FIVE, act, values=values).closed(60.0)
        return KIND.assess(call.seen_erased())

    def test_minutes_that_are_gone_agree_with_nothing_and_are_not_held_against(self):
        verdict = self.after_erasing("inform_eta", ("minutes", "5"))

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert verdict.reason == "words_erased"

    def test_what_the_log_shows_without_words_is_still_marked(self):
        assert self.after_erasing("inform_dispatch").outcome is Outcome.MET
