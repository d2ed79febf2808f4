"""What is written in a line is said the way people say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.language.numbers import LARGEST, in_words
from simulator.speech.numerals import digits
from simulator.speech.reading_aloud import aloud, worded


@pytest.mark.parametrize(
    ("written", "said"),
    [
        # services and telephone numbers
        ("Halo, 112?", "Halo, satu satu dua?"),
        ("Telepon PLN 123", "Telepon pé él én satu dua tiga"),
        (
            "Ambulans 119, polisi 110.",
            "Ambulans satu satu sembilan, polisi satu satu nol.",
        ),
        ("ada 112 orang", "ada seratus dua belas orang"),
        (
            "Nomor saya 0810 33 452.",
            "Nomor saya nol delapan satu nol, tiga tiga, empat lima dua.",
        ),
        (
            "HP 081200000000",
            "ha pé nol delapan satu dua, nol nol nol nol, nol nol nol nol",
        ),
        ("(0911) 352000", "nol sembilan satu satu, tiga lima dua, nol nol nol"),
        ("nomor 352000", "nomor tiga lima dua, nol nol nol"),
        (
            "+62 812-0000-0000",
            "plus enam dua, delapan satu dua, nol nol nol nol, nol nol nol nol",
        ),
        ("DE 1234 AB", "dé é, satu dua tiga empat, a bé"),
        # addresses
        ("RT 004/003 ya", "ér té nol nol empat, ér wé nol nol tiga ya"),
        ("RT 02/RW 05", "ér té nol dua, ér wé nol lima"),
        ("RT/RW 004/003", "ér té nol nol empat, ér wé nol nol tiga"),
        ("RT 12", "ér té dua belas"),
        ("Jl. Pala No. 12A, Gg. Mawar", "jalan Pala nomor dua belas a, gang Mawar"),
        (
            "Kel. Rijali, Kec. Sirimau, Ds. Poka",
            "kelurahan Rijali, kecamatan Sirimau, desa Poka",
        ),
        ("Jl. A.Y. Patty", "jalan a yé pati"),
        ("dr. M. Haulussy", "dokter ém Haulussy"),
        ("Lantamal IX", "Lantamal sembilan"),
        # times
        ("sejak jam 19.30", "sejak jam sembilan belas lewat tiga puluh menit"),
        (
            "19:30 WIT",
            "jam sembilan belas lewat tiga puluh menit Waktu Indonesia Timur",
        ),
        ("pukul 07.00 tadi", "pukul tujuh tadi"),
        ("jam 7 malam", "jam tujuh malam"),
        ("jam 19.00-20.00", "jam sembilan belas sampai jam dua puluh"),
        # quantities
        ("ada 3 orang", "ada tiga orang"),
        ("2-3 orang", "dua sampai tiga orang"),
        ("5–10 menit", "lima sampai sepuluh menit"),
        ("tinggi 1,5 meter", "tinggi satu koma lima meter"),
        ("1.5 m", "satu koma lima meter"),
        ("50%", "lima puluh persen"),
        ("38°C", "tiga puluh delapan derajat Celsius"),
        ("30 km/jam", "tiga puluh kilometer per jam"),
        ("5kg, 10 cm", "lima kilogram, sepuluh sentimeter"),
        ("1.500 orang", "seribu lima ratus orang"),
        ("Rp 50.000", "lima puluh ribu rupiah"),
        ("50rb", "lima puluh ribu"),
        ("anak ke-2 di Lt. 2", "anak kedua di lantai dua"),
        ("ke-1", "pertama"),
        ("120/80", "seratus dua puluh per delapan puluh"),
        ("tahun 2019-2020", "tahun dua ribu sembilan belas sampai dua ribu dua puluh"),
        # letters, words and what is neither
        ("dekat SD itu", "dekat és dé itu"),
        ("pakai AC", "pakai a sé"),
        ("RSUD, BPBD, KTP", "ér és u dé, bé pé bé dé, ka té pé"),
        ("SMP/SMA", "és ém pé atau és ém a"),
        ("SMS, WA, GPS", "és ém és, wé a, gé pé és"),
        ("cepat2, orang2nya lari", "cepat-cepat, orang-orangnya lari"),
        ("lari 2x", "lari dua kali"),
        ("Iyo... (berteriak) OMA! TUTUP PINTU!", "Iyo, OMA! TUTUP PINTU!"),
        ("e... anu, mmmm, di situ", "e, anu, mmm, di situ"),
        ("tolooong!", "tolong!"),
        ("*menangis* Tolong [terisak] jua", "Tolong jua"),
    ],
)
def test_it_is_said_as_people_say_it(written, said):
    assert worded(written) == said


def test_words_whose_letters_mislead_come_as_phonemes():
    assert aloud("tenang, Oma") == "[[t@n'aN]], Oma"


@pytest.mark.parametrize("text", ["", "...", "(menangis)", "*tertawa*"])
def test_a_line_without_words_stays_without_words(text):
    assert aloud(text) == ""


@given(st.text(alphabet="aeimnt0123456789.,-/ :%+()RTW", max_size=40))
def test_no_digit_is_left_for_the_engine(text):
    assert not any(char.isdigit() for char in worded(text))


@given(st.integers(0, LARGEST - 1))
def test_every_cardinal_is_made_of_number_words(number):
    words = set(in_words(number).split())

    assert words <= set(
        "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas "
        "belas puluh seratus ratus seribu ribu juta miliar".split()
    )


@given(st.from_regex(r"[0-9]{1,20}", fullmatch=True))
def test_digit_by_digit_says_each_digit_once(number):
    assert len(digits(number).replace(",", "").split()) == len(number)
