"""One moment of a call: what is being added, each thing with its time and cause."""

from recordings.events import (
    CallerActed,
    CallerDistressChanged,
    CallerSounded,
    CallerSpoke,
    Event,
)
from simulator.caller import CallerState
from simulator.chance import chance
from simulator.compliance import Taken
from simulator.pace import lasts_ms
from simulator.temperament import Move, moved
from simulator.wording import Utterance

_SOUND_MS = 1_500


class Moment:
    """A moment of a call and what happens in it.

    Args:
        state: The caller before.
        at_ms: When it is, or was due; never before the last event.
    """

    def __init__(self, state: CallerState, at_ms: int) -> None:
        self.state = state
        self.at_ms = max(at_ms, state.record.events[-1].at_ms)
        self._since = len(state.record.events)

    @property
    def events(self) -> list[Event]:
        """What has happened in this moment."""
        return list(self.state.record.events[self._since :])

    def add(self, event: Event) -> int:
        """Let something happen; gives back its seq."""
        self.state = self.state.after(event)
        return len(self.state.record.events) - 1

    def feel(self, move: Move | None, *, because_of: int | None) -> None:
        """Move the caller's distress."""
        level = moved(self.state, move) if move else None
        if move is not None and level is not None:
            self.add(
                CallerDistressChanged(
                    at_ms=self.at_ms,
                    level=level,
                    because_of=because_of,
                    reason=move.reason,
                )
            )

    def say(self, said: Utterance, *, because_of: int | None) -> None:
        """Let the caller speak, after this caller's own reaction time."""
        state = self.state
        free_ms = max(self.at_ms, self._line_free_ms(), self._hands_free_ms(said))
        began_ms = free_ms + self._reaction_ms()
        self.add(
            CallerSpoke(
                at_ms=self.at_ms,
                text=said.text,
                began_ms=began_ms,
                ended_ms=began_ms + lasts_ms(said.text, distress=state.distress),
                facts=said.facts,
                distress=state.distress,
                because_of=because_of,
                purpose=said.purpose,
                line=said.line,
            )
        )

    def sound(self, sound: str, *, because_of: int | None = None) -> None:
        """Let something be heard from the caller's side."""
        self.add(
            CallerSounded(
                at_ms=self.at_ms,
                sound=sound,
                began_ms=self.at_ms,
                ended_ms=self.at_ms + _SOUND_MS,
                because_of=because_of,
            )
        )

    def act(self, taken: Taken, *, because_of: int) -> None:
        """Note what the caller did with an instruction of the case."""
        if taken.instruction is None or taken.outcome == "again":
            return
        self.add(
            CallerActed(
                at_ms=self.at_ms,
                instruction=taken.instruction.id,
                outcome=taken.outcome,
                because_of=because_of,
            )
        )

    def _line_free_ms(self) -> int:
        """When the caller's own last line is over."""
        lines = self.state.lines
        return lines[-1].ended_ms if lines else 0

    def _hands_free_ms(self, said: Utterance) -> int:
        """When the caller is done with the last task and can answer anything else."""
        if said.purpose in {"follow", "refuse", "change"}:
            return 0
        return self.state.busy_until_ms

    def _reaction_ms(self) -> int:
        shortest, longest = self.state.case.caller.reaction_ms
        nth = len(self.state.lines)
        return chance(self.state.case.seed, "reaction", nth).randint(shortest, longest)
