"""Words sound as people in Ambon say them, not as the letters would have it."""

import csv
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from simulator.speech.pronunciation import phonemes, pronounced
from simulator.speech.reading_aloud import aloud
from tests.simulator.speech.phoneme_trace import PhonemeTrace

ROOT = Path(__file__).parents[3]


def rows(path):
    return tuple(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


CHECKED = rows(Path(__file__).parent / "pronunciations.csv")
PLACES = rows(ROOT / "scenarios/regions/ambon/places.csv")
WITH_E = re.compile(r"[^\W\d_]*e[^\W\d_]*")


@pytest.fixture(scope="module")
def trace(tmp_path_factory):
    return PhonemeTrace(tmp_path_factory.mktemp("trace"))


def test_every_checked_word_sounds_as_the_list_says(trace):
    wrong = {
        row["word"]: (row["phonemes"], trace.sounds(aloud(row["word"])), row["why"])
        for row in CHECKED
        if trace.sounds(aloud(row["word"])) != row["phonemes"]
    }

    assert not wrong


def test_the_list_is_long_and_names_no_word_twice():
    words = [row["word"].lower() for row in CHECKED]

    assert len(words) >= 300
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("line", "ipa"),
    [
        ("Pelan-pelan, tenang!", "pəlˈan pəlˈan tənˈaŋ"),
        ("PELAN!", "pəlˈan"),
        ("enam", "ənˈam"),
        ("RT 5", "ˈer tˈe lˈima"),
        ("PLN", "pˈe el ˈen"),
        ("hmm, mmm", "həmm əmm"),
    ],
)
def test_a_line_keeps_its_words_through_spelling_and_phonemes(trace, line, ipa):
    assert trace.ipa(aloud(line)) == ipa


def test_stress_leaves_a_schwa_for_the_last_syllable():
    assert phonemes("dekat") == "d@k'at"
    assert phonemes("dekatnya") == "d@k'atn^a"
    assert phonemes("kebakaran") == "k@bak'aRan"


def test_a_word_the_lexicon_does_not_know_is_left_to_the_engine():
    assert pronounced("Kampung Tomia") == "Kampung Tomia"


@pytest.mark.parametrize(
    "name",
    sorted({word for row in PLACES for word in WITH_E.findall(row["name"].lower())}),
)
def test_every_e_in_a_place_name_of_ambon_is_decided(name):
    assert phonemes(name) is not None


def caller_lines():
    def lines(node, spoken=False):
        if isinstance(node, str):
            if spoken:
                yield node
        elif isinstance(node, list):
            for item in node:
                yield from lines(item, spoken)
        elif isinstance(node, dict):
            for key, item in node.items():
                yield from lines(item, spoken or str(key).startswith("say"))

    for file in (ROOT / "scenarios/library").glob("*.yaml"):
        yield from lines(yaml.safe_load(file.read_text(encoding="utf-8")))


def test_callers_of_the_library_say_hardly_a_word_whose_e_is_undecided():
    words = {
        word
        for line in caller_lines()
        for word in WITH_E.findall(re.sub(r"\{[^}]*\}|\([^)]*\)", "", line).lower())
    }
    unknown = {word for word in words if phonemes(word) is None}

    assert len(words) >= 100
    assert len(unknown) <= 0.02 * len(words), sorted(unknown)


@given(st.from_regex(r"[a-zé]{1,12}", fullmatch=True))
def test_no_word_breaks_the_notation(word):
    said = pronounced(word)

    assert said.count("[[") == said.count("]]") <= 1
    assert " " not in said
