"""The tables of people and of training; those of calls stand in `recordings.tables`."""

from web.models.people import Centre, SignIn, User
from web.models.training import (
    AdjustmentRow,
    HandIn,
    RubricVersion,
    ScenarioVersion,
    ScorecardRow,
)

__all__ = [
    "AdjustmentRow",
    "Centre",
    "HandIn",
    "RubricVersion",
    "ScenarioVersion",
    "ScorecardRow",
    "SignIn",
    "User",
]
