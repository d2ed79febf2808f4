"""What spares a missing courtesy, what spoils a shown one, and who is called «Bu»."""

import pytest

from scoring.criteria.courtesy import CourtesyMarkers
from scoring.finding import Outcome
from tests.scoring.calls import ACall, a_case

PAK = ("honorific_address", "Pak")
ADDRESS = CourtesyMarkers(
    at="phases", labels=("honorific_address",), half_percent=50, address_fits=True
)
THANKS = CourtesyMarkers(at="call", labels=("thanks",), acts=("thank",))


def a_call(**caller):
    return ACall(a_case(caller=caller)).answered(0)


class TestUnclearWords:
    def test_may_have_been_it(self):
        verdict = THANKS.assess(a_call().unclear(2.0).seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert verdict.quotes[0].text == "begitu sudah bagaimana"

    def test_of_one_phase_do_not_spare_the_other(self):
        both = CourtesyMarkers(at="phases", labels=("honorific_address",))
        call = a_call().unclear(2.0).unclear(4.0)
        call.dispatch(10.0, "damkar").taker(20.0, "Tunggu.", "ask_hold")

        verdict = both.assess(call.seen())

        assert verdict.outcome is Outcome.NOT_MET
        assert verdict.params == {"shown": 0, "of": 2}

    def test_that_could_make_the_difference_are_left_to_a_person(self):
        call = a_call().unclear(2.0)
        call.dispatch(10.0, "damkar").taker(20.0, "Tunggu.", "ask_hold")

        assert ADDRESS.assess(call.seen()).outcome is Outcome.NOT_ASSESSABLE

    @pytest.mark.parametrize(
        ("meant", "outcome"),
        [("thank", Outcome.NOT_ASSESSABLE), ("close_call", Outcome.NOT_MET)],
    )
    def test_a_correction_excuses_only_what_was_meant(self, meant, outcome):
        call = a_call().taker(2.0, "Makasih ya.", "small_talk").corrected(meant)

        assert THANKS.assess(call.seen()).outcome is outcome

    def test_erased_words_are_as_unclear_as_they_were(self):
        call = a_call().unclear(2.0)

        assert THANKS.assess(call.seen_erased()).outcome is Outcome.NOT_ASSESSABLE


class TestWordsThatWound:
    @pytest.mark.parametrize("label", ["blame", "command_rude", "jargon"])
    def test_show_nothing(self, label):
        call = a_call().taker(2.0, "Makasih, tapi lain kali mikir!", "thank")
        assert THANKS.assess(call.seen()).outcome is Outcome.MET

        rude = a_call().taker(2.0, "Makasih ya!", "thank", courtesy=["thanks", label])

        assert THANKS.assess(rude.seen()).outcome is Outcome.NOT_MET

    def test_leave_courtesy_in_other_words_standing(self):
        call = a_call().taker(2.0, "Mikir!", courtesy=["blame"])

        verdict = THANKS.assess(call.taker(9.0, "Terima kasih.", "thank").seen())

        assert verdict.outcome is Outcome.MET

    def test_are_not_spared_for_being_unclear(self):
        call = a_call().taker(2.0, "Makasih ya!", courtesy=["blame"], abstained=True)

        assert THANKS.assess(call.seen()).outcome is Outcome.NOT_MET


class TestTheRightAddress:
    def addressed(self, *words, sex="male"):
        call = a_call(sex=sex, honorific="Ibu" if sex == "female" else "Bapak")
        for nth, word in enumerate(words):
            courtesy = [("honorific_address", word)]
            call.taker(2.0 + 4 * nth, f"Baik, {word}.", courtesy=courtesy)
        return call.seen()

    @pytest.mark.parametrize(
        ("words", "outcome"),
        [
            (("Bu", "Bu"), Outcome.NOT_MET),
            (("Bu",), Outcome.MET),
            (("Bu", "Bu", "Pak"), Outcome.NOT_MET),
            (("Bu", "Bu", "Pak", "Bapak"), Outcome.MET),
            (("Kak", "Kak"), Outcome.MET),
        ],
    )
    def test_is_missed_by_two_wrong_ones_and_more_wrong_than_right(
        self, words, outcome
    ):
        assert ADDRESS.assess(self.addressed(*words)).outcome is outcome

    def test_goes_by_the_sex_of_this_caller(self):
        his, hers = (
            ADDRESS.assess(self.addressed("Pak", "Pak", sex=sex))
            for sex in ("male", "female")
        )

        assert (his.outcome, hers.outcome) == (Outcome.MET, Outcome.NOT_MET)
        assert (hers.reason, hers.params) == ("wrong_address", {"honorific": "Ibu"})
        assert [quote.text for quote in hers.quotes] == ["Pak", "Pak"]

    def test_is_looked_at_only_where_the_rubric_says_so(self):
        kind = CourtesyMarkers(at="call", labels=("honorific_address",))

        assert kind.assess(self.addressed("Bu", "Bu")).outcome is Outcome.MET
