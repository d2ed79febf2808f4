"""What the call console shows beside the conversation: forms, map, cards, targets."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from random import SystemRandom
from typing import Any

from sqlalchemy.orm import Session

from recordings import CallRecord
from scenarios import Case, Place, PlaceHit, Region, draw, parse_scenario
from scenarios.guides import guides
from scenarios.language.names import name_of
from scenarios.vocabulary import DialogueAct, Disposition, Priority, Sound
from web.errors import Missing
from web.services import library
from web.services.call_view import ticket_of
from web.services.scope import NOT_THERE, Viewer
from web.texts import N_

ANY = "acak"
"""Asks to be given a call instead of choosing one."""

MAP_HEIGHT = 62.0
MAP_WIDTH = 100.0
_MAP_EDGE = 4.0

PRIORITY_NAMES: Mapping[Priority, str] = {
    Priority.LIFE_AT_RISK: N_("nyawa terancam"),
    Priority.URGENT: N_("mendesak"),
    Priority.ROUTINE: N_("biasa"),
}
# Acts a trainee may pick when the caller has misunderstood: all but the last resorts.
_NOT_MEANT = frozenset({DialogueAct.RUDE, DialogueAct.OTHER, DialogueAct.SMALL_TALK})

_random = SystemRandom()


def draw_case(
    session: Session, viewer: Viewer, region: Region, wanted: str, *, seed: int
) -> Case:
    """Draw a case of the chosen scenario, or of any.

    Raises:
        Missing: The centre has no such scenario.
    """
    versions = library.latest_scenarios(session, centre_id=viewer.centre_id)
    chosen = [row for row in versions if wanted in {ANY, row.scenario_id}]
    if not chosen:
        raise Missing(NOT_THERE)
    row = _random.choice(chosen)
    return draw(parse_scenario(row.text, row.scenario_id, region), seed, region=region)


def case_of(record: CallRecord) -> Case:
    """The case of a call, from its own second event."""
    return _case(_Frozen(record.case_json, record))


class _Frozen:
    """A case's JSON as a cache key: a call's truth never changes."""

    def __init__(self, case_json: Mapping[str, Any], record: CallRecord) -> None:
        self.case_json = case_json
        offered = record.offered
        self._key = (offered.scenario, offered.seed, offered.offered_at)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Frozen) and self.case_json == other.case_json


@lru_cache(maxsize=128)
def _case(frozen: _Frozen) -> Case:
    return Case.from_json(frozen.case_json)


def page(record: CallRecord, region: Region, language: str) -> dict[str, Any]:
    """Everything the console's template needs; nothing of it comes from the truth."""
    case = case_of(record)
    place = ticket_of(record).get("location.place")
    return {
        "region_name": region.name,
        "ani": record.offered.ani,
        "local_time": case.local_time,
        "timers": _timers(region),
        "agencies": sorted(region.agencies.values(), key=lambda one: not one.inside),
        "incidents": list(region.incidents.values()),
        "priorities": [(int(one), PRIORITY_NAMES[one]) for one in Priority],
        "dispositions": _named("disposition", Disposition, language),
        "acts_meant": _acts_meant(language),
        "sounds": {one.value: heard(one, language) for one in Sound},
        "guides": guides(region.id),
        "map_points": map_points(region),
        "place_name": region.kelurahan(place).name if place else "",
    }


def heard(sound: str, language: str) -> str:
    """A sound as it stands in a conversation: «(menangis)»."""
    return f"({name_of('sound', sound, locale=language)})"


def place_hit(hit: PlaceHit) -> dict[str, Any]:
    """A hit of the place search as the page needs it."""
    place = hit.place
    return {
        "id": place.id,
        "code": place.code,
        "name": place.name,
        "kelurahan": place.kelurahan,
        "kecamatan": place.kecamatan,
        "kind": place.kind,
        "matched": hit.matched,
        "verified": place.verified,
        "similar": [
            {
                "name": twin.name,
                "kelurahan": twin.kelurahan,
                "kecamatan": twin.kecamatan,
            }
            for twin in hit.similar
        ],
    }


@lru_cache(maxsize=8)
def map_points(region: Region) -> tuple[dict[str, Any], ...]:
    """The kelurahan as points of a schematic map, x and y in its own units."""
    homes = [place for place in region.places.values() if _is_kelurahan(place, region)]
    west, east = min(p.lng for p in homes), max(p.lng for p in homes)
    south, north = min(p.lat for p in homes), max(p.lat for p in homes)
    scale = (MAP_WIDTH - 2 * _MAP_EDGE) / (east - west)
    tall = (MAP_HEIGHT - 2 * _MAP_EDGE) / (north - south)
    return tuple(
        {
            "code": place.code,
            "name": place.name,
            "kecamatan": place.kecamatan,
            "x": round(_MAP_EDGE + (place.lng - west) * scale, 1),
            "y": round(_MAP_EDGE + (north - place.lat) * tall, 1),
            "next": sorted(region.neighbours.get(place.id, ())),
        }
        for place in homes
    )


def _is_kelurahan(place: Place, region: Region) -> bool:
    return place.id == place.code and place.id in region.neighbours


def _timers(region: Region) -> list[tuple[str, str, int]]:
    targets = region.targets
    return [
        ("answer", N_("jawab"), targets.answer_ms),
        ("location", N_("lokasi"), targets.location_ms),
        ("dispatch", N_("diteruskan"), targets.dispatch_ms),
    ]


def _acts_meant(language: str) -> list[dict[str, str]]:
    meant = [act for act in DialogueAct if act not in _NOT_MEANT]
    return sorted(_named("act", meant, language), key=lambda one: one["name"])


def _named(kind: str, values: Iterable[StrEnum], language: str) -> list[dict[str, str]]:
    return [
        {"id": one.value, "name": name_of(kind, one.value, locale=language)}
        for one in values
    ]
