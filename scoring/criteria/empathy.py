"""Empathy by opportunity: when the caller's distress rose, was it answered?"""

from dataclasses import dataclass

from recordings.call_record import Quote
from recordings.conversation import Conversation
from recordings.replies import Reply, replies_in
from scenarios.vocabulary import Concept, CourtesyLabel, DialogueAct
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import percent, whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

CONDOLENCE_LABELS = (CourtesyLabel.EMOTIONAL_REACTION, CourtesyLabel.UNDERSTANDING)
CONDOLENCE_ACTS = (DialogueAct.EMPATHISE,)
COMFORT = frozenset(
    {DialogueAct.EMPATHISE, DialogueAct.REASSURE, DialogueAct.ACKNOWLEDGE}
)
"""Acts that comfort and do nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """A moment that asks for empathy, and the replies in which it may be given."""

    line: int
    """Seq of what the caller said."""
    replies: tuple[Reply, ...]
    death: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmpathyAnswered:
    """When distress rose, or a death was told, it was recognised and then acted on.

    A life-saving order within the replies that count excuses it: danger comes first.
    A death asks for more than «baik»: the loss itself has to be named.
    """

    from_distress: int = whole(3, least=2, most=5)
    within_replies: int = whole(2, least=1, most=5)
    death: tuple[str, ...] = words(Concept, (Concept.DEATH_CONFIRMED,))
    """Facts about these concepts tell of a death."""
    full_percent: int = percent(50)

    def assess(self, seen: Evidence) -> Verdict:
        occasions = self._occasions(seen)
        answered = [each for each in occasions if _answered(seen, each)]
        passed = [
            each
            for each in occasions
            if each not in answered and not any(r.urgent for r in each.replies)
        ]
        of = len(answered) + len(passed)
        if not seen.said and (cry := self._cry(seen)):
            return Verdict(
                outcome=Outcome.NOT_MET, reason="distress_left_alone", quotes=(cry,)
            )
        if not of:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="caller_was_calm")
        doubtful = _in_doubt(seen, passed)
        spared = min(len(doubtful), len(passed))
        if self._enough(len(answered) + spared, of) != self._enough(len(answered), of):
            return not_assessable(seen, doubtful)
        return self._verdict(seen, answered, passed)

    def _cry(self, seen: Evidence) -> Quote | None:
        return next(
            (
                seen.call.quote(seq)
                for seq, line in seen.lines
                if line.distress >= self.from_distress
            ),
            None,
        )

    def _enough(self, answered: int, of: int) -> bool:
        return 100 * answered >= self.full_percent * of

    def _verdict(
        self, seen: Evidence, answered: list[Occasion], passed: list[Occasion]
    ) -> Verdict:
        of = len(answered) + len(passed)
        met = self._enough(len(answered), of)
        shown = answered if met else passed
        death = any(occasion.death for occasion in shown)
        return Verdict(
            outcome=Outcome.MET if met else Outcome.NOT_MET,
            reason=("condolence_given" if met else "condolence_missing")
            if death
            else ("distress_answered" if met else "distress_passed_over"),
            params={"answered": len(answered), "of": of},
            quotes=tuple(
                quote
                for occasion in shown
                for quote in (
                    seen.call.quote(occasion.line),
                    *(said.quote(seen.call) for said in _first_words(seen, occasion)),
                )
            ),
            by_reading=True,
        )

    def _occasions(self, seen: Evidence) -> list[Occasion]:
        told_of_death = self._death_line(seen)
        replies = list(replies_in(Conversation(seen.call)))
        occasions, before = [], 0
        for nth, reply in enumerate(replies):
            rose = reply.distress >= self.from_distress and reply.distress > before
            death = reply.after == told_of_death
            if rose or death:
                window = tuple(replies[nth : nth + self.within_replies])
                occasions.append(
                    Occasion(line=reply.after, replies=window, death=death)
                )
            before = reply.distress
        return occasions

    def _death_line(self, seen: Evidence) -> int | None:
        facts = [
            fact
            for fact in seen.case.facts
            if any(set(answer.about) & set(self.death) for answer in fact.answers)
        ]
        heard = seen.first_heard(facts)
        return heard[0] if heard else None


def _spoken(seen: Evidence, occasion: Occasion) -> list[Said]:
    seqs = {seq for reply in occasion.replies for seq in reply.utterances}
    return [said for said in seen.said if said.seq in seqs]


def _first_words(seen: Evidence, occasion: Occasion) -> list[Said]:
    return _spoken(seen, occasion)[:1]


def _answered(seen: Evidence, occasion: Occasion) -> bool:
    wounded = {violation.seq for violation in seen.violations}
    kind = [said for said in _spoken(seen, occasion) if said.seq not in wounded]
    if occasion.death:
        named = [
            said
            for said in kind
            if said.showed(CONDOLENCE_LABELS) or said.did(CONDOLENCE_ACTS)
        ]
        return bool(named)
    recognised = any(reply.recognised for reply in occasion.replies)
    return bool(kind) and recognised and _acted_on(seen, occasion)


def _acted_on(seen: Evidence, occasion: Occasion) -> bool:
    """Whether anything but comfort was done from the first reply on."""
    since = occasion.replies[0].utterances[0]
    return any(
        any(found.act not in COMFORT for found in said.acts)
        for said in seen.said
        if said.seq >= since
    )


def _in_doubt(seen: Evidence, passed: list[Occasion]) -> tuple[Said, ...]:
    acts = {*COMFORT, DialogueAct.INFORM_DISPATCH, DialogueAct.INFORM_TRANSFER}
    return tuple(
        said
        for occasion in passed
        for said in _spoken(seen, occasion)
        if said.may_hold(acts)
    )
