"""What a scenario leaves to chance: people, places, numbers, hours, choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from scenarios.place import Place
from scenarios.region import Region

if TYPE_CHECKING:  # Faker takes a fifth of a second to load; only drawing needs it
    from scenarios.providers import Person, Provider

BARE = ""
"""The key of a word that is used without a dot: {number}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What one draw came to."""

    words: Mapping[str, str]
    """By what stands after the dot in {spot.name}; `BARE` for {spot}."""
    person: Person | None = None
    place: Place | None = None


class Draw(Protocol):
    """One draw: the words it offers, and drawing them."""

    @property
    def offers(self) -> tuple[str, ...]:
        """What may stand after the dot; `BARE` when nothing has to."""
        ...

    def draw(self, faker: Provider, region: Region) -> Drawn: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDraw:
    """A person of some sex and age."""

    sex: str
    """female, male or any."""
    youngest: int
    oldest: int
    offers: tuple[str, ...] = (BARE, "name", "age", "sex", "honorific")

    def draw(self, faker: Provider, region: Region) -> Drawn:
        person: Person = faker.person_of(self.sex, self.youngest, self.oldest)
        words = {
            BARE: person.name,
            "name": person.name,
            "age": str(person.age),
            "sex": "perempuan" if person.sex == "female" else "laki-laki",
            "honorific": person.honorific,
        }
        return Drawn(words=words, person=person)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDraw:
    """One of some places of the region."""

    places: tuple[str, ...]
    """Ids."""
    offers: tuple[str, ...] = (BARE, "name", "kelurahan", "kecamatan", "code")

    def draw(self, faker: Provider, region: Region) -> Drawn:
        place = region.place(faker.random_element(self.places))
        words = {
            BARE: place.name,
            "name": place.name,
            "kelurahan": place.kelurahan,
            "kecamatan": place.kecamatan,
            "code": place.code or "",
        }
        return Drawn(words=words, place=place)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneDraw:
    """A number that cannot be dialled."""

    offers: tuple[str, ...] = (BARE,)

    def draw(self, faker: Provider, region: Region) -> Drawn:
        return Drawn(words={BARE: faker.number_nobody_has()})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeDraw:
    """An hour of the day, over midnight when `last` is the earlier one."""

    first: str
    last: str
    offers: tuple[str, ...] = (BARE,)

    def draw(self, faker: Provider, region: Region) -> Drawn:
        return Drawn(words={BARE: faker.time_between(self.first, self.last)})


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberDraw:
    """A whole number, both ends included."""

    low: int
    high: int
    offers: tuple[str, ...] = (BARE,)

    def draw(self, faker: Provider, region: Region) -> Drawn:
        return Drawn(words={BARE: str(faker.random_int(self.low, self.high))})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceDraw:
    """One of some texts, or of some sets of texts that belong together."""

    items: tuple[Mapping[str, str], ...]
    """A plain text stands under `BARE`."""
    offers: tuple[str, ...] = field(default=(BARE,))

    def draw(self, faker: Provider, region: Region) -> Drawn:
        return Drawn(words=faker.random_element(self.items))


def full_names(name: str, offers: tuple[str, ...]) -> list[str]:
    """A draw's names as they stand in braces: spot, spot.name."""
    return [f"{name}.{after}" if after else name for after in offers]
