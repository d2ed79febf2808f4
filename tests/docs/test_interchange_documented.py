"""The page on the forms other programs use says what the code reads and writes.

The keys of a scorecard are held equal in tests/scoring/test_scorecard_json.py.
"""

import inspect
import re
from pathlib import Path

from recordings.event_json import ENVELOPE
from scenarios.vocabulary import Disposition, TicketField
from scoring import Outcome
from simulator.script import _DEEDS, read_script
from simulator.understanding.reader import Reader
from simulator.understanding.reading import Reading

PAGE = Path(__file__).parents[2] / "docs" / "interchange.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", TEXT, re.S | re.M))


def rows(section):
    """(first cell, rest) of the rows of a section's tables, without their heads."""
    found = re.findall(r"^\| (`.*?) \| (.*) \|$", SECTIONS[section], re.M)
    return [(re.findall(r"`([\w.]+)`", cell), rest) for cell, rest in found]


def keys(section):
    return [key for cell, _ in rows(section) for key in cell]


def test_a_script_may_do_what_the_page_says():
    [deeds] = [rest for cell, rest in rows("1. Call script") if cell == ["do"]]
    known = {key for wanted in _DEEDS.values() for key in wanted}

    assert re.findall(r"`(\w+)`", deeds) == list(_DEEDS)
    assert set(keys("1. Call script")) == {"at", "do", *known}


def test_the_script_of_the_page_can_be_read():
    [script] = re.findall(r"```json\n(.*?)```", SECTIONS["1. Call script"], re.S)

    assert len(read_script(script)) == len(script.splitlines())


def test_the_names_beside_an_events_fields_are_there():
    named = set(re.findall(r"`(\w+)`", SECTIONS["2. Call record"]))

    assert named >= ENVELOPE | {"at_ms"}


def test_a_reading_has_the_keys_the_page_names():
    given, _, got = SECTIONS["3. Reading"].partition("\nOut:\n")
    asked = list(inspect.signature(Reader.understand).parameters)[1:]
    reading = Reading(
        text="", acts=(), courtesy=(), values=(), abstained=True, model="uji-1"
    )

    assert re.findall(r"^\| `(\w+)`", given, re.M) == [
        name.removesuffix("_facts") for name in asked
    ]
    assert re.findall(r"^\| `(\w+)`", got, re.M) == list(reading.to_json())


def test_the_words_of_a_scorecard_and_a_ticket_are_there():
    [outcomes] = re.findall(r"^Outcomes: (.*?);", SECTIONS["4. Scorecard"], re.M)

    assert re.findall(r"`(\w+)`", outcomes) == list(Outcome)
    assert keys("Ticket fields") == list(TicketField)
    assert re.findall(r"`(\w+)`", SECTIONS["Dispositions"]) == list(Disposition)
