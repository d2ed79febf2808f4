"""Reading a region's files and saying everything that is wrong with them."""

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scenarios.gazetteer import EverydayWords
from scenarios.place import OUTSIDE_KINDS, Place, words_of
from scenarios.region_checks import (
    Row,
    about_problems,
    agency_problems,
    cell_list,
    incident_problems,
    neighbour_problems,
    place_problems,
)

FILES = (
    "region.yaml",
    "agencies.yaml",
    "incidents.yaml",
    "places.csv",
    "neighbours.csv",
)
"""What the digest covers and what decides anything; other files are reading matter."""

COLUMNS = (
    *("id", "name", "kind", "code", "lat", "lng"),
    *("aliases", "confusable", "evidence", "verified"),
)


class RegionInvalid(Exception):
    """A region pack cannot be used; the message lists every problem found."""

    def __init__(self, folder: Path, problems: list[str]) -> None:
        lines = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(f"{folder}: {len(problems)} masalah{lines}")
        self.folder = folder
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack as read and found in order."""

    about: Mapping[str, Any]
    agencies: list[Mapping[str, Any]]
    incidents: list[Mapping[str, Any]]
    classes: Mapping[str, str]
    places: tuple[Place, ...]
    neighbours: Mapping[str, frozenset[str]]
    everyday: EverydayWords
    digest: str


def read_pack(folder: Path) -> Pack:
    """Read the files of one region.

    Raises:
        RegionInvalid: With every problem found, not only the first.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise RegionInvalid(folder, [f"{name}: berkas tidak ada" for name in missing])
    problems: list[str] = []
    about = _yaml(folder / "region.yaml", problems)
    agencies = _yaml(folder / "agencies.yaml", problems)
    incidents = _yaml(folder / "incidents.yaml", problems)
    rows = _rows(folder / "places.csv", COLUMNS, problems)
    pairs = _rows(folder / "neighbours.csv", ("code", "neighbour"), problems)
    if not problems:
        problems += [
            *about_problems(about),
            *agency_problems(agencies),
            *incident_problems(incidents, agencies),
            *place_problems(rows),
            *neighbour_problems(pairs, rows),
        ]
    if problems:
        raise RegionInvalid(folder, problems)
    return Pack(
        about=about,
        agencies=agencies["agencies"],
        incidents=incidents["incidents"],
        classes=incidents["classes"],
        places=_places(rows),
        neighbours=_neighbours(pairs),
        everyday=_everyday(about),
        digest=_digest(folder),
    )


def _digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for name in FILES:
        whole.update(f"{name}\n".encode())
        whole.update((folder / name).read_bytes())
    return whole.hexdigest()


def _yaml(path: Path, problems: list[str]) -> dict[str, Any]:
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        problems.append(f"{path.name}{place} bukan YAML yang dapat dibaca")
        return {}
    if isinstance(read, dict):
        return read
    problems.append(f"{path.name}:1:1 harus berisi pasangan nama: nilai")
    return {}


def _rows(path: Path, columns: tuple[str, ...], problems: list[str]) -> list[Row]:
    """Rows with the line each stands on."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            problems.append(f"{path.name}:1 kolom harus {','.join(columns)}")
            return []
        rows = []
        for row in reader:
            if None in row or None in row.values():
                problems.append(f"{path.name}:{reader.line_num} jumlah kolom salah")
            else:
                rows.append((reader.line_num, row))
        return rows


def _places(rows: list[Row]) -> tuple[Place, ...]:
    by_id = {row["id"]: row for _, row in rows}
    return tuple(_place(row, by_id) for _, row in rows)


def _place(row: Mapping[str, str], by_id: Mapping[str, Mapping[str, str]]) -> Place:
    unit = by_id.get(row["code"])
    district = by_id[row["code"].rpartition(".")[0]] if unit else row
    point = row if row["lat"] else unit or row
    return Place(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        code=row["code"] or None,
        kelurahan=unit["name"] if unit else "",
        kecamatan=district["name"].removeprefix("Kecamatan "),
        lat=float(point["lat"]),
        lng=float(point["lng"]),
        aliases=cell_list(row["aliases"]),
        confusable=cell_list(row["confusable"]),
        evidence=row["evidence"],
        verified=row["verified"] == "yes",
        in_area=(unit or row)["kind"] not in OUTSIDE_KINDS,
    )


def _neighbours(
    pairs: list[Row],
) -> Mapping[str, frozenset[str]]:
    touching: dict[str, set[str]] = {}
    for _, pair in pairs:
        touching.setdefault(pair["code"], set()).add(pair["neighbour"])
        touching.setdefault(pair["neighbour"], set()).add(pair["code"])
    return {code: frozenset(others) for code, others in touching.items()}


def _everyday(about: Mapping[str, Any]) -> EverydayWords:
    def phrases(name: str) -> frozenset[tuple[str, ...]]:
        return frozenset(words_of(phrase) for phrase in about[name])

    return EverydayWords(
        cues=frozenset(about["place_cues"]),
        place_words=frozenset(about["place_words"]),
        fillers=frozenset(about["place_fillers"]),
        everyday=phrases("everyday_names"),
        common=phrases("common_phrases"),
        not_places=phrases("not_places"),
    )
