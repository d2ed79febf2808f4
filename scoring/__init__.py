"""The mark: criteria, rubrics and scorecards; a pure function of case and call."""

from scoring.adjusted import Adjusted, Adjustment, adjust
from scoring.finding import Finding, Outcome
from scoring.marking import SCORER, score
from scoring.rubric import Rubric, load_rubric
from scoring.scorecard import Scorecard

__all__ = [
    "SCORER",
    "Adjusted",
    "Adjustment",
    "Finding",
    "Outcome",
    "Rubric",
    "Scorecard",
    "adjust",
    "load_rubric",
    "score",
]
