"""What must hold in every call, whatever the call-taker does."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recordings.events import CallerDistressChanged
from simulator import LiveCall, WrongMoment
from simulator.robots.sweep import leaks

ACTS = [
    "open_greet",
    "ask_location",
    "ask_landmark/landmark",
    "ask_trapped",
    "ask_victim_count/injured",
    "ask_conscious",
    "ask_breathing/normal_breathing",
    "ask_hazard/gas",
    "ask_weapon",
    "ask_callback",
    "ask_repeat",
    "ask_hold",
    "confirm_location place=ongkoliong",
    "verify_readback phone=452",
    "acknowledge",
    "empathise #understanding",
    "inform_dispatch/forwarded",
    "instruct_evacuate/do_not_enter:directive",
    "instruct_cpr_start:offer",
    "instruct_compressions/rate:directive",
    "close_call",
    "#blame",
    "??",
]
KIND = [
    "acknowledge",
    "empathise #understanding",
    "reassure #presence",
]
SCENARIOS = [
    "kebakaran-pasar",
    "henti-jantung-di-rumah",
    "mobil-jenazah",
    "prank-anak",
    "ghost-call",
]

turns = st.lists(
    st.tuples(
        st.lists(st.sampled_from(ACTS), min_size=1, max_size=3),
        st.integers(0, 20_000),
    ),
    max_size=10,
)
some_calls = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def go(call, taken):
    """Take the turns as far as the caller stays on the line."""
    for acts, pause_ms in taken:
        call.wait(pause_ms)
        try:
            call.say(" ".join(acts))
        except WrongMoment:  # gone before the sentence began
            assert call.live.state.hung_up
            return


@pytest.mark.parametrize("scenario", SCENARIOS)
@some_calls
@given(taken=turns, seed=st.integers(0, 20))
def test_time_never_goes_back_and_every_cause_came_before(talk, scenario, taken, seed):
    call = talk(scenario, seed)

    go(call, taken)

    events = call.live.record.events
    assert all(a.at_ms <= b.at_ms for a, b in pairwise(events))
    for seq, event in enumerate(events):
        because = getattr(event, "because_of", None)
        assert because is None or because < seq


@pytest.mark.parametrize("scenario", SCENARIOS)
@some_calls
@given(taken=turns, seed=st.integers(0, 20))
def test_nothing_comes_out_that_nothing_called_for(talk, scenario, taken, seed):
    call = talk(scenario, seed)

    go(call, taken)

    assert list(leaks(call.case, call.live.record)) == []


@pytest.mark.parametrize("scenario", SCENARIOS)
@some_calls
@given(taken=turns, seed=st.integers(0, 20))
def test_distress_keeps_its_bounds_and_one_decimal(talk, scenario, taken, seed):
    call = talk(scenario, seed)

    go(call, taken)

    for _, moved in call.live.record.all(CallerDistressChanged):
        assert 1.0 <= moved.level <= 5.0
        assert moved.level == round(moved.level, 1)


@some_calls
@given(taken=turns, cut=st.integers(0, 10), seed=st.integers(0, 20))
def test_a_call_taken_up_from_its_record_goes_on_the_same(
    talk, keyword_reader, taken, cut, seed
):
    whole = talk("kebakaran-pasar", seed)
    go(whole, taken)

    halved = talk("kebakaran-pasar", seed)
    go(halved, taken[:cut])
    halved.live = LiveCall(halved.live.record, keyword_reader)
    go(halved, taken[cut:])

    assert halved.live.record.events == whole.live.record.events


@some_calls
@given(said=st.lists(st.sampled_from(KIND), max_size=12), seed=st.integers(0, 20))
def test_kind_words_never_frighten(talk, said, seed):
    call = talk("longsor-permukiman", seed).opened()

    go(call, [([words], 0) for words in said])

    levels = [float(call.case.caller.distress)]
    for _, moved in call.live.record.all(CallerDistressChanged):
        levels.append(moved.level)
        assert moved.reason == "situation" or levels[-1] <= levels[-2]


@some_calls
@given(taken=turns, seed=st.integers(0, 20))
def test_left_alone_every_caller_hangs_up_in_the_end(talk, taken, seed):
    call = talk("perkelahian-senjata", seed)

    go(call, taken)
    call.wait(15 * 60_000)

    assert call.live.state.hung_up
    assert call.live.next_due_ms is None
