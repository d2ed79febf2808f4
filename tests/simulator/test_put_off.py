"""Sent away, not believed, talked over, left alone: what a caller in need minds."""

import pytest

from tests.calls import a_case


@pytest.fixture
def call(talk):
    """A frightened caller who has said what it is about."""
    return talk(a_case(caller={"distress": 4})).opened()


@pytest.mark.parametrize("said", ["redirect_nonemergency", "warn_prank"])
def test_in_an_emergency_being_sent_away_or_doubted_is_answered_back(call, said):
    before = call.level

    [line] = call.say(said)

    assert line.purpose == "protest"
    assert call.level > before
    assert call.moves[-1][0] == "put_off"


def no_emergency(age):
    return a_case(
        caller={"distress": 1, "age": age},
        truth={"emergency": False, "agencies_required": (), "disposition": "prank"},
    )


def test_sent_on_rightly_a_caller_without_an_emergency_takes_it_quietly(talk):
    call = talk(no_emergency(30)).opened()

    [line] = call.say("redirect_nonemergency")

    assert line.purpose != "protest"
    assert call.moves == []


def test_a_joker_denies_it_as_well(talk):
    call = talk(no_emergency(30)).opened()

    [line] = call.say("warn_prank")

    assert line.purpose == "protest"
    assert call.moves == []


@pytest.mark.parametrize("variant", ["bermain", "sungguhan"])
def test_a_child_warned_or_left_gives_nothing_away(talk, variant):
    call = talk("prank-anak", variant=variant).opened()

    [warned] = call.say("warn_prank")
    left = call.say("close_call")

    assert warned.purpose != "protest"
    assert left[0].purpose == "farewell"


def test_being_thrown_from_one_number_to_the_next_is_being_put_off(call):
    call.say("redirect_nonemergency #deflect_refuse")

    assert call.moves[-1][0] == "put_off"


@pytest.mark.parametrize("label", ["#overpromise", "#jargon"])
def test_what_only_a_mark_minds_leaves_the_caller_alone(call, label):
    call.say(f"ask_callback {label}")

    assert call.moves == []


def test_two_replies_without_a_word_for_the_fear_are_felt(call):
    call.say("ask_trapped")
    call.say("ask_callback")

    assert ("put_off", call.level) in call.moves


def test_a_word_for_the_fear_in_between_prevents_it(call):
    call.say("ask_trapped acknowledge")
    call.say("ask_callback")
    call.say("ask_hazard/gas acknowledge")

    assert "put_off" not in [reason for reason, _ in call.moves]


def test_talking_over_the_caller_is_felt(call):
    [line] = call.say("ask_callback")

    call.live.hear(
        "ask_trapped",
        began_ms=line.began_ms + 500,
        ended_ms=line.began_ms + 900,
        means="recognised",
    )

    assert "interrupted" in [reason for reason, _ in call.moves]


def test_in_panic_the_caller_does_not_let_go_at_the_first_goodbye(call):
    call.say("inform_dispatch")
    while call.level < 4:
        call.say("#shout")

    [first] = call.say("close_call")
    [second] = call.say("close_call")

    assert (first.purpose, second.purpose) == ("protest", "farewell")


def test_who_knows_of_no_help_does_not_let_go_either(talk):
    call = talk(a_case(caller={"distress": 1})).opened()

    [line] = call.say("close_call")

    assert line.purpose == "protest"
