"""Loading a region pack, and what a broken one is told."""

import shutil
from pathlib import Path

import pytest

from scenarios.region import REGIONS, RegionInvalid, load_region


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the Ambon pack to break."""
    folder = tmp_path / "ambon"
    shutil.copytree(REGIONS / "ambon", folder)
    return folder


def change(pack: Path, name: str, old: str, new: str) -> None:
    text = (pack / name).read_text(encoding="utf-8")
    assert old in text
    (pack / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_of(pack: Path) -> tuple[str, ...]:
    with pytest.raises(RegionInvalid) as caught:
        load_region("ambon", root=pack.parent)
    return caught.value.problems


def test_the_same_pack_is_read_once():
    assert load_region("ambon") is load_region("ambon")


def test_targets_are_the_proposal_in_milliseconds():
    targets = load_region().targets

    assert (targets.answer_ms, targets.location_ms, targets.dispatch_ms) == (
        10_000,
        30_000,
        60_000,
    )


def test_the_opening_asks_for_the_place_first():
    region = load_region()

    said = region.opening_phrase.format(salam=region.greeting_at("23:10"), nama="Rina")

    assert said == "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?"


@pytest.mark.parametrize(
    ("time", "greeting"),
    [
        ("00:00", "selamat malam"),
        ("03:59", "selamat malam"),
        ("04:00", "selamat pagi"),
        ("09:59", "selamat pagi"),
        ("10:00", "selamat siang"),
        ("15:00", "selamat sore"),
        ("18:00", "selamat malam"),
    ],
)
def test_the_greeting_follows_the_clock(time, greeting):
    assert load_region().greeting_at(time) == greeting


def test_only_a_unit_answers_to_a_code():
    region = load_region()

    assert region.kelurahan("81.71.02.2003").name == "Batu Merah"
    with pytest.raises(KeyError):
        region.kelurahan("ongkoliong")


def test_a_landmark_knows_its_unit_and_kecamatan():
    ongkoliong = load_region().place("ongkoliong")

    assert ongkoliong.code == "81.71.02.2003"
    assert (ongkoliong.kelurahan, ongkoliong.kecamatan) == ("Batu Merah", "Sirimau")


def test_a_place_without_its_own_point_borrows_its_units():
    region = load_region()
    unit = region.kelurahan("81.71.02.2003")

    ongkoliong = region.place("ongkoliong")

    assert (ongkoliong.lat, ongkoliong.lng) == (unit.lat, unit.lng)


def test_any_changed_letter_changes_the_digest(pack):
    change(pack, "agencies.yaml", "Polresta", "Polrestabes")

    changed = load_region("ambon", root=pack.parent)

    assert changed.digest != load_region().digest
    assert len(changed.digest) == 64


def test_reading_matter_does_not_change_the_digest(pack):
    (pack / "SOURCES.md").write_text("lain", encoding="utf-8")

    assert load_region("ambon", root=pack.parent).digest == load_region().digest


def test_missing_files_are_all_named(tmp_path):
    (tmp_path / "baru").mkdir()

    with pytest.raises(RegionInvalid, match="5 masalah"):
        load_region("baru", root=tmp_path)


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("region.yaml", "answer_s: 10", "answer_s: 0", "targets.answer_s"),
        ("region.yaml", "answer_s: 10", "answer_s: sepuluh", "targets.answer_s"),
        ("region.yaml", '{from: "04:00"', "{from: 04.00", "greetings.from"),
        ("region.yaml", "opening_phrase:", "pembuka:", "opening_phrase"),
        ("region.yaml", "place_cues: [", "place_cues: [[", "bukan YAML"),
        ("agencies.yaml", "  inside: yes", "  inside: mungkin", "inside"),
        ("agencies.yaml", 'number: "110"', "number: 110", 'kutip, misalnya "110"'),
        ("agencies.yaml", "id: damkar", "id: dinkes", "id ganda"),
        ("agencies.yaml", "agencies:", "instansi:", "daftar instansi"),
        ("incidents.yaml", "lead: [bpbd]", "lead: [bpdb]", "«bpdb» tidak dikenal"),
        ("incidents.yaml", "class: bencana", "class: bencna", "«bencna» tidak dikenal"),
        ("places.csv", "evidence,verified", "bukti,verified", "kolom harus"),
        ("places.csv", ",81.71.02.2003,,,", ",81.71.02.9999,,,", "«81.71.02.9999»"),
        ("places.csv", ",yes\n", ",ya\n", "verified harus yes atau no"),
        ("places.csv", "-3.744838", "tiga", "titik di bumi"),
        ("places.csv", "batu-gantung", "batu-gantug", "«batu-gantug» tidak dikenal"),
        ("neighbours.csv", "81.71.01.1006,", "81.71.01.1666,", "neighbours.csv:2"),
    ],
)
def test_a_broken_pack_says_what_to_mend(pack, name, old, new, said):
    change(pack, name, old, new)

    assert any(said in problem for problem in problems_of(pack))


def test_everything_wrong_is_said_at_once(pack):
    change(pack, "agencies.yaml", "  inside: yes", "  inside: mungkin")
    change(pack, "incidents.yaml", "lead: [damkar]", "lead: [damkr]")
    change(pack, "places.csv", "-3.744838", "tiga")

    assert len(problems_of(pack)) == 3


def test_a_row_with_a_column_too_many_is_named_by_its_line(pack):
    change(pack, "places.csv", ",yes\n", ",yes,lagi\n")

    assert problems_of(pack) == ("places.csv:2 jumlah kolom salah",)
