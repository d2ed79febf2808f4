"""What the call-taker said or did that wounds: which violations count, how heavily.

A label of the reader does not count where short words are right (life-saving orders),
where the page and not the voice made it loud (capitals of a typist, a recogniser's
guess), and where the call deserved it (a non-emergency sent elsewhere, doubt about a
report that is false).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from recordings.call_record import CallRecord, Quote
from recordings.codes import RECOGNISING_ACTS
from recordings.conversation import Conversation
from recordings.events import Span
from recordings.replies import replies_in
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
    """Every violation that counts, in order; one of a kind in an utterance."""
    found: dict[tuple[int, str], Span] = {}
    for seq, span, label in sorted({*_read(case, said), *_in_sequence(call, said)}):
        found.setdefault((seq, label), span)
    return tuple(
        Violation(
            seq=seq,
            label=label,
            severity=VIOLATION_SEVERITY[CourtesyLabel(label)],
            quote=call.quote(seq, span),
        )
        for (seq, label), span in found.items()
    )


def _read(case: Case, said: Sequence[Said]) -> Iterator[Found]:
    for each in said:
        for found in each.courtesy:
            violation = found.label in VIOLATION_SEVERITY
            sure = violation and found.confidence >= MIN_CONFIDENCE
            if sure and _counts(case.truth, each, found.label):
                yield each.seq, found.span, found.label


def _in_sequence(call: CallRecord, said: Sequence[Said]) -> Iterator[Found]:
    perhaps_answered = _perhaps_answered(call, said)
    for seq, label, span in sequence_labels(call):
        excused = label == CourtesyLabel.IGNORE_EMOTION and seq in perhaps_answered
        if label in VIOLATION_SEVERITY and not excused:
            yield seq, span, label


def _perhaps_answered(call: CallRecord, said: Sequence[Said]) -> set[int]:
    """First words of replies with which, or right before, something was unclear."""
    unclear = {each.seq for each in said if each.may_hold(RECOGNISING_ACTS)}
    return {
        reply.utterances[0]
        for before, reply in pairwise(replies_in(Conversation(call)))
        if unclear & {*before.utterances, *reply.utterances}
    }


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
