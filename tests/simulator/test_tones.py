"""Callers who can only press a key, and lines on which nobody is."""

import pytest

from recordings.events import CallerHungUp, CallerSounded, CallerSpoke
from tests.calls import a_case, fact, instruction, say

YES, NO = "(satu nada)", "(dua nada)"
KEYS = {"speaks": "tones", "distress": 4, "patience_ms": 18_000}


@pytest.fixture
def keys(talk):
    """A caller with a key: danger yes, hurt no."""
    facts = (
        fact("what", "ask_nature", told="never"),
        fact("danger", "ask_safe", YES, yes=True),
        fact("hurt", "ask_bleeding", NO, yes=False),
        fact("name", "ask_caller_name", "(diam)", told="never"),
    )
    case = a_case(
        caller=KEYS,
        facts=facts,
        instructions=(instruction("lock", "instruct_hide_lock"),),
        truth={"place": "81.71.01.1009", "place_name": "Kudamati", "spot": None},
    )
    return talk(case).opened()


@pytest.mark.parametrize(
    ("asked", "tone", "told"),
    [("ask_safe", YES, {"danger"}), ("ask_bleeding", NO, {"hurt"})],
)
def test_a_question_for_yes_or_no_gets_its_tone(keys, asked, tone, told):
    [line] = keys.say(asked)

    assert line.text == tone
    assert set(line.facts) == told


@pytest.mark.parametrize("asked", ["ask_caller_name", "ask_when", "acknowledge", "??"])
def test_what_no_tone_can_answer_stays_unanswered(keys, asked):
    assert keys.say(asked) == []


@pytest.mark.parametrize(
    ("place", "tone", "purpose"),
    [
        ("81.71.01", YES, "confirm"),
        ("81.71.02", NO, "correct"),
        ("81.71.01.1009", YES, "confirm"),
        ("81.71.01.1010", NO, "correct"),
    ],
)
def test_the_place_is_narrowed_by_tones(keys, place, tone, purpose):
    [line] = keys.say(f"confirm_location place={place}")

    assert (line.text, line.purpose) == (tone, purpose)


def test_a_name_that_several_places_bear_is_taken_kindly(keys, region):
    from recordings.events import ValueFound
    from simulator.confirmation import fits_named

    nusaniwe = [
        ValueFound(kind="place", value=place.id, span=(0, 8))
        for place, _ in region.find_in("Nusaniwe?")
    ]

    assert fits_named(keys.live.state, nusaniwe) == ["part"]


def test_of_two_questions_the_last_is_answered(keys):
    [line] = keys.say("ask_safe ask_bleeding")

    assert line.text == NO


def test_an_order_is_carried_out_and_calms(keys):
    before = keys.level

    keys.say("instruct_hide_lock")

    assert keys.level < before
    assert "lock" in keys.live.state.followed


def nobody(talk):
    return talk(
        a_case(
            caller={"speaks": "nothing", "distress": 1, "reactivity": 0.0},
            facts=(fact("silence", "check_silent", told="never"),),
            truth={"emergency": False, "disposition": "ghost"},
        )
    )


def test_on_an_empty_line_there_is_only_noise(talk):
    call = nobody(talk)

    for said in ("open_greet", "check_silent", "ask_location", "rude #profanity"):
        call.say(said)

    assert call.live.record.all(CallerSpoke) == []
    assert [one.sound for _, one in call.live.record.all(CallerSounded)] == [
        "line_noise"
    ]


def test_an_empty_line_goes_dead_in_the_end(talk):
    call = nobody(talk)

    call.wait(10 * 60_000)

    [(_, left)] = call.live.record.all(CallerHungUp)
    assert left.reason == "silence"


def test_the_first_thing_heard_of_a_hidden_caller_is_the_room(talk):
    from scenarios.case import Opening

    room = Opening(say=say("(napas pelan, suara televisi)"), facts=())
    call = talk(a_case(caller=KEYS, opening=room))

    [line] = call.say("open_greet")

    assert line.text == "(napas pelan, suara televisi)"
