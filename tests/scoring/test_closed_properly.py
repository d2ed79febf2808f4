"""The end of a call: a goodbye, or a caller who gave up."""

import pytest

from scoring.criteria.record import ClosedProperly
from scoring.finding import Outcome
from tests.scoring.calls import ACall

KIND = ClosedProperly()
BYE = "Terima kasih, Pak. Telepon lagi bila berubah."


def a_call():
    return ACall().answered(0).taker(2.0, "Di mana, Pak?", "ask_location")


def parted(*acts, courtesy=(), after=0, **more):
    call = a_call().taker(30.0, BYE, *acts, courtesy=courtesy, **more)
    for nth in range(after):
        call.taker(40.0 + nth, "Ya, Pak.", "acknowledge", took=0.5)
    return call


@pytest.mark.parametrize("act", ["close_call", "thank", "callback_if_change"])
def test_thanks_advice_or_a_goodbye_ends_it_properly(act):
    verdict = KIND.assess(parted(act).closed(60.0).seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.MET, "parted_properly")
    assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(5, BYE)]


@pytest.mark.parametrize("label", ["closing_courtesy", "thanks"])
def test_courtesy_alone_does_too_and_its_words_are_quoted(label):
    verdict = KIND.assess(parted(courtesy=[(label, "Terima kasih")]).seen())

    assert [quote.text for quote in verdict.quotes] == ["Terima kasih"]


@pytest.mark.parametrize(("after", "outcome"), [(1, Outcome.MET), (2, Outcome.NOT_MET)])
def test_only_the_last_words_count(after, outcome):
    verdict = KIND.assess(parted("thank", after=after).closed(60.0).seen())

    assert verdict.outcome is outcome


def test_the_last_of_several_goodbyes_is_quoted():
    call = parted("thank").taker(40.0, "Selamat malam.", "close_call")

    assert [q.text for q in KIND.assess(call.seen()).quotes] == ["Selamat malam."]


def test_ended_without_a_word_is_missed_and_quotes_the_last_words():
    verdict = KIND.assess(a_call().closed(60.0).seen())

    assert verdict.outcome is Outcome.NOT_MET
    assert verdict.reason == "parted_without_a_word"
    assert [quote.text for quote in verdict.quotes] == ["Di mana, Pak?"]
    assert verdict.by_reading


def test_who_never_spoke_has_nothing_to_quote_and_nothing_to_confirm():
    verdict = KIND.assess(ACall().answered(0).closed(60.0).seen())

    assert verdict.outcome is Outcome.NOT_MET
    assert (verdict.quotes, verdict.by_reading) == ((), False)


class TestTheCallerHangsUp:
    @pytest.mark.parametrize("reason", ["gave_up", "offended"])
    def test_because_of_the_call_taker_whatever_was_said_last(self, reason):
        verdict = KIND.assess(parted("thank").hung_up(50.0, reason).seen())

        assert verdict.outcome is Outcome.NOT_MET
        assert verdict.reason == f"caller_{reason}"

    @pytest.mark.parametrize("reason", ["discovered", "situation", "silence"])
    def test_before_a_goodbye_was_possible(self, reason):
        verdict = KIND.assess(a_call().hung_up(50.0, reason).seen())

        assert verdict.outcome is Outcome.NOT_APPLICABLE
        assert verdict.reason == "line_cut_short"

    def test_after_a_goodbye_all_the_same(self):
        verdict = KIND.assess(parted("thank").hung_up(50.0, "situation").seen())

        assert verdict.outcome is Outcome.MET

    @pytest.mark.parametrize(
        ("acts", "outcome"), [(["thank"], Outcome.MET), ([], Outcome.NOT_MET)]
    )
    def test_with_a_farewell_of_its_own(self, acts, outcome):
        verdict = KIND.assess(parted(*acts).hung_up(50.0, "farewell").seen())

        assert verdict.outcome is outcome


class TestUnclearWords:
    def test_may_have_been_the_goodbye(self):
        verdict = KIND.assess(a_call().unclear(30.0).closed(60.0).seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert [quote.text for quote in verdict.quotes] == ["begitu sudah bagaimana"]

    def test_earlier_in_the_call_excuse_nothing(self):
        call = ACall().answered(0).unclear(2.0)
        call.taker(9.0, "Ya, Pak.", "acknowledge").taker(12.0, "Ya.", "acknowledge")

        assert KIND.assess(call.closed(60.0).seen()).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("meant", "outcome"),
        [("close_call", Outcome.NOT_ASSESSABLE), ("ask_safe", Outcome.NOT_MET)],
    )
    def test_a_correction_excuses_only_what_was_meant(self, meant, outcome):
        call = parted("ask_nature").corrected(meant).closed(60.0)

        assert KIND.assess(call.seen()).outcome is outcome


class TestAGoodbyeThatWounds:
    @pytest.mark.parametrize("label", ["sarcasm", "doubt_accuse", "jargon"])
    def test_is_none(self, label):
        call = parted("close_call", courtesy=["thanks", label]).closed(60.0)

        assert KIND.assess(call.seen()).reason == "parted_without_a_word"

    def test_is_none_even_where_it_was_not_understood(self):
        call = parted(courtesy=["sarcasm"], abstained=True).closed(60.0)

        assert KIND.assess(call.seen()).outcome is Outcome.NOT_MET

    def test_is_made_good_by_another(self):
        call = parted("close_call", courtesy=["sarcasm"])

        verdict = KIND.assess(call.taker(40.0, "Selamat malam.", "close_call").seen())

        assert verdict.outcome is Outcome.MET
