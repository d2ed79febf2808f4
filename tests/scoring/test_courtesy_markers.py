"""A courtesy shown where there was occasion: the call, phases, questions, holds."""

import pytest

from scoring.criteria.courtesy import CourtesyMarkers
from scoring.finding import Outcome
from tests.scoring.calls import ACall

PAK = ("honorific_address", "Pak")
ADDRESS = CourtesyMarkers(at="phases", labels=("honorific_address",), half_percent=50)
POLITE = CourtesyMarkers(
    at="requests",
    labels=("please_marker", "honorific_address"),
    least=2,
    full_percent=75,
    half_percent=50,
)
HOLD = CourtesyMarkers(at="holds", labels=("hold_courtesy",), acts=("ask_hold",))
THANKS = CourtesyMarkers(at="call", labels=("thanks",), acts=("thank",))


def a_call():
    return ACall().answered(0)


def texts(verdict):
    return [quote.text for quote in verdict.quotes]


class TestInTheCall:
    def test_once_anywhere_is_enough(self):
        call = a_call().taker(2.0, "112.", "open_greet")
        call.taker(5.0, "Baik, terima kasih.", courtesy=[("thanks", "terima kasih")])

        verdict = THANKS.assess(call.seen())

        assert (verdict.outcome, texts(verdict)) == (Outcome.MET, ["terima kasih"])
        assert verdict.reason == "courtesy_at_call"

    def test_an_act_shows_it_as_well(self):
        call = a_call().taker(2.0, "Makasih.", "thank")

        assert THANKS.assess(call.seen()).outcome is Outcome.MET

    def test_never_is_missed(self):
        verdict = THANKS.assess(a_call().taker(2.0, "112.", "open_greet").seen())

        assert (verdict.outcome, texts(verdict)) == (Outcome.NOT_MET, ["112."])
        assert verdict.params == {"shown": 0, "of": 1}

    def test_who_said_nothing_had_no_occasion(self):
        verdict = THANKS.assess(a_call().seen())

        assert verdict.outcome is Outcome.NOT_APPLICABLE
        assert verdict.reason == "no_occasion"

    @pytest.mark.parametrize(
        ("degree", "outcome"), [(0, Outcome.NOT_MET), (1, Outcome.MET)]
    )
    def test_a_degree_of_nothing_shows_nothing(self, degree, outcome):
        kind = CourtesyMarkers(at="call", labels=("understanding",))
        call = a_call().taker(2.0, "Paham.", courtesy=[f"understanding={degree}"])

        assert kind.assess(call.seen()).outcome is outcome

    def test_what_shows_only_over_several_turns_counts(self):
        kind = CourtesyMarkers(at="call", labels=("name_use",))
        call = a_call().taker(2.0, "Baik, Pak Heri.", courtesy=[PAK])

        verdict = kind.assess(call.seen())

        assert (verdict.outcome, texts(verdict)) == (Outcome.MET, ["Pak Heri"])


class TestInPhases:
    def addressed(self, before, after):
        call = a_call()
        if before is not None:
            call.taker(2.0, "Baik, Pak.", courtesy=[PAK] * before)
        call.dispatch(10.0, "damkar")
        if after is not None:
            call.taker(20.0, "Baik, Pak.", courtesy=[PAK] * after)
        return ADDRESS.assess(call.seen())

    @pytest.mark.parametrize(
        ("before", "after", "outcome"),
        [
            (1, 1, Outcome.MET),
            (1, 0, Outcome.PARTLY),
            (0, 1, Outcome.PARTLY),
            (0, 0, Outcome.NOT_MET),
            (1, None, Outcome.MET),
        ],
    )
    def test_before_and_after_help_was_sent_where_anything_was_said(
        self, before, after, outcome
    ):
        assert self.addressed(before, after).outcome is outcome

    @pytest.mark.parametrize(
        ("begins", "outcome"),
        [(10.0, Outcome.PARTLY), (9.999, Outcome.MET)],
    )
    def test_the_second_begins_with_the_first_dispatch(self, begins, outcome):
        call = a_call().taker(2.0, "Ya.", "acknowledge").dispatch(10.0, "damkar")
        call.taker(begins, "Baik, Pak.", courtesy=[PAK])

        assert ADDRESS.assess(call.seen()).outcome is outcome

    def test_without_a_dispatch_the_call_is_one_phase(self):
        call = a_call().taker(2.0, "Baik, Pak.", courtesy=[PAK])

        verdict = ADDRESS.assess(call.taker(60.0, "Ya.", "acknowledge").seen())

        assert verdict.params == {"shown": 1, "of": 1}

    def test_the_phase_that_passed_it_over_is_quoted(self):
        call = a_call().taker(2.0, "Baik, Pak.", courtesy=[PAK])
        call.dispatch(10.0, "damkar").taker(20.0, "Tunggu.").taker(30.0, "Sudah.")

        assert texts(ADDRESS.assess(call.seen())) == ["Tunggu."]


