"""The scenarios of the product: each can be read, drawn and given to anybody."""

import re
from dataclasses import fields, is_dataclass

import pytest

from scenarios import draw
from scenarios.case import MOODS, Case
from scenarios.library import Library
from scenarios.region import load_region

SEEDS = range(30)
REGION = load_region()
LIBRARY = Library(REGION)
EIGHT = (
    *("ghost-call", "henti-jantung-di-rumah", "kebakaran-pasar"),
    *("kecelakaan-lalu-lintas", "longsor-permukiman", "mobil-jenazah"),
    *("perkelahian-senjata", "prank-anak"),
)

# Words that tell religion or origin; a sample to catch slips, not a full list.
TELLING = re.compile(
    r"\b(agama|islam|muslim|kristen|nasrani|katolik|protestan|hindu|buddha|budha|"
    r"masjid|mesjid|mushola|gereja|vihara|pura|salat|sholat|azan|adzan|natal|paskah|"
    r"lebaran|idul|ramadan|puasa|haji|hajah|ustad|ustaz|imam(?!.bonjol)|pendeta|pastor|"
    r"jemaat|jumatan|kebaktian|misa|assalamu\w*|syalom|alhamdulillah|insya\w*|astaga\w*|"
    r"tuhan yesus|allah|suku|etnis|buton|bugis|jawa|batak|tionghoa|"
    r"usi|caca|bung|abang)\b",
    re.IGNORECASE,
)
DIALLABLE = re.compile(r"(?<!\w)(?:0|\+?62)[\d -]{7,}\d(?!\w)")


@pytest.fixture(scope="module", params=EIGHT)
def cases(request) -> list[Case]:
    scenario = LIBRARY.get(request.param)
    return [draw(scenario, seed, region=REGION) for seed in SEEDS]


def texts_in(thing):
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_in(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name))


def lines_of(case: Case):
    says = [case.opening.say]
    for fact in case.facts:
        says += [fact.say, fact.again]
    for one in case.instructions:
        says += [one.say_refused, one.say_done]
    for change in case.changes:
        says += [change.say, *(update.say for update in change.facts)]
    return [
        line for say in says if say for mood in MOODS for line in getattr(say, mood)
    ]


def test_the_library_has_the_eight():
    assert set(EIGHT) <= set(LIBRARY.ids())


def test_every_file_can_be_used():
    _, invalid = LIBRARY.read()

    assert [str(one) for one in invalid] == []


def test_every_text_is_final(cases):
    for text in texts_in(cases):
        assert "{" not in text
        assert "}" not in text


def test_nothing_tells_religion_or_origin(cases):
    for case in cases:
        for text in texts_in(case):
            assert not TELLING.search(text), text


def test_no_number_can_be_dialled(cases):
    for case in cases:
        for text in texts_in(case):
            for number in DIALLABLE.findall(text):
                assert number.startswith("0810"), text


def test_line_ids_are_each_their_own(cases):
    for case in cases:
        ids = [line.id for line in lines_of(case)]
        assert len(set(ids)) == len(ids)


def test_cases_survive_their_json(cases):
    for case in cases:
        assert Case.from_json(case.to_json()) == case


def test_thirty_seeds_are_thirty_different_calls(cases):
    told = {(case.caller, case.truth, case.local_time) for case in cases}

    assert len(told) == len(cases)


def test_the_title_does_not_give_the_truth_away(cases):
    for case in cases:
        spot = case.truth.spot_name
        assert spot is None or spot.casefold() not in case.title.casefold()


@pytest.mark.parametrize("scenario_id", EIGHT)
def test_every_variant_comes_up(scenario_id):
    scenario = LIBRARY.get(scenario_id)
    drawn = {draw(scenario, seed, region=REGION).variant for seed in range(80)}

    assert drawn == {variant.name for variant in scenario.variants}
