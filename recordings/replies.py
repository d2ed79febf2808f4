"""What the call-taker made of the caller's distress, reply by reply."""

from collections.abc import Iterator
from dataclasses import dataclass

from recordings.call_record import CallRecord
from recordings.codes import (
    OWN_SOUNDS,
    RECOGNISING_ACTS,
    RECOGNISING_LABELS,
    STRONG_DISTRESS,
    URGENT_ACTS,
)
from recordings.conversation import Conversation
from recordings.events import CallerSounded, CallerSpoke, CallTakerSpoke, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the call-taker said between two signs of the caller.

    Several utterances in a row are one reply: recognition in one of them is enough.
    """

    after: int
    """Seq of the caller's line or sound it follows."""
    distress: int
    """ECCS of the caller's last line; 0 when there was none yet."""
    utterances: tuple[int, ...]
    """Seqs of CallTakerSpoke, at least one."""
    recognised: bool
    """Whether something in it answers the caller's distress."""
    urgent: bool
    """Whether it gives an urgent instruction."""


def emotion_replies(record: CallRecord) -> list[Reply]:
    """The replies to a caller with a distress of 3 or more: chances for empathy."""
    found = replies_in(Conversation(record))
    return [reply for reply in found if reply.distress >= STRONG_DISTRESS]


def unanswered_emotion(record: CallRecord) -> list[Reply]:
    """Those chances for empathy that were passed over without an urgent reason."""
    return [reply for reply in emotion_replies(record) if unanswered(reply)]


def unanswered(reply: Reply) -> bool:
    distressed = reply.distress >= STRONG_DISTRESS
    return distressed and not reply.recognised and not reply.urgent


def replies_in(call: Conversation) -> Iterator[Reply]:
    """What followed each sign of the caller; signs left without a word give none."""
    after: int | None = None
    distress = 0
    said: list[int] = []
    for seq, event in enumerate(call.record.events):
        if isinstance(event, CallTakerSpoke) and after is not None:
            said.append(seq)
        elif _is_sign(event):
            if after is not None and said:
                yield _reply(call, after, distress, said)
            after, said = seq, []
            distress = event.distress if isinstance(event, CallerSpoke) else distress
    if after is not None and said:
        yield _reply(call, after, distress, said)


def _is_sign(event: Event) -> bool:
    if isinstance(event, CallerSounded):
        return event.sound in OWN_SOUNDS
    return isinstance(event, CallerSpoke)


def _reply(call: Conversation, after: int, distress: int, said: list[int]) -> Reply:
    return Reply(
        after=after,
        distress=distress,
        utterances=tuple(said),
        recognised=any(_recognises(call, seq) for seq in said),
        urgent=any(call.record.has_act(seq, *URGENT_ACTS) for seq in said),
    )


def _recognises(call: Conversation, seq: int) -> bool:
    labels = {found.label for found in call.courtesy(seq) if found.level != 0}
    return bool(labels & RECOGNISING_LABELS) or call.record.has_act(
        seq, *RECOGNISING_ACTS
    )
