"""Drawing cases: the same seed, the same case; everything in it is final."""

import random
import re
import subprocess
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenarios import draw
from scenarios.case import MOODS, Case, Say
from scenarios.providers import Person, given_names, minutes_of, new_faker
from scenarios.region import load_region
from tests.scenarios.small import SMALL, read, spoilt

REGION = load_region()
ROOT = Path(__file__).parents[2]
SCENARIO = read(SMALL)
SEEDS = st.integers(0, 2**31 - 1)


def case_of(seed: int, text: str = SMALL) -> Case:
    return draw(read(text), seed, region=REGION)


def texts_in(thing):
    """Every text of a case, however deep."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_in(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name))


@given(seed=SEEDS)
def test_the_same_seed_gives_the_same_case(seed):
    assert draw(SCENARIO, seed, region=REGION) == case_of(seed)


@given(seed=SEEDS)
def test_no_text_of_a_case_has_a_brace_left(seed):
    for text in texts_in(draw(SCENARIO, seed, region=REGION)):
        assert not set("{}") & set(text)


@given(seed=SEEDS)
def test_a_case_survives_its_json(seed):
    case = draw(SCENARIO, seed, region=REGION)

    assert Case.from_json(case.to_json()) == case


def test_seeds_give_different_cases():
    cases = [draw(SCENARIO, seed, region=REGION) for seed in range(40)]

    assert len({case.incident_id for case in cases}) == 40
    assert len({case.caller.name for case in cases}) > 10
    assert {case.truth.place for case in cases} == {"81.71.02.2003", "81.71.02.1017"}
    assert {case.caller.distress for case in cases} == {2, 3}
    assert {case.caller.addresses_taker for case in cases} == {"Pak", "Bu"}
    assert {case.caller.sex for case in cases} == {"female", "male"}


@pytest.mark.parametrize("seed", range(10))
def test_one_more_draw_leaves_the_others_as_they_were(seed):
    more = spoilt("draw:\n", "draw:\n  first: {number: [1, 99]}\n")
    before, after = case_of(seed), case_of(seed, more)

    assert before.scenario_digest != after.scenario_digest
    assert before.facts == after.facts
    assert before.caller == after.caller
    assert before.truth == after.truth


def test_scenarios_do_not_share_their_people():
    first = [draw(read(SMALL, "satu"), n, region=REGION).ani for n in range(9)]
    second = [draw(read(SMALL, "dua"), n, region=REGION).ani for n in range(9)]

    assert first != second


def test_drawing_leaves_the_randomness_of_others_alone():
    random.seed(7)
    expected = random.Random(7).random()

    case_of(3)

    assert random.random() == expected


@given(seed=SEEDS)
def test_numbers_cannot_be_dialled(seed):
    number = draw(SCENARIO, seed, region=REGION).ani

    assert re.fullmatch(r"0810 \d\d \d\d\d", number)


def test_the_number_is_withheld_when_the_caller_withholds_it():
    assert case_of(1, spoilt("ani: shown", "ani: withheld")).ani is None


@given(seed=SEEDS)
def test_an_hour_may_pass_midnight(seed):
    hour, minute = map(int, draw(SCENARIO, seed, region=REGION).local_time.split(":"))

    assert (hour, minute) >= (23, 30) or (hour, minute) <= (1, 30)


@pytest.mark.parametrize(
    ("first", "last"), [("08:00", "08:00"), ("23:59", "00:01"), ("00:00", "23:59")]
)
def test_both_ends_of_a_range_of_hours_belong_to_it(first, last):
    faker, drawn = new_faker(), set()
    for seed in range(200):
        faker.reseed(str(seed))
        drawn.add(faker.time_between(first, last))

    length = (minutes_of(last) - minutes_of(first)) % (24 * 60) + 1
    assert len(drawn) == length if length < 5 else len(drawn) > 100


@pytest.mark.parametrize(
    ("sex", "age", "honorific"),
    [
        ("female", 16, "Adik"),
        ("male", 17, "Kakak"),
        ("female", 29, "Kakak"),
        ("female", 30, "Ibu"),
        ("male", 30, "Bapak"),
    ],
)
def test_callers_are_addressed_by_age_and_sex(sex, age, honorific):
    assert Person(name="Rini", sex=sex, age=age).honorific == honorific


def test_no_given_name_is_taken_for_a_place():
    for name in (name for names in given_names().values() for name in names):
        assert REGION.find_in(f"nama saya {name}") == []


def test_given_names_are_told_apart_by_sex():
    names = given_names()

    assert not set(names["female"]) & set(names["male"])
    assert all(len(set(group)) == len(group) >= 25 for group in names.values())


# --- the truth, filled from the region --------------------------------------------


def at(place: str) -> Case:
    return case_of(1, spoilt('[ongkoliong, "81.71.02.1017"]', f'["{place}"]'))


def test_a_landmark_brings_its_kelurahan_and_neighbours():
    truth = at("ongkoliong").truth

    assert (truth.spot, truth.spot_name) == ("ongkoliong", "Ongkoliong")
    assert (truth.place, truth.place_name) == ("81.71.02.2003", "Batu Merah")
    assert truth.kecamatan == "Sirimau"
    assert set(truth.neighbours) == REGION.neighbours["81.71.02.2003"]
    assert "pasar-mardika" in truth.confusable
    assert truth.place_accepted == ("pasar-batu-merah",)
    assert "pasar-batu-merah" not in truth.confusable


def test_a_kelurahan_is_no_landmark():
    truth = at("81.71.02.1017").truth

    assert (truth.spot, truth.spot_name) == (None, None)
    assert (truth.place, truth.place_name) == ("81.71.02.1017", "Uritetu")


def test_without_a_place_there_is_none():
    text = spoilt("place: spot\n", "place: null\n")
    truth = case_of(1, spoilt("place_accepted: [pasar-batu-merah]", "", text)).truth

    assert (truth.place, truth.place_name, truth.kecamatan) == (None, None, None)
    assert (truth.neighbours, truth.confusable) == ((), ())


def test_times_are_the_centres_unless_the_story_has_its_own():
    own = case_of(1, SMALL + "targets: {location_s: 110}\n").targets

    assert case_of(1).targets == REGION.targets
    assert own.location_ms == 110_000
    assert own.dispatch_ms == REGION.targets.dispatch_ms


def test_a_case_names_what_it_was_drawn_from():
    case = case_of(5)

    assert (case.scenario, case.seed, case.region) == ("kecil@3", 5, "ambon")
    assert case.scenario_digest == SCENARIO.digest
    assert case.region_digest == REGION.digest
    assert "pohon" not in case.incident_id


def test_words_are_put_in_once_only():
    text = spoilt(
        "tree: {choose: [pohon mangga, pohon ketapang]}", "tree: {number: [1, 1]}"
    )

    assert (
        case_of(1, text).fact("what").again.calm[0].text == "Beta su bilang, 1 tumbang."
    )


def test_a_scenario_of_another_region_is_not_drawn():
    elsewhere = type("Elsewhere", (), {"id": "ternate"})()

    with pytest.raises(ValueError, match="for ambon, not ternate"):
        draw(SCENARIO, 1, region=elsewhere)


# --- variants ------------------------------------------------------------------------

WEIGHED = SMALL + "variants:\n  sering: {weight: 7}\n  jarang: {weight: 1}\n"


def test_variants_come_as_often_as_they_weigh():
    scenario = read(WEIGHED)
    drawn = [draw(scenario, seed, region=REGION).variant for seed in range(800)]

    assert 60 <= drawn.count("jarang") <= 140
    assert drawn.count("sering") + drawn.count("jarang") == 800


# --- wording --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distress", "mood"),
    [(1, "calm"), (2, "calm"), (3, "tense"), (4, "panic"), (5, "panic")],
)
def test_distress_chooses_the_mood(distress, mood):
    say = case_of(1).opening.say
    full = Say(calm=say.calm, tense=say.tense, panic=(say.tense[0],))

    assert full.at(distress) == getattr(full, mood)


@given(seed=SEEDS)
@settings(max_examples=10)
def test_line_ids_are_each_their_own(seed):
    case = draw(SCENARIO, seed, region=REGION)
    says = [case.opening.say, *(fact.say for fact in case.facts)]
    says += [fact.again for fact in case.facts if fact.again]
    says += [one.say_done for one in case.instructions if one.say_done]
    says += [one.say_refused for one in case.instructions if one.say_refused]
    says += [change.say for change in case.changes if change.say]
    ids = [line.id for say in says for mood in MOODS for line in getattr(say, mood)]

    assert len(set(ids)) == len(ids)


ELSEWHERE = """
import hashlib, json
from tests.scenarios.small import SMALL, read
from scenarios import draw, load_region
case = draw(read(SMALL), 11, region=load_region())
print(hashlib.sha256(json.dumps(case.to_json()).encode()).hexdigest())
"""


def test_another_process_draws_the_same():
    def drawn(hash_seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", ELSEWHERE],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert drawn("1") == drawn("2") != ""
