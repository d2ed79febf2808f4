"""What a human corrected, beside what the machine found.

The machine's finding stays as it was. The latest correction of a criterion counts, the
earlier ones remain to be read, and the totals are those of what counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from scoring.finding import LEFT_OUT, Finding, Outcome
from scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A human's correction of one finding.

    Points is None exactly when the outcome leaves the item out. Giving the machine's
    own outcome again confirms it.
    """

    criterion: str
    outcome: Outcome
    points: int | None
    reason: str
    author: str
    at: datetime
    """With a time zone."""

    def __post_init__(self) -> None:
        if (self.outcome in LEFT_OUT) != (self.points is None):
            raise ValueError(f"{self.criterion}: {self.outcome} with {self.points}")

    def to_json(self) -> dict[str, Any]:
        return {
            "criterion": self.criterion,
            "outcome": str(self.outcome),
            "points": self.points,
            "reason": self.reason,
            "author": self.author,
            "at": self.at.isoformat(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """A scorecard with the corrections made to it."""

    machine: Scorecard
    counted: Scorecard
    """The same scorecard as it counts now."""
    adjustments: Mapping[str, tuple[Adjustment, ...]]
    """By criterion, the earliest first."""

    def to_json(self, language: str = "id") -> dict[str, Any]:
        """What counts, with every correction and the machine's finding beside it."""
        return {
            **self.counted.to_json(language),
            "adjustments": [
                {
                    **adjustment.to_json(),
                    "machine_outcome": str(self.machine.finding(criterion).outcome),
                    "machine_points": self.machine.finding(criterion).points,
                }
                for criterion, made in self.adjustments.items()
                for adjustment in made
            ],
        }


def adjust(
    scorecard: Scorecard,
    adjustments: Iterable[Adjustment],
    *,
    confirmed: bool = False,
) -> Adjusted:
    """Put human corrections beside a machine's scorecard.

    Args:
        scorecard: What the machine found.
        adjustments: In any order; of one criterion the latest counts.
        confirmed: A human has looked at the whole of it, so that an exam is decided
            and no critical miss waits any longer.

    Raises:
        KeyError: A criterion that the scorecard does not have.
        ValueError: Points outside 0 to what the criterion is worth.
    """
    by_criterion: dict[str, list[Adjustment]] = {}
    for adjustment in sorted(adjustments, key=lambda each: each.at):
        scorecard.finding(adjustment.criterion)
        by_criterion.setdefault(adjustment.criterion, []).append(adjustment)
    findings = tuple(
        _counted(finding, by_criterion.get(finding.criterion, ()), confirmed=confirmed)
        for finding in scorecard.findings
    )
    return Adjusted(
        machine=scorecard,
        counted=replace(
            scorecard,
            findings=findings,
            confirmed=confirmed or scorecard.confirmed,
        ),
        adjustments={key: tuple(made) for key, made in by_criterion.items()},
    )


def _counted(
    finding: Finding, made: Sequence[Adjustment], *, confirmed: bool
) -> Finding:
    if not made:
        return replace(finding, confirm=finding.confirm and not confirmed)
    latest = made[-1]
    if (latest.outcome, latest.points) == (finding.outcome, finding.points):
        return replace(finding, confirm=False)
    return replace(
        finding,
        outcome=latest.outcome,
        points=latest.points,
        confirm=False,
        reason="adjusted",
        params={"author": latest.author, "why": latest.reason},
    )
