"""From ids to the names people read: agencies, places, incident types, labels."""

from collections.abc import Mapping
from functools import cache

from scenarios.language.names import names
from scenarios.region import RegionInvalid, load_region

KINDS = ("courtesy", "disposition", "ticket_field")
"""Kinds of the product's own words that a sentence may mention."""


@cache
def names_for(region_id: str, language: str) -> Mapping[str, str]:
    """Names by id for one region; an id nobody names any more stands for itself."""
    own = {
        word: named[language] for kind in KINDS for word, named in names()[kind].items()
    }
    return {**_of_region(region_id), **own}


def _of_region(region_id: str) -> dict[str, str]:
    """The region's names; none when this installation does not have the region."""
    try:
        region = load_region(region_id)
    except (OSError, RegionInvalid):
        return {}
    return {
        **{place.id: place.name for place in region.places.values()},
        **{agency.id: agency.short for agency in region.agencies.values()},
        **{incident.id: incident.name for incident in region.incidents.values()},
    }
