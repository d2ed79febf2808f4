"""`play` at the command line: by a robot, from a script, or typed."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from recordings import read_record
from simulator.commands import play

SCRIPT = """\
{"at": 2, "do": "answer"}
{"do": "say", "text": "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?"}
{"do": "close", "disposition": "emergency"}
"""


@pytest.fixture
def run(reader, pytestconfig):
    """Run the command with the models fitted already."""
    models = str(pytestconfig.cache.mkdir("models"))

    def invoke(*args):
        return CliRunner().invoke(play, [*map(str, args), "--models", models])

    return invoke


def test_a_robot_takes_the_call_and_it_is_shown(run):
    shown = run("prank-anak", "--operator", "oracle")

    assert shown.exit_code == 0
    assert "petugas" in shown.output
    assert "penelepon" in shown.output


def test_the_record_is_written_and_can_be_read_back(run, tmp_path):
    out = tmp_path / "panggilan.jsonl"

    told = run("kebakaran-pasar", "--operator", "oracle", "--seed", 3, "--out", out)

    record = read_record(out.read_text(encoding="utf-8"))
    assert json.loads(told.output)["hash"] == record.head_hash
    assert record.offered.seed == 3


def test_the_same_call_gives_the_same_bytes(run, tmp_path):
    script = tmp_path / "naskah.jsonl"
    script.write_text(SCRIPT, encoding="utf-8")

    twice = [run("kebakaran-pasar", "--script", script, "--json") for _ in range(2)]

    assert twice[0].output == twice[1].output != ""


def test_it_starts_when_it_is_told(run):
    shown = run(
        "prank-anak",
        *("--operator", "oracle", "--json"),
        *("--offered-at", "2026-03-01T09:00:00+09:00"),
    )

    first = json.loads(shown.output.splitlines()[0])
    assert first["offered_at"].startswith("2026-03-01T00:00:00")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("tidak-ada",), "tidak-ada"),
        (("prank-anak", "--operator", "oracle", "--offered-at", "besok"), "ISO 8601"),
        (("prank-anak", "--operator", "oracle", "--offered-at", "2026-01-01"), "zona"),
        (("prank-anak", "--operator", "siapa"), "siapa"),
    ],
)
def test_what_cannot_be_is_said(run, args, says):
    refused = run(*args)

    assert refused.exit_code != 0
    assert says in refused.output


def test_a_bad_script_is_refused_with_its_lines(run, tmp_path):
    script = tmp_path / "naskah.jsonl"
    script.write_text('{"do": "terbang"}\nbukan json\n', encoding="utf-8")

    refused = run("prank-anak", "--script", script)

    assert refused.exit_code != 0
    assert "baris 1" in refused.output
    assert "baris 2" in refused.output


@pytest.fixture
def typed(reader, pytestconfig):
    """What the terminal shows when these lines come from a pipe."""
    models = str(pytestconfig.cache.mkdir("models"))
    code = "from simulator.commands import play; play()"
    command = [sys.executable, "-W", "ignore", "-c", code, "prank-anak"]

    def run(lines):
        done = subprocess.run(
            [*command, "--models", models],
            input=lines,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    return run


def test_a_call_is_typed_in_the_terminal(typed):
    shown = typed("/jawab\nhalo, 112 Ambon, ada apa?\n/kirim\n/tutup prank\n")

    for wanted in ("BERDERING", "LATIHAN", "kurang lengkap", "penelepon>"):
        assert wanted in shown


def test_the_end_of_what_is_piped_ends_the_typed_call(typed):
    assert "dihentikan" in typed("/jawab\n")
