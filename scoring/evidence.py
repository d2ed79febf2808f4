"""Everything a call shows, laid out once for all criteria.

Criteria look at this and nothing else: the case, what the call-taker said and did,
what the caller was really heard to say. Gathering it draws no conclusion.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.events import (
    ActFound,
    CallerHungUp,
    CallerSounded,
    CallerSpoke,
    CallHeld,
)
from recordings.sequences import heard_facts
from scenarios.case import Case, Fact
from scoring.desk import Desk, at_the_desk
from scoring.said import Said, utterances
from scoring.violations import Violation, find_violations

UNASKED = frozenset({"opening", "volunteer", "change", "prompt", "protest"})
"""Purposes of lines with which the caller answers no question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A call as the criteria see it."""

    case: Case
    call: CallRecord
    answered_ms: int | None
    said: tuple[Said, ...]
    lines: tuple[tuple[int, CallerSpoke], ...]
    sounds: tuple[tuple[int, CallerSounded], ...]
    heard: Mapping[str, tuple[int, int]]
    """Fact id -> seq of the line that gave it away, and when it was heard."""
    desk: Desk
    hung_up: tuple[int, CallerHungUp] | None
    holds: tuple[int, ...]
    """Seqs of the holds."""
    violations: tuple[Violation, ...]

    @property
    def wounding(self) -> frozenset[int]:
        """Seqs of utterances that wound; a courtesy in the same words shows nothing."""
        return frozenset(violation.seq for violation in self.violations)

    def since_answer(self, at_ms: int) -> int:
        """Milliseconds from the answer to a moment of the call; never negative."""
        return max(0, at_ms - (self.answered_ms or 0))

    def first(
        self, acts: Collection[str], about: Collection[str] = ()
    ) -> tuple[Said, ActFound] | None:
        """The first utterance that did one of these acts, and the act."""
        for said in self.said:
            if found := said.did(acts, about):
                return said, found
        return None

    def doubtful(
        self, acts: Collection[str], *, before_ms: int | None = None
    ) -> tuple[Said, ...]:
        """Utterances that may hold one of these acts without having been understood."""
        return tuple(
            said
            for said in self.said
            if said.may_hold(acts) and (before_ms is None or said.began_ms < before_ms)
        )

    def unclear(self, words: Iterable[Said], acts: Collection[str]) -> tuple[Said, ...]:
        """Which of these words may hold a courtesy unread; never those that wound."""
        return tuple(
            said
            for said in words
            if said.may_hold(acts) and said.seq not in self.wounding
        )

    def asked(self, fact: Fact) -> tuple[Said, ActFound | None] | None:
        """The first utterance that asked for a fact, and the act that did.

        Where no words plainly did, what the caller answered with the fact counts.
        """
        for said in self.said:
            if found := said.asks(fact):
                return said, found
        answered = self._answered_with(fact.id)
        return None if answered is None else (answered, None)

    def _answered_with(self, fact_id: str) -> Said | None:
        """The utterance that the caller answered with a fact."""
        for _, line in self.lines:
            if fact_id in line.facts and line.purpose not in UNASKED:
                return next((s for s in self.said if s.is_answered_by(line)), None)
        return None

    def facts_by(self, acts: Collection[str]) -> tuple[Fact, ...]:
        """The facts of the case that these acts bring out."""
        return tuple(
            fact
            for fact in self.case.facts
            if any(answer.act in acts for answer in fact.answers)
        )

    def first_heard(self, facts: Iterable[Fact]) -> tuple[int, int] | None:
        """Seq and moment at which the first of these facts was heard."""
        moments = [self.heard[fact.id] for fact in facts if fact.id in self.heard]
        return min(moments, key=lambda moment: moment[1], default=None)


def gather(case: Case, call: CallRecord) -> Evidence:
    """Lay out what a call shows."""
    said = tuple(utterances(call))
    return Evidence(
        case=case,
        call=call,
        answered_ms=call.answered_ms,
        said=said,
        lines=tuple(call.all(CallerSpoke)),
        sounds=tuple(call.all(CallerSounded)),
        heard=heard_facts(call),
        desk=at_the_desk(call),
        hung_up=call.last(CallerHungUp),
        holds=tuple(seq for seq, _ in call.all(CallHeld)),
        violations=find_violations(case, call, said),
    )
