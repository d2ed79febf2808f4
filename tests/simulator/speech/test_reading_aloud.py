"""What is written in a line is said the way people say it."""

import pytest

from simulator.speech.reading_aloud import aloud


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Halo, 112?", "Halo, satu satu dua?"),
        (
            "Nomor saya 0810 33 452.",
            "Nomor saya nol delapan satu nol, tiga tiga, empat lima dua.",
        ),
        ("RT 004/003 ya", "er te nol nol empat, er we nol nol tiga ya"),
        ("RT 02/RW 05", "er te nol dua, er we nol lima"),
        ("Jl. Pala", "jalan Pala"),
        ("sejak jam 19.30", "sejak jam 19 lewat 30 menit"),
        ("pukul 07.00 tadi", "pukul 7 tadi"),
        ("Iyo... (berteriak) OMA! TUTUP PINTU!", "Iyo, OMA! TUTUP PINTU!"),
        ("dekat SD itu", "dekat es de itu"),
        ("Telepon PLN 123", "Telepon pe el en satu dua tiga"),
        ("ada 3 orang", "ada 3 orang"),
        ("tenang", "[[t@n'aN]]"),
    ],
)
def test_it_is_said_as_people_say_it(written, said):
    assert aloud(written) == said


@pytest.mark.parametrize("text", ["", "...", "(menangis)"])
def test_a_line_without_words_stays_without_words(text):
    assert aloud(text) == ""
