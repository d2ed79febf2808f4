"""Callers sound like different people, each like itself through the call."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.speech.breath import breathless
from simulator.speech.casting import ROUND, cast, difference, seed_in_turn
from tools.bench.somebody import somebody

PEOPLE = [
    (sex, age)
    for sex in ("female", "male")
    for age in (8, 12, 13, 17, 18, 40, 61, 62, 80)
]
WARNED_OF = frozenset(
    "Mario Michael rob robert quincy Jacky RicishayMax caleb anika anikaRobot UniRobot "
    "Demonic".split()
)


def voices_of(sex, age):
    people = somebody(sex, age)
    return [cast(people, seed=seed, distress=2) for seed in range(ROUND)]


@given(
    first=st.integers(0, 2**31),
    people=st.lists(st.sampled_from(PEOPLE), min_size=20, max_size=20),
)
def test_no_two_callers_of_a_shift_sound_alike(first, people):
    shift = [
        cast(somebody(*who), seed=first + nth, distress=3)
        for nth, who in enumerate(people)
    ]

    for one, other in itertools.combinations(shift, 2):
        assert difference(one, other) >= 1


@given(drawn=st.integers(0, 2**31), last=st.integers(0, 2**31))
def test_a_seed_in_turn_has_the_next_voice_and_stays_near_the_one_drawn(drawn, last):
    seed = seed_in_turn(drawn, turn=last + 1)

    assert abs(seed - drawn) < ROUND
    assert cast(somebody(), seed=seed, distress=1) == cast(
        somebody(), seed=last + 1, distress=1
    )


@pytest.mark.parametrize(("sex", "age"), PEOPLE)
def test_every_voice_rises_with_distress_and_stays_the_same_voice(sex, age):
    for seed in range(ROUND):
        moods = [cast(somebody(sex, age), seed=seed, distress=n) for n in range(1, 6)]

        assert len({mood.variant for mood in moods}) == 1
        for calmer, more_afraid in itertools.pairwise(moods):
            assert more_afraid.rate_wpm > calmer.rate_wpm
            assert more_afraid.pitch > calmer.pitch
            assert more_afraid.pitch_range > calmer.pitch_range
            assert more_afraid.volume >= calmer.volume
        assert moods[-1].rate_wpm < 350
        assert moods[-1].pitch <= 99


@pytest.mark.parametrize(("sex", "age"), PEOPLE)
def test_no_voice_with_artefacts_is_cast(sex, age):
    assert not {voice.variant[3:] for voice in voices_of(sex, age)} & WARNED_OF


def test_men_and_women_never_share_a_voice():
    ages = (13, 17, 18, 40, 61, 62, 80)
    women = {v.variant for age in ages for v in voices_of("female", age)}
    men = {v.variant for age in ages for v in voices_of("male", age)}

    assert not women & men


@pytest.mark.parametrize(("younger", "older"), [(12, 13), (17, 18), (61, 62)], ids=str)
@pytest.mark.parametrize("sex", ["female", "male"])
def test_each_age_has_voices_of_its_own(sex, younger, older):
    def heard(age):
        return {(voice.variant, voice.pitch) for voice in voices_of(sex, age)}

    assert not heard(younger) & heard(older)


def test_the_old_speak_more_slowly_than_the_young():
    def slowest_and_quickest(age):
        rates = [voice.rate_wpm for voice in voices_of("female", age)]
        return min(rates), max(rates)

    assert slowest_and_quickest(75)[1] < slowest_and_quickest(30)[0]


@pytest.mark.parametrize(
    ("sex", "age", "variant"),
    [("female", 30, "whisperf"), ("male", 30, "whisper"), ("male", 9, "whisperf")],
)
def test_a_line_marked_as_whispered_has_no_voice(sex, age, variant):
    people = somebody(sex, age)
    aloud = cast(people, seed=4, distress=4, line="Dia di luar kamar.")
    hushed = cast(people, seed=4, distress=4, line="(berbisik) Dia di luar kamar.")

    assert hushed.variant == f"id+{variant}"
    assert hushed.volume < aloud.volume
    assert hushed.rate_wpm == aloud.rate_wpm


def test_whispering_that_is_only_spoken_of_is_not_whispered():
    line = "Orang itu tadi berbisik pada saya."

    assert cast(somebody(), seed=4, distress=2, line=line).variant != "id+whisperf"


@pytest.mark.parametrize(
    ("breath_words", "said"),
    [
        (None, "Ruko tabakar di [[m'ana]] ini. Capat jua, tolong katong!"),
        (3, "Ruko tabakar di, [[m'ana]] ini, Capat jua, tolong katong!"),
        (5, "Ruko tabakar di [[m'ana]] ini, Capat jua, tolong katong!"),
    ],
)
def test_fear_shortens_the_breath(breath_words, said):
    calm = "Ruko tabakar di [[m'ana]] ini. Capat jua, tolong katong!"

    assert breathless(calm, breath_words) == said


@given(
    st.lists(st.sampled_from(["api", "tolong,", "[[t@n'aN]]", "lari.", "ya!"])),
    st.integers(1, 6),
)
def test_short_breath_loses_no_word(words, breath_words):
    text = " ".join(words)

    said = breathless(text, breath_words)

    assert [w.strip(",.") for w in said.split()] == [w.strip(",.") for w in words]
    assert ",," not in said


def test_only_fear_shortens_the_breath():
    breaths = [cast(somebody(), seed=1, distress=n).breath_words for n in range(1, 6)]

    assert breaths == [None, None, None, 5, 3]
