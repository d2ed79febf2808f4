"""One item of a rubric: what is looked at, what it is worth, when it applies."""

from dataclasses import dataclass

from scoring.conditions import unmet
from scoring.criteria import Kind
from scoring.criteria.speed import AnsweredWithin
from scoring.evidence import Evidence
from scoring.finding import Finding, Outcome, Verdict, points_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing a rubric looks at."""

    id: str
    title: str
    """Indonesian, for people."""
    area: str
    points: int
    kind: Kind
    critical: bool = False
    """Missing it fails the call, whatever the sum."""
    when: tuple[str, ...] = ()
    """Conditions that must all hold, else it does not apply."""
    withheld_from: str | None = None
    """A violation of at least this severity takes what was earned here."""

    def finding(self, seen: Evidence) -> Finding:
        """Judge a call by this item."""
        verdict = self._verdict(seen)
        missed = self.critical and verdict.outcome is Outcome.NOT_MET
        return Finding(
            criterion=self.id,
            title=self.title,
            area=self.area,
            outcome=verdict.outcome,
            points=points_for(verdict.outcome, self.points),
            out_of=self.points,
            critical=self.critical,
            confirm=missed and verdict.by_reading,
            reason=verdict.reason,
            params=verdict.params,
            quotes=verdict.quotes,
        )

    def _verdict(self, seen: Evidence) -> Verdict:
        if seen.answered_ms is None and not isinstance(self.kind, AnsweredWithin):
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="never_answered")
        if (condition := unmet(self.when, seen)) is not None:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason=f"na_{condition}")
        verdict = self.kind.assess(seen)
        return self._withheld(seen) or verdict if _may_earn(verdict) else verdict

    def _withheld(self, seen: Evidence) -> Verdict | None:
        if self.withheld_from is None:
            return None
        heavy = [v for v in seen.violations if v.at_least(self.withheld_from)]
        if not heavy:
            return None
        return Verdict(
            outcome=Outcome.NOT_MET,
            reason="withheld",
            params={"labels": tuple(dict.fromkeys(v.label for v in heavy))},
            quotes=tuple(violation.quote for violation in heavy),
            by_reading=True,
        )


def _may_earn(verdict: Verdict) -> bool:
    """Whether it earns, or might once a person has looked at unclear words."""
    return verdict.outcome not in {Outcome.NOT_APPLICABLE, Outcome.NOT_MET}
