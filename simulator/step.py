"""Gathering the events of one step, with everything they say about time and cause."""

from recordings import CallRecord
from recordings.events import (
    CallerActed,
    CallerDistressChanged,
    CallerSounded,
    CallerSpoke,
    Event,
)
from scenarios import Case
from simulator.caller import CallerState
from simulator.chance import chance
from simulator.compliance import Taken
from simulator.pace import lasts_ms
from simulator.temperament import Move, moved
from simulator.wording import Utterance

_SOUND_MS = 1_500


class Step:
    """A call and what is being added to it.

    Args:
        case: The truth of the call.
        record: The events before.
        at_ms: When what is added happens or was due.
    """

    def __init__(self, case: Case, record: CallRecord, *, at_ms: int) -> None:
        self.case = case
        self.record = record
        self.at_ms = at_ms
        self.state = CallerState(case, record)

    def add(self, *events: Event) -> int:
        """Append events; returns the seq of the last."""
        self.record = self.record.appended(events)
        self.state = CallerState(self.case, self.record)
        return len(self.record.events) - 1

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
        began_ms = max(self.at_ms, self._line_free_ms()) + self._reaction_ms()
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

    def _reaction_ms(self) -> int:
        shortest, longest = self.case.caller.reaction_ms
        nth = len(self.state.lines)
        return chance(self.case.seed, "reaction", nth).randint(shortest, longest)
