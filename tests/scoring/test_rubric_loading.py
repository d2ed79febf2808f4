"""Reading a rubric file, and what its author is told."""

from pathlib import Path

import pytest

from scenarios.problems import ScenarioInvalid
from scoring.criteria.information import FactsAsked
from scoring.criteria.instructions import ClaimsTrue
from scoring.criteria.speech import SaidWithin
from scoring.rubric import load_rubric, packaged_rubrics

GOOD = """\
version: 3
title: Contoh
pass_percent: 75
areas:
  speed: Kecepatan
  manner: Sikap
criteria:
  answer:
    title: Waktu jawab
    area: speed
    points: 5
    kind: answered_within
  greeting:
    title: Salam
    area: manner
    points: 10
    kind: said_within
    acts: [open_greet]
    when: [talked]
  questions:
    title: Pertanyaan
    area: manner
    points: 20
    critical: true
    kind: facts_asked
    withheld_from: severe
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read a text as the file contoh.yaml of the folder one works in."""
    monkeypatch.chdir(tmp_path)

    def write_and_load(text):
        load_rubric.cache_clear()
        Path("contoh.yaml").write_text(text, encoding="utf-8")
        return load_rubric("contoh.yaml")

    yield write_and_load
    load_rubric.cache_clear()


@pytest.fixture
def problems_of(read):
    """What the author is told, as «line:column field: message»."""

    def problems(text):
        with pytest.raises(ScenarioInvalid) as invalid:
            read(text)
        return [str(problem) for problem in invalid.value.problems]

    return problems


def spoilt(old, new):
    """The good rubric with one passage replaced, which is there exactly once."""
    assert GOOD.count(old) == 1, f"{old!r} stands {GOOD.count(old)} times"
    return GOOD.replace(old, new)


def test_it_has_what_stands_in_the_file(read):
    rubric = read(GOOD)

    answer, greeting, questions = rubric.criteria
    assert rubric.name == "contoh@3"
    assert rubric.areas == {"speed": "Kecepatan", "manner": "Sikap"}
    assert (answer.area, answer.points, answer.critical) == ("speed", 5, False)
    assert (greeting.kind, greeting.when) == (
        SaidWithin(acts=("open_greet",)),
        ("talked",),
    )
    assert (questions.critical, questions.withheld_from) == (True, "severe")


def test_its_digest_is_of_its_text(read):
    first, again = read(GOOD), read(GOOD)
    other = read(spoilt("points: 20", "points: 21"))

    assert first.digest == again.digest != other.digest
    assert first.text == GOOD


BAD = """\
version: tiga
titel: Contoh
pass_percent: 101
areas:
  speed: Kecepatan
criteria:
  answer:
    title: Waktu jawab
    area: sped
    points: 0
    kind: answered_withn
    critcal: true
  greeting:
    title: Salam
    area: speed
    points: sepuluh
    kind: said_within
    acts: [open_gret]
    first: dua
    when: talked
"""
TOLD = """\
contoh.yaml: 12 masalah
  contoh.yaml:1:1 title: belum diisi
  contoh.yaml:1:10 version: harus bilangan bulat 1 sampai 999
  contoh.yaml:2:8 titel: tidak dikenal di sini. Maksud Anda «title»?
  contoh.yaml:3:15 pass_percent: harus bilangan bulat 1 sampai 100
  contoh.yaml:9:11 criteria.answer.area: «sped» tidak dikenal. \
Maksud Anda «speed»? Pilihan: speed.
  contoh.yaml:10:13 criteria.answer.points: harus bilangan bulat 1 sampai 100
  contoh.yaml:11:11 criteria.answer.kind: «answered_withn» tidak dikenal. \
Maksud Anda «answered_within»? Pilihan: agencies_right, answered_within, \
asked_within, claims_true, closed_properly, courtesy_markers, dispatched_within, \
disposition_right, empathy_answered, facts_asked, located_within, no_violations, \
number_obtained, place_verified, priority_right, probed_before_closing, \
said_within, ticket_matches, told.
  contoh.yaml:12:14 criteria.answer.critcal: tidak dikenal di sini. \
Maksud Anda «critical»?
  contoh.yaml:16:13 criteria.greeting.points: harus bilangan bulat 1 sampai 100
  contoh.yaml:18:12 criteria.greeting.acts: «open_gret» tidak dikenal. \
Maksud Anda «open_greet»? Pilihan terdekat: open_greet, instruct_open_door_meet, \
explain_reason, ask_suspect_present, inform_eta, ask_repeat.
  contoh.yaml:19:12 criteria.greeting.first: harus bilangan bulat 0 sampai 20
  contoh.yaml:20:11 criteria.greeting.when: harus berupa daftar: [satu, dua]"""


