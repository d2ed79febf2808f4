"""Call scripts: read whole, refused whole, and played the same every time."""

import pytest

from recordings import write_record
from simulator.play import play_operator, play_script
from simulator.script import ScriptInvalid, read_script

GOOD = """\
{"at": 2.5, "do": "answer"}
{"at": 6, "do": "say", "text": "112 Ambon, saya Rina. Di mana lokasinya?"}
{"do": "say", "text": "Mardika, belakang ruko. Bapak sendiri sudah di luar?", "took": 3}
{"do": "set", "field": "location.place", "value": "81.71.02.2003"}
{"do": "dispatch", "agencies": ["damkar"], "priority": 1}
{"do": "close", "disposition": "emergency"}
"""

BAD = """\
{"at": 5, "do": "answer"}
{"at": 3, "do": "say"}
{"do": "terbang"}
bukan json
{"do": "set", "field": "warna", "value": "x"}
{"do": "dispatch", "agencies": [], "priority": 9}
{"do": "answer", "at": 1}
["say"]
"""


def test_a_bad_script_is_told_all_its_problems_with_their_lines():
    with pytest.raises(ScriptInvalid) as refused:
        read_script(BAD)

    lines = str(refused.value).splitlines()
    assert lines[0] == f"naskah: {len(lines) - 1} masalah"
    said = "\n".join(lines)
    for wanted in (
        "baris 2: text: belum diisi",
        "baris 3: do: «terbang» tidak dikenal",
        "baris 4: bukan JSON",
        "baris 5: field: pilihan:",
        "baris 6: agencies: harus daftar teks",
        "baris 6: priority: harus 1, 2 atau 3",
        "baris 7: at mundur",
        "baris 8: harus objek JSON",
    ):
        assert wanted in said


def test_an_empty_script_is_refused():
    with pytest.raises(ScriptInvalid, match="kosong"):
        read_script("\n\n")


def test_the_same_script_gives_the_same_bytes(case_of, reader):
    case = case_of("kebakaran-pasar", 4)

    def played():
        record = play_script(
            case, read_script(GOOD), reader=reader, rubric="dasar-112@1"
        )
        return write_record(record)

    assert played() == played()


def test_the_same_robot_gives_the_same_bytes(case_of, reader):
    case = case_of("henti-jantung-di-rumah", 4)

    def played():
        record = play_operator(case, "oracle", reader=reader, rubric="dasar-112@1")
        return write_record(record)

    assert played() == played()


def test_a_line_that_cannot_be_done_at_its_moment_is_named(case_of, reader):
    script = read_script('{"do": "answer"}\n{"do": "resume"}\n')

    with pytest.raises(ScriptInvalid, match="baris 2: Panggilan tidak sedang ditahan"):
        play_script(case_of("prank-anak"), script, reader=reader, rubric="dasar-112@1")
