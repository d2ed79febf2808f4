"""How long a line takes: a fixed formula of its text and the caller's mood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.pace import lasts_ms


@pytest.mark.parametrize(
    ("text", "distress", "ms"),
    [
        ("Halo", 1, 450 + 4 * 62),
        ("Halo.", 1, 450 + 5 * 62 + 250),
        ("Halo.", 3, round((450 + 5 * 62 + 250) * 0.92)),
        ("Halo.", 5, round((450 + 5 * 62 + 250) * 0.82)),
        ("(diam)", 1, 1_200),
        ("112", 1, 450 + 18 * 62),
    ],
)
def test_letters_sentences_and_mood_make_the_time(text, distress, ms):
    assert lasts_ms(text, distress=distress) == ms


@given(st.text(alphabet="abc .!?(", max_size=80), st.text(alphabet="abc", min_size=1))
def test_more_words_never_take_less_time(text, more):
    assert lasts_ms(text + more, distress=2) >= lasts_ms(text, distress=2)


@given(st.text(alphabet="abc .!?", min_size=1, max_size=80))
def test_the_more_afraid_the_faster(text):
    assert (
        lasts_ms(text, distress=5)
        <= lasts_ms(text, distress=3)
        <= lasts_ms(text, distress=1)
    )
