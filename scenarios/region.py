"""A region pack: the places, agencies and incident types of one city or regency.

Everything local stands in `regions/<id>/`; another city is another folder, never a
change of code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.case import TimeTargets
from scenarios.gazetteer import Gazetteer
from scenarios.place import Place, PlaceHit, Span
from scenarios.region_pack import Pack, RegionInvalid, read_pack

__all__ = [
    "Agency",
    "IncidentType",
    "Place",
    "PlaceHit",
    "Region",
    "RegionInvalid",
    "Span",
    "TimeTargets",
    "load_region",
]

REGIONS = Path(__file__).parent / "regions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """Whoever help is handed to."""

    id: str
    name: str
    short: str
    handles: str
    """Indonesian: what this agency is called for."""
    number: str | None
    """Its nationwide number; None when the centre reaches it another way."""
    inside: bool
    """One of the six OPD of the city, or a body outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentType:
    """A kind of incident, in one of the classes the city counts in."""

    id: str
    name: str
    class_: str
    class_name: str
    lead: tuple[str, ...]
    """Agency ids, the first one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting:
    """«selamat pagi», from an hour on."""

    start: str
    """HH:MM in the region."""
    say: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Region:
    """One city as the centre sees it."""

    id: str
    name: str
    timezone: str
    timezone_label: str
    opening_phrase: str
    """With {salam} and {nama}."""
    greetings: tuple[Greeting, ...]
    question_order: tuple[str, ...]
    targets: TimeTargets
    agencies: Mapping[str, Agency]
    incidents: Mapping[str, IncidentType]
    places: Mapping[str, Place]
    neighbours: Mapping[str, frozenset[str]]
    """Codes of the units that touch a unit."""
    call_mix: Mapping[str, Any]
    digest: str
    """sha256 over the pack's data files."""
    gazetteer: Gazetteer = field(repr=False)

    def place(self, place_id: str) -> Place:
        """The place with this id.

        Raises:
            KeyError: The region has no such place.
        """
        return self.places[place_id]

    def kelurahan(self, code: str) -> Place:
        """The kelurahan, desa or negeri with this code, inside or next door.

        Raises:
            KeyError: No unit has this code.
        """
        place = self.places[code]
        if place.code != code:
            raise KeyError(code)
        return place

    def search(self, text: str, limit: int = 8) -> list[PlaceHit]:
        """Places that fit what is being typed: informal names, slips, beginnings."""
        return self.gazetteer.search(text, limit)

    def find_in(self, text: str) -> list[tuple[Place, Span]]:
        """Places an utterance names; see `Gazetteer.find_in`."""
        return self.gazetteer.find_in(text)

    def greeting_at(self, local_time: str) -> str:
        """«selamat pagi» and so on for HH:MM in the region."""
        past = [one.say for one in self.greetings if one.start <= local_time]
        return past[-1] if past else self.greetings[-1].say


def load_region(region_id: str = "ambon", *, root: Path | None = None) -> Region:
    """Read a region pack; the same pack is read only once.

    Args:
        region_id: Name of the folder below `root`.
        root: Folder of all packs; None for those that come with the product.

    Raises:
        RegionInvalid: Something in the pack is missing or wrong; it says all of it.
    """
    return _load(region_id, root or REGIONS)


@cache
def _load(region_id: str, root: Path) -> Region:
    return _region(read_pack(root / region_id))


def _region(pack: Pack) -> Region:
    about = pack.about
    targets = about["targets"]
    return Region(
        id=about["id"],
        name=about["name"],
        timezone=about["timezone"],
        timezone_label=about["timezone_label"],
        opening_phrase=about["opening_phrase"],
        greetings=tuple(
            Greeting(start=one["from"], say=one["say"]) for one in about["greetings"]
        ),
        question_order=tuple(about["question_order"]),
        targets=TimeTargets(
            answer_ms=round(targets["answer_s"] * 1000),
            location_ms=round(targets["location_s"] * 1000),
            dispatch_ms=round(targets["dispatch_s"] * 1000),
        ),
        agencies={row["id"]: _agency(row) for row in pack.agencies},
        incidents={row["id"]: _incident(row, pack.classes) for row in pack.incidents},
        places={place.id: place for place in pack.places},
        neighbours=pack.neighbours,
        call_mix=about["call_mix"],
        digest=pack.digest,
        gazetteer=Gazetteer(pack.places, pack.everyday),
    )


def _agency(row: Mapping[str, Any]) -> Agency:
    return Agency(
        id=row["id"],
        name=row["name"],
        short=row["short"],
        handles=row["handles"],
        number=row.get("number"),
        inside=row["inside"],
    )


def _incident(row: Mapping[str, Any], classes: Mapping[str, str]) -> IncidentType:
    return IncidentType(
        id=row["id"],
        name=row["name"],
        class_=row["class"],
        class_name=classes[row["class"]],
        lead=tuple(row["lead"]),
    )
