"""When distress rose, was it answered, and was something done about it?"""

from dataclasses import replace

import pytest

from scenarios.case import MustTell
from scoring.criteria.empathy import EmpathyAnswered
from scoring.finding import Outcome
from tests.scoring.calls import CASE, ACall

KIND = EmpathyAnswered()
CRY = "Ada api! Tolong!"
HEARD = ("Saya dengar, Pak.", "empathise")
WHERE = ("Di mana?", "ask_location")


def talk(*turns, case=CASE):
    """Turns are how distressed the caller is, or what the call-taker says."""
    call = ACall(case).answered(0)
    for nth, turn in enumerate(turns):
        at = 2.0 + 5 * nth
        if isinstance(turn, int):
            call.caller(at, CRY, distress=turn)
        else:
            text, *acts = turn
            call.taker(at, text, *acts)
    return call


def outcome(*turns, kind=KIND):
    return kind.assess(talk(*turns).seen()).outcome


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([4, HEARD, 4, WHERE], Outcome.MET),
        ([4, WHERE, 4, HEARD, 4, WHERE], Outcome.MET),
        ([4, WHERE, 4, WHERE, 4, HEARD, WHERE], Outcome.NOT_MET),
        ([4, WHERE], Outcome.NOT_MET),
        # One of two rises; two of three, by a reply that answers both; one of three.
        ([4, HEARD, WHERE, 2, WHERE, 4, WHERE], Outcome.MET),
        ([4, WHERE, 2, WHERE, 4, WHERE, 5, HEARD, WHERE], Outcome.MET),
        ([4, WHERE, 2, WHERE, 4, WHERE, 2, WHERE, 4, HEARD, WHERE], Outcome.NOT_MET),
    ],
)
def test_every_rise_has_two_replies_and_half_of_them_is_enough(turns, expected):
    assert outcome(*turns) is expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([2, WHERE], Outcome.NOT_APPLICABLE),
        ([3, WHERE], Outcome.NOT_MET),
        ([4, HEARD, WHERE, 4, WHERE, 4, WHERE], Outcome.MET),
    ],
)
def test_a_rise_is_what_asks_for_an_answer(turns, expected):
    kind = EmpathyAnswered(full_percent=100)

    assert outcome(*turns, kind=kind) is expected


def test_it_quotes_the_caller_and_the_answer():
    verdict = KIND.assess(talk(2, WHERE, 4, HEARD, WHERE).seen())

    assert verdict.reason == "distress_answered"
    assert verdict.params == {"answered": 1, "of": 1}
    assert [(q.seq, q.text) for q in verdict.quotes] == [(6, CRY), (7, HEARD[0])]


def test_passed_over_it_quotes_the_caller_and_what_came_instead():
    verdict = KIND.assess(talk(4, WHERE).seen())

    assert verdict.reason == "distress_passed_over"
    assert [quote.text for quote in verdict.quotes] == [CRY, WHERE[0]]


def test_crying_is_quoted_by_the_line_before_it():
    call = talk(4).sounded(5.0, "crying").taker(8.0, *WHERE)

    assert KIND.assess(call.seen()).quotes[0].text == CRY


