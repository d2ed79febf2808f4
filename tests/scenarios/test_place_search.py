"""Finding places as they are typed and inside utterances."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenarios.region import load_region

REGION = load_region()
PLACES = tuple(REGION.places.values())


def first(typed: str) -> str:
    return REGION.search(typed)[0].place.id


def named(said: str) -> list[tuple[str, str]]:
    return [(p.id, said[start:end]) for p, (start, end) in REGION.find_in(said)]


def ids(said: str) -> list[str]:
    return [place for place, _ in named(said)]


# -- the search box


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("Ongkoliong", "ongkoliong"),
        ("ongko liong", "ongkoliong"),
        ("ongkol", "ongkoliong"),
        ("onkoliong", "ongkoliong"),
        ("ongkoilong", "ongkoliong"),
        ("karpan", "81.71.02.1013"),
        ("KARANG PANJANG", "81.71.02.1013"),
        ("karangpanjang", "81.71.02.1013"),
        ("batu mera", "81.71.02.2003"),
        ("kel benteng", "81.71.01.1008"),
        ("Jl. Imam", "jalan-imam-bonjol"),
        ("jln imam bonjol", "jalan-imam-bonjol"),
        ("amaci", "air-mata-cina"),
        ("haulussy", "rsud-haulussy"),
        ("pasr mardika", "pasar-mardika"),
        ("durian pata", "81.71.04.2001"),
        ("paso", "81.71.03.2001"),
        ("hative k", "81.71.02.2001"),
        ("kelurahan nusaniwe", "81.71.01.1006"),
        ("negeri nusaniwe", "81.71.01.2003"),
        ("jmp", "jmp"),
    ],
)
def test_it_finds_what_is_meant(typed, place):
    assert first(typed) == place


@pytest.mark.parametrize("typed", ["", "  ", "…", "zzqx", "81"])
def test_it_finds_nothing_rather_than_anything(typed):
    assert REGION.search(typed) == []


def test_places_easily_taken_for_it_are_shown_beside_it():
    [hit, *_] = REGION.search("hative kecil")

    assert [place.name for place in hit.similar] == ["Hative Besar"]


def test_it_says_which_alias_fitted():
    [hit, *_] = REGION.search("amplaz")

    assert (hit.place.name, hit.matched) == ("Ambon Plaza", "Amplaz")
    assert not hit.place.verified


def test_both_bearers_of_a_name_are_offered():
    found = {hit.place.id for hit in REGION.search("urimessing")}

    assert {"81.71.01.1011", "81.71.01.2005"} <= found


def test_units_come_before_landmarks_of_the_same_name():
    assert first("batu merah") == "81.71.02.2003"


def test_it_gives_no_more_than_asked():
    assert len(REGION.search("batu", limit=3)) == 3


@given(place=st.sampled_from(PLACES), data=st.data())
def test_every_name_finds_its_place(place, data):
    name = data.draw(st.sampled_from(place.names))

    assert place.id in {hit.place.id for hit in REGION.search(name, limit=50)}


@given(place=st.sampled_from(PLACES), data=st.data())
def test_a_name_is_found_from_its_beginning(place, data):
    size = data.draw(st.integers(3, max(3, len(place.name))))
    typed = place.name[:size]

    found = {hit.place.id for hit in REGION.search(typed, limit=len(PLACES))}

    assert place.id in found


# -- inside an utterance


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("Ongkoliong yang di Pasar Batu Merah?", ["ongkoliong", "pasar-batu-merah"]),
        ("hative kecil ato hative besar", ["81.71.02.2001", "81.71.04.2006"]),
        ("Batu Merah Dalam ya, Pak?", ["batu-merah-dalam"]),
        ("BATUMERAH, Sirimau", ["81.71.02.2003", "81.71.02"]),
        ("di Jl. Imam Bonjol", ["jalan-imam-bonjol"]),
        ("di Kelurahan Nusaniwe", ["81.71.01.1006"]),
        ("Negeri Urimessing", ["81.71.01.2005"]),
        ("lokasinya Air Besar Passo", ["air-besar-passo"]),
        ("Kámpung Kólam", ["kampung-kolam"]),
        ("Mardíka", ["mardika"]),
    ],
)
def test_the_longest_name_is_read(said, places):
    assert ids(said) == places


def test_the_span_holds_the_words_as_said():
    assert named("Jadi di Batu  Gajah, betul?") == [("81.71.02.1016", "Batu  Gajah")]


def test_a_shared_name_yields_all_who_bear_it_widest_first():
    assert ids("Nusaniwe?") == ["81.71.01", "81.71.01.1006", "81.71.01.2003"]


@pytest.mark.parametrize(
    "said",
    [
        "buang air besar",
        "apinya di rumah tiga lantai",
        "motornya di tengah-tengah jalan",
        "naik ke tanah tinggi sekarang",
        "dengan Pak Eri",
        "skip dulu",
        "minyak kayu putih",
        "mcm mana",
        "ada di pasar",
        "soya bean",
        "kebakaran di pokaroma",
        "latar belakang",
        "airnya besar",
    ],
)
def test_everyday_words_are_not_places(said):
    assert ids(said) == []


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("di Eri", "eri"),
        ("Eri, Pak?", "eri"),
        ("Skip ya Bu", "skip"),
        ("di Skip", "skip"),
        ("kawasan Tanah Tinggi", "tanah-tinggi"),
        ("desa Tengah-Tengah", "81.01.14.2005"),
        ("Soya, Kecamatan Sirimau", "81.71.02.2009"),
        ("Kilang, Leitimur Selatan", "81.71.05.2003"),
        ("di Rumah Tiga", "81.71.04.2003"),
        ("Poka", "81.71.04.2002"),
        ("Tihu?", "81.71.04.1008"),
        ("Latta", "81.71.03.2003"),
        ("di Wara", "wara"),
        ("Passo", "81.71.03.2001"),
    ],
)
def test_everyday_names_are_places_where_something_points_at_them(said, place):
    assert place in ids(said)


@given(st.text(max_size=80))
def test_spans_lie_in_order_inside_the_text(said):
    spans = [span for _, span in REGION.find_in(said)]

    assert all(0 <= start < end <= len(said) for start, end in spans)
    assert spans == sorted(spans)


@given(st.sampled_from(PLACES))
def test_a_place_pointed_at_is_found(place):
    assert place in {found for found, _ in REGION.find_in(f"di kawasan {place.name}")}


def test_an_utterance_is_searched_in_well_under_a_third_of_a_millisecond():
    said = (
        "Saya ulangi ya Pak: kebakaran ruko di Ongkoliong, Pasar Batu Merah, Negeri "
        "Batu Merah, Kecamatan Sirimau, masuk dari Pantai Mardika, betul begitu Pak?"
    )

    def once() -> float:
        began = time.perf_counter()
        for _ in range(20):
            REGION.find_in(said)
        return (time.perf_counter() - began) / 20

    assert min(once() for _ in range(20)) < 0.000_3
