"""What must hold in a region's files, each breach in one Indonesian line."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from scenarios.place import VILLAGE_KINDS, words_of

Row = tuple[int, dict[str, str]]
"""A row of a table and the line it stands on."""

TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
KECAMATAN_KINDS = frozenset({"kecamatan", "kecamatan_luar"})
TEXTS = ("id", "name", "timezone", "timezone_label", "opening_phrase")
LISTS = (
    *("greetings", "question_order", "place_cues", "place_words"),
    *("place_fillers", "everyday_names", "common_phrases", "not_places"),
)
TIMES = ("answer_s", "location_s", "dispatch_s")


def about_problems(about: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong in `region.yaml`."""
    for name in TEXTS:
        if not isinstance(about.get(name), str):
            yield f"region.yaml {name}: harus diisi teks"
    for name in LISTS:
        if not isinstance(about.get(name), list):
            yield f"region.yaml {name}: harus berupa daftar"
    targets = about.get("targets")
    for name in TIMES:
        value = targets.get(name) if isinstance(targets, dict) else None
        if not isinstance(value, int | float) or value <= 0:
            yield f"region.yaml targets.{name}: harus bilangan detik di atas nol"
    for greeting in _entries(about, "greetings"):
        if not TIME.fullmatch(str(greeting.get("from"))):
            yield 'region.yaml greetings.from: tulis jam dalam kutip, misalnya "04:00"'
        if not isinstance(greeting.get("say"), str):
            yield "region.yaml greetings.say: harus diisi teks"
    if not isinstance(about.get("call_mix"), dict):
        yield "region.yaml call_mix: harus diisi"


def agency_problems(read: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong in `agencies.yaml`."""
    rows = _entries(read, "agencies")
    if not rows:
        yield "agencies.yaml agencies: harus berupa daftar instansi"
    yield from _repeated("agencies.yaml", rows)
    for row in rows:
        where = f"agencies.yaml {row.get('id', '?')}"
        for name in ("id", "name", "short", "handles"):
            if not isinstance(row.get(name), str):
                yield f"{where}.{name}: harus diisi teks"
        if not isinstance(row.get("inside"), bool):
            yield f"{where}.inside: harus yes atau no"
        if not isinstance(row.get("number", ""), str):
            yield f'{where}.number: tulis dalam kutip, misalnya "110"'


def incident_problems(
    read: Mapping[str, Any], agencies: Mapping[str, Any]
) -> Iterator[str]:
    """What is wrong in `incidents.yaml`."""
    known = {row.get("id") for row in _entries(agencies, "agencies")}
    classes = read.get("classes")
    rows = _entries(read, "incidents")
    if not rows or not isinstance(classes, dict):
        yield "incidents.yaml: harus berisi classes dan incidents"
        return
    yield from _repeated("incidents.yaml", rows)
    for row in rows:
        where = f"incidents.yaml {row.get('id', '?')}"
        for name in ("id", "name"):
            if not isinstance(row.get(name), str):
                yield f"{where}.{name}: harus diisi teks"
        if row.get("class") not in classes:
            yield f"{where}.class: «{row.get('class')}» tidak dikenal"
        lead = row.get("lead")
        if not isinstance(lead, list):
            yield f"{where}.lead: harus berupa daftar, boleh kosong"
            continue
        for agency in lead:
            if agency not in known:
                yield f"{where}.lead: «{agency}» tidak dikenal"


def place_problems(rows: list[Row]) -> Iterator[str]:
    """What is wrong in `places.csv`."""
    times = Counter(row["id"] for _, row in rows)
    units = {row["id"] for _, row in rows if row["code"] == row["id"]}
    for line, row in rows:
        where = f"places.csv:{line} {row['id']}"
        for problem in _of_one_place(row, units, set(times)):
            yield f"{where}: {problem}"
        if times[row["id"]] > 1:
            yield f"{where}: id ganda"


def _of_one_place(
    row: Mapping[str, str], units: set[str], known: set[str]
) -> Iterator[str]:
    if not row["id"] or not words_of(row["name"]):
        yield "id dan name harus diisi"
    yield from _of_its_unit(row, units, known)
    if not row["evidence"]:
        yield "evidence harus diisi: dari mana kaitannya diketahui"
    if row["verified"] not in {"yes", "no"}:
        yield "verified harus yes atau no"
    for other in cell_list(row["confusable"]):
        if other not in known or other == row["id"]:
            yield f"confusable «{other}» tidak dikenal"
    own_point = row["id"] in units or row["kind"] in KECAMATAN_KINDS
    if not _is_point(row["lat"], row["lng"], required=own_point):
        yield "lat dan lng harus titik di bumi"


def _of_its_unit(
    row: Mapping[str, str], units: set[str], known: set[str]
) -> Iterator[str]:
    if row["kind"] in KECAMATAN_KINDS:
        if row["code"]:
            yield "code kecamatan harus kosong"
    elif row["code"] not in units:
        yield f"code «{row['code']}» tidak dikenal"
    elif row["code"].rpartition(".")[0] not in known:
        yield f"kecamatan dari «{row['code']}» tidak ada"


def _is_point(lat: str, lng: str, *, required: bool) -> bool:
    if not lat and not lng:
        return not required
    try:
        return abs(float(lat)) <= 90 and abs(float(lng)) <= 180
    except ValueError:
        return False


def neighbour_problems(pairs: list[Row], rows: list[Row]) -> Iterator[str]:
    """What is wrong in `neighbours.csv`."""
    villages = {row["id"] for _, row in rows if row["kind"] in VILLAGE_KINDS}
    for line, pair in pairs:
        for code in pair.values():
            if code not in villages:
                yield f"neighbours.csv:{line} «{code}» tidak dikenal"
        if pair["code"] == pair["neighbour"]:
            yield f"neighbours.csv:{line} bertetangga dengan diri sendiri"


def cell_list(cell: str) -> tuple[str, ...]:
    """The pieces of a cell that holds several values."""
    return tuple(piece.strip() for piece in cell.split(";") if piece.strip())


def _entries(read: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """The mappings of a list; anything else in its place counts as none."""
    entries = read.get(name)
    if not isinstance(entries, list):
        return []
    return [entry for entry in entries if isinstance(entry, dict)]


def _repeated(file: str, rows: list[Mapping[str, Any]]) -> Iterator[str]:
    times = Counter(str(row.get("id")) for row in rows)
    for id_, count in times.items():
        if count > 1:
            yield f"{file} {id_}: id ganda"