class TestTheAnswer:
    @pytest.mark.parametrize(
        ("label", "expected"),
        [
            ("emotional_reaction=1", Outcome.MET),
            ("emotional_reaction=0", Outcome.NOT_MET),
            ("presence", Outcome.MET),
            ("honorific_address", Outcome.NOT_MET),
        ],
    )
    def test_may_lie_in_courtesy_alone(self, label, expected):
        call = talk(4).taker(7.0, "Saya di sini.", courtesy=[label]).taker(9.0, *WHERE)

        assert KIND.assess(call.seen()).outcome is expected

    @pytest.mark.parametrize("act", ["close_call", "thank", "small_talk", "rude"])
    def test_is_empty_when_nothing_is_done_afterwards(self, act):
        assert outcome(4, HEARD, ("Begitu.", act)) is Outcome.NOT_MET
        assert outcome(4, HEARD) is Outcome.NOT_MET

    @pytest.mark.parametrize("act", ["ask_location", "inform_dispatch", "ask_safe"])
    def test_is_followed_by_asking_or_telling(self, act):
        assert outcome(4, HEARD, ("Begitu.", act)) is Outcome.MET
        assert outcome(4, ("Saya dengar.", "empathise", act)) is Outcome.MET

    def test_is_followed_by_sending_help(self):
        call = talk(4, HEARD).dispatch(20.0, "damkar")

        assert KIND.assess(call.seen()).outcome is Outcome.MET

    def test_is_none_in_words_that_wound(self):
        call = talk(4).taker(7.0, "Iya, iya!", "empathise", courtesy=["blame"])

        assert KIND.assess(call.taker(9.0, *WHERE).seen()).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [("acknowledge", Outcome.MET), ("ask_location", Outcome.NOT_APPLICABLE)],
    )
    def test_may_give_way_to_a_life_saving_order(self, answer, expected):
        order = ("Keluar sekarang!", "instruct_evacuate")

        assert outcome(4, ("Ya.", answer), 4, order) is expected


class TestLeftAlone:
    @pytest.mark.parametrize(
        ("turns", "expected"),
        [
            ([4], Outcome.NOT_MET),
            ([("112.", "open_greet"), 3], Outcome.NOT_MET),
            ([2, WHERE, 5], Outcome.NOT_MET),
            ([2, WHERE, 2], Outcome.NOT_APPLICABLE),
            ([], Outcome.NOT_APPLICABLE),
        ],
    )
    def test_a_caller_in_distress_to_whom_nobody_speaks_any_more(self, turns, expected):
        assert outcome(*turns) is expected

    def test_is_quoted_and_does_not_rest_on_the_reader(self):
        verdict = KIND.assess(talk(("112.", "open_greet"), 4).seen())

        assert (verdict.reason, verdict.by_reading) == ("distress_left_alone", False)
        assert [quote.text for quote in verdict.quotes] == [CRY]

    def test_unless_the_line_was_cut_before_anybody_could(self):
        call = talk(("112.", "open_greet"), 4).hung_up(10.0, "discovered")

        assert KIND.assess(call.seen()).outcome is Outcome.NOT_APPLICABLE


class TestUnclearWords:
    def test_may_have_been_the_answer(self):
        verdict = KIND.assess(talk(4).unclear(8.0).seen())

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert [quote.text for quote in verdict.quotes] == ["begitu sudah bagaimana"]

    def test_to_one_rise_do_not_spare_the_others(self):
        call = talk(4).unclear(6.0).unclear(8.0).taker(9.0, *WHERE)
        for at in (20.0, 40.0):
            call.caller(at, distress=1).taker(at + 3, *WHERE)
            call.caller(at + 6, distress=4).taker(at + 9, *WHERE)

        verdict = KIND.assess(call.seen())

        assert (verdict.outcome, verdict.params["of"]) == (Outcome.NOT_MET, 3)


class TestADeath:
    CASE = replace(
        CASE, must_tell=(MustTell(id="sorry", label="duka", acts=("empathise",)),)
    )

    @pytest.mark.parametrize(
        ("answer", "expected", "reason"),
        [
            ("empathise", Outcome.MET, "condolence_given"),
            ("acknowledge", Outcome.NOT_MET, "condolence_missing"),
            ("reassure", Outcome.NOT_MET, "condolence_missing"),
        ],
    )
    def test_the_loss_itself_has_to_be_named(self, answer, expected, reason):
        call = talk(1, ("Ya, Bu.", answer), 1, WHERE, case=self.CASE)

        verdict = KIND.assess(call.seen())

        assert (verdict.outcome, verdict.reason) == (expected, reason)

    def test_condolence_is_enough_in_itself(self):
        verdict = KIND.assess(talk(1, HEARD, case=self.CASE).seen())

        assert verdict.outcome is Outcome.MET