def test_everything_wrong_is_said_at_once_with_place_and_remedy(read):
    with pytest.raises(ScenarioInvalid) as invalid:
        read(BAD)

    assert str(invalid.value) == TOLD


ONE_AT_A_TIME = [
    ("version: 3\n", "", "1:1 version: belum diisi"),
    ("version: 3", "version: 0", "1:10 version: harus bilangan bulat 1 sampai 999"),
    (
        "pass_percent: 75",
        "pass_percent: 0",
        "3:15 pass_percent: harus bilangan bulat 1 sampai 100",
    ),
    (
        "  manner: Sikap",
        "  Sikap Baik: Sikap\n  manner: Sikap",
        "6:3 areas.Sikap Baik: nama harus huruf kecil, angka, «_» atau «-», "
        "diawali huruf",
    ),
    (
        "  greeting:\n",
        "  Salam 1:\n",
        "13:3 criteria.Salam 1: nama harus huruf kecil, angka, «_» atau «-», "
        "diawali huruf",
    ),
    (
        "  greeting:\n",
        "  answer:\n",
        "13:3 answer: sudah ditulis di baris 8; hapus salah satu",
    ),
    (
        "    title: Salam\n",
        "    title: Salam\n    title: Sapa\n",
        "15:5 title: sudah ditulis di baris 14; hapus salah satu",
    ),
    ("title: Salam\n", "title:\n", "14:11 criteria.greeting.title: belum diisi"),
    (
        "points: 5",
        "points: -1",
        "11:13 criteria.answer.points: harus bilangan bulat 1 sampai 100",
    ),
    (
        "points: 5",
        "points: 2.5",
        "11:13 criteria.answer.points: harus bilangan bulat 1 sampai 100",
    ),
    (
        "points: 5",
        "points: 101",
        "11:13 criteria.answer.points: harus bilangan bulat 1 sampai 100",
    ),
    (
        "points: 5",
        "points: [5]",
        "11:13 criteria.answer.points: harus satu teks, bukan daftar atau pasangan",
    ),
    (
        "critical: true",
        "critical: ya",
        "24:15 criteria.questions.critical: harus true atau false",
    ),
    (
        "withheld_from: severe",
        "withheld_from: berat",
        "26:20 criteria.questions.withheld_from: «berat» tidak dikenal. "
        "Maksud Anda «moderate»? Pilihan: fatal, minor, moderate, severe.",
    ),
    (
        "[talked]",
        "[talked, reel]",
        "19:20 criteria.greeting.when: «reel» tidak dikenal. Maksud Anda «real»? "
        "Pilihan: callback_known, dispatched, emergency, false_report, held, "
        "help_needed, place_known, real, silent, silent_or_false, speaks, talked, "
        "voice.",
    ),
    (
        "acts: [open_greet]",
        "labels: [salam]",
        "18:14 criteria.greeting.labels: «salam» tidak dikenal. "
        "Maksud Anda «sarcasm»? Pilihan terdekat: sarcasm, blame.",
    ),
    (
        "acts: [open_greet]",
        "acts: open_greet",
        "18:11 criteria.greeting.acts: harus berupa daftar: [satu, dua]",
    ),
    (
        "acts: [open_greet]",
        "acts:",
        "17:11 criteria.greeting.kind: perlu acts atau labels",
    ),
    (
        "kind: answered_within",
        "kind: asked_within",
        "9:5 criteria.answer.acts: belum diisi",
    ),
    (
        "kind: answered_within",
        "kind: told\n    which: keduanya",
        "13:12 criteria.answer.which: «keduanya» tidak dikenal. "
        "Pilihan: critical, ordinary.",
    ),
    (
        "kind: answered_within",
        "kind: told\n    which: ordinary\n    count_drafts: ada",
        "14:19 criteria.answer.count_drafts: harus true atau false",
    ),
    (
        "kind: answered_within",
        "kind: claims_true\n    kinds: [janji]",
        "13:13 criteria.answer.kinds: «janji» tidak dikenal. Pilihan: "
        "callback_promised, forwarded, minutes, on_its_way, stay_promised.",
    ),
    (
        "kind: facts_asked",
        "kind: facts_asked\n    half_percent: 160",
        "26:19 criteria.questions.half_percent: harus bilangan bulat 0 sampai 100",
    ),
    (
        "kind: facts_asked",
        "kind: facts_asked\n    full_s: 10",
        "26:13 criteria.questions.full_s: tidak dikenal di sini",
    ),
    (
        "kind: facts_asked",
        "kind: facts_asked\n    about: []",
        "26:12 criteria.questions.about: belum diisi",
    ),
    ("    kind: facts_asked\n", "", "21:5 criteria.questions.kind: belum diisi"),
]


