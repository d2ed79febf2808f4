"""What was found about one criterion: the outcome, why, and the words it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from recordings.call_record import Quote

Param: TypeAlias = "int | str | tuple[str, ...]"
"""A number, a name or several names that a reason's sentence mentions."""


class Outcome(StrEnum):
    """How a criterion came out."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    NOT_ASSESSABLE = "not_assessable"


LEFT_OUT = frozenset({Outcome.NOT_APPLICABLE, Outcome.NOT_ASSESSABLE})
"""Outcomes that enter neither the points nor what they are out of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a kind of criterion concludes, before points are put to it."""

    outcome: Outcome
    reason: str
    """A code of data/reasons.yaml."""
    params: Mapping[str, Param] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()
    by_reading: bool = False
    """Rests on what the reader understood, not on ticket, dispatch or clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of a scorecard.

    Points is None, never 0, when the criterion was left out of the total.
    """

    criterion: str
    title: str
    area: str
    outcome: Outcome
    points: int | None
    out_of: int
    critical: bool
    confirm: bool
    """A critical miss that rests on the reader waits until a human has looked."""
    reason: str
    params: Mapping[str, Param] = field(default_factory=dict)
    quotes: tuple[Quote, ...] = ()

    def __post_init__(self) -> None:
        if (self.outcome in LEFT_OUT) != (self.points is None):
            raise ValueError(f"{self.criterion}: {self.outcome} with {self.points}")
        if self.points is not None and not 0 <= self.points <= self.out_of:
            raise ValueError(f"{self.criterion}: {self.points} of {self.out_of}")
        if self.confirm and not self.missed_critically:
            raise ValueError(f"{self.criterion}: nothing critical to confirm")

    @property
    def counts(self) -> bool:
        """Whether it enters the total."""
        return self.points is not None

    @property
    def lost(self) -> int:
        """Points that were there to be had and were not."""
        return 0 if self.points is None else self.out_of - self.points

    @property
    def missed_critically(self) -> bool:
        """Whether it fails the call, whatever the sum."""
        return self.critical and self.outcome is Outcome.NOT_MET


def points_for(outcome: Outcome, out_of: int) -> int | None:
    """All, half (rounded down), none; None when left out."""
    if outcome in LEFT_OUT:
        return None
    return {Outcome.MET: out_of, Outcome.PARTLY: out_of // 2}.get(outcome, 0)


def won(findings: Sequence[Finding]) -> int:
    """Points earned by the findings that count."""
    return sum(finding.points or 0 for finding in findings)


def at_stake(findings: Sequence[Finding]) -> int:
    """Points that could have been earned by the findings that count."""
    return sum(finding.out_of for finding in findings if finding.counts)
