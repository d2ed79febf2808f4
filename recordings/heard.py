"""What of the caller's lines the call-taker really heard.

Speaking before a line's `ended_ms` is barge-in: the caller breaks off and the rest
counts as unsaid, with the facts in it. The facts of a line are taken to be spread
evenly over it, in their order: of three facts the first takes the first third. A fact
is heard when all of its share was said.

The call-taker breaks in at `began_ms` when speech was recognised or a phrase tapped,
and with the sending, `ended_ms`, when it was typed. Putting the caller on hold or
closing the call breaks a line off as well.
"""

from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.events import (
    CallClosed,
    CallerSpoke,
    CallHeld,
    CallTakerSpoke,
    Event,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLine:
    """A line of the caller, as far as it was said."""

    seq: int
    line: CallerSpoke
    cut_at_ms: int | None
    """When it broke off; None when it was said to its end."""
    cut_by: int | None
    """Seq of the event that broke it off."""

    @property
    def ended_ms(self) -> int:
        return self.line.ended_ms if self.cut_at_ms is None else self.cut_at_ms

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts that were heard."""
        facts = self.line.facts
        return tuple(f for nth, f in enumerate(facts) if self.told_ms(nth) is not None)

    def told_ms(self, nth: int) -> int | None:
        """When the line's nth fact had been said; None when it was cut before."""
        line = self.line
        share = (line.ended_ms - line.began_ms) * (nth + 1)
        told = line.began_ms + -(-share // len(line.facts))
        return told if self.cut_at_ms is None or told <= self.cut_at_ms else None

    @property
    def said(self) -> str:
        """The words up to where it broke off, whole words only."""
        line = self.line
        if self.cut_at_ms is None:
            return line.text
        share = self.cut_at_ms - line.began_ms
        chars = len(line.text) * share // max(1, line.ended_ms - line.began_ms)
        return line.text[: line.text.rfind(" ", 0, chars + 1) + 1].rstrip()


def heard_lines(record: CallRecord) -> list[HeardLine]:
    """The caller's lines in order, each as far as it was said.

    A line of a call in progress counts as said to its end until something breaks in.
    """
    lines: list[HeardLine] = []
    cut_ms, cut_by = None, None  # the earliest cut among the events after a line
    for seq in range(len(record.events) - 1, -1, -1):
        event = record.events[seq]
        moment = _breaks_in_ms(event)
        if moment is not None and (cut_ms is None or moment <= cut_ms):
            cut_ms, cut_by = moment, seq
        elif isinstance(event, CallerSpoke):
            lines.append(_heard(seq, event, cut_ms=cut_ms, cut_by=cut_by))
    return lines[::-1]


def heard_facts(record: CallRecord) -> dict[str, tuple[int, int]]:
    """Facts the caller got across: id -> (seq of the line, when it had been said)."""
    facts: dict[str, tuple[int, int]] = {}
    for heard in heard_lines(record):
        for nth, fact in enumerate(heard.line.facts):
            told_ms = heard.told_ms(nth)
            if told_ms is not None:
                facts.setdefault(fact, (heard.seq, told_ms))
    return facts


def speaks_from_ms(said: CallTakerSpoke) -> int:
    """From when the caller hears an utterance: typed ones come with their sending."""
    return said.ended_ms if said.means == "typed" else said.began_ms


def _breaks_in_ms(event: Event) -> int | None:
    if isinstance(event, CallTakerSpoke):
        return speaks_from_ms(event)
    return event.at_ms if isinstance(event, CallHeld | CallClosed) else None


def _heard(
    seq: int, line: CallerSpoke, *, cut_ms: int | None, cut_by: int | None
) -> HeardLine:
    if cut_ms is None or cut_ms >= line.ended_ms:
        return HeardLine(seq=seq, line=line, cut_at_ms=None, cut_by=None)
    cut_at_ms = max(cut_ms, line.began_ms)
    return HeardLine(seq=seq, line=line, cut_at_ms=cut_at_ms, cut_by=cut_by)
