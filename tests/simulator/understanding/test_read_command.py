import json

import pytest
from click.testing import CliRunner

from simulator.understanding.commands import read


@pytest.fixture
def run(reader, monkeypatch, models_folder):
    monkeypatch.setattr(
        "simulator.understanding.commands.cache_folder", lambda: models_folder
    )
    return lambda *args, text: CliRunner().invoke(read, args, input=text)


def test_one_reading_a_line_in_order(run):
    lines = [
        "Di mana lokasinya?",
        json.dumps({"text": "Betul?", "after": "Di Passo"}),
        "",
    ]

    done = run("--jsonl", text="\n".join(lines) + "\n")

    readings = [json.loads(line) for line in done.output.splitlines()]
    assert [one["text"] for one in readings] == ["Di mana lokasinya?", "Betul?", ""]
    assert readings[0]["acts"][0]["act"] == "ask_location"
    assert readings[1]["acts"][0]["act"] == "confirm_location"
    assert readings[2]["abstained"] is True


def test_reasons_are_shown_on_demand(run):
    done = run("--jsonl", "--explain", text="Masih napas?\n")

    [reason, *_] = json.loads(done.output)["explain"]
    assert reason["label"] == "ask_breathing"
    assert reason["quote"] in "Masih napas?"


def test_people_read_words(run):
    done = run("--explain", text="Terima kasih, Pak.\n")

    assert "sopan santun: thanks" in done.output
    assert "aturan" in done.output


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("{", ["bukan JSON"]),
        ('{"after": "x"}', ["«text» belum ada"]),
        (
            '{"text": 1, "after": 5, "first_turn": "ya", "open": "api", "typed": 0}',
            ["«text»", "«after»", "«first_turn»", "«open»", "«typed»"],
        ),
        ('{"text": "a", "open": [1]}', ["«open» harus daftar teks"]),
    ],
)
def test_everything_wrong_with_a_line_is_told_with_its_number(run, bad, said):
    done = run("--jsonl", text=f"Halo\n{bad}\n")

    assert done.exit_code == 1
    assert all(one in done.output for one in ["baris 2", *said])
    assert "Traceback" not in done.output
