"""The sweep notices what no caller should do."""

from dataclasses import replace

import pytest

from recordings.events import CallClosed, CallerSpoke, CallTakerSpoke, UtteranceRead
from simulator.robots.sweep import summary, watch


def told(call, *facts, text="Ada.", because_of=None, purpose="answer"):
    """The record of the call with one more line of the caller."""
    at = call.live.record.events[-1].at_ms
    line = CallerSpoke(
        at_ms=at,
        text=text,
        began_ms=at,
        ended_ms=at + 1_000,
        facts=facts,
        distress=2,
        because_of=because_of,
        purpose=purpose,
    )
    return call.live.record.appended([line])


@pytest.mark.parametrize(
    ("fact", "said", "leaks"),
    [
        ("callback", "ask_callback", False),
        ("callback", "ask_when", True),
        ("near", "acknowledge", False),
        ("trapped", "ask_trapped/floor", False),
        ("border", "ask_callback", True),
    ],
)
def test_a_fact_nobody_asked_for_is_a_leak(talk, fact, said, leaks):
    call = talk().opened()
    call.say(said)
    asked = call.live.state.spoken[-1][0]

    seen = watch(call.case, told(call, fact, because_of=asked))

    assert bool(seen.leaks) is leaks


def test_a_fact_never_told_is_a_leak_even_when_asked_for(talk):
    call = talk("ghost-call", variant="tidak-bisa-bicara").opened()
    call.say("ask_location")
    asked = call.live.state.spoken[-1][0]

    seen = watch(call.case, told(call, "whereabouts", because_of=asked))

    assert seen.leaks


def test_the_same_line_twice_running_is_a_stammer(talk):
    call = talk().opened()
    last = call.live.record.last(CallerSpoke)[1]

    seen = watch(call.case, told(call, text=last.text))

    assert seen.stammers == 1


def test_what_the_caller_did_not_understand_is_quoted(talk):
    call = talk().opened()
    call.say("?? entah apa")

    assert watch(call.case, call.live.record).misheard == ("?? entah apa",)


def test_the_summary_names_the_calls_that_did_not_end(talk):
    call = talk().opened()
    going_on = watch(call.case, call.live.record)
    call.live.close("emergency", call.live.state.quiet_since_ms + 10)
    ended = replace(watch(call.case, call.live.record), seed=99)

    assert call.live.record.last(CallClosed)
    assert summary([going_on, ended])["not_ended"] == [call.case.seed]


def test_what_was_said_again_on_request_is_neither(talk):
    call = talk().opened()
    call.say("ask_callback")
    call.say("ask_repeat")

    seen = watch(call.case, call.live.record)

    assert (seen.stammers, seen.leaks) == (0, ())
    assert call.live.record.last(CallTakerSpoke)
    assert call.live.record.last(UtteranceRead)
