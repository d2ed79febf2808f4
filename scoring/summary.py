"""The scorecard in a breath: what decided, what was good, what to mend.

An instructor has five minutes a call. One thing that decided it, one good and one to
mend come first; up to three of each stand behind them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.finding import Finding, Outcome

HOW_MANY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Findings of a scorecard, picked out."""

    decided: Finding | None
    """The critical miss, else the greatest loss, else the greatest gain: named here
    and in no other list."""
    good: tuple[Finding, ...]
    mend: tuple[Finding, ...]


def summarise(findings: Sequence[Finding]) -> Summary:
    """Pick what decided, up to three good things, and up to three to mend."""
    mend = sorted(
        (finding for finding in findings if finding.lost),
        key=lambda finding: (not finding.missed_critically, -finding.lost),
    )
    earned = sorted(
        (f for f in findings if f.outcome is Outcome.MET and f.out_of),
        key=lambda finding: (not finding.quotes, -finding.out_of),
    )
    decided = next(iter([*mend, *earned]), None)
    return Summary(
        decided=decided,
        good=tuple(_spread([one for one in earned if one is not decided])),
        mend=tuple([one for one in mend if one is not decided][:HOW_MANY]),
    )


def _spread(earned: Sequence[Finding]) -> list[Finding]:
    """The greatest of each area first, so that praise is not all for one thing."""
    by_area = {finding.area: finding for finding in reversed(earned)}
    first = [finding for finding in earned if by_area[finding.area] is finding]
    rest = [finding for finding in earned if finding not in first]
    return [*first, *rest][:HOW_MANY]
