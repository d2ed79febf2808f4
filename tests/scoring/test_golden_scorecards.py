"""Reference calls are marked as their scorecards say, by this version as by every one.

After a change that is meant to move marks: raise SCORER in scoring/marking.py, run
`make golden`, and read what differs.
"""

import json
from collections import defaultdict

import pytest

from recordings import read_record, write_record
from scenarios import Case
from scoring import Outcome, Scorecard, load_rubric
from tools.golden_scorecard import (
    CALLS,
    RUBRIC,
    SCORECARDS,
    TABLE,
    scorecard_of,
    scorecard_text,
)

KEPT = sorted(CALLS.glob("*.jsonl"))
each_call = pytest.mark.parametrize("call", KEPT, ids=lambda call: call.stem)


@each_call
def test_a_reference_call_gives_exactly_its_scorecard(call):
    written = scorecard_of(call).read_text(encoding="utf-8")
    text = scorecard_text(call, load_rubric(RUBRIC))

    assert json.loads(text) == json.loads(written)
    assert text == written


@each_call
def test_a_reference_call_of_any_version_is_read_and_written_back_unchanged(call):
    text = call.read_text(encoding="utf-8")

    record = read_record(text)

    assert write_record(record) == text
    assert record.case_json["scenario"] == Case.from_json(record.case_json).scenario


@each_call
def test_a_reference_scorecard_is_read_and_written_back_unchanged(call):
    record = read_record(call.read_text(encoding="utf-8"))
    form = json.loads(scorecard_of(call).read_text(encoding="utf-8"))

    assert Scorecard.from_json(form, record).to_json() == form


def test_there_are_no_others():
    assert [scorecard_of(call) for call in KEPT] == sorted(SCORECARDS.iterdir())
    assert {call.stem for call in KEPT} >= {one.name for one in TABLE}


def test_every_criterion_counts_somewhere_and_all_outcomes_are_there():
    outcomes = defaultdict(set)
    for call in KEPT:
        form = json.loads(scorecard_of(call).read_text(encoding="utf-8"))
        for finding in form["findings"]:
            outcomes[finding["criterion"]].add(finding["outcome"])

    assert set.union(*outcomes.values()) == set(Outcome)
    for criterion in load_rubric(RUBRIC).criteria:
        # Nobody has signed an instruction yet.
        if criterion.id != "instructions_signed":
            assert outcomes[criterion.id] & {"met", "partly", "not_met"}, criterion.id
