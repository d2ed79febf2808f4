"""The situation moves on by itself, on conditions, each change at its time."""

from dataclasses import replace

import pytest

from recordings.events import CallerHungUp, SituationChanged
from tests.calls import FACTS, a_case, change, instruction, update


def came(call):
    return {one.change: one.at_ms for _, one in call.live.record.all(SituationChanged)}


def test_a_change_comes_at_its_time_after_the_answer(talk):
    call = talk(a_case(changes=(change("worse", 20, "Su tamba basar!"),))).opened()

    call.wait(60_000)

    assert came(call) == {"worse": 23_000}


@pytest.mark.parametrize(
    ("said", "comes"),
    [("ask_trapped", False), ("ask_callback", True), ("acknowledge", True)],
)
def test_what_was_said_in_time_keeps_a_change_from_coming(talk, said, comes):
    blurts = change("blurts", 30, "Masi ada orang!", unless=("disclosed:trapped",))
    call = talk(a_case(changes=(blurts,))).opened()

    call.say(said)
    call.wait(60_000)

    assert ("blurts" in came(call)) is comes


def test_what_comes_too_late_does_not_call_a_change_back(talk):
    blurts = change("blurts", 15, "Masi ada orang!", disclosed=("trapped",))
    call = talk(a_case(changes=(blurts,))).opened()
    call.wait(30_000)

    call.say("ask_trapped")

    assert "blurts" in came(call)


def test_an_order_still_being_spoken_when_the_change_is_due_counts(talk):
    goes_in = change("goes_in", 12, "Beta maso!", unless=("followed:stay_out",))
    stays = instruction("stay_out", "instruct_evacuate")
    call = talk(a_case(changes=(goes_in,), instructions=(stays,))).opened()
    due_ms = 3_000 + 12_000

    call.live.hear("instruct_evacuate", began_ms=due_ms - 500, ended_ms=due_ms + 2_000)
    call.wait(60_000)

    assert "goes_in" not in came(call)


@pytest.mark.parametrize("sent", [True, False])
def test_a_change_may_wait_for_help_being_sent(talk, sent):
    siren = change("siren", 40, "Ada sirene!", when=("dispatched:damkar",))
    call = talk(a_case(changes=(siren,))).opened()
    if sent:
        call.live.dispatch(("damkar",), 1, call.live.state.quiet_since_ms + 100)

    call.now_ms = call.live.state.quiet_since_ms
    call.wait(60_000)

    assert ("siren" in came(call)) is sent


def test_a_fact_that_changed_is_told_anew_without_reproach(talk):
    spreads = change("spreads", 20, facts=(update("smoke", "Su dua ruko."),))
    call = talk(a_case(changes=(spreads,))).opened()
    call.say("ask_fire_size")
    call.now_ms = 30_000
    call.wait(1)

    [line] = call.say("ask_fire_size")

    assert "Su dua ruko." in line.text
    assert "repeated" not in [reason for reason, _ in call.moves]


def test_a_change_tells_only_the_facts_it_says(talk):
    blurts = change("blurts", 10, "Masi ada orang!", disclosed=("trapped",))
    call = talk(a_case(changes=(blurts,))).opened()
    before = call.facts

    call.wait(9_800)

    assert call.facts - before == {"trapped"}


def test_a_change_can_end_the_call(talk):
    cut = change("cut", 10, "Bicara deng sapa?", hangs_up=True)
    call = talk(a_case(changes=(cut,))).opened()

    call.wait(60_000)

    [(_, left)] = call.live.record.all(CallerHungUp)
    assert left.reason == "situation"


def test_nothing_is_said_into_a_hold_but_the_situation_goes_on(talk):
    worse = change("worse", 20, "Su tamba basar!", distress=0.5)
    call = talk(a_case(changes=(worse,))).opened()
    call.now_ms = call.live.state.quiet_since_ms + 100
    call.live.hold(call.now_ms)

    lines = call.wait(20_000)

    assert "worse" in came(call)
    assert lines == []


def test_a_second_change_may_follow_the_first(talk):
    changes = (
        change("door", 10, "Beta mo maso!"),
        change("inside", 20, "Beta su maso!", when=("changed:door",)),
    )
    call = talk(a_case(changes=changes, facts=FACTS)).opened()

    call.wait(60_000)

    assert list(came(call)) == ["door", "inside"]


def test_a_change_without_words_leaves_only_its_sound(talk):
    rain = replace(change("rain", 10), sound="rain")
    call = talk(a_case(changes=(rain,))).opened()

    assert call.wait(9_800) == []
    assert "rain" in came(call)
