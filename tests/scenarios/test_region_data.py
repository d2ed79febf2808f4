"""What the Ambon pack holds."""

import re
from collections import Counter, defaultdict

import pytest

from scenarios.place import VILLAGE_KINDS, words_of
from scenarios.region import load_region

REGION = load_region()
PLACES = tuple(REGION.places.values())
INFORMAL = tuple(p for p in PLACES if not p.id.startswith("81."))

INCIDENTS = (
    *("kebakaran_bangunan", "kebakaran_lahan", "banjir", "longsor"),
    *("pohon_tumbang", "gempa", "tsunami", "henti_jantung", "gawat_medis"),
    *("persalinan", "kecelakaan_lalu_lintas", "tenggelam", "mobil_jenazah"),
    *("perkelahian", "gangguan_ketertiban", "kejahatan", "kdrt", "odgj"),
    *("percobaan_bunuh_diri", "hewan", "gangguan_listrik", "panggilan_senyap"),
    *("iseng", "informasi"),
)
INSIDE = {"satpolpp", "dinkes", "damkar", "bpbd", "perkim", "kominfo"}
OUTSIDE = {
    *("polresta", "basarnas", "pln", "tni", "dishub", "pmi"),
    *("dinsos", "dp3amd", "pertanian"),
}


def test_there_are_five_kecamatan_and_fifty_units():
    kinds = Counter(p.kind for p in PLACES)

    assert kinds["kecamatan"] == 5
    assert sum(kinds[kind] for kind in VILLAGE_KINDS) == 50
    assert kinds["kelurahan"] == 20


def test_twenty_two_neighbouring_desa_are_out_of_area():
    outside = [p for p in PLACES if p.kind == "luar"]

    assert len(outside) == 22
    assert not any(p.in_area for p in outside)
    assert {p.kecamatan for p in outside} == {"Salahutu", "Leihitu", "Leihitu Barat"}


def test_a_beach_next_door_is_out_of_area_too():
    assert not REGION.place("natsepa").in_area


@pytest.mark.parametrize(
    ("kecamatan", "count"),
    [
        ("Nusaniwe", 13),
        ("Sirimau", 14),
        ("Baguala", 7),
        ("Teluk Ambon", 8),
        ("Leitimur Selatan", 8),
    ],
)
def test_each_kecamatan_has_its_units(kecamatan, count):
    units = [p for p in PLACES if p.kind in VILLAGE_KINDS and p.kecamatan == kecamatan]

    assert len(units) == count


def test_at_least_sixty_informal_places_are_tied_by_evidence():
    tied = [p for p in INFORMAL if p.verified]

    assert len(tied) >= 60
    assert all(len(p.evidence) >= 15 for p in tied)


def test_every_place_has_evidence():
    assert [p.id for p in PLACES if not p.evidence] == []


def test_nothing_remembered_or_contradicted_is_verified():
    doubtful = re.compile(r"^(diingat|bertentangan)|tanpa (kelurahan|negeri|desa)")

    assert [p.id for p in INFORMAL if p.verified and doubtful.search(p.evidence)] == []


def test_ids_are_codes_or_slugs():
    slug = re.compile(r"81(\.\d+){2,3}|[a-z0-9]+(-[a-z0-9]+)*")

    assert [p.id for p in PLACES if not slug.fullmatch(p.id)] == []


def test_neighbours_are_symmetric_and_known():
    for code, others in REGION.neighbours.items():
        assert REGION.kelurahan(code).in_area
        assert code not in others
        assert all(code in REGION.neighbours[other] for other in others)


def test_every_unit_has_a_neighbour():
    units = {p.id for p in PLACES if p.kind in VILLAGE_KINDS}

    assert set(REGION.neighbours) == units


def test_confusable_names_are_confusable_both_ways():
    for place in PLACES:
        for other in place.confusable:
            assert place.id in REGION.place(other).confusable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("81.71.02.2001", "81.71.04.2006"),  # Hative Kecil, Hative Besar
        ("81.71.02.2003", "81.71.02.1015"),  # Batu Merah, Batu Meja
        ("81.71.01.1006", "81.71.01.2003"),  # Nusaniwe twice
        ("81.71.01.1011", "81.71.01.2005"),  # Urimessing twice
        ("81.71.03.2003", "81.71.03.1018"),  # Latta, Lateri
        ("81.71.03.2004", "81.01.15.2008"),  # Negeri Lama, Negeri Lima
        ("81.71.01.2002", "81.71.01.1013"),  # Seilale, Silale
        ("ongkoliong", "pasar-mardika"),
    ],
)
def test_the_classic_mistakes_are_known(one, other):
    assert other in REGION.place(one).confusable


def test_ongkoliong_decides_a_mark_and_is_not_where_callers_say():
    ongkoliong, mardika = REGION.place("ongkoliong"), REGION.place("pasar-mardika")

    assert ongkoliong.verified
    assert mardika.verified
    assert (ongkoliong.kelurahan, mardika.kelurahan) == ("Batu Merah", "Rijali")


def test_a_name_is_shared_only_where_the_city_shares_it():
    bearers = defaultdict(set)
    for place in PLACES:
        for name in place.names:
            bearers[words_of(name)].add(place.id)

    shared = {" ".join(key) for key, ids in bearers.items() if len(ids) > 1}

    assert shared == {"nusaniwe", "urimessing", "urimesing"}


def test_no_place_carries_a_house_of_worship():
    worship = re.compile(r"masjid|gereja|pura\b|vihara|kelenteng|musala", re.IGNORECASE)

    named = [name for place in PLACES for name in place.names]

    assert [name for name in named if worship.search(name)] == []


def test_the_agencies_are_the_six_and_the_outside_bodies():
    agencies = REGION.agencies.values()

    assert {a.id for a in agencies if a.inside} == INSIDE
    assert {a.id for a in agencies if not a.inside} == OUTSIDE


@pytest.mark.parametrize(
    ("agency", "number"),
    [("polresta", "110"), ("basarnas", "115"), ("pln", "123")],
)
def test_outside_bodies_carry_their_number(agency, number):
    assert REGION.agencies[agency].number == number


@pytest.mark.parametrize("incident", INCIDENTS)
def test_incident_types_name_a_class_and_known_agencies(incident):
    found = REGION.incidents[incident]

    assert found.class_name
    assert set(found.lead) <= set(REGION.agencies)


def test_the_call_mix_names_known_kecamatan():
    assert set(REGION.call_mix["kecamatan"]) == {
        p.id for p in PLACES if p.kind == "kecamatan"
    }
