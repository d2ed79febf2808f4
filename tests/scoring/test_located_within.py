"""How soon a place was known that a crew can drive to: told, or in the ticket."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.criteria.sending import LocatedWithin
from scoring.finding import Outcome, points_for
from tests.scoring.calls import MARDIKA, ACall, a_case, fact

KIND = LocatedWithin()
WHERE = ("Di mana, Pak?", "ask_location")
ANSWERED = 2.0


def a_call(**changes):
    return ACall(a_case(**changes)).answered(ANSWERED)


def told(at, **changes):
    """The place has been said two seconds after the caller begins."""
    return a_call(**changes).caller(ANSWERED + at - 2.0, "Di Mardika!", "area")


@pytest.mark.parametrize(
    ("at", "outcome"),
    [
        (30.0, Outcome.MET),
        (30.001, Outcome.PARTLY),
        (60.0, Outcome.PARTLY),
        (60.001, Outcome.NOT_MET),
    ],
)
def test_time_runs_from_the_answer_until_the_place_has_been_said(at, outcome):
    assert KIND.assess(told(at).seen()).outcome is outcome


@pytest.mark.parametrize(
    ("at", "outcome"), [(15.0, Outcome.MET), (15.001, Outcome.PARTLY)]
)
def test_a_rubric_may_set_its_own_seconds(at, outcome):
    assert LocatedWithin(full_s=15).assess(told(at).seen()).outcome is outcome


def test_it_says_how_long_it_took_and_quotes_the_caller():
    verdict = KIND.assess(told(12.0).seen())

    assert verdict.reason == "place_known_after"
    assert verdict.params == {"after_ms": 12_000, "target_ms": 30_000}
    assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(3, "Di Mardika!")]


def test_the_ticket_knows_it_too_and_the_sooner_of_both_counts():
    call = told(50.0).ticket(20.0, "location.place", MARDIKA)

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.params["after_ms"]) == (Outcome.MET, 18_000)
    assert [quote.text for quote in verdict.quotes] == [MARDIKA]


def test_the_first_entry_counts_however_often_it_is_changed():
    call = a_call().ticket(20.0, "location.place", "81.71.01.2001")

    verdict = KIND.assess(call.ticket(80.0, "location.place", MARDIKA).seen())

    assert verdict.outcome is Outcome.MET


@pytest.mark.parametrize(
    ("about", "outcome"),
    [
        ("street", Outcome.MET),
        ("street|building|landmark|rt_rw", Outcome.MET),
        ("floor", Outcome.NOT_MET),
        ("street|direction", Outcome.NOT_MET),
    ],
)
def test_only_what_says_where_to_drive_is_a_place(about, outcome):
    facts = (fact("area", f"ask_location/{about}"),)

    assert KIND.assess(told(10.0, facts=facts).seen()).outcome is outcome


class TestAskedInTime:
    @pytest.mark.parametrize(
        ("asked_at", "outcome"),
        [(30.0, Outcome.PARTLY), (30.001, Outcome.NOT_MET)],
    )
    def test_is_half_of_it_when_the_answer_came_too_late(self, asked_at, outcome):
        call = a_call().taker(ANSWERED + asked_at, *WHERE)

        verdict = KIND.assess(call.caller(90.0, "Di Mardika!", "area").seen())

        assert verdict.outcome is outcome

    def test_quotes_the_question_and_the_late_answer(self):
        call = a_call().taker(5.0, *WHERE).caller(90.0, "Di Mardika!", "area")

        verdict = KIND.assess(call.seen())

        assert verdict.reason == "place_asked_known_late"
        assert [quote.text for quote in verdict.quotes] == [WHERE[0], "Di Mardika!"]

    def test_is_half_of_it_when_no_answer_came(self):
        verdict = KIND.assess(a_call().taker(5.0, *WHERE).seen())

        assert verdict.outcome is Outcome.PARTLY
        assert verdict.reason == "place_asked_not_known"

    @pytest.mark.parametrize("act", ["confirm_location", "ask_landmark"])
    def test_other_words_ask_for_it_as_well(self, act):
        verdict = KIND.assess(a_call().taker(5.0, "Dekat apa?", act).seen())

        assert verdict.reason == "place_asked_not_known"

    def test_gives_no_more_than_an_answer_in_half_time(self):
        call = a_call().taker(5.0, *WHERE).caller(45.0, "Di Mardika!", "area")

        verdict = KIND.assess(call.seen())

        assert (verdict.outcome, verdict.reason) == (
            Outcome.PARTLY,
            "place_known_after",
        )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [([WHERE], "place_never_known"), ([("112.", "open_greet")], "never_asked")],
)
def test_asked_too_late_for_nothing_or_never_is_missed(lines, reason):
    call = a_call()
    for line in lines:
        call.taker(70.0, *line)

    verdict = KIND.assess(call.seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, reason)


class TestUnclearWords:
    @pytest.mark.parametrize(
        ("at", "outcome"),
        [(30.0, Outcome.NOT_ASSESSABLE), (30.001, Outcome.NOT_MET)],
    )
    def test_may_have_been_the_question_as_long_as_it_was_in_time(self, at, outcome):
        call = a_call().unclear(ANSWERED + at).caller(90.0, "Di Mardika!", "area")

        assert KIND.assess(call.seen()).outcome is outcome

    def test_change_nothing_where_the_place_was_known_in_half_time(self):
        call = a_call().unclear(5.0).caller(45.0, "Di Mardika!", "area")

        assert KIND.assess(call.seen()).outcome is Outcome.PARTLY


@given(first=st.integers(2_000, 90_000), later=st.integers(2_000, 90_000))
def test_learning_it_later_never_earns_more(first, later):
    early, late = sorted((first, later))

    def points(ms):
        return points_for(KIND.assess(told(ms / 1000).seen()).outcome, 4)

    assert points(late) <= points(early)
