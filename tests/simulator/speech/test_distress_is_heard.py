"""Fear is heard: measured on the sound itself, not on the settings."""

import itertools

import numpy as np
import pytest

from tools.bench import sound
from tools.bench.voices import Studio, caller_of, cast


@pytest.fixture(scope="module")
def studio(tmp_path_factory):
    return Studio(tmp_path_factory.mktemp("studio"))


@pytest.mark.parametrize("group", ["adult_female", "elderly_male"])
def test_pitch_and_pace_rise_with_distress(studio, group):
    moods = [
        studio.pitch_and_pace(cast(caller_of(group), seed=9, distress=level))
        for level in range(1, 6)
    ]

    for (pitch, pace), (higher, quicker) in itertools.pairwise(moods):
        assert higher > 1.02 * pitch
        assert quicker > 1.02 * pace


def test_a_whisper_has_no_pitch(studio):
    hushed = cast(
        caller_of("adult_female"), seed=9, distress=3, line="(berbisik) Tolong."
    )
    samples, rate_hz = studio.samples(hushed)

    voiced = cast(caller_of("adult_female"), seed=9, distress=3)

    assert sound.voiced_share(samples, rate_hz) < 0.25
    assert sound.voiced_share(*studio.samples(voiced)) > 0.8


def test_a_child_sounds_higher_than_a_woman_and_she_higher_than_a_man(studio):
    child, woman, man = (
        studio.pitch_and_pace(cast(caller_of(group), seed=9, distress=2))[0]
        for group in ("child", "adult_female", "adult_male")
    )

    assert child > 1.15 * woman > 1.5 * man


@pytest.mark.parametrize("hz", [75.0, 110.0, 196.0, 307.0, 420.0])
def test_the_pitch_of_a_known_tone_is_found_within_a_percent(hz):
    rate_hz = 22_050
    at = np.arange(rate_hz) / rate_hz
    tone = 3_000 * sum(np.sin(2 * np.pi * k * hz * at) / k for k in range(1, 6))

    assert sound.pitch_hz(tone, rate_hz) == pytest.approx(hz, rel=0.01)


def test_silence_has_no_pitch():
    assert sound.pitch_hz(np.zeros(22_050), 22_050) == 0.0
