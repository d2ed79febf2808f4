"""Cases as JSON: what is read back must be a case, whole and of the right types."""

import json

import pytest

from scenarios import draw
from scenarios.case import Case
from scenarios.region import load_region
from tests.scenarios.small import SMALL, read


@pytest.fixture
def values():
    case = draw(read(SMALL), 1, region=load_region())
    return json.loads(json.dumps(case.to_json()))


def test_fields_left_out_take_their_defaults(values):
    del values["background"]
    del values["facts"][0]["again"]

    case = Case.from_json(values)

    assert case.background == ()
    assert case.facts[0].again is None


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda v: v.update(weather="rain"), "kasus: weather tidak dikenal di sini"),
        (lambda v: v.pop("truth"), "kasus: truth belum ada"),
        (lambda v: v["truth"].update(place=7), "kasus.truth.place: harus teks"),
        (lambda v: v.update(seed="1"), "kasus.seed: harus bilangan bulat"),
        (lambda v: v.update(seed=True), "kasus.seed: harus bilangan bulat"),
        (lambda v: v.update(facts={}), "kasus.facts: harus daftar"),
        (lambda v: v.update(facts=["x"]), "kasus.facts.0: harus pasangan nama"),
        (lambda v: v.update(approval=["x"]), "kasus.approval: harus pasangan"),
        (
            lambda v: v["caller"].update(reaction_ms=[1, 2, 3]),
            "kasus.caller.reaction_ms: harus daftar berisi 2",
        ),
        (
            lambda v: v["caller"].update(reactivity="1"),
            "kasus.caller.reactivity: harus bilangan",
        ),
        (
            lambda v: v["truth"].update(emergency=1),
            "kasus.truth.emergency: harus true atau false",
        ),
        (
            lambda v: v["facts"][1]["say"]["calm"][0].pop("id"),
            "kasus.facts.1.say.calm.0: id belum ada",
        ),
    ],
)
def test_what_is_no_case_is_told_where(values, spoil, said):
    spoil(values)

    with pytest.raises(ValueError, match="kasus") as caught:
        Case.from_json(values)

    assert str(caught.value).startswith(said)


def test_whole_numbers_do_for_decimals(values):
    values["caller"]["reactivity"] = 2

    assert Case.from_json(values).caller.reactivity == 2.0
