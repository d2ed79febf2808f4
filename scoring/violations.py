"""What the call-taker said or did that wounds: which violations count, how heavily.

A label of the reader does not count where short words are right (life-saving orders),
where the page and not the voice made it loud (capitals of a typist, a recogniser's
guess), and where the call deserved it (a non-emergency sent elsewhere, doubt about a
report that is false).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from recordings.call_record import CallRecord, Quote
from recordings.events import Span
from recordings.sequences import sequence_labels
from scenarios.case import Case, Truth
from scenarios.vocabulary import (
    VIOLATION_SEVERITY,
    CourtesyLabel,
    Disposition,
)
from scoring.said import Said

SEVERITIES = ("minor", "moderate", "severe", "fatal")
"""From the lightest to the heaviest."""

MIN_CONFIDENCE = 0.5
"""What the recogniser or the reader was less sure of is not held against anybody."""

Found: TypeAlias = tuple[int, Span, str]
"""Seq of the utterance, the words, the label."""

_SHORT_WHEN_URGENT = frozenset(
    {CourtesyLabel.SHOUT, CourtesyLabel.COMMAND_RUDE, CourtesyLabel.IMPATIENCE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One violation and the words of it."""

    seq: int
    label: str
    severity: str
    quote: Quote

    def at_least(self, severity: str) -> bool:
        return SEVERITIES.index(self.severity) >= SEVERITIES.index(severity)


def find_violations(
    case: Case, call: CallRecord, said: Sequence[Said]
) -> tuple[Violation, ...]:
    """Every violation that counts, in order."""
    found = {*_read(case, said), *_in_sequence(call, said)}
    return tuple(
        Violation(
            seq=seq,
            label=label,
            severity=VIOLATION_SEVERITY[CourtesyLabel(label)],
            quote=call.quote(seq, span),
        )
        for seq, span, label in sorted(found)
    )


def _read(case: Case, said: Sequence[Said]) -> Iterator[Found]:
    for each in said:
        for found in each.courtesy:
            violation = found.label in VIOLATION_SEVERITY
            sure = violation and found.confidence >= MIN_CONFIDENCE
            if sure and _counts(case.truth, each, found.label):
                yield each.seq, found.span, found.label


def _in_sequence(call: CallRecord, said: Sequence[Said]) -> Iterator[Found]:
    seqs = {each.seq for each in said}
    for seq, label, span in sequence_labels(call):
        if label in VIOLATION_SEVERITY and seq in seqs:
            yield seq, span, label


def _counts(truth: Truth, said: Said, label: str) -> bool:
    if _misheard(said) or (label in _SHORT_WHEN_URGENT and said.urgent):
        return False
    if label == CourtesyLabel.SHOUT:
        return _loud(said)
    if label == CourtesyLabel.DEFLECT_REFUSE:
        return truth.emergency
    if label == CourtesyLabel.DOUBT_ACCUSE:
        return truth.disposition != Disposition.PRANK
    return True


def _loud(said: Said) -> bool:
    """Whether it is loud beyond the capitals that half of all typists use."""
    return said.means == "tapped" or (said.means == "typed" and "!!" in said.text)


def _misheard(said: Said) -> bool:
    return said.heard_with is not None and said.heard_with < MIN_CONFIDENCE
