"""Silence: the caller speaks up, despairs, and leaves."""

from recordings.events import AgencyAnswered, CallerHungUp


def test_without_a_greeting_the_caller_begins_by_himself(talk):
    call = talk()

    assert call.wait(2_400) == []
    [line] = call.wait(200)

    assert line.purpose == "opening"


def test_silence_makes_the_caller_ask_and_frightens_him(talk):
    call = talk("henti-jantung-di-rumah").opened()
    before = call.level

    lines = call.wait(call.case.caller.patience_ms + 15_000)

    assert lines
    assert lines[0].purpose in {"prompt", "volunteer"}
    assert call.level > before


def test_moving_keys_hold_the_question_back(talk):
    call = talk("henti-jantung-di-rumah").opened()
    quiet = call.live.state.quiet_since_ms
    call.live.typing(quiet + 1_000)
    call.now_ms = quiet + 1_000

    held = call.wait(19_000)
    after = call.wait(2_000)

    assert [line for line in held if line.purpose == "prompt"] == []
    assert [line.purpose for line in after] == ["prompt"]


def test_a_caller_nobody_answers_hangs_up(talk):
    call = talk().opened()

    call.wait(10 * 60_000)

    [(_, left)] = call.live.record.all(CallerHungUp)
    assert left.reason in {"gave_up", "situation"}


def test_after_a_farewell_the_line_is_closed_soon(talk):
    call = talk().opened()
    call.say("inform_dispatch")
    [bye] = call.say("close_call")

    call.wait(30_000)

    [(_, left)] = call.live.record.all(CallerHungUp)
    assert bye.purpose == "farewell"
    assert left.reason == "farewell"
    assert left.at_ms == bye.ended_ms + 6_000


def test_on_hold_nobody_says_halo_but_distress_rises(talk):
    call = talk().opened()
    before = call.level
    call.now_ms = call.live.state.quiet_since_ms
    call.live.hold(call.now_ms)

    lines = call.wait(45_000)

    assert lines == []
    assert call.level > before


def test_an_agency_answers_six_to_fourteen_seconds_after_it_was_sent(talk):
    call = talk().opened()
    sent = call.live.state.quiet_since_ms
    call.live.dispatch(("damkar",), 1, sent)
    call.now_ms = sent

    call.wait(15_000)

    [(_, answered)] = call.live.record.all(AgencyAnswered)
    assert (answered.agency, answered.answer) == ("damkar", "accepts")
    assert 6_000 <= answered.at_ms - sent <= 14_000


def test_an_agency_recalled_in_time_says_nothing(talk):
    call = talk().opened()
    sent = call.live.state.quiet_since_ms
    call.live.dispatch(("damkar",), 1, sent)
    call.live.recall("damkar", sent + 1_000)
    call.now_ms = sent

    call.wait(15_000)

    assert call.live.record.all(AgencyAnswered) == []
