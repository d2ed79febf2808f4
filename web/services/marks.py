"""Which scorecard of a call counts: the latest."""

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import aliased

from web.models import ScorecardRow


def latest_scorecards() -> type[ScorecardRow]:
    """The scorecards that count, to join on their `call_id`."""
    latest: Subquery = (
        select(ScorecardRow)
        .where(
            ScorecardRow.id.in_(
                select(func.max(ScorecardRow.id)).group_by(ScorecardRow.call_id)
            )
        )
        .subquery()
    )
    return aliased(ScorecardRow, latest)
