"""The table of kinds: what a rubric can look at.

A kind is a frozen dataclass whose fields are its parameters and whose `assess` turns
what a call shows into a verdict. A new one needs its class, a line here, a test and a
line in docs/rubric-format.md.
"""

from collections.abc import Mapping
from typing import Protocol

from scoring.criteria.courtesy import CourtesyMarkers, NoViolations
from scoring.criteria.empathy import EmpathyAnswered
from scoring.criteria.information import FactsAsked, NumberObtained
from scoring.criteria.instructions import ClaimsTrue, Told
from scoring.criteria.place import PlaceVerified
from scoring.criteria.probing import ProbedBeforeClosing
from scoring.criteria.record import ClosedProperly, DispositionRight, TicketMatches
from scoring.criteria.routing import AgenciesRight, PriorityRight
from scoring.criteria.sending import DispatchedWithin, LocatedWithin
from scoring.criteria.speech import SaidWithin
from scoring.criteria.speed import AnsweredWithin, AskedWithin
from scoring.evidence import Evidence
from scoring.finding import Verdict


class Kind(Protocol):
    """How one thing is looked at."""

    def assess(self, seen: Evidence) -> Verdict:
        """Conclude from what a call shows; always the same for the same call."""
        ...


KINDS: Mapping[str, type[Kind]] = {
    "answered_within": AnsweredWithin,
    "asked_within": AskedWithin,
    "located_within": LocatedWithin,
    "dispatched_within": DispatchedWithin,
    "place_verified": PlaceVerified,
    "number_obtained": NumberObtained,
    "facts_asked": FactsAsked,
    "probed_before_closing": ProbedBeforeClosing,
    "agencies_right": AgenciesRight,
    "priority_right": PriorityRight,
    "told": Told,
    "claims_true": ClaimsTrue,
    "said_within": SaidWithin,
    "courtesy_markers": CourtesyMarkers,
    "no_violations": NoViolations,
    "empathy_answered": EmpathyAnswered,
    "ticket_matches": TicketMatches,
    "disposition_right": DispositionRight,
    "closed_properly": ClosedProperly,
}
