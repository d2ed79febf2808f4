"""`latih112 scenarios`: list, check, show, draw."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from scenarios import draw
from scenarios.case import Case
from scenarios.commands import scenarios
from scenarios.region import load_region
from tests.scenarios.small import SMALL, read, spoilt


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A library of one scenario, seen from the folder above it."""
    monkeypatch.chdir(tmp_path)
    library = tmp_path / "pustaka"
    library.mkdir()
    (library / "kecil.yaml").write_text(SMALL, encoding="utf-8")
    return library


def run(*words: str):
    return CliRunner().invoke(scenarios, [*words, "--library", "pustaka"])


def test_list_shows_one_scenario_a_line(folder):
    reply = run("list")

    assert reply.exit_code == 0
    assert reply.output.split() == [
        *("kecil@3", "2", "draft"),
        *("Pohon", "tumbang", "di", "jalan"),
    ]


def test_list_as_json_has_what_other_programs_rely_on(folder):
    [listed] = json.loads(run("list", "--json").output)

    assert {"id", "version", "title", "incident_type", "difficulty", "status"} <= set(
        listed
    )
    assert (listed["id"], listed["version"]) == ("kecil", 3)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("--difficulty", "2"), 1),
        (("--difficulty", "3"), 0),
        (("--type", "banjir"), 0),
        (("--status", "draft"), 1),
    ],
)
def test_list_can_be_narrowed(folder, words, count):
    assert len(json.loads(run("list", "--json", *words).output)) == count


def test_check_is_content_with_good_files(folder):
    reply = run("check")

    assert reply.exit_code == 0
    assert reply.output == "1 skenario diperiksa, tidak ada masalah\n"


BAD = spoilt("difficulty: 2", "difficulty: sulit")
TOLD = """\
pustaka/rusak.yaml: 1 masalah
  rusak.yaml:6:13 difficulty: harus bilangan bulat 1 sampai 5
"""


def test_check_tells_every_bad_file_and_exits_with_one(folder):
    (folder / "rusak.yaml").write_text(BAD, encoding="utf-8")

    reply = run("check")

    assert (reply.exit_code, reply.output) == (1, TOLD)


def test_check_can_be_given_files(folder):
    (folder / "rusak.yaml").write_text(BAD, encoding="utf-8")

    assert run("check", "pustaka/kecil.yaml").exit_code == 0
    assert run("check", "pustaka/rusak.yaml").output == TOLD


def test_check_as_json_has_places(folder):
    (folder / "rusak.yaml").write_text(BAD, encoding="utf-8")

    reply = run("check", "--json")

    assert reply.exit_code == 1
    assert json.loads(reply.output) == [
        {
            "path": "pustaka/rusak.yaml",
            "problems": [
                {
                    "line": 6,
                    "column": 13,
                    "field": "difficulty",
                    "message": "harus bilangan bulat 1 sampai 5",
                }
            ],
        }
    ]


def test_checking_writes_nothing(folder):
    (folder / "rusak.yaml").write_text(BAD, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}

    run("check")

    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


def test_list_with_a_bad_file_says_what_is_wrong(folder):
    (folder / "rusak.yaml").write_text(BAD, encoding="utf-8")

    reply = run("list")

    assert reply.exit_code == 1
    assert "rusak.yaml:6:13 difficulty" in reply.output


def test_show_tells_what_the_caller_knows(folder):
    output = run("show", "kecil").output

    assert "* orang terjepit: 1 orang (bila ditanya)" in output
    assert "nomor rumah: tidak tahu (bila ditanya)" in output
    assert "menyuruh keluar atau menjauh (menjauh): menolak 1 kali" in output
    assert "detik 40: penelepon menyebut yang terjepit" in output


def test_show_as_json_has_the_whole_scenario(folder):
    shown = json.loads(run("show", "kecil", "--json").output)

    assert shown["about"].startswith("Pohon menimpa mobil")
    assert shown["variants"][0]["story"]["truth"]["agencies_required"] == ["bpbd"]


def test_draw_as_json_is_the_case(folder):
    drawn = json.loads(run("draw", "kecil", "--seed", "7", "--json").output)

    assert Case.from_json(drawn) == draw(read(SMALL), 7, region=load_region())


def test_draw_tells_the_caller_and_the_truth(folder):
    case = draw(read(SMALL), 7, region=load_region())

    output = run("draw", "kecil", "--seed", "7").output

    assert f"{case.caller.honorific} {case.caller.name}, {case.caller.age}" in output
    assert f"{case.truth.place_name}, Sirimau ({case.truth.place})" in output
    assert "wajib: BPBD" in output
    assert "Menjauh (draf)" in output
    assert "{" not in output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "kecl"), "«kecl» tidak dikenal. Maksud Anda «kecil»?"),
        (("draw", "kecil@2"), "«kecil@2» tidak ada; yang ada «kecil@3»"),
        (("list", "--region", "ternate"), "«ternate» tidak dikenal. Pilihan: ambon."),
    ],
)
def test_what_is_not_there_is_told(folder, words, said):
    reply = run(*words)

    assert reply.exit_code != 0
    assert said in reply.output


def test_a_library_that_is_not_there_is_told(folder):
    reply = CliRunner().invoke(scenarios, ["list", "--library", "lain"])

    assert reply.exit_code != 0
    assert "folder pustaka lain tidak ada" in reply.output
