"""What the caller was told to do, and whether what was said about help is true."""

from dataclasses import dataclass

from recordings.call_record import Quote
from recordings.claims import KINDS, CheckedClaim, checked_claims
from recordings.events import ActFound
from scenarios.case import MustTell
from scenarios.vocabulary import Form, Mode
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import choice, names, percent, switch
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict

WHOLE, HALF, NONE = 2, 1, 0
"""How much of one instruction was told."""


def told(seen: Evidence, must: MustTell) -> tuple[int, Quote | None]:
    """How much of an instruction was told, with the words that began it.

    All of its steps and its form are the whole; some of its steps, or an order in words
    that name no step at all, are half; another step of the same act is nothing.
    """
    found = [
        (said, act) for said in seen.said for act in said.acts if act.act in must.acts
    ]
    steps = {concept for _, act in found for concept in act.about}
    named = [(s, act) for s, act in found if set(act.about) & set(must.about)]
    bare = [(said, act) for said, act in found if _counts_bare(act, must)]
    if not (fitting := named or bare):
        return NONE, None
    in_form = must.form != Form.DIRECTIVE or any(
        act.form == Form.DIRECTIVE for _, act in fitting
    )
    share = WHOLE if set(must.about) <= steps and in_form else HALF
    return share, fitting[0][0].quote(seen.call, fitting[0][1])


def _counts_bare(act: ActFound, must: MustTell) -> bool:
    """Whether an act that names no step tells something of an instruction.

    «Keluar dari situ!» is half of «jangan masuk lagi»; asking for a number is no part
    of promising to ring back.
    """
    return not must.about or (not act.about and act.act.startswith("instruct_"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The instructions that this case needs were told.

    Instructions nobody has signed are drafts. They are shown as told or not told; they
    count in practice and with a coach when `count_drafts` says so, and never in an
    exam.
    """

    which: str = choice("ordinary", "critical")
    """`critical`: signed ones that the case calls critical; `ordinary`: the rest."""
    count_drafts: bool = switch(False)
    full_percent: int = percent(100)
    half_percent: int = percent(40)

    def assess(self, seen: Evidence) -> Verdict:
        needed = [must for must in seen.case.must_tell if self._concerns(must)]
        counted = [must for must in needed if must.approved or self._drafts(seen)]
        if not counted:
            reason = "drafts_not_marked" if needed else "no_instruction_needed"
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason=reason)
        shares = [told(seen, must) for must in counted]
        earned = sum(share for share, _ in shares)
        outcome = self._graded(earned, len(counted))
        missing = [
            m for m, (share, _) in zip(counted, shares, strict=True) if not share
        ]
        partly = [m for m, (s, _) in zip(counted, shares, strict=True) if s == HALF]
        doubtful = seen.doubtful({act for m in [*missing, *partly] for act in m.acts})
        lost = sorted((WHOLE - share for share, _ in shares), reverse=True)
        spared = sum(lost[: len(doubtful)])
        if self._graded(earned + spared, len(counted)) != outcome:
            return not_assessable(seen, doubtful)
        return Verdict(
            outcome=outcome,
            reason=_told_reason(missing, partly) + _draft(counted),
            params={
                "missing": tuple(must.label for must in missing),
                "partly": tuple(must.label for must in partly),
                "told": tuple(m.label for m in counted if m not in [*missing, *partly]),
            },
            quotes=tuple(quote for _, quote in shares if quote),
            by_reading=bool(seen.said),
        )

    def _concerns(self, must: MustTell) -> bool:
        signed_critical = must.critical and must.approved
        return signed_critical == (self.which == "critical")

    def _drafts(self, seen: Evidence) -> bool:
        return self.count_drafts and seen.call.offered.mode != Mode.EXAM

    def _graded(self, share: int, instructions: int) -> Outcome:
        whole = WHOLE * instructions
        if 100 * share >= self.full_percent * whole:
            return Outcome.MET
        if share and 100 * share >= self.half_percent * whole:
            return Outcome.PARTLY
        return Outcome.NOT_MET


def _told_reason(missing: list[MustTell], partly: list[MustTell]) -> str:
    if missing:
        both = "instructions_missing_and_partly"
        return both if partly else "instructions_missing"
    return "instructions_partly" if partly else "instructions_told"


def _draft(counted: list[MustTell]) -> str:
    """Says in the reason that nobody has signed these words yet."""
    return "" if all(must.approved for must in counted) else "_draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsTrue:
    """What was said about help (forwarded, on its way, minutes, staying) was true.

    What a person said was meant is no claim that was heard, and erased minutes agree
    with nothing: both are left to a human, unless something else was false.
    """

    kinds: tuple[str, ...] = names(*KINDS)

    def assess(self, seen: Evidence) -> Verdict:
        checked = [
            each
            for each in checked_claims(seen.call)
            if each.claim.kind in self.kinds and each.holds is not None
        ]
        if not checked:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="nothing_claimed")
        certain = [each for each in checked if not _uncertain(seen, each)]
        false = [each for each in certain if not each.holds]
        if not false and len(certain) < len(checked):
            return _unclear(seen, [each for each in checked if each not in certain])
        shown = false or checked
        return Verdict(
            outcome=Outcome.NOT_MET if false else Outcome.MET,
            reason=f"claim_false_{false[0].claim.kind}" if false else "claims_true",
            quotes=tuple(_quote(seen, each) for each in shown),
            by_reading=True,
        )


def _uncertain(seen: Evidence, checked: CheckedClaim) -> bool:
    seq = checked.claim.seq
    return seen.call.corrected(seq) is not None or _minutes_erased(seen, checked)


def _minutes_erased(seen: Evidence, checked: CheckedClaim) -> bool:
    erased = seen.call.is_erased(checked.claim.seq)
    return erased and checked.claim.kind == "minutes" and not checked.holds


def _unclear(seen: Evidence, claims: list[CheckedClaim]) -> Verdict:
    if all(_minutes_erased(seen, each) for each in claims):
        return Verdict(outcome=Outcome.NOT_ASSESSABLE, reason="words_erased")
    seqs = {each.claim.seq for each in claims}
    return not_assessable(seen, tuple(s for s in seen.said if s.seq in seqs))


def _quote(seen: Evidence, checked: CheckedClaim) -> Quote:
    return seen.call.quote(checked.claim.seq, checked.claim.span)
