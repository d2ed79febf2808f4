"""Something was said: a greeting, a thank-you, that help is being forwarded."""

from dataclasses import dataclass

from recordings.call_record import Quote
from scenarios.vocabulary import Concept, CourtesyLabel, DialogueAct
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWithin:
    """One of these acts or courtesies was said, among the first or last utterances.

    A caller who shouts of danger before the call-taker has spoken is not kept waiting
    for a greeting: from `waived_from_distress` on the item does not apply. A courtesy
    in words that wound shows nothing; what an act told was told all the same.
    """

    acts: tuple[str, ...] = words(DialogueAct, ())
    about: tuple[str, ...] = words(Concept, ())
    labels: tuple[str, ...] = words(CourtesyLabel, ())
    first: int = whole(0, most=20)
    """Only among so many first utterances; 0: anywhere."""
    last: int = whole(0, most=20)
    """Only among so many last utterances; 0: anywhere."""
    waived_from_distress: int = whole(0, most=5)
    """0: never waived."""

    def assess(self, seen: Evidence) -> Verdict:
        if shout := self._shouted_first(seen):
            return Verdict(
                outcome=Outcome.NOT_APPLICABLE,
                reason="danger_shouted_first",
                quotes=(shout,),
            )
        within = self._within(seen.said)
        for said in within:
            labels = () if said.seq in seen.wounding else self.labels
            found = said.did(self.acts, self.about) or said.showed(labels)
            if found:
                return Verdict(
                    outcome=Outcome.MET,
                    reason="said",
                    quotes=(said.quote(seen.call, found),),
                    by_reading=True,
                )
        doubtful = tuple(said for said in within if said.may_hold(self.acts))
        return not_assessable(seen, doubtful) if doubtful else _never(seen, within)

    def _within(self, said: tuple[Said, ...]) -> tuple[Said, ...]:
        first = said[: self.first] if self.first else said
        return first[-self.last :] if self.last else first

    def _shouted_first(self, seen: Evidence) -> Quote | None:
        speaks = seen.case.caller.speaks == "words"
        if not (self.waived_from_distress and speaks and seen.lines):
            return None
        seq, line = seen.lines[0]
        spoken_before = seen.said and seen.said[0].began_ms <= line.began_ms
        if spoken_before or line.distress < self.waived_from_distress:
            return None
        return seen.call.quote(seq)


def _never(seen: Evidence, within: tuple[Said, ...]) -> Verdict:
    return Verdict(
        outcome=Outcome.NOT_MET,
        reason="never_said" if within else "nothing_said",
        quotes=tuple(said.quote(seen.call) for said in within[:1]),
        by_reading=bool(within),
    )
