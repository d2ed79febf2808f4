import pytest
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from scenarios.language.roots import root
from scenarios.language.tokens import words
from simulator.understanding.corpus import load_corpus


def test_roots_are_those_that_sastrawi_finds_with_all_its_rules():
    slow = StemmerFactory().create_stemmer()
    said = {t.text.lower() for line in load_corpus("acts") for t in words(line.text)}

    assert {w for w in sorted(said)[::3] if root(w) != slow.stem(w)} == set()


@pytest.mark.parametrize(
    ("word", "expected"),
    [("bernapas", "napas"), ("menyiram", "siram"), ("dipindahkan", "pindah"),
     ("seratus", "ratus"), ("zzzz", "zzzz")],
)  # fmt: skip
def test_prefixes_and_suffixes_are_taken_off(word, expected):
    assert root(word) == expected
