"""What a robot call-taker may know: its protocol card and what it has heard.

Never a fact the caller has not told. Of the case it sees what a trained person would
bring along: which questions and instructions belong to this kind of call, who is sent,
and how such a call is closed.
"""

import re
from collections.abc import Iterator
from functools import cached_property

from recordings import CallRecord
from recordings.events import CallerSpoke, CallTakerSpoke, UtteranceRead
from scenarios import Case, Place, Region
from scenarios.case import Answer
from simulator.caller import CallerState

CHILD = "Adik"
KIN = frozenset(
    {"oma", "opa", "nene", "tete", "mama", "bapa", "papa", "tanta", "om", "ade"}
)
LIFE_FIRST = (
    "ask_conscious",
    "ask_breathing",
    "ask_trapped",
    "ask_weapon",
    "ask_bleeding",
    "ask_safe",
)
"""Questions whose answers decide who goes and how fast, the first one first."""
VICTIM_TOPICS = frozenset({"injured", "dead"})


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
        self._state = CallerState(case, record, region)

    @property
    def honorific(self) -> str:
        return self.case.caller.honorific

    @property
    def can_be_heard(self) -> bool:
        """Whether anybody is on the line to be told by the voice or the breath."""
        return self.case.caller.speaks != "nothing"

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
    def since_answer_ms(self) -> int:
        """How long it has been talking with this caller."""
        return self.record.events[-1].at_ms - (self.record.answered_ms or 0)

    @property
    def dispatched(self) -> frozenset[str]:
        """Agencies it has sent."""
        return frozenset(self._state.dispatched)

    @property
    def hung_up(self) -> bool:
        return self._state.hung_up

    def heard_fact(self, fact_id: str) -> bool:
        """Whether the caller has told this."""
        return fact_id in self._state.disclosed

    def still_to_ask(self) -> Iterator[str]:
        """Questions of the protocol card whose answers were not heard yet."""
        return (one for one in self.case.must_ask if not self.heard_fact(one))

    def most_urgent(self) -> list[str]:
        """What is still to be asked, what lives hang on first.

        A child is asked in the order of the card: nobody knows of a patient yet.
        """
        open_ = list(self.still_to_ask())
        return open_ if self.honorific == CHILD else sorted(open_, key=self._urgency)

    def _urgency(self, fact_id: str) -> int:
        acts = {act for act, _ in self.questions_for(fact_id)}
        ranks = (nth for nth, act in enumerate(LIFE_FIRST) if act in acts)
        return next(ranks, len(LIFE_FIRST))

    def who(self) -> str:
        """What the caller calls whoever needs help; «dia» before it is known."""
        words = re.findall(r"\w+", self.heard.lower())
        kin = next((word for word in words if word in KIN), None)
        return kin.capitalize() if kin else "dia"

    def brought_up(self) -> str:
        """What the caller has said unasked since the last utterance."""
        spoken = self.record.last(CallTakerSpoke)
        since = spoken[0] if spoken else -1
        return " ".join(
            heard.said
            for heard in self._state.lines
            if heard.seq > since and heard.line.purpose == "change"
        )

    def persons(self) -> str | None:
        """How many are in need, as far as the caller has told; None when untold."""
        told = [
            fact.value
            for fact in self._state.facts
            if fact.id in self._state.disclosed
            and fact.value
            and any(_about_victims(answer) for answer in fact.answers)
        ]
        counted = [value for value in told if any(c.isdigit() for c in value)]
        if counted:
            return counted[0]
        return f"1 orang: {told[0]}" if told else None

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

    def settled(self, act: str, about: tuple[str, ...] = ()) -> bool:
        """Whether the robot has done this and the caller did not balk at it."""
        if not self.told(act, about):
            return False
        last = max(one.seq for one in self._state.told if one.act.act == act)
        return not any(
            heard.line.because_of == last and heard.line.purpose == "refuse"
            for heard in self._state.lines
        )

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


def _about_victims(answer: Answer) -> bool:
    """Whether a question asks who is in need, not who stands by or rides along."""
    if answer.act == "ask_victim_count":
        return not answer.about or not VICTIM_TOPICS.isdisjoint(answer.about)
    return answer.act in {"ask_trapped", "ask_conscious"} and not answer.about
