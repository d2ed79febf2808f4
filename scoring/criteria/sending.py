"""Time to a place a crew can drive to, and to help on its way there."""

from dataclasses import dataclass

from recordings.call_record import Quote
from scenarios.case import Fact
from scenarios.vocabulary import Concept, DialogueAct, TicketField
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import whole, words
from scoring.criteria.speed import DOUBLE_PERCENT, Band, Moment, band
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

LOCATING = (
    DialogueAct.ASK_LOCATION,
    DialogueAct.CONFIRM_LOCATION,
    DialogueAct.ASK_LANDMARK,
)
WHERE_IT_IS = frozenset(
    {Concept.STREET, Concept.BUILDING, Concept.LANDMARK, Concept.RT_RW}
)
"""What an answer to «di mana?» may be about and still say where to drive to."""


def place_known(seen: Evidence) -> Moment | None:
    """When a crew could first have been told where to go, by word or by ticket."""
    heard = seen.first_heard(fact for fact in seen.case.facts if _says_where(fact))
    entry = seen.desk.first_filled.get(TicketField.PLACE)
    told = [heard] if heard else []
    written = [(entry.seq, entry.at_ms)] if entry else []
    seq, at_ms = min([*told, *written], key=lambda m: m[1], default=(None, 0))
    if seq is None:
        return None
    return Moment(at_ms=at_ms, reason="place_known_after", quote=seen.call.quote(seq))


def _says_where(fact: Fact) -> bool:
    return any(
        answer.act == DialogueAct.ASK_LOCATION and set(answer.about) <= WHERE_IT_IS
        for answer in fact.answers
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LocatedWithin:
    """A place was known soon enough after the answer: told, or in the ticket.

    A place that was asked for in time and came too late, or never, is half of it: the
    caller may not have been able to tell.
    """

    acts: tuple[str, ...] = words(DialogueAct, LOCATING)
    """Any of these asks for it."""
    full_s: int = whole(0, most=600)
    """0: the target of the case."""
    half_percent: int = whole(DOUBLE_PERCENT, least=100)

    def assess(self, seen: Evidence) -> Verdict:
        limits = band(seen.case.targets, "location", self.full_s, self.half_percent)
        known = place_known(seen)
        asked = seen.first(self.acts)
        by_then = known and limits.outcome(seen.since_answer(known.at_ms))
        if known is not None and by_then in {Outcome.MET, Outcome.PARTLY}:
            return _timed(seen, known, limits)
        if asked is not None and _in_time(seen, asked[0], limits):
            return _asked_in_time(seen, asked[0].quote(seen.call, asked[1]), known)
        in_time = [s for s in seen.doubtful(self.acts) if _in_time(seen, s, limits)]
        if in_time:
            return not_assessable(seen, tuple(in_time))
        if known is not None:
            return _timed(seen, known, limits)
        return Verdict(
            outcome=Outcome.NOT_MET,
            reason="place_never_known" if asked else "never_asked",
            quotes=(asked[0].quote(seen.call, asked[1]),) if asked else (),
            by_reading=bool(seen.said),
        )


def _in_time(seen: Evidence, said: Said, limits: Band) -> bool:
    return seen.since_answer(said.began_ms) <= limits.full_ms


def _timed(seen: Evidence, known: Moment, limits: Band) -> Verdict:
    after_ms = seen.since_answer(known.at_ms)
    return Verdict(
        outcome=limits.outcome(after_ms),
        reason=known.reason,
        params={"after_ms": after_ms, "target_ms": limits.full_ms},
        quotes=(known.quote,),
    )


def _asked_in_time(seen: Evidence, question: Quote, known: Moment | None) -> Verdict:
    return Verdict(
        outcome=Outcome.PARTLY,
        reason="place_asked_known_late" if known else "place_asked_not_known",
        params={"after_ms": seen.since_answer(known.at_ms)} if known else {},
        quotes=(question, *((known.quote,) if known else ())),
        by_reading=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchedWithin:
    """Help was sent on its way soon enough, to a place that was known.

    The clock runs from the answer to a dispatch that a crew could drive to: sending
    before any place is known counts from the moment the place is, and earns half of
    the points at most.
    """

    full_s: int = whole(0, most=3600)
    """0: the target of the case."""
    half_percent: int = whole(DOUBLE_PERCENT, least=100)

    def assess(self, seen: Evidence) -> Verdict:
        limits = band(seen.case.targets, "dispatch", self.full_s, self.half_percent)
        sent_ms = seen.desk.first_dispatch_ms
        if sent_ms is None:
            return Verdict(outcome=Outcome.NOT_MET, reason="never_dispatched")
        known = place_known(seen)
        if known is None:
            return Verdict(
                outcome=Outcome.NOT_MET,
                reason="dispatched_without_place",
                params={"after_ms": seen.since_answer(sent_ms)},
            )
        return _sendable(seen, sent_ms, known.at_ms, limits)


def _sendable(seen: Evidence, sent_ms: int, known_ms: int, limits: Band) -> Verdict:
    blind = known_ms > sent_ms
    after_ms = seen.since_answer(max(sent_ms, known_ms))
    outcome = limits.outcome(after_ms)
    if blind and outcome is Outcome.MET:
        outcome = Outcome.PARTLY
    return Verdict(
        outcome=outcome,
        reason="dispatched_blind" if blind else "dispatched_after",
        params={
            "after_ms": seen.since_answer(sent_ms),
            "place_after_ms": seen.since_answer(known_ms),
            "target_ms": limits.full_ms,
            "agencies": seen.desk.dispatches[0][1].agencies,
        },
    )