@pytest.mark.parametrize(
    ("old", "new", "told"), ONE_AT_A_TIME, ids=[told for *_, told in ONE_AT_A_TIME]
)
def test_one_mistake_is_one_problem(problems_of, old, new, told):
    assert problems_of(spoilt(old, new)) == [told]


HEAD = "version: 1\ntitle: Contoh\npass_percent: 75\n"
ENTRY = "criteria:\n  a: {title: A, area: speed, points: 1, kind: answered_within}\n"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (ENTRY, ["1:1 areas: belum diisi"]),
        (f"areas:\n{ENTRY}", ["4:7 areas: belum diisi"]),
        (f"areas: {{}}\n{ENTRY}", ["4:8 areas: belum diisi"]),
        (f"areas: [speed]\n{ENTRY}", ["4:8 areas: harus berisi pasangan nama: nilai"]),
        ("areas: {speed: Cepat}\n", ["1:1 criteria: belum diisi"]),
        ("areas: {speed: Cepat}\ncriteria: {}\n", ["5:11 criteria: belum diisi"]),
        (
            "areas: {speed: Cepat}\ncriteria: [a]\n",
            ["5:11 criteria: harus berisi pasangan nama: nilai"],
        ),
        (
            "areas: {speed: Cepat}\ncriteria:\n  a:\n  b: 5\n",
            [
                "6:5 criteria.a: belum diisi",
                "7:6 criteria.b: harus berisi pasangan nama: nilai",
            ],
        ),
    ],
)
def test_a_rubric_without_areas_or_items_is_told_so_once(problems_of, rest, told):
    assert problems_of(HEAD + rest) == told


def test_what_cannot_be_read_at_all_is_said_with_its_place(problems_of):
    assert problems_of("") == ["1:1 berkas kosong"]
    assert problems_of('title: "Contoh\n') == [
        "1:8 tanda kutip yang dibuka di sini belum ditutup"
    ]


def test_null_gives_the_default(read):
    rubric = read(spoilt("kind: facts_asked", "kind: facts_asked\n    half_percent:"))

    assert rubric.criteria[-1].kind == FactsAsked()


def test_names_left_out_are_all_of_them(read):
    rubric = read(spoilt("kind: facts_asked", "kind: claims_true"))

    assert rubric.criteria[-1].kind == ClaimsTrue()
    assert len(ClaimsTrue().kinds) == 5


@pytest.mark.parametrize("name", ["tidak-ada", "dasar-112@7", "tidak-ada.yaml"])
def test_a_rubric_or_version_that_is_not_there_is_not_replaced(name):
    with pytest.raises(FileNotFoundError):
        load_rubric(name)


def test_a_rubric_of_the_product_is_found_with_and_without_its_version():
    assert load_rubric("dasar-112@1") == load_rubric("dasar-112")


@pytest.mark.parametrize("rubric", packaged_rubrics(), ids=lambda rubric: rubric.id)
def test_every_rubric_of_the_product_is_worth_a_hundred_points(rubric):
    assert sum(criterion.points for criterion in rubric.criteria) == 100
    assert {criterion.area for criterion in rubric.criteria} == set(rubric.areas)
