"""Empathy by opportunity: when the caller's distress rose, was it answered?"""

from dataclasses import dataclass

from recordings.call_record import Quote
from recordings.codes import RECOGNISING_ACTS, RECOGNISING_LABELS
from recordings.conversation import Conversation
from recordings.replies import Reply, replies_in
from scenarios.vocabulary import CourtesyLabel, DialogueAct
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import percent, whole
from scoring.criteria.record import CUT_SHORT
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

CONDOLENCE_LABELS = (CourtesyLabel.EMOTIONAL_REACTION, CourtesyLabel.UNDERSTANDING)
CONDOLENCE_ACTS = (DialogueAct.EMPATHISE,)
COMFORT = frozenset(
    {DialogueAct.EMPATHISE, DialogueAct.REASSURE, DialogueAct.ACKNOWLEDGE}
)
"""Acts that comfort and do nothing else."""
PARTING = frozenset({DialogueAct.CLOSE_CALL})
IDLE = COMFORT | {
    DialogueAct.CLOSE_CALL,
    DialogueAct.THANK,
    DialogueAct.SMALL_TALK,
    DialogueAct.RUDE,
    DialogueAct.OTHER,
}
"""Acts after which nothing has been done about it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A moment that asks for empathy, and the words in which it may be given."""

    line: int
    """Seq of the caller's line or sound."""
    words: tuple[Said, ...]
    urgent: bool
    """A life-saving order came within them: danger goes first."""
    death: bool
    answer: Said | None = None
    """The words that answered it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyAnswered:
    """When distress rose, or a death was told, it was recognised and then acted on.

    A life-saving order within the replies that count excuses it. Where the case asks
    for condolence, the caller's first words tell of the death, and «baik» is no answer
    to it: the loss itself has to be named.
    """

    from_distress: int = whole(3, least=2, most=5)
    within_replies: int = whole(2, least=1, most=5)
    full_percent: int = percent(50)
    """Of the occasions."""

    def assess(self, seen: Evidence) -> Verdict:
        found = self._occasions(seen)
        if not found:
            return self._without_occasion(seen)
        occasions = [each for each in found if each.answer or not each.urgent]
        if not occasions:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="caller_was_calm")
        passed = [each for each in occasions if each.answer is None]
        answered = len(occasions) - len(passed)
        met = self._enough(answered, len(occasions))
        unclear = [
            words
            for each in passed
            if (words := seen.unclear(each.words, RECOGNISING_ACTS))
        ]
        if self._enough(answered + len(unclear), len(occasions)) != met:
            doubtful = {said.seq: said for words in unclear for said in words}
            return not_assessable(seen, tuple(doubtful.values()))
        return _verdict(seen, occasions, met=met)

    def _without_occasion(self, seen: Evidence) -> Verdict:
        """The caller was calm, or in distress when nobody spoke any more.

        What comes after a goodbye is no occasion: there was no reply to come.
        """
        last = max((said.seq for said in seen.said), default=0)
        alone = [
            seq
            for seq, line in seen.lines
            if seq > last and line.distress >= self.from_distress
        ]
        cut_short = seen.hung_up is not None and seen.hung_up[1].reason in CUT_SHORT
        parted = bool(seen.said) and bool(seen.said[-1].did(PARTING))
        if not alone or cut_short or parted:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="caller_was_calm")
        return Verdict(
            outcome=Outcome.NOT_MET,
            reason="distress_left_alone",
            quotes=(seen.call.quote(alone[0]),),
        )

    def _enough(self, answered: int, of: int) -> bool:
        return 100 * answered >= self.full_percent * of

    def _occasions(self, seen: Evidence) -> list[Occasion]:
        replies = list(replies_in(Conversation(seen.call)))
        mourning = _asks_for_condolence(seen)
        occasions, before = [], 0
        for nth, reply in enumerate(replies):
            rose = reply.distress >= self.from_distress and reply.distress > before
            death = mourning and nth == 0
            if rose or death:
                window = replies[nth : nth + self.within_replies]
                occasions.append(_occasion(seen, window, death=death))
            before = reply.distress
        return occasions


def _asks_for_condolence(seen: Evidence) -> bool:
    return any(DialogueAct.EMPATHISE in must.acts for must in seen.case.must_tell)


def _occasion(seen: Evidence, window: list[Reply], *, death: bool) -> Occasion:
    seqs = {seq for reply in window for seq in reply.utterances}
    words = tuple(said for said in seen.said if said.seq in seqs)
    return Occasion(
        line=window[0].after,
        words=words,
        urgent=any(reply.urgent for reply in window),
        death=death,
        answer=_answer(seen, words, death=death),
    )


def _answer(seen: Evidence, words: tuple[Said, ...], *, death: bool) -> Said | None:
    """The words that answered it, unless they wounded or nothing was done besides."""
    answers = _condoles if death else recognises
    for said in words:
        if said.seq not in seen.wounding and answers(said):
            return said if death or _acted_on(seen, words) else None
    return None


def recognises(said: Said) -> bool:
    """Whether an utterance answers distress, as the caller takes it."""
    labels = {found.label for found in said.courtesy if found.level != 0}
    return bool(labels & RECOGNISING_LABELS or said.did(RECOGNISING_ACTS))


def _condoles(said: Said) -> bool:
    return bool(said.showed(CONDOLENCE_LABELS) or said.did(CONDOLENCE_ACTS))


def _acted_on(seen: Evidence, words: tuple[Said, ...]) -> bool:
    """Whether anything but comfort was done from these words on: said, or sent."""
    since = words[0].seq
    sent = any(seq > since for seq, _ in seen.desk.dispatches)
    return sent or any(
        any(found.act not in IDLE for found in said.acts)
        for said in seen.said
        if said.seq >= since
    )


def _verdict(seen: Evidence, occasions: list[Occasion], *, met: bool) -> Verdict:
    answered = [each for each in occasions if each.answer is not None]
    shown = answered if met else [each for each in occasions if each.answer is None]
    return Verdict(
        outcome=Outcome.MET if met else Outcome.NOT_MET,
        reason=_reason(any(each.death for each in shown), met=met),
        params={"answered": len(answered), "of": len(occasions)},
        quotes=tuple(quote for each in shown for quote in _quotes(seen, each)),
        by_reading=True,
    )


def _reason(death: bool, *, met: bool) -> str:
    if death:
        return "condolence_given" if met else "condolence_missing"
    return "distress_answered" if met else "distress_passed_over"


def _quotes(seen: Evidence, occasion: Occasion) -> tuple[Quote, ...]:
    """The caller's words, and those that answered them or came instead."""
    reply = occasion.answer or occasion.words[0]
    spoken = [seq for seq, _ in seen.lines if seq <= occasion.line]
    line = max(spoken, default=occasion.line)
    return seen.call.quote(line), reply.quote(seen.call)
