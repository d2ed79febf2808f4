"""What stands before everything else on a scorecard: decided, good, to mend."""

import pytest

from recordings.call_record import Quote
from scoring.finding import Finding, Outcome
from scoring.summary import summarise


def a_finding(name, points, out_of, *, critical=False, quoted=False):
    outcome = Outcome.MET if points == out_of else Outcome.NOT_MET
    return Finding(
        criterion=name,
        title=name,
        area="routing",
        outcome=outcome,
        points=points,
        out_of=out_of,
        critical=critical,
        confirm=False,
        reason="told",
        quotes=(Quote(seq=3, span=(0, 2), text="ya"),) if quoted else (),
    )


SMALL_LOSS = a_finding("small", 1, 2)
BIG_LOSS = a_finding("big", 0, 7)
CRITICAL = a_finding("critical", 0, 3, critical=True)
GAIN = a_finding("gain", 8, 8)
SAID_WELL = a_finding("said_well", 2, 2, quoted=True)


@pytest.mark.parametrize(
    ("findings", "decided", "good", "mend"),
    [
        ([SMALL_LOSS, BIG_LOSS, GAIN], BIG_LOSS, [GAIN], [SMALL_LOSS]),
        ([BIG_LOSS, CRITICAL], CRITICAL, [], [BIG_LOSS]),
        ([GAIN, SAID_WELL], SAID_WELL, [GAIN], []),
        ([BIG_LOSS, GAIN, SAID_WELL], BIG_LOSS, [SAID_WELL, GAIN], []),
        ([], None, [], []),
    ],
)
def test_no_finding_is_named_twice(findings, decided, good, mend):
    summary = summarise(findings)

    assert summary.decided is decided
    assert (list(summary.good), list(summary.mend)) == (good, mend)


def test_there_are_at_most_three_of_each():
    losses = [a_finding(f"loss{nth}", 0, 5) for nth in range(6)]
    gains = [a_finding(f"gain{nth}", 5, 5) for nth in range(6)]

    summary = summarise([*losses, *gains])

    assert (len(summary.good), len(summary.mend)) == (3, 3)
