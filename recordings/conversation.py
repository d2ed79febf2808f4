"""The two sides of a call next to each other, looked up once for many questions."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from recordings.call_record import CallRecord
from recordings.codes import VIOLATIONS
from recordings.events import (
    CallTakerSpoke,
    CourtesyFound,
    Span,
    UtteranceRead,
)
from recordings.heard import HeardLine, heard_lines
from recordings.timing import Hold, holds


class Conversation:
    """A record with the look-ups that the rules over several turns share."""

    def __init__(self, record: CallRecord) -> None:
        self.record = record
        self.said: list[tuple[int, CallTakerSpoke]] = record.all(CallTakerSpoke)

    @cached_property
    def lines(self) -> list[HeardLine]:
        return heard_lines(self.record)

    @cached_property
    def holds(self) -> list[Hold]:
        return holds(self.record)

    @cached_property
    def answered(self) -> frozenset[int]:
        """Seqs of the utterances that the caller answered with a fact that was heard.

        A caller's line answers the utterance itself or what was read in it.
        """
        of = {seq: read.of for seq, read in self.record.all(UtteranceRead)}
        causes = (h.line.because_of for h in self.lines if h.facts)
        return frozenset(of.get(seq, seq) for seq in causes if seq is not None)

    def before(self, seq: int, how_many: int) -> list[tuple[int, CallTakerSpoke]]:
        """The call-taker's last utterances before an event, oldest first."""
        end = bisect_left(self.said, seq, key=lambda each: each[0])
        return self.said[max(0, end - how_many) : end]

    def lines_before(self, seq: int) -> Iterator[HeardLine]:
        """The caller's lines before an event, the last one first."""
        end = bisect_left(self.lines, seq, key=lambda heard: heard.seq)
        return reversed(self.lines[:end])

    def courtesy(self, seq: int) -> tuple[CourtesyFound, ...]:
        reading = self.record.reading_of(seq)
        return reading[1].courtesy if reading else ()

    def labelled(self, seq: int, *labels: str) -> list[Span]:
        """Where in an utterance the reader found one of these courtesy labels."""
        return [found.span for found in self.courtesy(seq) if found.label in labels]

    def violates(self, seq: int) -> bool:
        return any(found.label in VIOLATIONS for found in self.courtesy(seq))