class TestAtRequests:
    def asked(self, polite, of, *more):
        call = a_call()
        for nth in range(of):
            courtesy = ["please_marker"] if nth < polite else []
            call.taker(2.0 + 5 * nth, f"Apa {nth}?", "ask_nature", courtesy=courtesy)
        for text, act in more:
            call.taker(80.0, text, act)
        return POLITE.assess(call.seen())

    @pytest.mark.parametrize(
        ("polite", "outcome"),
        [(3, Outcome.MET), (2, Outcome.PARTLY), (1, Outcome.NOT_MET)],
    )
    def test_the_share_of_questions_decides(self, polite, outcome):
        assert self.asked(polite, 4).outcome is outcome

    @pytest.mark.parametrize(
        ("of", "outcome"), [(1, Outcome.NOT_APPLICABLE), (2, Outcome.NOT_MET)]
    )
    def test_fewer_questions_than_the_least_are_no_occasion(self, of, outcome):
        assert self.asked(0, of).outcome is outcome

    @pytest.mark.parametrize("act", ["acknowledge", "instruct_evacuate"])
    def test_what_asks_nothing_is_not_counted(self, act):
        assert self.asked(2, 2, ("Keluar!", act)).params["of"] == 2

    @pytest.mark.parametrize("act", ["confirm_location", "verify_readback"])
    def test_saying_back_is_a_question(self, act):
        assert self.asked(2, 2, ("Mardika?", act)).params["of"] == 3

    def test_a_question_inside_a_life_saving_order_may_be_bare(self):
        call = a_call().taker(2.0, "Keluar! Siapa di situ?", "ask_trapped")
        call.taker(9.0, "Keluar! Ada api?", "instruct_evacuate", "ask_hazard")

        assert POLITE.assess(call.seen()).reason == "no_occasion"

    def test_three_examples_are_enough(self):
        for polite in (0, 5):
            assert texts(self.asked(polite, 5)) == ["Apa 0?", "Apa 1?", "Apa 2?"]


class TestAtHolds:
    def test_the_last_words_before_it_explain_it(self):
        call = a_call().taker(2.0, "Mohon tunggu, Pak.", "ask_hold").hold(5.0, 9.0)

        verdict = HOLD.assess(call.seen())

        assert (verdict.outcome, texts(verdict)) == (
            Outcome.MET,
            ["Mohon tunggu, Pak."],
        )

    def test_words_further_back_do_not(self):
        call = a_call().taker(2.0, "Mohon tunggu, Pak.", "ask_hold")
        call.taker(6.0, "Nomornya?", "ask_callback").hold(9.0, 12.0)

        assert HOLD.assess(call.seen()).outcome is Outcome.NOT_MET

    def test_one_explanation_does_not_do_for_two_holds(self):
        call = a_call().taker(2.0, "Mohon tunggu, Pak.", "ask_hold")

        verdict = HOLD.assess(call.hold(5.0, 9.0).hold(12.0, 20.0).seen())

        assert verdict.params == {"shown": 1, "of": 2}
        assert verdict.outcome is Outcome.NOT_MET

    def test_a_hold_without_a_word_is_missed_and_has_nothing_to_quote(self):
        verdict = HOLD.assess(a_call().hold(5.0, 9.0).seen())

        assert (verdict.outcome, texts(verdict)) == (Outcome.NOT_MET, [])

    def test_a_call_without_a_hold_is_left_out(self):
        call = a_call().taker(2.0, "Mohon tunggu, Pak.", "ask_hold")

        assert HOLD.assess(call.seen()).outcome is Outcome.NOT_APPLICABLE
