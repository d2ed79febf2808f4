"""Agencies answer a dispatch: once each, in time, with what the ticket says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings.events import AgencyAnswered
from simulator.agencies import AGENCY_ANSWERS_MS
from simulator.chance import chance
from tests.calls import PLACE, a_case


@pytest.fixture
def call(talk):
    opened = talk(a_case()).opened()
    opened.now_ms = opened.live.state.quiet_since_ms
    return opened


def answers(call):
    return [one for _, one in call.live.record.all(AgencyAnswered)]


@pytest.mark.parametrize(
    ("ticket", "read_back"),
    [
        ({}, None),
        ({"location.place": PLACE}, "Batu Merah"),
        (
            {"location.place": PLACE, "location.landmark": "Ongkoliong"},
            "Ongkoliong, Batu Merah",
        ),
        ({"location.landmark": "dekat pasar"}, "dekat pasar"),
    ],
)
def test_the_place_of_the_ticket_is_read_back_in_words(call, ticket, read_back):
    for field, value in ticket.items():
        call.live.enter(field, value, call.now_ms)
    call.live.dispatch(("damkar",), 1, call.now_ms)

    call.wait(15_000)

    assert [one.read_back for one in answers(call)] == [read_back]


def test_every_agency_answers_for_itself(call):
    call.live.dispatch(("damkar", "dinkes"), 1, call.now_ms)

    call.wait(15_000)

    assert sorted(one.agency for one in answers(call)) == ["damkar", "dinkes"]


def test_sent_again_after_a_recall_it_answers_again(call):
    call.live.dispatch(("damkar",), 1, call.now_ms)
    call.wait(15_000)
    call.live.recall("damkar", call.now_ms)

    call.live.dispatch(("damkar",), 1, call.now_ms)
    call.wait(15_000)

    assert [one.agency for one in answers(call)] == ["damkar", "damkar"]


def test_it_answers_even_when_the_caller_has_gone(call):
    call.live.dispatch(("damkar",), 1, call.now_ms)
    call.say("close_call")

    call.wait(60_000)

    assert len(answers(call)) == 1


@given(seed=st.integers(0, 2**31 - 1), nth=st.integers(0, 5))
def test_chance_is_the_same_for_the_same_seed_purpose_and_time(seed, nth):
    draws = {chance(seed, "agency.damkar", nth).randint(*AGENCY_ANSWERS_MS)}
    draws.add(chance(seed, "agency.damkar", nth).randint(*AGENCY_ANSWERS_MS))

    assert len(draws) == 1
