"""The ticket and the end: facts on record, the right status, a proper goodbye."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scenarios.case import Truth
from scenarios.vocabulary import (
    CourtesyLabel,
    DialogueAct,
    Disposition,
    TicketField,
)
from scoring.conditions import FALSE_REPORTS
from scoring.criteria.doubt import not_assessable
from scoring.criteria.matching import same_number, same_persons, shares_a_word
from scoring.criteria.parameters import choice, whole, words
from scoring.criteria.place import REACHED, reach
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict


def _yes_or_no(right: bool) -> Outcome:
    return Outcome.MET if right else Outcome.NOT_MET


def _place(truth: Truth, value: str) -> Outcome:
    return REACHED[reach(value, truth)]


def _incident(truth: Truth, value: str) -> Outcome:
    return _yes_or_no(value in {truth.incident_type, *truth.incident_type_accepted})


def _number(truth: Truth, value: str) -> Outcome:
    return _yes_or_no(same_number(truth.callback_number or "", value))


def _persons(truth: Truth, value: str) -> Outcome:
    return _yes_or_no(same_persons(truth.persons or "", value))


def _name(truth: Truth, value: str) -> Outcome:
    return _yes_or_no(shares_a_word(truth.caller_name or "", value))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one ticket field is held against the truth."""

    right: Callable[[Truth], str | None]
    """What would be right; None where the case has no such thing."""
    grade: Callable[[Truth, str], Outcome]


COMPARED: Mapping[str, Comparison] = {
    TicketField.PLACE: Comparison(lambda truth: truth.place, _place),
    TicketField.CALLBACK_NUMBER: Comparison(lambda t: t.callback_number, _number),
    TicketField.INCIDENT_TYPE: Comparison(lambda t: t.incident_type, _incident),
    TicketField.PERSONS: Comparison(lambda truth: truth.persons, _persons),
    TicketField.CALLER_NAME: Comparison(lambda truth: truth.caller_name, _name),
}
"""The fields that can be marked; the others are free words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMatches:
    """A field of the ticket says what is true at the end of the call.

    Facts count, not spelling or speed: a place by where the crew would end up, a number
    by its digits, people by how many.
    """

    field: str = choice(*COMPARED)

    def assess(self, seen: Evidence) -> Verdict:
        truth, compared = seen.case.truth, COMPARED[self.field]
        right = compared.right(truth)
        if right is None:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="field_not_needed")
        entry = seen.desk.ticket.get(self.field)
        params = {"field": self.field, "right": right}
        if entry is None:
            return Verdict(outcome=Outcome.NOT_MET, reason="field_empty", params=params)
        if entry.erased:
            return Verdict(outcome=Outcome.NOT_ASSESSABLE, reason="words_erased")
        outcome = compared.grade(truth, entry.value)
        return Verdict(
            outcome=outcome,
            reason=f"field_{outcome}",
            params={**params, "written": entry.value},
            quotes=(seen.call.quote(entry.seq),),
        )


DISMISSED = frozenset(
    {
        Disposition.PRANK,
        Disposition.GHOST,
        Disposition.TEST,
        Disposition.ABANDONED,
        Disposition.MISDIRECTED,
    }
)
"""Statuses with which nobody comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionRight:
    """The call was closed under the right status.

    `dismissed` looks only for an emergency put away as none. `status` looks for the
    right one; a false report taken for real after asking is half of it.
    """

    look_for: str = choice("status", "dismissed")

    def assess(self, seen: Evidence) -> Verdict:
        truth, given = seen.case.truth, seen.desk.disposition
        params = {"given": given or "", "right": truth.disposition}
        closed = seen.desk.closed
        quotes = (seen.call.quote(closed[0]),) if closed else ()
        if self.look_for == "dismissed":
            outcome, reason = _dismissal(truth, given)
        else:
            outcome, reason = _status(truth, given)
        return Verdict(outcome=outcome, reason=reason, params=params, quotes=quotes)


def _dismissal(truth: Truth, given: str | None) -> tuple[Outcome, str]:
    if not truth.emergency:
        return Outcome.NOT_APPLICABLE, "na_emergency"
    accepted = {truth.disposition, *truth.disposition_accepted}
    if given in DISMISSED - accepted:
        return Outcome.NOT_MET, "emergency_dismissed"
    return Outcome.MET, "emergency_not_dismissed"


def _status(truth: Truth, given: str | None) -> tuple[Outcome, str]:
    if given is None:
        return Outcome.NOT_MET, "never_closed"
    if given in {truth.disposition, *truth.disposition_accepted}:
        return Outcome.MET, "status_right"
    if truth.disposition in FALSE_REPORTS and given == Disposition.EMERGENCY:
        return Outcome.PARTLY, "false_taken_for_real"
    return Outcome.NOT_MET, "status_wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedProperly:
    """The call ended with a goodbye, and the caller was not left to give up.

    A goodbye in words that wound is none.
    """

    acts: tuple[str, ...] = words(
        DialogueAct,
        (
            DialogueAct.CLOSE_CALL,
            DialogueAct.THANK,
            DialogueAct.CALLBACK_IF_CHANGE,
        ),
    )
    labels: tuple[str, ...] = words(
        CourtesyLabel, (CourtesyLabel.CLOSING_COURTESY, CourtesyLabel.THANKS)
    )
    last: int = whole(2, least=1, most=10)
    """Among so many last utterances."""

    def assess(self, seen: Evidence) -> Verdict:
        if seen.hung_up and seen.hung_up[1].reason in LEFT_ALONE:
            return Verdict(
                outcome=Outcome.NOT_MET,
                reason=f"caller_{seen.hung_up[1].reason}",
            )
        parting = seen.said[-self.last :]
        for said in reversed(parting):
            found = said.showed(self.labels) or said.did(self.acts)
            if found and said.seq not in seen.wounding:
                return Verdict(
                    outcome=Outcome.MET,
                    reason="parted_properly",
                    quotes=(said.quote(seen.call, found),),
                    by_reading=True,
                )
        if seen.hung_up and seen.hung_up[1].reason in CUT_SHORT:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="line_cut_short")
        if doubtful := seen.unclear(parting, self.acts):
            return not_assessable(seen, doubtful)
        return Verdict(
            outcome=Outcome.NOT_MET,
            reason="parted_without_a_word",
            quotes=tuple(said.quote(seen.call) for said in parting[-1:]),
            by_reading=bool(parting),
        )


LEFT_ALONE = frozenset({"gave_up", "offended"})
"""The caller hung up because of the call-taker."""
CUT_SHORT = frozenset({"discovered", "situation", "silence"})
"""The caller could not stay, whatever the call-taker did."""
