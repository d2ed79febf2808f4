"""The caller's mind: everything that follows from the events so far.

Folded anew from the events at every step; nothing of it is kept anywhere else.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from recordings import CallRecord
from recordings.events import (
    ActFound,
    AgencyDispatched,
    AgencyRecalled,
    CallerActed,
    CallerDistressChanged,
    CallerHungUp,
    CallerSounded,
    CallerSpoke,
    CallHeld,
    CallResumed,
    CallTakerSpoke,
    ClockStarted,
    ClockStopped,
    Event,
    SituationChanged,
)
from recordings.heard import HeardLine, heard_lines
from scenarios import Case, Region
from scenarios.case import Change, Fact
from simulator.moods import eccs


@dataclass(frozen=True, slots=True)
class Told:
    """Something the call-taker did with words, and when the caller heard it."""

    seq: int
    at_ms: int
    act: ActFound


class CallerState:
    """What this caller knows, has told, was told and feels.

    Args:
        case: The truth of the call.
        record: The events so far.
        region: Its places have the names people use.
    """

    def __init__(self, case: Case, record: CallRecord, region: Region) -> None:
        self.case = case
        self.record = record
        self.region = region

    def after(self, *events: Event) -> "CallerState":
        """The state once this has happened as well."""
        return CallerState(self.case, self.record.appended(events), self.region)

    # --- the frame -------------------------------------------------------------

    @property
    def answered_ms(self) -> int | None:
        return self.record.answered_ms

    @cached_property
    def closed(self) -> bool:
        return self.record.closed

    @cached_property
    def hung_up(self) -> bool:
        return self.record.first(CallerHungUp) is not None

    @cached_property
    def held_since_ms(self) -> int | None:
        """When the caller was put on hold; None when not on hold."""
        return self._standing_ms(CallHeld, CallResumed)

    @cached_property
    def frozen(self) -> bool:
        return self._standing_ms(ClockStopped, ClockStarted) is not None

    def _standing_ms(self, begins: type[Event], ends: type[Event]) -> int | None:
        began, ended = self.record.last(begins), self.record.last(ends)
        if began is None or (ended is not None and ended[0] > began[0]):
            return None
        return began[1].at_ms

    # --- what was said ---------------------------------------------------------

    @cached_property
    def lines(self) -> list[HeardLine]:
        """The caller's lines, each as far as it was said."""
        return heard_lines(self.record)

    @property
    def opened(self) -> bool:
        """Whether the caller has said what the call is about, or been heard at all."""
        if self.case.caller.speaks == "nothing":
            return self.record.first(CallerSounded) is not None
        return any(heard.line.purpose == "opening" for heard in self.lines)

    @cached_property
    def spoken(self) -> list[tuple[int, CallTakerSpoke]]:
        """The call-taker's utterances."""
        return self.record.all(CallTakerSpoke)

    @property
    def last_line(self) -> str | None:
        """What the caller said last, as far as it was heard."""
        return self.lines[-1].said if self.lines else None

    @cached_property
    def said_words(self) -> str:
        """All the caller has said."""
        return " ".join(heard.said for heard in self.lines)

    @cached_property
    def told(self) -> list[Told]:
        """Every act of the call-taker, as read or as corrected."""
        return [
            Told(seq, said.ended_ms, act)
            for seq, said in self.spoken
            for act in self.record.acts_of(seq)
        ]

    def was_told(self, act: str, about: tuple[str, ...], *, by_ms: int) -> bool:
        """Whether the call-taker did this by then, about any of the concepts."""
        return any(
            one.act.act == act
            and one.at_ms <= by_ms
            and (not about or not set(about).isdisjoint(one.act.about))
            for one in self.told
        )

    def purposes(self) -> Counter[str]:
        """How often the caller spoke for each purpose."""
        return Counter(heard.line.purpose for heard in self.lines)

    def streak(self, purpose: str) -> int:
        """How many of the latest lines in a row had this purpose."""
        count = 0
        for heard in reversed(self.lines):
            if heard.line.purpose != purpose:
                break
            count += 1
        return count

    # --- facts -----------------------------------------------------------------

    @cached_property
    def disclosed(self) -> Mapping[str, int]:
        """Facts that were heard, and when each had been said."""
        found: dict[str, int] = {}
        for heard in self.lines:
            for nth, fact in enumerate(heard.line.facts):
                told_ms = heard.told_ms(nth)
                if told_ms is not None:
                    found.setdefault(fact, told_ms)
        return found

    @cached_property
    def begun(self) -> Mapping[str, int]:
        """Facts that were heard, and when the caller began to tell each."""
        found: dict[str, int] = {}
        for heard in self.lines:
            for fact in heard.facts:
                found.setdefault(fact, heard.line.at_ms)
        return found

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts as they are now, after what has changed."""
        now = {fact.id: fact for fact in self.case.facts}
        for change in self.case.changes:
            if change.id in self.changed:
                for update in change.facts:
                    now[update.fact] = replace(
                        now[update.fact],
                        value=update.value,
                        say=update.say,
                        again=None,
                        yes=update.yes,
                    )
        return tuple(now.values())

    def fact(self, fact_id: str) -> Fact:
        return next(fact for fact in self.facts if fact.id == fact_id)

    def stale(self, fact_id: str) -> bool:
        """Whether the fact has changed since it was last told."""
        told = [h.line.began_ms for h in self.lines if fact_id in h.facts]
        if not told:
            return False
        return any(
            at_ms > max(told)
            for change, at_ms in self.changed.items()
            if any(u.fact == fact_id for u in self._change(change).facts)
        )

    def _change(self, change_id: str) -> Change:
        return next(one for one in self.case.changes if one.id == change_id)

    @cached_property
    def open_facts(self) -> tuple[str, ...]:
        """Ids of facts that could still be asked for."""
        return tuple(
            fact.id
            for fact in self.case.facts
            if fact.told != "never" and fact.id not in self.disclosed
        )

    # --- what happened ---------------------------------------------------------

    @cached_property
    def changed(self) -> Mapping[str, int]:
        """Changes that came, and when."""
        return {one.change: one.at_ms for _, one in self.record.all(SituationChanged)}

    @cached_property
    def followed(self) -> Mapping[str, int]:
        """Instructions the caller followed, and when first."""
        found: dict[str, int] = {}
        for _, acted in self.record.all(CallerActed):
            if acted.outcome == "followed":
                found.setdefault(acted.instruction, acted.at_ms)
        return found

    @cached_property
    def refused(self) -> Counter[str]:
        """How often each instruction was refused."""
        acted = [one for _, one in self.record.all(CallerActed)]
        return Counter(one.instruction for one in acted if one.outcome == "refused")

    @cached_property
    def busy_until_ms(self) -> int:
        """Until when the caller is occupied with an instruction."""
        takes = {one.id: one.takes_ms for one in self.case.instructions}
        done = [one for _, one in self.record.all(CallerActed)]
        return max(
            (
                one.at_ms + takes.get(one.instruction, 0)
                for one in done
                if one.outcome == "followed"
            ),
            default=0,
        )

    @cached_property
    def dispatched(self) -> Mapping[str, int]:
        """Agencies sent and not recalled, and when."""
        sent: dict[str, int] = {}
        for event in self.record.events:
            if isinstance(event, AgencyDispatched):
                for agency in event.agencies:
                    sent.setdefault(agency, event.at_ms)
            elif isinstance(event, AgencyRecalled):
                sent.pop(event.agency, None)
        return sent

    # --- feeling ---------------------------------------------------------------

    @cached_property
    def level(self) -> float:
        """Distress, 1.0 to 5.0."""
        moved = self.record.last(CallerDistressChanged)
        return moved[1].level if moved else float(self.case.caller.distress)

    @property
    def distress(self) -> int:
        """ECCS 1 to 5."""
        return eccs(self.level)

    def moved_by(self, reason: str) -> int:
        """How often distress moved for this reason."""
        moves = self.record.all(CallerDistressChanged)
        return sum(one.reason == reason for _, one in moves)

    # --- silence ---------------------------------------------------------------

    @cached_property
    def prompts(self) -> int:
        """«Halo?» since the call-taker was last heard."""
        since = self.spoken[-1][0] if self.spoken else -1
        return sum(
            heard.seq > since and heard.line.purpose == "prompt" for heard in self.lines
        )

    @cached_property
    def quiet_since_ms(self) -> int:
        """Since when nobody has spoken and the caller was free to listen."""
        moments = [self.answered_ms or 0, self.busy_until_ms]
        moments += [heard.ended_ms for heard in self.lines]
        moments += [said.ended_ms for _, said in self.spoken]
        moments += [event.at_ms for _, event in self.record.all(CallResumed)]
        return max(moments)

    @cached_property
    def spoken_words(self) -> str:
        """Everything the caller began to say, cut off or not, line by line."""
        return "\n".join(line.text for _, line in self.record.all(CallerSpoke))
