"""What Faker draws for a case: people, places, hours and numbers nobody has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from faker.factory import Factory
from faker.providers import BaseProvider

CHILD_BELOW = 17
"""Below this age (no identity card yet) a caller is «Adik»."""
YOUNG_BELOW = 30
"""Below this age an adult is «Kakak», from it on Bapak or Ibu."""
DAY_MINUTES = 24 * 60
NUMBER_NOBODY_HAS = "0810 ## ###"
"""Nine digits after a prefix that no mobile operator has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of a case."""

    name: str
    sex: str
    """female or male."""
    age: int

    @property
    def honorific(self) -> str:
        """How this person is addressed politely."""
        if self.age < CHILD_BELOW:
            return "Adik"
        if self.age < YOUNG_BELOW:
            return "Kakak"
        return "Ibu" if self.sex == "female" else "Bapak"


class Provider(BaseProvider):
    """Draws for the region's cases; every draw has its own seed."""

    def reseed(self, seed: str) -> None:
        """Begin anew: what is drawn next follows from the seed alone."""
        self.generator.seed_instance(seed)

    def person_of(self, sex: str, youngest: int, oldest: int) -> Person:
        """Somebody of that sex («any» for either) and age."""
        known = given_names()
        chosen: str = self.random_element(sorted(known)) if sex == "any" else sex
        return Person(
            name=self.random_element(known[chosen]),
            sex=chosen,
            age=self.random_int(youngest, oldest),
        )

    def number_nobody_has(self) -> str:
        """A telephone number that cannot be dialled."""
        return self.numerify(NUMBER_NOBODY_HAS)

    def time_between(self, first: str, last: str) -> str:
        """HH:MM from first to last, over midnight when last is the earlier hour."""
        start = minutes_of(first)
        after = self.random_int(0, (minutes_of(last) - start) % DAY_MINUTES)
        hours, minutes = divmod((start + after) % DAY_MINUTES, 60)
        return f"{hours:02d}:{minutes:02d}"


def new_faker() -> Provider:
    """A Faker of one's own, to be reseeded before each draw."""
    generator = Factory.create("id_ID", providers=[__name__])
    [provider] = generator.get_providers()
    assert isinstance(provider, Provider)  # noqa: S101 - tells mypy what Faker made
    return provider


def minutes_of(time: str) -> int:
    """Minutes since midnight of HH:MM."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


@cache
def given_names() -> Mapping[str, Sequence[str]]:
    """Given names by sex."""
    text = files("scenarios").joinpath("data/given_names.yaml").read_text("utf-8")
    loaded: Mapping[str, Sequence[str]] = yaml.safe_load(text)
    return loaded
