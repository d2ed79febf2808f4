"""Silence: first words without a greeting, «Halo?», despair, and waiting on hold."""

from collections.abc import Iterator

from recordings.events import CallerActed, CallTakerTyped
from simulator import answers, replies
from simulator.caller import CallerState
from simulator.due import Due
from simulator.leaving import hang_up, leaving
from simulator.moment import Moment
from simulator.temperament import Move, rules
from simulator.wording import generic

OPENS_BY_ITSELF_MS = 2_500
TYPING_HOLDS_BACK_MS = 20_000
LEAVES_HOLD_AFTER_MS = 120_000
PATIENCE_AT_WORK_MS = 20_000
LONGER_EACH_TIME = 0.35
"""Each further «Halo?» waits this much longer, as a share of the patience."""


def dues(state: CallerState) -> Iterator[Due]:
    """What the caller does when nothing is heard."""
    if state.held_since_ms is not None:
        yield from _on_hold(state, state.held_since_ms)
    elif not state.opened:
        opens_ms = (state.answered_ms or 0) + OPENS_BY_ITSELF_MS
        yield Due(_held_back(state, opens_ms), _open)
    else:
        yield from _silence(state)


def _open(now: Moment) -> None:
    replies.open_line(now, because_of=None)


def _silence(state: CallerState) -> Iterator[Due]:
    if leaving(state):
        return
    patience = state.case.caller.patience_ms
    if state.case.caller.speaks == "nothing":
        in_all = patience * (state.case.caller.gives_up_after + 1)
        yield Due(state.quiet_since_ms + in_all, hang_up("silence"))
        return
    if _at_work(state):
        patience = max(patience, PATIENCE_AT_WORK_MS)
    wait = round(patience * (1 + LONGER_EACH_TIME * state.prompts))
    at_ms = _held_back(state, state.quiet_since_ms + wait)
    if state.prompts >= state.case.caller.gives_up_after:
        yield Due(at_ms, _give_up)
    else:
        yield Due(at_ms, _prompt)


def _held_back(state: CallerState, at_ms: int) -> int:
    """Later than it was due, while keys are moving."""
    typed = state.record.last(CallTakerTyped)
    if typed is None or (state.spoken and typed[0] < state.spoken[-1][0]):
        return at_ms
    return max(at_ms, typed[1].at_ms + TYPING_HOLDS_BACK_MS)


def _at_work(state: CallerState) -> bool:
    """Whether the caller's hands are on what the call-taker last told them."""
    takes = {one.id: one.takes_ms for one in state.case.instructions}
    last = state.record.last(CallerActed)
    since = state.spoken[-1][0] if state.spoken else -1
    return (
        last is not None
        and last[1].because_of >= since
        and bool(takes.get(last[1].instruction))
    )


def _prompt(now: Moment) -> None:
    state = now.state
    if state.case.caller.speaks != "words":
        now.say(generic(state, "silence", "prompt"), because_of=None)
        return
    now.feel(Move(rules()["silence"], "silence"), because_of=None)
    more = answers.volunteer(state) if state.prompts == 0 else None
    kind = "prompt_first" if state.prompts == 0 else "prompt_again"
    now.say(more or generic(now.state, kind, "prompt"), because_of=None)


def _give_up(now: Moment) -> None:
    kind = "gave_up" if now.state.case.caller.speaks == "words" else "silence"
    now.say(generic(now.state, kind, "leave"), because_of=None)


def _on_hold(state: CallerState, since_ms: int) -> Iterator[Due]:
    every_ms = rules()["on_hold_every_s"] * 1_000
    felt = state.moved_by("on_hold")
    if state.level < 5.0 and state.case.caller.reactivity > 0:
        yield Due(since_ms + every_ms * (1 + felt), _mind_waiting)
    yield Due(since_ms + LEAVES_HOLD_AFTER_MS, hang_up("gave_up"))


def _mind_waiting(now: Moment) -> None:
    before = now.state.level
    now.feel(Move(rules()["on_hold"], "on_hold"), because_of=None)
    if now.state.level == before:
        now.sound("breathing")
