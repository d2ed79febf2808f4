"""The library: finding scenarios by id, and saying what there is."""

import pytest

from scenarios.library import Library, LibraryMissing
from scenarios.problems import ScenarioInvalid
from scenarios.region import load_region
from scenarios.scenario import digest_of
from tests.scenarios.small import SMALL, spoilt


@pytest.fixture
def folder(tmp_path):
    """Two scenarios, and a file that is none."""
    (tmp_path / "pohon.yaml").write_text(SMALL, encoding="utf-8")
    hard = spoilt("difficulty: 2", "difficulty: 5")
    hard = spoilt("status: draft\nregion", "status: stable\nregion", hard)
    hard = spoilt("incident_type: pohon_tumbang", "incident_type: banjir", hard)
    (tmp_path / "banjir.yaml").write_text(hard, encoding="utf-8")
    (tmp_path / "catatan.txt").write_text("x", encoding="utf-8")
    return tmp_path


@pytest.fixture
def library(folder):
    return Library(load_region(), folder)


def test_ids_are_the_names_of_the_files(library):
    assert library.ids() == ("banjir", "pohon")


def test_a_summary_tells_what_it_is_and_not_what_happens(library):
    summary = library.list()[1]

    assert summary.to_json() == {
        "id": "pohon",
        "version": 3,
        "title": "Pohon tumbang di jalan",
        "incident_type": "pohon_tumbang",
        "difficulty": 2,
        "status": "draft",
        "digest": digest_of(SMALL),
        "path": str(library.root / "pohon.yaml"),
    }


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, ["banjir", "pohon"]),
        ({"incident_type": "banjir"}, ["banjir"]),
        ({"difficulty": 2}, ["pohon"]),
        ({"status": "stable"}, ["banjir"]),
        ({"status": "stable", "difficulty": 2}, []),
    ],
)
def test_the_list_can_be_narrowed(library, wanted, ids):
    assert [one.id for one in library.list(**wanted)] == ids


@pytest.mark.parametrize("ref", ["pohon", "pohon@3"])
def test_a_scenario_is_found_by_id_or_by_id_and_version(library, ref):
    assert library.get(ref).ref == "pohon@3"


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("pohom", "Maksud Anda «pohon»? Pilihan: banjir, pohon."),
        ("../pohon", "tidak dikenal"),
        ("pohon@2", "«pohon@2» tidak ada; yang ada «pohon@3»"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(library, ref, said):
    with pytest.raises(LibraryMissing) as caught:
        library.get(ref)

    assert said in str(caught.value)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LibraryMissing, match="tidak ada"):
        Library(load_region(), tmp_path / "lain")


def test_the_text_is_the_authors(library):
    assert library.text("pohon") == SMALL


def test_a_changed_file_is_read_anew(library, folder):
    library.get("pohon")
    changed = spoilt("version: 3", "version: 4")
    (folder / "pohon.yaml").write_text(changed, encoding="utf-8")

    assert library.get("pohon").version == 4


def test_a_bad_file_stops_the_list_but_not_the_reading_of_the_rest(library, folder):
    (folder / "rusak.yaml").write_text("version: x\n", encoding="utf-8")

    summaries, invalid = library.read()

    assert [one.id for one in summaries] == ["banjir", "pohon"]
    assert [one.path.name for one in invalid] == ["rusak.yaml"]
    with pytest.raises(ScenarioInvalid):
        library.list()


def test_the_product_brings_its_own_library():
    assert "kebakaran-pasar" in Library(load_region()).ids()
