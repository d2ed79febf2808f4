"""What people read in place of the product's own words: «menanyakan lokasi»."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

LOCALES = ("id", "en")


def name_of(kind: str, value: str, *, locale: str = "id") -> str:
    """The display name of a word.

    Args:
        kind: act, courtesy, concept, disposition, ticket_field, told, mode, mood,
            priority, form, register, speaks or sensitive.
        value: As it stands in a log or a file. A log may be older or newer than this
            vocabulary: a word nobody names stands for itself.
        locale: id or en.

    Raises:
        KeyError: There is no such kind or locale.
    """
    if locale not in LOCALES:
        raise KeyError(locale)
    named = names()[kind].get(str(value))
    return named[locale] if named else str(value)


@cache
def names() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """All names, by kind, word and locale."""
    text = files("scenarios.language").joinpath("data/names.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, Mapping[str, str]]] = yaml.safe_load(text)
    return loaded
