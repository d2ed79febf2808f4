"""Spellings that the table does not name, guessed back to the dictionary."""

import pytest

from scenarios.language.guess import guess


@pytest.mark.parametrize(
    ("said", "standard"),
    [
        ("tangang", "tangan"),
        ("tabuka", "terbuka"),
        ("babunyi", "berbunyi"),
        ("sapulu", "sepuluh"),
        ("kancang", "kencang"),
        ("ngirim", "kirim"),
        ("nutup", "tutup"),
        ("mukul", "pukul"),
        ("dateng", "datang"),
        ("diinget", "diingat"),
    ],
)
def test_habits_of_ambon_and_of_the_street_are_undone(said, standard):
    assert guess(said) == standard


@pytest.mark.parametrize("word", ["datang", "bernapas", "ruko", "xyzzy", "api", "b3"])
def test_what_is_known_short_or_beyond_guessing_stays(word):
    assert guess(word) == word
