"""The conditions of a case's changes, judged at the moment the change is due."""

from collections.abc import Callable, Mapping

from scenarios.case import Change
from simulator.caller import CallerState


def comes(change: Change, state: CallerState, *, due_ms: int) -> bool:
    """Whether a change comes at `due_ms`.

    Only what had happened by then counts, so that a change which did not come when it
    was due never comes later. What took its reason away while the call-taker was still
    speaking counts as well.
    """
    now_ms = max(due_ms, state.record.events[-1].at_ms)
    return all(_holds(word, state, due_ms) for word in change.when) and not any(
        _holds(word, state, now_ms) for word in change.unless
    )


def _holds(word: str, state: CallerState, by_ms: int) -> bool:
    kind, _, of = word.partition(":")
    return _KINDS[kind](state, of, by_ms)


def _told(state: CallerState, of: str, by_ms: int) -> bool:
    act, _, about = of.partition("/")
    return state.was_told(act, tuple(filter(None, about.split("|"))), by_ms=by_ms)


def _by(times: Mapping[str, int], of: str, by_ms: int) -> bool:
    return of in times and times[of] <= by_ms


def _dispatched(state: CallerState, of: str, by_ms: int) -> bool:
    if of:
        return _by(state.dispatched, of, by_ms)
    return any(at_ms <= by_ms for at_ms in state.dispatched.values())


_KINDS: Mapping[str, Callable[[CallerState, str, int], bool]] = {
    "told": _told,
    "disclosed": lambda state, of, by_ms: _by(state.begun, of, by_ms),
    "dispatched": _dispatched,
    "followed": lambda state, of, by_ms: _by(state.followed, of, by_ms),
    "changed": lambda state, of, by_ms: _by(state.changed, of, by_ms),
}
