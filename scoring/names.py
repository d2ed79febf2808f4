"""From ids to the names people read: agencies, places, incident types, labels."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from scenarios.region import RegionInvalid, load_region


@cache
def names_for(region_id: str, language: str) -> Mapping[str, str]:
    """Names by id for one region; an id nobody names any more stands for itself."""
    own = {
        code: name[language]
        for table in _own_names().values()
        for code, name in table.items()
    }
    return {**_of_region(region_id), **own}


def _of_region(region_id: str) -> dict[str, str]:
    """The region's names; none when this installation does not have the region."""
    try:
        region = load_region(region_id)
    except RegionInvalid:
        return {}
    return {
        **{place.id: place.name for place in region.places.values()},
        **{agency.id: agency.short for agency in region.agencies.values()},
        **{incident.id: incident.name for incident in region.incidents.values()},
    }


@cache
def _own_names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    text = files("scoring").joinpath("data/names.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(text)
    return loaded
