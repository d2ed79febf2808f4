"""The situation moves on by itself: the changes of a case, each at its time."""

from collections.abc import Callable, Iterator

from recordings.events import SituationChanged
from scenarios.case import Change
from simulator.caller import CallerState
from simulator.conditions import comes
from simulator.due import Due
from simulator.moment import Moment
from simulator.temperament import Move
from simulator.wording import written


def dues(state: CallerState) -> Iterator[Due]:
    """Changes whose time has not come yet, or has and whose conditions hold."""
    for change in state.case.changes:
        due_ms = (state.answered_ms or 0) + change.after_ms
        if change.id not in state.changed and comes(change, state, due_ms=due_ms):
            yield Due(due_ms, _change_happens(change))


def _change_happens(change: Change) -> Callable[[Moment], None]:
    def happen(now: Moment) -> None:
        seq = now.add(SituationChanged(at_ms=now.at_ms, change=change.id))
        now.feel(Move(change.distress, "situation"), because_of=seq)
        if change.sound:
            now.sound(change.sound, because_of=seq)
        said = change.say and written(
            now.state,
            change.say,
            "change",
            key=f"change.{change.id}",
            facts=change.disclosed,
        )
        if said and (now.state.held_since_ms is None):
            now.say(said, because_of=seq)

    return happen
