"""Marking a call: the pure function from case, call and rubric to a scorecard."""

from recordings.call_record import CallRecord
from recordings.events import ForkedFrom, UtteranceRead
from scenarios.case import Case
from scoring.axes import axes
from scoring.better import better_for
from scoring.capture import captured, given
from scoring.evidence import gather
from scoring.rubric import Rubric
from scoring.scorecard import Provenance, Scorecard

SCORER = "scorer@1"
"""Raised whenever the same call and rubric may give another scorecard."""


def score(case: Case, call: CallRecord, rubric: Rubric) -> Scorecard:
    """Mark a call. The same three always give the same scorecard."""
    seen = gather(case, call)
    wording = {
        criterion.id: text
        for criterion in rubric.criteria
        if (text := better_for(criterion.id, case)) is not None
    }
    return Scorecard(
        rubric=rubric.name,
        rubric_digest=rubric.digest,
        pass_percent=rubric.pass_percent,
        areas=rubric.areas,
        findings=tuple(criterion.finding(seen) for criterion in rubric.criteria),
        axes=axes(seen),
        captured=captured(seen),
        instructions=given(seen),
        better=wording,
        made_from=_provenance(case, call),
    )


def _provenance(case: Case, call: CallRecord) -> Provenance:
    read = call.last(UtteranceRead)
    return Provenance(
        scenario=case.scenario,
        seed=case.seed,
        region=case.region,
        mode=call.offered.mode,
        forked=call.first(ForkedFrom) is not None,
        record_hash=call.head_hash,
        reader=read[1].reader if read else None,
        scorer=SCORER,
    )
