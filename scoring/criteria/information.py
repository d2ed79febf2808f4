"""What was found out: key questions, a number to ring back, danger behind silence."""

from dataclasses import dataclass

from recordings.call_record import Quote
from recordings.events import ActFound
from scenarios.case import Fact
from scenarios.vocabulary import Concept, DialogueAct, TicketField
from scoring.criteria.doubt import not_assessable
from scoring.criteria.matching import same_number, tail_of
from scoring.criteria.parameters import percent, whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsAsked:
    """The facts that this case needs were asked for, or told before any question.

    `about` narrows it to facts about a concept, and then only a question about that
    very concept asks for them: «Masih napas?» is not «Napasnya normal?».
    """

    about: tuple[str, ...] = words(Concept, ())
    not_about: tuple[str, ...] = words(Concept, ())
    full_percent: int = percent(100)
    half_percent: int = percent(60)

    def assess(self, seen: Evidence) -> Verdict:
        facts = [fact for fact in _must_ask(seen) if self._concerns(fact)]
        if not facts:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="no_such_question")
        asked = {fact.id: found for fact in facts if (found := self._asked(seen, fact))}
        missing = [
            fact for fact in facts if fact.id not in asked and fact.id not in seen.heard
        ]
        outcome = self._graded(len(facts) - len(missing), len(facts))
        doubtful = _where_missing_may_lie(seen, missing)
        spared = min(len(doubtful), len(missing))
        if self._graded(len(facts) - len(missing) + spared, len(facts)) != outcome:
            return not_assessable(seen, doubtful)
        return _coverage(seen, facts, missing, asked, outcome)

    def _concerns(self, fact: Fact) -> bool:
        concepts = {concept for answer in fact.answers for concept in answer.about}
        if concepts & set(self.not_about):
            return False
        return not self.about or bool(concepts & set(self.about))

    def _asked(self, seen: Evidence, fact: Fact) -> tuple[Said, ActFound | None] | None:
        if not self.about:
            return seen.asked(fact)
        return seen.first({answer.act for answer in fact.answers}, self.about)

    def _graded(self, covered: int, all_of_them: int) -> Outcome:
        share = 100 * covered
        if share >= self.full_percent * all_of_them:
            return Outcome.MET
        if share >= self.half_percent * all_of_them:
            return Outcome.PARTLY
        return Outcome.NOT_MET


def _must_ask(seen: Evidence) -> list[Fact]:
    return [fact for fact in seen.case.facts if fact.id in seen.case.must_ask]


def _where_missing_may_lie(seen: Evidence, missing: list[Fact]) -> tuple[Said, ...]:
    acts = {answer.act for fact in missing for answer in fact.answers}
    return seen.doubtful(acts) if missing else ()


def _coverage(
    seen: Evidence,
    facts: list[Fact],
    missing: list[Fact],
    asked: dict[str, tuple[Said, ActFound | None]],
    outcome: Outcome,
) -> Verdict:
    return Verdict(
        outcome=outcome,
        reason="questions_missing" if missing else "questions_all_asked",
        params={
            "covered": len(facts) - len(missing),
            "of": len(facts),
            "missing": tuple(fact.label for fact in missing),
        },
        quotes=_asked_in(seen, asked) or _told(seen, facts),
        by_reading=bool(seen.said),
    )


def _asked_in(
    seen: Evidence, asked: dict[str, tuple[Said, ActFound | None]]
) -> tuple[Quote, ...]:
    """The questions; one that asks for two facts is quoted once."""
    quotes = (said.quote(seen.call, found) for said, found in asked.values())
    return tuple(dict.fromkeys(quotes))


def _told(seen: Evidence, facts: list[Fact]) -> tuple[Quote, ...]:
    seqs = sorted({seen.heard[fact.id][0] for fact in facts if fact.id in seen.heard})
    return tuple(seen.call.quote(seq) for seq in seqs)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberObtained:
    """A number that can be rung back was asked for, said back, told, or taken over.

    The number that the network shows is good enough, and so are its last digits.
    """

    acts: tuple[str, ...] = words(DialogueAct, (DialogueAct.ASK_CALLBACK,))
    tail_digits: int = whole(3, least=2, most=8)
    """So many last digits, said back, are enough."""

    def assess(self, seen: Evidence) -> Verdict:
        number = seen.case.truth.callback_number
        if number is None:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="na_callback_known")
        how = (
            self._asked(seen)
            or self._said_back(seen, number)
            or self._told(seen)
            or _written(seen, number)
        )
        if how is not None:
            reason, quote = how
            return Verdict(
                outcome=Outcome.MET, reason=reason, quotes=(quote,), by_reading=True
            )
        if doubtful := seen.doubtful(self.acts):
            return not_assessable(seen, doubtful)
        if any(said.erased for said in seen.said):
            return Verdict(outcome=Outcome.NOT_ASSESSABLE, reason="words_erased")
        return Verdict(
            outcome=Outcome.NOT_MET,
            reason="number_never_asked",
            by_reading=bool(seen.said),
        )

    def _asked(self, seen: Evidence) -> tuple[str, Quote] | None:
        first = seen.first(self.acts)
        return first and ("number_asked", first[0].quote(seen.call, first[1]))

    def _said_back(self, seen: Evidence, number: str) -> tuple[str, Quote] | None:
        for said in seen.said:
            for value in said.values:
                digits = value.kind in {"phone", "number"}
                if digits and tail_of(number, value.value, least=self.tail_digits):
                    return "number_said_back", seen.call.quote(said.seq, value.span)
        return None

    def _told(self, seen: Evidence) -> tuple[str, Quote] | None:
        heard = seen.first_heard(seen.facts_by(self.acts))
        return heard and ("number_told_unasked", seen.call.quote(heard[0]))


def _written(seen: Evidence, number: str) -> tuple[str, Quote] | None:
    entry = seen.desk.ticket.get(TicketField.CALLBACK_NUMBER)
    if entry is None or not same_number(number, entry.value):
        return None
    return "number_taken_over", seen.call.quote(entry.seq)
