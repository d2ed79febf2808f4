"""The page on events names exactly the events and fields that the code knows."""

import re
from pathlib import Path

import pytest

from recordings.event_json import ENVELOPE, FREE_TEXT_FIELDS
from recordings.events import (
    EVENT_TYPES,
    PERSONAL_FIELDS,
    ActFound,
    CourtesyFound,
    ValueFound,
)
from recordings.forms import forms_of

PAGE = Path(__file__).parents[2] / "docs" / "events.md"
TEXT = PAGE.read_text(encoding="utf-8")
NESTED = {"acts": ActFound, "courtesy": CourtesyFound, "values": ValueFound}
SECTIONS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", TEXT, re.S | re.M))


def rows(section):
    """(field, mark) of each row of a section's table."""
    return re.findall(r"^\| `(\w+)` \| (\w*) ?\|", SECTIONS[section], re.M)


def fields_of(cls):
    return [field.on_disk for field in forms_of(cls) if field.name != "at_ms"]


def test_every_event_and_no_other_is_on_the_page():
    assert list(SECTIONS) == [*EVENT_TYPES, *NESTED]


@pytest.mark.parametrize("name", [*EVENT_TYPES, *NESTED])
def test_every_field_of_it_is_there_in_order(name):
    cls = (EVENT_TYPES | NESTED)[name]

    assert [field for field, _ in rows(name)] == fields_of(cls)
    assert ("No fields of its own." in SECTIONS[name]) == (not fields_of(cls))


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_a_persons_words_are_marked(name):
    marked = tuple(field for field, mark in rows(name) if mark == "words")

    assert marked == PERSONAL_FIELDS.get(EVENT_TYPES[name], ())


def test_the_names_beside_the_fields_are_there():
    [table] = re.findall(r"## One event as a line\n(.*?)^## ", TEXT, re.S | re.M)
    named = set(re.findall(r"^\| `(\w+)`", table, re.M))

    assert named == ENVELOPE | {"at_ms"}


def test_the_free_text_of_the_ticket_is_there():
    [named] = re.findall(r"only the free text\ncounts as words: (.*?)\. ", TEXT, re.S)

    assert set(re.findall(r"`([\w.]+)`", named)) == FREE_TEXT_FIELDS
