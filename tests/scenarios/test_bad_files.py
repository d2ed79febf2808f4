"""Bad scenario files: each slip is told its place and its remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.problems import ScenarioInvalid
from scenarios.region import load_region
from scenarios.scenario import load_scenario
from scenarios.yaml_text import MOST_BYTES
from tests.scenarios.slips import BROKEN, SLIPS
from tests.scenarios.small import SMALL, line_of, problems_of, spoilt


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_its_field_and_its_remedy(slip):
    old, new, field, said = SLIPS[slip]

    told = problems_of(spoilt(old, new))

    assert [one for one in told if f" {field}: " in one and said in one], told


@pytest.mark.parametrize("slip", SLIPS)
def test_one_slip_does_not_bring_a_row_of_others(slip):
    old, new, _, _ = SLIPS[slip]

    assert len(problems_of(spoilt(old, new))) <= 2


def test_all_slips_of_a_file_are_told_in_its_order():
    text = spoilt("difficulty: 2", "difficulty: 9")
    text = spoilt("register: mixed", "register: jawa", text)
    text = spoilt("answers: [ask_nature]", "answers: [ask_natur]", text)
    text = spoilt("required: [bpbd]", "required: [bpdb]", text)

    lines = [int(one.partition(":")[0]) for one in problems_of(text)]

    assert lines == [
        line_of("difficulty: 9", text),
        line_of("register: jawa", text),
        line_of("[ask_natur]", text),
        line_of("[bpdb]", text),
    ]


@pytest.mark.parametrize("broken", BROKEN)
def test_what_cannot_be_read_at_all_is_told_where_and_why(broken):
    text, said = BROKEN[broken]

    told = problems_of(text)

    assert [one for one in told if said in one], told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: 1\ntitle: caf\xe9\n", "2:11 bukan UTF-8; simpan ulang"),
        ("a: 1".encode("utf-16"), "1:1 bukan UTF-8; simpan ulang"),
        (b"x" * (MOST_BYTES + 1), "1:1 berkas terlalu besar"),
    ],
)
def test_a_file_that_is_no_text_is_told_so(tmp_path, content, said):
    path = tmp_path / "kecil.yaml"
    path.write_bytes(content)

    with pytest.raises(ScenarioInvalid) as caught:
        load_scenario(path, load_region())

    assert [said in str(one) for one in caught.value.problems] == [True]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b""])
def test_marks_and_line_ends_of_other_editors_do_not_matter(tmp_path, before):
    path = tmp_path / "kecil.yaml"
    path.write_bytes(before + SMALL.replace("\n", "\r\n").encode())

    assert load_scenario(path, load_region()).version == 3


@pytest.mark.parametrize("name", ["Pohon.yaml", "pohon tumbang.yaml", "pohon_.yaml"])
def test_a_file_name_that_is_no_id_is_refused(tmp_path, name):
    path = tmp_path / name
    path.write_text(SMALL, encoding="utf-8")

    with pytest.raises(ScenarioInvalid, match="nama berkas harus"):
        load_scenario(path, load_region())


TONES = spoilt("speaks: words", "speaks: tones")
SILENT = spoilt("speaks: words", "speaks: nothing")


def test_a_caller_of_tones_needs_a_yes_or_no_for_every_fact():
    told = problems_of(TONES)

    assert len(told) == 5
    assert all("tulis yes: true atau yes: false" in one for one in told)


def test_a_silent_caller_tells_no_fact():
    told = problems_of(SILENT)

    assert len(told) == 5
    assert all("tulis told: never" in one for one in told)


@given(st.text(max_size=400))
def test_any_text_is_either_read_or_told_what_is_wrong(text):
    assert problems_of(text)


@given(st.data())
def test_a_file_cut_or_garbled_anywhere_never_crashes_the_reader(data):
    at = data.draw(st.integers(0, len(SMALL) - 1))
    upto = data.draw(st.integers(at, min(len(SMALL), at + 40)))
    instead = data.draw(st.text("{}[]:-\"'|>&*!#, \n\tx1", max_size=8))

    for problem in problems_of(SMALL[:at] + instead + SMALL[upto:]):
        assert int(problem.partition(":")[0]) >= 1
