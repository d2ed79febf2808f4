"""Whether the deciding facts of the case were asked for, or known without asking."""

from dataclasses import replace

import pytest

from scoring.criteria.information import FactsAsked
from scoring.finding import Outcome
from tests.scoring.calls import ACall, a_case, fact

ALL = FactsAsked()
TRAPPED = ("Masih ada orang di dalam, Pak?", "ask_trapped")
FLOOR = ("Di lantai berapa?", "ask_landmark/floor")
FUEL = ("Ada minyak tanah di situ?", "ask_hazard/fuel")


def asking(*questions, case=None):
    call = ACall(case or a_case()).answered(0)
    for nth, (text, *acts) in enumerate(questions):
        call.taker(3.0 + 5 * nth, text, *acts)
    return call


@pytest.mark.parametrize(
    ("questions", "outcome"),
    [
        ([TRAPPED, FLOOR, FUEL], Outcome.MET),
        ([TRAPPED, FLOOR], Outcome.PARTLY),
        ([TRAPPED], Outcome.NOT_MET),
        ([], Outcome.NOT_MET),
    ],
)
def test_coverage_is_counted_in_facts(questions, outcome):
    assert ALL.assess(asking(*questions).seen()).outcome is outcome


def test_what_was_told_unasked_is_covered():
    call = asking(TRAPPED, FLOOR).caller(20.0, "Ada minyak tanah!", "fuel")

    assert ALL.assess(call.seen()).outcome is Outcome.MET


def test_a_line_cut_off_before_the_fact_was_said_covers_nothing():
    call = asking(TRAPPED, FLOOR).caller(20.0, "Ada minyak tanah!", "fuel", took=4.0)
    call.taker(20.2, "Baik.", "acknowledge", took=0.3)

    assert ALL.assess(call.seen()).outcome is Outcome.PARTLY


def test_a_bare_question_does_not_ask_for_a_particular_detail():
    bare = ("Sebelah mana?", "ask_landmark")
    verdict = ALL.assess(asking(TRAPPED, bare, FUEL).seen())

    assert verdict.outcome is Outcome.PARTLY
    assert verdict.params["missing"] == ("lantai",)


def test_a_question_about_something_else_does_not():
    other = ("Mobil bisa masuk?", "ask_landmark/access")
    verdict = ALL.assess(asking(("Ada senjata?", "ask_weapon"), other, FUEL).seen())

    assert verdict.params["missing"] == ("orang terjebak", "lantai")


def test_each_unclear_utterance_may_hide_one_question():
    one_missing = asking(TRAPPED, FLOOR).unclear(30.0)
    two_missing = asking(TRAPPED).unclear(30.0)

    assert ALL.assess(one_missing.seen()).outcome is Outcome.NOT_ASSESSABLE
    assert ALL.assess(two_missing.seen()).outcome is Outcome.NOT_ASSESSABLE


def test_unclear_words_that_cannot_change_the_outcome_change_nothing():
    call = asking().unclear(30.0)

    assert ALL.assess(call.seen()).outcome is Outcome.NOT_MET


def test_a_case_that_asks_for_nothing_is_left_out():
    case = a_case(must_ask=())

    verdict = ALL.assess(asking(case=case).seen())

    assert verdict.outcome is Outcome.NOT_APPLICABLE


class TestNormalBreathing:
    KIND = FactsAsked(about=("normal_breathing",))
    CASE = replace(
        a_case(),
        facts=(
            fact("conscious", "ask_conscious"),
            fact("breathing", "ask_breathing/normal_breathing"),
        ),
        must_ask=("conscious", "breathing"),
    )

    def outcome(self, *questions):
        return self.KIND.assess(asking(*questions, case=self.CASE).seen()).outcome

    def test_asking_for_normal_breathing_earns_it(self):
        question = ("Napasnya normal?", "ask_breathing/normal_breathing")

        assert self.outcome(question) is Outcome.MET

    @pytest.mark.parametrize("act", ["ask_breathing/any_breathing", "ask_breathing"])
    def test_asking_whether_he_still_breathes_does_not(self, act):
        assert self.outcome(("Masih napas?", act)) is Outcome.NOT_MET

    def test_it_is_not_asked_again_when_it_was_told(self):
        call = asking(case=self.CASE).caller(5.0, "Napasnya aneh.", "breathing")

        assert self.KIND.assess(call.seen()).outcome is Outcome.MET

    def test_a_case_without_it_is_left_out(self):
        assert self.KIND.assess(asking().seen()).outcome is Outcome.NOT_APPLICABLE

    def test_the_other_questions_are_marked_apart(self):
        kind = FactsAsked(not_about=("normal_breathing",))
        call = asking(("Dia bangun?", "ask_conscious"), case=self.CASE)

        assert kind.assess(call.seen()).outcome is Outcome.MET
