"""What callers report: vocabulary, region packs, the library, drawing cases."""

from scenarios.case import Case
from scenarios.draw import draw
from scenarios.library import Library, LibraryMissing, ScenarioSummary
from scenarios.problems import Problem, ScenarioInvalid
from scenarios.region import (
    Agency,
    IncidentType,
    Place,
    PlaceHit,
    Region,
    load_region,
)
from scenarios.scenario import Scenario, load_scenario, parse_scenario
from scenarios.vocabulary import (
    Concept,
    CourtesyLabel,
    DialogueAct,
    Disposition,
    Form,
    Mode,
    Priority,
    TicketField,
    Told,
)

__all__ = [
    "Agency",
    "Case",
    "Concept",
    "CourtesyLabel",
    "DialogueAct",
    "Disposition",
    "Form",
    "IncidentType",
    "Library",
    "LibraryMissing",
    "Mode",
    "Place",
    "PlaceHit",
    "Priority",
    "Problem",
    "Region",
    "Scenario",
    "ScenarioInvalid",
    "ScenarioSummary",
    "TicketField",
    "Told",
    "draw",
    "load_region",
    "load_scenario",
    "parse_scenario",
]
