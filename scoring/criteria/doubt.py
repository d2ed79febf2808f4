"""What may lie in words the reader did not understand is not held against anybody."""

from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

_RANK = {Outcome.NOT_MET: 0, Outcome.PARTLY: 1, Outcome.MET: 2}


def better(one: Outcome, other: Outcome) -> bool:
    """Whether an outcome that counts is better than another."""
    return _RANK[one] > _RANK[other]


def not_assessable(seen: Evidence, doubtful: tuple[Said, ...]) -> Verdict:
    """Left to a human, quoting the words that were not understood."""
    return Verdict(
        outcome=Outcome.NOT_ASSESSABLE,
        reason="may_lie_in_unclear_words",
        quotes=tuple(said.quote(seen.call) for said in doubtful[:3]),
    )
