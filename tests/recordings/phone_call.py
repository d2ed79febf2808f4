"""A call on a time line, written as it is told: who says what at which second."""

from datetime import UTC, datetime

from recordings.call_record import CallRecord
from recordings.events import (
    ActFound,
    CallAnswered,
    CallerSpoke,
    CallOffered,
    CallTakerSpoke,
    CaseDrawn,
    CourtesyFound,
    UtteranceRead,
    ValueFound,
)

OFFERED_AT = datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
OFFERED = CallOffered(
    at_ms=0,
    scenario="kebakaran-pasar@3",
    seed=7,
    region="ambon",
    mode="practice",
    rubric="dasar-112@1",
    ani="0810 33 452",
    offered_at=OFFERED_AT,
)


def ms(seconds):
    return round(seconds * 1000)


class PhoneCall:
    """Offered at 0, answered at 2; further events follow in the order of calls."""

    def __init__(self, *, distress=2, name="Siti Patty"):
        case = {"caller": {"distress": distress, "name": name}}
        self.events = [
            OFFERED,
            CaseDrawn(at_ms=0, case=case),
            CallAnswered(at_ms=2_000),
        ]

    @property
    def seq(self):
        """Seq of the last event."""
        return len(self.events) - 1

    def add(self, event):
        self.events.append(event)
        return self

    def caller(self, began, ended, text="Tolong!", *, facts=(), distress=2, **more):
        self.add(
            CallerSpoke(
                at_ms=max(self.events[-1].at_ms, ms(began) - 400),
                text=text,
                began_ms=ms(began),
                ended_ms=ms(ended),
                facts=facts,
                distress=distress,
                because_of=more.get("because_of"),
                purpose=more.get("purpose", "answer"),
            )
        )
        return self

    def taker(self, began, ended, text="Baik.", *, means="typed", **read):
        """An utterance with its reading: acts, courtesy, values.

        Acts are «ask_location» or «inform_dispatch/on_its_way»; courtesy labels stand
        alone or with the words they rest on: ("honorific_address", "Bu").
        """
        at_ms = max(self.events[-1].at_ms, ms(ended))
        self.add(
            CallTakerSpoke(
                at_ms=at_ms,
                text=text,
                began_ms=ms(began),
                ended_ms=ms(ended),
                means=means,
            )
        )
        self.add(
            UtteranceRead(
                at_ms=at_ms,
                of=self.seq,
                acts=tuple(_act(act, text) for act in read.get("acts", ())),
                courtesy=tuple(
                    _courtesy(label, text) for label in read.get("courtesy", ())
                ),
                values=tuple(
                    ValueFound(kind=kind, value=value, span=(0, len(text)))
                    for kind, value in read.get("values", ())
                ),
                reader="uji-1",
            )
        )
        return self

    def record(self):
        return CallRecord(tuple(self.events))


def _act(act, text):
    name, _, about = act.partition("/")
    concepts = tuple(about.split("|")) if about else ()
    return ActFound(act=name, confidence=0.9, span=(0, len(text)), about=concepts)


def _courtesy(label, text):
    name, words = label if isinstance(label, tuple) else (label, text)
    begin = text.index(words)
    span = (begin, begin + len(words))
    return CourtesyFound(label=name, confidence=0.9, span=span)
