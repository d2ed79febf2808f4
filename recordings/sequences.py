"""Courtesy labels that need more than one turn, read off the log.

The caller's mind and the mark use the same function, so that what moved the caller is
what is marked. Definitions are those of the label list:

* `hold_return`: the first words after a hold, after asking for a wait, or after more
  than ten seconds without a word, when they thank, apologise or report back.
* `repetitive_persistence`: the same request in much the same words as in one of the
  last three utterances, unanswered so far, with a form of address or a reason and
  without any violation, to a caller with a distress of 3 or more.
* `ignore_emotion`: two replies running to a caller with a distress of 3 or more in
  which nothing recognises it. Urgent instructions come first and are no neglect.
* `interrupt_silence`: speaking into the caller's line so that a second or more of it
  stays unsaid, without an apology or an urgent instruction. Only recognised speech
  can do it: who reads the caller's words is not interrupting when sending a reply.
  Ordering silence in words («Diam dulu!») is the reader's to find.
* `name_use`: the caller's name right after an honorific («Bu Siti»), without any
  violation in the same utterance.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from recordings.call_record import CallRecord
from recordings.codes import REPORTS_BACK, STRONG_DISTRESS, URGENT_ACTS
from recordings.conversation import Conversation
from recordings.events import CallTakerSpoke, Span
from recordings.heard import heard_facts, heard_lines, speaks_from_ms
from recordings.likeness import likeness
from recordings.replies import (
    Reply,
    emotion_replies,
    replies_in,
    unanswered,
    unanswered_emotion,
)
from recordings.timing import distress_curve, holds, pauses

__all__ = [
    "Label",
    "Reply",
    "distress_curve",
    "emotion_replies",
    "heard_facts",
    "heard_lines",
    "holds",
    "pauses",
    "sequence_labels",
    "unanswered_emotion",
]

Label: TypeAlias = tuple[int, str, Span]
"""Seq of the call-taker's utterance, the label, the words it rests on."""

SILENCE_MS = 10_000
SAME_WORDS = 0.7
LOOK_BACK = 3
UNSAID_MS = 1_000
"""Less than this left unsaid is talking over the end, not interrupting."""
WELL_BEGUN_MS = 300
"""Both starting at once is nobody's interruption."""
IGNORED_REPLIES = 2


def sequence_labels(record: CallRecord) -> list[Label]:
    """The labels of a call that need more than one turn, in the order of its events."""
    call = Conversation(record)
    found = [
        (seq, label, span)
        for seq, said in call.said
        for label, finds in _OF_AN_UTTERANCE.items()
        if (span := finds(call, seq, said)) is not None
    ]
    persistent = frozenset(
        seq for seq, label, _ in found if label == "repetitive_persistence"
    )
    return sorted([*found, *_interrupt_silence(call), *_ignored(call, persistent)])


# --- an utterance and what came before it ------------------------------------------


def _returns(call: Conversation, seq: int, said: CallTakerSpoke) -> Span | None:
    if not _follows_a_wait(call, seq, said):
        return None
    reports = [act.span for act in call.record.acts_of(seq) if act.act in REPORTS_BACK]
    return next(iter([*call.labelled(seq, "thanks", "apology"), *reports]), None)


def _follows_a_wait(call: Conversation, seq: int, said: CallTakerSpoke) -> bool:
    if any(hold.returned_by == seq for hold in call.holds):
        return True
    before = call.before(seq, 1)
    if not before:
        return False
    if call.record.has_act(before[0][0], "ask_hold"):
        return not call.record.has_act(seq, "ask_hold")
    ends = [
        h.ended_ms for h in call.lines if h.seq < seq and h.line.purpose != "prompt"
    ]
    silent_from_ms = max([before[0][1].ended_ms, *ends])
    return speaks_from_ms(said) - silent_from_ms > SILENCE_MS


def _persists(call: Conversation, seq: int, said: CallTakerSpoke) -> Span | None:
    last = next(call.lines_before(seq), None)
    if last is None or last.line.distress < STRONG_DISTRESS:
        return None
    if not _asks_kindly(call, seq):
        return None
    for earlier, before in call.before(seq, LOOK_BACK):
        if earlier in call.answered:
            continue
        if likeness(said.text, before.text) >= SAME_WORDS:
            return 0, len(said.text)
    return None


def _asks_kindly(call: Conversation, seq: int) -> bool:
    acts = call.record.acts_of(seq)
    asks = any(act.act.startswith(("ask_", "instruct_", "confirm_")) for act in acts)
    kind = bool(call.labelled(seq, "honorific_address", "explain_why"))
    return asks and kind and not call.violates(seq)


def _names(call: Conversation, seq: int, said: CallTakerSpoke) -> Span | None:
    caller = call.record.case_json.get("caller", {})
    name = str(caller.get("name") or "").casefold().split()
    if call.violates(seq):
        return None
    for begin, end in call.labelled(seq, "honorific_address"):
        for word in re.finditer(r"\w+", said.text):
            beside = begin < word.start() <= end + 1
            if beside and word.group().casefold() in name:
                return begin, word.end()
    return None


_OF_AN_UTTERANCE: dict[
    str, Callable[[Conversation, int, CallTakerSpoke], Span | None]
] = {
    "hold_return": _returns,
    "name_use": _names,
    "repetitive_persistence": _persists,
}


# --- over several turns --------------------------------------------------------------


def _ignored(call: Conversation, persistent: frozenset[int]) -> Iterator[Label]:
    running = 0
    for reply in replies_in(call):
        answered = not persistent.isdisjoint(reply.utterances)
        running = running + 1 if unanswered(reply) and not answered else 0
        if running == IGNORED_REPLIES:
            seq = reply.utterances[0]
            yield seq, "ignore_emotion", call.record.quote(seq).span


def _interrupt_silence(call: Conversation) -> Iterator[Label]:
    for heard in call.lines:
        if heard.cut_at_ms is None or heard.cut_by is None:
            continue
        by = call.record.events[heard.cut_by]
        if not isinstance(by, CallTakerSpoke) or by.means != "recognised":
            continue
        begun = heard.cut_at_ms - heard.line.began_ms >= WELL_BEGUN_MS
        unsaid = heard.line.ended_ms - heard.cut_at_ms >= UNSAID_MS
        if begun and unsaid and not _excused(call, heard.cut_by):
            yield heard.cut_by, "interrupt_silence", (0, len(by.text))


def _excused(call: Conversation, seq: int) -> bool:
    apologises = bool(call.labelled(seq, "apology"))
    return apologises or call.record.has_act(seq, *URGENT_ACTS)
