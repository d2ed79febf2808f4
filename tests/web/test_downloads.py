"""Call record and mark to take along; the command line gives the same mark."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from recordings import read_record
from tests.people import IKBAL, SALMA, YOLA


def test_the_record_is_whole_and_named_as_an_exercise(sign_in, finished):
    reply = sign_in(YOLA).get(f"/panggilan/{finished()}/rekaman.jsonl")

    assert read_record(reply.text).closed
    assert "LATIHAN" in reply.headers["Content-Disposition"]


def test_grading_the_record_gives_the_marks_of_the_page(sign_in, finished, tmp_path):
    call_id = finished()
    trainee = sign_in(YOLA)
    record = tmp_path / "panggilan.jsonl"
    record.write_text(trainee.get(f"/panggilan/{call_id}/rekaman.jsonl").text)
    command = Path(sys.executable).parent / "latih112"

    graded = subprocess.run(
        [command, "grade", record, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )

    card = json.loads(graded.stdout)
    shown = json.loads(trainee.get(f"/panggilan/{call_id}/nilai.json").text)
    same = ("rubric", "points", "out_of", "percent", "critical", "areas", "axes")
    assert {key: card[key] for key in same} == {key: shown[key] for key in same}
    assert card["findings"] == shown["findings"]


@pytest.mark.parametrize("what", ["rekaman.jsonl", "nilai.json"])
@pytest.mark.parametrize("stranger", [IKBAL, SALMA])
def test_nobody_else_takes_practice_along(sign_in, finished, what, stranger):
    assert sign_in(stranger).get(f"/panggilan/{finished()}/{what}").status_code == 404
