"""A place a caller may name: an administrative unit, a road, a landmark, a corner."""

import re
import unicodedata
from dataclasses import dataclass

Span = tuple[int, int]
"""Where words stand in a text: code points, exclusive end."""

WORD = re.compile(r"\w+")

VILLAGE_KINDS = frozenset({"kelurahan", "desa", "negeri"})
"""The fifty units a ticket names; how a unit calls itself is local usage."""

OUTSIDE_KINDS = frozenset({"luar", "kecamatan_luar"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of `places.csv`, with the unit it belongs to spelled out."""

    id: str
    name: str
    kind: str
    code: str | None
    """Code of the kelurahan, desa or negeri; None for a kecamatan."""
    kelurahan: str
    """Name of that unit; empty for a kecamatan."""
    kecamatan: str
    """Without the word «Kecamatan»."""
    lat: float
    lng: float
    """Its own point, or where none is known a point inside its unit."""
    aliases: tuple[str, ...] = ()
    confusable: tuple[str, ...] = ()
    """Ids of places whose names are taken for this one."""
    evidence: str
    verified: bool
    """False: may colour a call but never decides a mark."""
    in_area: bool = True
    """False for the neighbouring regency."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHit:
    """A place that fits what was typed."""

    place: Place
    matched: str
    """The name or alias that fitted."""
    similar: tuple[Place, ...] = ()
    """Places easily taken for it, to be told apart by the call-taker."""


def fold(word: str) -> str:
    """Lower case without diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: «Jl. A.Y. Patty» is jl, a, y, patty."""
    return tuple(fold(found.group()) for found in WORD.finditer(text))
