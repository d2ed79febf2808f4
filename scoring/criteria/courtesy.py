"""Courtesy by opportunity: shown where there was occasion, and never broken."""

from collections.abc import Sequence
from dataclasses import dataclass

from recordings.call_record import Quote
from scenarios.vocabulary import CourtesyLabel, DialogueAct
from scoring.address import wrong_addresses
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import choice, percent, switch, whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

REQUESTS = frozenset(
    act for act in DialogueAct if act.startswith("ask_") or act.startswith("confirm_")
) | {DialogueAct.VERIFY_READBACK}

MOST_QUOTES = 3
"""Examples are enough where something was shown again and again."""
SEVERE = "severe"
MODERATE = "moderate"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtesyMarkers:
    """A courtesy was shown at enough of its opportunities.

    Opportunities are the whole `call`; its `phases` (before and after help was sent,
    where anything was said); `requests` outside urgent orders; or `holds`. Words that
    come with a violation show nothing.
    """

    at: str = choice("call", "phases", "requests", "holds")
    labels: tuple[str, ...] = words(CourtesyLabel, ())
    acts: tuple[str, ...] = words(DialogueAct, ())
    least: int = whole(1, least=1, most=20)
    """With fewer opportunities the item does not apply."""
    full_percent: int = percent(100)
    half_percent: int = percent(100)
    address_fits: bool = switch(False)
    """Whether addressing the caller as the wrong sex, more often than not, fails it."""

    def assess(self, seen: Evidence) -> Verdict:
        chances = self._chances(seen)
        if len(chances) < self.least:
            return Verdict(outcome=Outcome.NOT_APPLICABLE, reason="no_occasion")
        if self.address_fits and (wrong := wrong_addresses(seen)):
            return Verdict(
                outcome=Outcome.NOT_MET,
                reason="wrong_address",
                params={"honorific": seen.case.caller.honorific},
                quotes=wrong,
                by_reading=True,
            )
        return self._judge(seen, chances)

    def _judge(self, seen: Evidence, chances: Sequence[tuple[Said, ...]]) -> Verdict:
        found = [(chance, self._shown(seen, chance)) for chance in chances]
        shown = tuple(quote for _, quote in found if quote)
        missed = [chance for chance, quote in found if not quote]
        unclear = [words for c in missed if (words := seen.unclear(c, self.acts))]
        outcome = self._graded(len(shown), len(chances))
        if self._graded(len(shown) + len(unclear), len(chances)) != outcome:
            return not_assessable(seen, tuple(said for c in unclear for said in c))
        passed_over = tuple(chance[0].quote(seen.call) for chance in missed if chance)
        return Verdict(
            outcome=outcome,
            reason=f"courtesy_at_{self.at}",
            params={"shown": len(shown), "of": len(chances)},
            quotes=(shown if outcome is Outcome.MET else passed_over)[:MOST_QUOTES],
            by_reading=True,
        )

    def _graded(self, shown: int, of: int) -> Outcome:
        if 100 * shown >= self.full_percent * of:
            return Outcome.MET
        if 100 * shown >= self.half_percent * of:
            return Outcome.PARTLY
        return Outcome.NOT_MET

    def _shown(self, seen: Evidence, chance: tuple[Said, ...]) -> Quote | None:
        for said in chance:
            found = said.showed(self.labels) or said.did(self.acts)
            if found and said.seq not in seen.wounding:
                return said.quote(seen.call, found)
        return None

    def _chances(self, seen: Evidence) -> list[tuple[Said, ...]]:
        if self.at == "call":
            return [seen.said] if seen.said else []
        if self.at == "phases":
            return [phase for phase in _phases(seen) if phase]
        if self.at == "requests":
            return [(s,) for s in seen.said if s.did(REQUESTS) and not s.urgent]
        return before_holds(seen)


def _phases(seen: Evidence) -> list[tuple[Said, ...]]:
    sent_ms = seen.desk.first_dispatch_ms
    if sent_ms is None:
        return [seen.said]
    before = tuple(said for said in seen.said if said.began_ms < sent_ms)
    after = tuple(said for said in seen.said if said.began_ms >= sent_ms)
    return [before, after]


def before_holds(seen: Evidence) -> list[tuple[Said, ...]]:
    """The last words before each hold; none when nothing was said since the last."""
    chances, since = [], 0
    for hold in seen.holds:
        before = [said for said in seen.said if since < said.seq < hold]
        chances.append(tuple(before[-1:]))
        since = hold
    return chances


@dataclass(frozen=True, slots=True, kw_only=True)
class NoViolations:
    """Nothing was said that wounds.

    A severe or fatal violation, or two moderate ones, lose everything; one moderate or
    more than the allowed minor ones lose half.
    """

    labels: tuple[str, ...] = words(CourtesyLabel, ())
    """Only these; none: every violation."""
    minor_allowed: int = whole(1, most=10)

    def assess(self, seen: Evidence) -> Verdict:
        found = [
            v for v in seen.violations if not self.labels or v.label in self.labels
        ]
        heavy = [violation for violation in found if violation.at_least(SEVERE)]
        moderate = [v for v in found if v.severity == MODERATE]
        minor = [v for v in found if not v.at_least(MODERATE)]
        if heavy or len(moderate) > 1:
            outcome = Outcome.NOT_MET
        elif moderate or len(minor) > self.minor_allowed:
            outcome = Outcome.PARTLY
        else:
            outcome = Outcome.MET
        ranked = [*heavy, *moderate, *minor]
        return Verdict(
            outcome=outcome,
            reason="violations_found" if ranked else "no_violations",
            params={"labels": tuple(dict.fromkeys(v.label for v in ranked))},
            quotes=tuple(violation.quote for violation in ranked),
            by_reading=True,
        )
