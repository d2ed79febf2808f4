"""Kindness calms, less each time; rudeness frightens, always."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KIND = ["acknowledge", "empathise #understanding", "reassure #reassurance_action"]
RUDE = ["#blame", "#shout", "#profanity", "#threat", "#calm_down_order"]


@pytest.mark.parametrize("kind", [*KIND, "inform_dispatch/forwarded"])
def test_being_cared_for_calms(talk, kind):
    call = talk().opened()
    before = call.level

    call.say(kind)

    assert call.level < before


@pytest.mark.parametrize("rude", RUDE)
def test_rudeness_raises_distress(talk, rude):
    call = talk("longsor-permukiman").opened()
    before = call.level

    call.say(f"ask_callback {rude}")

    assert call.level > before
    assert call.moves[-1][0] in {"rude", "not_understood", "repeated"}


def test_kindness_beside_an_insult_counts_for_nothing(talk):
    call = talk("longsor-permukiman").opened()
    before = call.level

    call.say("empathise #understanding #profanity")

    assert call.level > before


def test_the_same_comfort_does_less_each_time(talk):
    call = talk().opened()
    levels = [call.level]
    for _ in range(3):
        call.say("empathise #understanding")
        levels.append(call.level)
    steps = [round(a - b, 1) for a, b in itertools.pairwise(levels)]

    assert steps == sorted(steps, reverse=True)


def test_an_insult_at_high_distress_costs_the_answer_for_one_turn(talk):
    call = talk(seed=2).opened()
    while call.level < 4:
        call.say("#profanity")
    call.say("ask_caller_name")

    [protest] = call.say("ask_callback #profanity")
    answered = call.say("ask_callback")

    assert protest.purpose == "protest"
    assert "callback" in answered[0].facts


def test_a_hold_without_a_word_is_resented(talk):
    call = talk("longsor-permukiman").opened()
    before = call.level

    call.live.hold(call.live.state.quiet_since_ms + 100)

    assert call.level > before
    assert call.moves[-1][0] == "put_off"


def test_a_hold_that_was_asked_for_is_not(talk):
    call = talk("longsor-permukiman").opened()
    call.say("ask_hold #hold_courtesy")
    before = call.level

    call.live.hold(call.live.state.quiet_since_ms + 100)

    assert call.level == before


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.sampled_from([*KIND, *RUDE, "ask_callback", "??", "ask_hazard"]), max_size=12
    )
)
def test_distress_stays_between_one_and_five(talk, said):
    call = talk().opened()

    for words in said:
        if call.live.state.hung_up:
            break
        call.say(words)
        assert 1.0 <= call.level <= 5.0


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.sampled_from(
            ["ask_callback", "ask_trapped", "ask_hazard", "ask_weapon", "acknowledge"]
        ),
        max_size=8,
    )
)
def test_nothing_is_told_that_was_neither_asked_nor_volunteered(talk, said):
    call = talk().opened()
    asked = set()
    for words in said:
        asked.add(words)
        call.say(words)

    for fact_id in call.facts:
        fact = call.live.state.fact(fact_id)
        acts = {answer.act for answer in fact.answers}
        by_change = any(fact_id in c.disclosed for c in call.case.changes)
        by_doing = any(fact_id in i.facts for i in call.case.instructions)
        opening = fact_id in call.case.opening.facts
        assert (
            opening
            or by_change
            or by_doing
            or fact.told == "volunteered"
            or acts & asked
        )
