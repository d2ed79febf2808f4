"""Reading a scenario file, and what its author is told."""

from pathlib import Path

import pytest

from scenarios.kinds import FLAG, TEXT, decimal
from scenarios.problems import Gathering, ScenarioInvalid
from scenarios.reader import fields_of, read_mapping
from scenarios.region import load_region
from scenarios.scenario import load_scenario
from tests.scenarios.small import SMALL, read, spoilt

AGENCIES = ("basarnas", "bpbd", "damkar", "dinkes", "perkim", "polresta")


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A file of the library, seen from the folder the author works in."""
    monkeypatch.chdir(tmp_path)
    path = Path("scenarios/library/longsor.yaml")
    path.parent.mkdir(parents=True)
    return path


def test_everything_wrong_is_said_at_once_with_place_and_near_word(file):
    file.write_text(
        """\
version: tiga
title: Longsor di Batu Merah Dalam
tittle: Longsor
rt: 004
agencies:
  - damkr
  - bpbd
""",
        encoding="utf-8",
    )
    fields = read_mapping(file)

    fields.whole_number("version", 1, 999)
    fields.text("title")
    fields.text("callback_number")
    rt = fields.text("rt")
    fields.words("agencies", AGENCIES)
    fields.finish()

    assert rt == "004"
    assert (
        str(ScenarioInvalid(file, fields.problems))
        == """\
scenarios/library/longsor.yaml: 4 masalah
  longsor.yaml:1:1 callback_number: belum diisi
  longsor.yaml:1:10 version: harus bilangan bulat 1 sampai 999
  longsor.yaml:3:9 tittle: tidak dikenal di sini
  longsor.yaml:6:5 agencies: «damkr» tidak dikenal. Maksud Anda «damkar»? \
Pilihan: basarnas, bpbd, damkar, dinkes, perkim, polresta."""
    )


def test_a_whole_scenario_is_told_the_same_way(file):
    text = spoilt("version: 3\n", "version: tiga\n")
    text = spoilt("status: draft\nregion", "tittle: Pohon\nregion", text)
    text = spoilt("required: [bpbd]", "required: [damkr]", text)
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ScenarioInvalid) as caught:
        load_scenario(file, load_region())

    agencies = ", ".join(sorted(load_region().agencies))
    assert (
        str(caught.value)
        == f"""\
scenarios/library/longsor.yaml: 4 masalah
  longsor.yaml:1:1 status: belum diisi
  longsor.yaml:1:10 version: harus bilangan bulat 1 sampai 999
  longsor.yaml:3:9 tittle: tidak dikenal di sini
  longsor.yaml:103:25 truth.agencies.required: «damkr» tidak dikenal. \
Maksud Anda «damkar»? Pilihan: {agencies}."""
    )


@pytest.mark.parametrize(
    "written", ["010", "03.30", "12:30", "no", "yes", "0217654321", "1e3", "0x1F", "~x"]
)
def test_text_stays_as_it_was_written(written):
    assert fields_of(f"rt: {written}", Gathering()).text("rt") == written


@pytest.mark.parametrize("written", ["null", "~", ""])
def test_nothing_written_is_nothing(written):
    assert fields_of(f"value: {written}", Gathering()).nullable("value", TEXT) is None


def test_null_in_quotes_is_a_word():
    assert fields_of('value: "null"', Gathering()).nullable("value", TEXT) == "null"


@pytest.mark.parametrize(
    ("written", "read_as"), [("true", True), ("yes", True), ("false", False)]
)
def test_yes_and_no_are_read_where_they_are_asked_for(written, read_as):
    assert fields_of(f"yes: {written}", Gathering()).one("yes", FLAG) is read_as


@pytest.mark.parametrize("written", ["0,5", "1_0", "010", "1e1", "3.5.1", "tiga"])
def test_numbers_are_read_in_one_form_only(written):
    fields = fields_of(f"takes_s: {written}", Gathering())

    fields.one("takes_s", decimal(0, 9))

    [problem] = fields.problems
    assert problem.message == "harus bilangan 0 sampai 9, desimal dengan titik"


def test_a_name_that_was_not_filled_in_may_have_been_meant():
    fields = fields_of("tittle: Longsor", Gathering())

    fields.text("title")
    fields.finish()

    assert [str(one) for one in fields.problems] == [
        "1:1 title: belum diisi",
        "1:9 tittle: tidak dikenal di sini. Maksud Anda «title»?",
    ]


def test_a_scenario_without_variants_has_one():
    scenario = read(SMALL)

    assert [variant.name for variant in scenario.variants] == ["utama"]
    assert scenario.ref == "kecil@3"


def test_lines_are_named_by_fact_mood_and_number():
    story = read(SMALL).variant("utama").story

    said = {fact.id: fact.say for fact in story.facts}
    assert [line.id for line in said["trapped"].calm] == [
        "trapped.calm.1",
        "trapped.calm.2",
    ]
    assert [line.id for line in story.opening.say.tense] == ["opening.tense.1"]


def test_a_question_keeps_what_it_is_about():
    story = read(SMALL).variant("utama").story

    [where] = [fact for fact in story.facts if fact.id == "where"]
    assert [(one.act, one.about) for one in where.answers] == [
        ("ask_location", ()),
        ("ask_landmark", ("landmark", "street")),
    ]


VARIANTS = """
variants:
  ringan:
    weight: 3
    must_ask: []
    facts:
      trapped: null
      cars:
        label: mobil
        value: "{cars} mobil"
        told: asked
        answers: [ask_hazard/vehicle]
        say: "{cars} oto."
    changes: {blurts: null}
  berat:
    weight: 1
    incident_type: angin_kencang
"""


def test_a_variant_overrides_and_adds_by_id_and_leaves_out_what_is_null():
    light, heavy = (one.story for one in read(SMALL + VARIANTS).variants)

    assert [fact.id for fact in light.facts] == [
        *("what", "where", "callback", "door", "cars")
    ]
    assert (light.changes, light.must_ask) == ((), ())
    assert light.incident_type == "pohon_tumbang"
    assert [fact.id for fact in heavy.facts][2] == "trapped"
    assert heavy.incident_type == "angin_kencang"


def test_a_problem_in_a_variant_is_told_where_it_is_written():
    text = SMALL + spoilt("[ask_hazard/vehicle]", "[ask_hazzard]", VARIANTS)

    with pytest.raises(ScenarioInvalid) as caught:
        read(text)

    [problem] = caught.value.problems
    assert "«ask_hazzard» tidak dikenal. Maksud Anda «ask_hazard»?" in problem.message
    assert text.split("\n")[problem.line - 1][problem.column - 1 :] == "ask_hazzard]"


def test_a_problem_all_variants_share_is_told_once():
    text = spoilt("answers: [ask_nature]", "answers: [ask_natur]") + VARIANTS

    with pytest.raises(ScenarioInvalid) as caught:
        read(text)

    assert len(caught.value.problems) == 1
