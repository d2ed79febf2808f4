"""What a robot call-taker may know: its protocol card and what it has heard.

Never a fact the caller has not told. Of the case it sees what a trained person would
bring along: which questions and instructions belong to this kind of call, who is sent,
and how such a call is closed.
"""

from collections.abc import Iterator
from functools import cached_property

from recordings import CallRecord
from recordings.events import CallerSpoke, CallTakerSpoke, UtteranceRead
from scenarios import Case, Place, Region
from simulator.caller import CallerState


class Desk:
    """A robot's view of one call.

    Args:
        case: For the card only.
        record: The call so far.
        region: Maps places to codes, as a call-taker's map does.
    """

    def __init__(self, case: Case, record: CallRecord, region: Region) -> None:
        self.case = case
        self.record = record
        self.region = region
        self._state = CallerState(case, record)

    @property
    def honorific(self) -> str:
        return self.case.caller.honorific

    @property
    def heard(self) -> str:
        """All the caller has said."""
        return self._state.said_words

    @property
    def distress(self) -> int:
        """How the caller sounds, ECCS 1 to 5."""
        lines = self._state.lines
        return lines[-1].line.distress if lines else 1

    @property
    def last_purpose(self) -> str | None:
        """What the caller's last line was: an answer, a refusal, a correction."""
        lines = self._state.lines
        return lines[-1].line.purpose if lines else None

    @property
    def last_words(self) -> str:
        return self._state.last_line or ""

    @property
    def replied(self) -> bool:
        """Whether the caller has answered the last utterance."""
        spoken = self.record.last(CallTakerSpoke)
        line = self.record.last(CallerSpoke)
        return spoken is None or (line is not None and line[0] > spoken[0])

    @property
    def hung_up(self) -> bool:
        return self._state.hung_up

    def heard_fact(self, fact_id: str) -> bool:
        """Whether the caller has told this."""
        return fact_id in self._state.disclosed

    def still_to_ask(self) -> Iterator[str]:
        """Questions of the protocol card whose answers were not heard yet."""
        return (one for one in self.case.must_ask if not self.heard_fact(one))

    def questions_for(self, fact_id: str) -> list[tuple[str, tuple[str, ...]]]:
        """Acts with concepts that ask for something on the card."""
        answers = self._state.fact(fact_id).answers
        return [(one.act, one.about) for one in answers]

    @cached_property
    def place(self) -> Place | None:
        """Where it is, as far as the caller's words tell on the map.

        What was put right or named last counts, and a spot more than a whole kelurahan.
        """
        found = [place for place in self._places() if place.code]
        corrected = [
            place
            for heard in self._state.lines
            if heard.line.purpose in {"correct", "confirm"}
            for place, _ in self.region.find_in(heard.said)
            if place.code
        ]
        spots = [place for place in found if place.id != place.code]
        for choice in (corrected, spots, found):
            if choice:
                return choice[-1]
        return None

    @property
    def twins(self) -> list[Place]:
        """Places the caller named whose codes differ: one has to be asked for."""
        named = {p.id: p for p in self._places() if p.code and p.verified}
        codes = {place.code for place in named.values()}
        return list(named.values()) if len(codes) > 1 else []

    def _places(self) -> list[Place]:
        return [place for place, _ in self.region.find_in(self.heard)]

    def told(self, act: str, about: tuple[str, ...] = ()) -> bool:
        """Whether the robot has done this, by what the caller's ears made of it."""
        return self._state.was_told(act, about, by_ms=10**9)

    def number_heard(self) -> str | None:
        """The call-back number as the caller gave it."""
        digits = "".join(
            c for c in (self.case.truth.callback_number or "") if c.isdigit()
        )
        heard = "".join(c for c in self.heard if c.isdigit())
        number = self.case.truth.callback_number
        return number if digits and digits in heard else None

    def abstained(self) -> bool:
        """Whether the caller did not understand the last utterance."""
        read = self.record.last(UtteranceRead)
        return read is not None and read[1].abstained
