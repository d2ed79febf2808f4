"""The caller hangs up: after a goodbye, in anger, in despair, or cut off."""

from collections.abc import Callable, Iterator

from recordings.events import CallerHungUp
from simulator.caller import CallerState
from simulator.due import Due
from simulator.moment import Moment

FAREWELL_LINGERS_MS = 6_000


def dues(state: CallerState) -> Iterator[Due]:
    """The caller putting the receiver down."""
    for change in state.case.changes:
        if change.hangs_up and change.id in state.changed:
            ended = _line_ended(state, "change") or state.changed[change.id]
            yield Due(max(ended, state.changed[change.id]), hang_up("situation"))
    left = _line_ended(state, "leave")
    if left is not None:
        gave_up = state.prompts >= state.case.caller.gives_up_after
        yield Due(left, hang_up("gave_up" if gave_up else "offended"))
    if _said_last(state, "farewell"):
        farewell = _line_ended(state, "farewell") or 0
        yield Due(farewell + FAREWELL_LINGERS_MS, hang_up("farewell"))


def leaving(state: CallerState) -> bool:
    """Whether the caller is about to hang up and waits for nothing more."""
    return _said_last(state, "farewell") or _said_last(state, "leave")


def _line_ended(state: CallerState, purpose: str) -> int | None:
    """When the last line for a purpose ended; None when there was none."""
    ends = [h.ended_ms for h in state.lines if h.line.purpose == purpose]
    return ends[-1] if ends else None


def _said_last(state: CallerState, purpose: str) -> bool:
    """Whether these were the last words and nobody has taken them up."""
    last = state.lines[-1] if state.lines else None
    if last is None or last.line.purpose != purpose:
        return False
    return not state.spoken or state.spoken[-1][0] < last.seq


def hang_up(reason: str) -> Callable[[Moment], None]:
    """What happens when the caller is gone."""

    def happen(now: Moment) -> None:
        now.add(CallerHungUp(at_ms=now.at_ms, reason=reason))

    return happen
