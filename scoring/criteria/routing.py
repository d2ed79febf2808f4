"""Who was sent, and how fast: agencies and priority against the truth."""

from dataclasses import dataclass

from recordings.call_record import Quote
from scenarios.vocabulary import TicketField
from scoring.criteria.parameters import choice, whole
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict


def _dispatch_quotes(seen: Evidence) -> tuple[Quote, ...]:
    return tuple(seen.call.quote(seq) for seq, _ in seen.desk.dispatches)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgenciesRight:
    """The agencies on their way at the end are those the incident needs.

    `missing` looks for required agencies that were not sent, `surplus` for those that
    nobody needs and for known wrong ones.
    """

    look_for: str = choice("missing", "surplus")
    needless_allowed: int = whole(0, most=5)
    """So many needless agencies still earn everything; one more earns half."""

    def assess(self, seen: Evidence) -> Verdict:
        return _missing(seen) if self.look_for == "missing" else self._surplus(seen)

    def _surplus(self, seen: Evidence) -> Verdict:
        truth, sent = seen.case.truth, seen.desk.sent
        if truth.agencies_required and not sent:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="nobody_sent")
        wrong = tuple(name for name in sent if name in truth.agencies_wrong)
        needed = {*truth.agencies_required, *truth.agencies_acceptable}
        needless = tuple(name for name in sent if name not in needed | set(wrong))
        return Verdict(
            outcome=self._graded(len(wrong), len(needless)),
            reason=_surplus_reason(wrong, needless, sent),
            params={"wrong": wrong, "needless": needless, "sent": sent},
            quotes=_dispatch_quotes(seen),
        )

    def _graded(self, wrong: int, needless: int) -> Outcome:
        if wrong or needless > self.needless_allowed + 1:
            return Outcome.NOT_MET
        return Outcome.PARTLY if needless > self.needless_allowed else Outcome.MET


def _missing(seen: Evidence) -> Verdict:
    sent = seen.desk.sent
    needed = seen.case.truth.agencies_required
    missing = tuple(name for name in needed if name not in sent)
    return Verdict(
        outcome=Outcome.NOT_MET if missing else Outcome.MET,
        reason=_missing_reason(missing, sent),
        params={"missing": missing, "sent": sent, "required": needed},
        quotes=_dispatch_quotes(seen),
    )


def _missing_reason(missing: tuple[str, ...], sent: tuple[str, ...]) -> str:
    if not missing:
        return "agencies_all_sent"
    return "agencies_missing" if sent else "agencies_none_sent"


def _surplus_reason(
    wrong: tuple[str, ...], needless: tuple[str, ...], sent: tuple[str, ...]
) -> str:
    if wrong:
        return "agencies_wrong"
    if needless:
        return "agencies_needless"
    return "agencies_fit" if sent else "agencies_rightly_none"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRight:
    """Help was sent as fast as the incident asks.

    Too slow is a miss; faster than needed is half of it.
    """

    def assess(self, seen: Evidence) -> Verdict:
        truth = seen.case.truth
        if truth.priority is None:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="priority_not_asked")
        given = _priority_given(seen)
        if given is None:
            return Verdict(
                outcome=Outcome.NOT_MET,
                reason="priority_never_set",
                params={"right": truth.priority},
            )
        priority, quote = given
        right = {truth.priority, *truth.priority_accepted}
        outcome, reason = _triage(priority, right)
        return Verdict(
            outcome=outcome,
            reason=reason,
            params={"priority": priority, "right": truth.priority},
            quotes=(quote,),
        )


def _triage(priority: int, right: set[int]) -> tuple[Outcome, str]:
    if priority in right:
        return Outcome.MET, "priority_right"
    if priority > max(right):
        return Outcome.NOT_MET, "priority_too_low"
    return Outcome.PARTLY, "priority_too_high"


def _priority_given(seen: Evidence) -> tuple[int, Quote] | None:
    """The last priority given to an agency that is needed, else that of the ticket.

    A late call to a supporting agency does not lower what the first was given.
    """
    needed = set(seen.case.truth.agencies_required)
    all_of_them = seen.desk.dispatches
    telling = [d for d in all_of_them if needed & set(d[1].agencies)] or all_of_them
    if telling:
        seq, dispatch = telling[-1]
        return dispatch.priority, seen.call.quote(seq)
    entry = seen.desk.ticket.get(TicketField.PRIORITY)
    if entry is None or entry.value not in {"1", "2", "3"}:
        return None
    return int(entry.value), seen.call.quote(entry.seq)
