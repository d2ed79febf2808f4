import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.language.clauses import clauses
from scenarios.language.colloquial import standard, table
from scenarios.language.numbers import (
    clock_at,
    digit_run,
    in_words,
    minutes_at,
    number_at,
    spelled,
    to_number,
)
from scenarios.language.tokens import tokens


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text):
    end = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("seng", "tidak"), ("tabakar", "terbakar"), ("AMPA", "empat"), ("anam", "enam"),
        ("dmn", "di mana"), ("nggak", "tidak"), ("Matiin", "matikan"),
        ("HP-nya", "ponselnya"), ("cepat2", "cepat-cepat"), ("haloooo", "halo"),
        ("kemarin", "kemarin"), ("bensin", "bensin"), ("katong", "kita"),
        ("barang", "barang"), ("rumah", "rumah"),
    ],
)  # fmt: skip
def test_colloquial_words_become_standard_indonesian(said, expected):
    assert " ".join(standard(said)) == expected


def test_standard_words_are_their_own_standard():
    standard_words = {word for words in table().values() for word in words}

    changed = {w: standard(w) for w in standard_words if standard(w) != (w,)}

    assert changed == {}


@given(st.integers(0, 999_999))
def test_a_number_said_in_words_is_that_number(number):
    words = in_words(number).split()

    assert to_number(words) == number
    assert number_at(words, 0) == (number, len(words))


@given(st.text("0123456789", min_size=1, max_size=14))
def test_spelled_digits_are_read_back(digits):
    words = spelled(digits).split()

    assert digit_run(words, 0) == (digits, len(words))


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("jam tiga", "03:00"), ("jam tiga sore", "15:00"), ("jam 3 lewat 30", "03:30"),
        ("jam setengah empat", "03:30"), ("jam tujuh malam", "19:00"),
        ("jam dua belas malam", "00:00"), ("jam dua belas siang", "12:00"),
        ("jam dua lewat sepuluh menit", "02:10"), ("jam satu pagi", "01:00"),
        ("jam dua kurang seperempat", "01:45"), ("jam lima lewat seperempat", "05:15"),
        ("jam tiga kurang sepuluh menit sore", "14:50"),
        ("jam satu kurang lima malam", "00:55"), ("jam dua malam", "02:00"),
    ],
)  # fmt: skip
def test_clock_times(said, time):
    found = clock_at(said.split(), 0)

    assert found is not None
    assert found[0] == time


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("lima menit", 5), ("setengah jam", 30), ("seperempat jam", 15), ("sejam", 60),
        ("satu setengah jam", 90), ("dua jam", 120), ("20 menit", 20),
    ],
)  # fmt: skip
def test_lengths_of_time_are_minutes(said, minutes):
    words = said.split()

    assert minutes_at(words, 0) == (minutes, len(words))


@pytest.mark.parametrize("said", ["jam dua", "setengah", "setengah menit", "dua orang"])
def test_other_words_are_no_length_of_time(said):
    assert minutes_at(said.split(), 0) is None


@pytest.mark.parametrize("said", ["jam", "jam berapa", "pukul siapa", "jam 40"])
def test_what_is_no_clock_time(said):
    assert clock_at(said.split(), 0) is None


@pytest.mark.parametrize(
    ("said", "pieces"),
    [
        ("baik pak , di mana lokasinya ?", ["baik pak", "di mana lokasinya"]),
        ("bu , di mana ?", ["bu , di mana"]),
        ("tekan dadanya kuat dan cepat jangan berhenti sampai petugas datang",
         ["tekan dadanya kuat", "dan cepat jangan berhenti sampai petugas datang"]),
        ("", []),
        (". . ?", []),
    ],
)  # fmt: skip
def test_clauses(said, pieces):
    words = said.split()

    assert [" ".join(words[a:b]) for a, b in clauses(words)] == pieces


@given(st.lists(st.sampled_from("di mana , . ? jangan dan kalau pak api".split())))
def test_clauses_cover_every_word_once(words):
    covered = [i for start, end in clauses(words) for i in range(start, end)]

    assert covered == sorted(set(covered))
    assert {i for i, w in enumerate(words) if w[0].isalnum()} <= set(covered)
