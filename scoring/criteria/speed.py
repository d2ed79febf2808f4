"""Time: how soon the call was answered, and how soon something was asked."""

from dataclasses import dataclass

from recordings.call_record import Quote
from scenarios.case import TimeTargets
from scenarios.vocabulary import Concept, DialogueAct
from scoring.criteria.doubt import better, not_assessable
from scoring.criteria.parameters import choice, whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict

DOUBLE_PERCENT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Full marks up to `full_ms`, half of them up to `half_ms`, none after."""

    full_ms: int
    half_ms: int

    def outcome(self, after_ms: int) -> Outcome:
        if after_ms <= self.full_ms:
            return Outcome.MET
        return Outcome.PARTLY if after_ms <= self.half_ms else Outcome.NOT_MET


def band(targets: TimeTargets, target: str, full_s: int, half_percent: int) -> Band:
    """The band around a target of the case, or around the rubric's own seconds."""
    full_ms = full_s * 1000 or getattr(targets, f"{target}_ms")
    return Band(full_ms=full_ms, half_ms=full_ms * half_percent // 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredWithin:
    """The phone was picked up soon enough after the first ring."""

    full_s: int = whole(0, most=600)
    """0: the centre's target."""
    half_percent: int = whole(DOUBLE_PERCENT, least=100)

    def assess(self, seen: Evidence) -> Verdict:
        limits = band(seen.case.targets, "answer", self.full_s, self.half_percent)
        if seen.answered_ms is None:
            return Verdict(outcome=Outcome.NOT_MET, reason="not_answered")
        return Verdict(
            outcome=limits.outcome(seen.answered_ms),
            reason="answered_after",
            params={"after_ms": seen.answered_ms, "target_ms": limits.full_ms},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When something was settled, how, and the words of it."""

    at_ms: int
    reason: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWithin:
    """Something was asked soon enough after the answer.

    What the caller told unasked before that needs no question.
    """

    acts: tuple[str, ...] = words(DialogueAct)
    about: tuple[str, ...] = words(Concept, ())
    target: str = choice("answer", "location", "dispatch", default="location")
    full_s: int = whole(0, most=600)
    """0: the target of the case."""
    half_percent: int = whole(DOUBLE_PERCENT, least=100)

    def assess(self, seen: Evidence) -> Verdict:
        limits = band(seen.case.targets, self.target, self.full_s, self.half_percent)
        moments = [m for m in (self._asked(seen), self._told(seen)) if m]
        settled = min(moments, key=lambda moment: moment.at_ms, default=None)
        verdict = _in_band(seen, settled, limits)
        doubtful = tuple(
            said
            for said in seen.doubtful(self.acts)
            if better(limits.outcome(seen.since_answer(said.began_ms)), verdict.outcome)
        )
        return not_assessable(seen, doubtful) if doubtful else verdict

    def _asked(self, seen: Evidence) -> Moment | None:
        first = seen.first(self.acts, self.about)
        if first is None:
            return None
        said, found = first
        return Moment(
            at_ms=said.began_ms,
            reason="asked_after",
            quote=said.quote(seen.call, found),
        )

    def _told(self, seen: Evidence) -> Moment | None:
        heard = seen.first_heard(seen.facts_by(self.acts))
        if heard is None:
            return None
        seq, at_ms = heard
        return Moment(
            at_ms=at_ms, reason="told_unasked_after", quote=seen.call.quote(seq)
        )


def _in_band(seen: Evidence, settled: Moment | None, limits: Band) -> Verdict:
    if settled is None:
        return Verdict(
            outcome=Outcome.NOT_MET, reason="never_asked", by_reading=bool(seen.said)
        )
    after_ms = seen.since_answer(settled.at_ms)
    return Verdict(
        outcome=limits.outcome(after_ms),
        reason=settled.reason,
        params={"after_ms": after_ms, "target_ms": limits.full_ms},
        quotes=(settled.quote,),
        by_reading=True,
    )
