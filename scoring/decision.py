"""Passed, failed, or for a human to say: decided in whole points."""

from collections.abc import Sequence

from scoring.finding import Finding, Outcome, at_stake, won


def decide(
    findings: Sequence[Finding], *, pass_percent: int, awaits_human: bool
) -> bool | None:
    """Whether the call is passed; None while a human has to say.

    What could not be assessed, and a critical miss that rests on the reader, are taken
    once for the best and once for the worst. Only where both agree is it decided.

    Args:
        findings: All of the scorecard.
        pass_percent: So many of a hundred points are enough.
        awaits_human: A certificate may hang on this call, and nobody has looked.
    """
    if awaits_human:
        return None
    if any(f.missed_critically and not f.confirm for f in findings):
        return False
    pending = [f for f in findings if f.confirm]
    unclear = [f for f in findings if f.outcome is Outcome.NOT_ASSESSABLE]
    unclear_points = sum(f.out_of for f in unclear)
    out_of = at_stake(findings) + unclear_points
    best = won(findings) + unclear_points + sum(f.out_of for f in pending)
    if not out_of or 100 * best < pass_percent * out_of:
        return False
    worst_fails = 100 * won(findings) < pass_percent * out_of
    if pending or worst_fails or any(f.critical for f in unclear):
        return None
    return True
