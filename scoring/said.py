"""One utterance of the call-taker, with what was understood of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from recordings.call_record import CallRecord, Quote
from recordings.events import (
    ActFound,
    CallerSounded,
    CallerSpoke,
    CallTakerSpoke,
    CourtesyFound,
    ValueFound,
)
from recordings.sequences import sequence_labels
from scenarios.case import Fact
from scenarios.vocabulary import URGENT_ACTS, VIOLATION_SEVERITY

MIN_WORDS_IN_DOUBT = 2
"""«Hm.» cannot hide a question; an utterance of fewer words excuses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the call-taker said once, and what the reader made of it.

    `acts` is empty when the reader abstained and when a person corrected the
    reading: then nothing can be earned by it, and nothing that may lie in it counts
    as missed.
    """

    seq: int
    read_seq: int | None
    """Seq of the reading; what the caller answers may point at either."""
    began_ms: int
    ended_ms: int
    text: str
    means: str
    heard_with: float | None
    """The recogniser's confidence; None when typed or tapped."""
    acts: tuple[ActFound, ...]
    courtesy: tuple[CourtesyFound, ...]
    """As read, and what only shows over several turns: the caller's name, a return."""
    values: tuple[ValueFound, ...]
    abstained: bool
    corrected: tuple[str, ...]
    """Acts a person said were meant."""
    erased: bool
    """The words, and the values read in them, are gone; acts and courtesy stay."""

    def did(
        self, acts: Collection[str], about: Collection[str] = ()
    ) -> ActFound | None:
        """The first of these acts, about one of these concepts when any are named."""
        return next(
            (
                found
                for found in self.acts
                if found.act in acts and (not about or set(about) & set(found.about))
            ),
            None,
        )

    def asks(self, fact: Fact) -> ActFound | None:
        """The act by which it plainly asks for a fact.

        Where the fact is about something, the question has to be about it too: «Di
        mana?» does not ask where the body shall be taken.
        """
        for answer in fact.answers:
            if found := self.did((answer.act,), answer.about):
                return found
        return None

    def showed(self, labels: Collection[str]) -> CourtesyFound | None:
        """The first of these courtesy labels; a degree of 0 shows nothing."""
        shown = (found for found in self.courtesy if found.level != 0)
        return next((found for found in shown if found.label in labels), None)

    def may_hold(self, acts: Collection[str]) -> bool:
        """Whether one of these acts may lie in it without having been understood.

        How many words were erased nobody knows any more.
        """
        if self.corrected:
            return bool(set(self.corrected) & set(acts))
        long = self.erased or len(self.text.split()) >= MIN_WORDS_IN_DOUBT
        return self.abstained and long

    def is_answered_by(self, event: CallerSpoke | CallerSounded) -> bool:
        """Whether the caller's line or sound answers it, or what was read in it."""
        because = event.because_of
        return because is not None and because in {self.seq, self.read_seq}

    @property
    def urgent(self) -> bool:
        """Whether it is a life-saving order, where short and firm is right."""
        return any(found.act in URGENT_ACTS for found in self.acts)

    def quote(
        self, call: CallRecord, found: ActFound | CourtesyFound | None = None
    ) -> Quote:
        """The words of what was found in it, or the whole utterance."""
        return call.quote(self.seq, found.span if found else None)


def utterances(call: CallRecord) -> Iterator[Said]:
    """Every utterance of the call-taker, in order, with its latest understanding."""
    over_turns = _shown_over_turns(call)
    for seq, spoke in call.all(CallTakerSpoke):
        read = call.reading_of(seq)
        correction = call.corrected(seq)
        reading = read[1] if read else None
        yield Said(
            seq=seq,
            read_seq=read[0] if read else None,
            began_ms=spoke.began_ms,
            ended_ms=spoke.ended_ms,
            text=spoke.text,
            means=spoke.means,
            heard_with=spoke.confidence,
            acts=reading.acts if reading and not correction else (),
            courtesy=(
                *(reading.courtesy if reading else ()),
                *over_turns.get(seq, ()),
            ),
            values=reading.values if reading else (),
            abstained=reading is None or reading.abstained,
            corrected=correction.acts if correction else (),
            erased=call.is_erased(seq),
        )


def _shown_over_turns(call: CallRecord) -> dict[int, list[CourtesyFound]]:
    """Courtesies that need more than one turn, by the utterance that shows them."""
    shown: dict[int, list[CourtesyFound]] = {}
    for seq, label, span in sequence_labels(call):
        if label not in VIOLATION_SEVERITY:
            found = CourtesyFound(label=label, confidence=1.0, span=span)
            shown.setdefault(seq, []).append(found)
    return shown
