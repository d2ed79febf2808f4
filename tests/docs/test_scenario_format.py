"""The page on scenario files names exactly the fields the code knows."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from scenarios import draw
from scenarios.draw_reading import DRAW_KINDS
from scenarios.reader import Fields
from scenarios.region import load_region
from scenarios.scenario import parse_scenario
from scenarios.vocabulary import Background, Sound

PAGE = Path(__file__).parents[2] / "docs" / "scenario-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
[EXAMPLE] = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)

WORDING = {"say", "again", "say_done", "say_refused"}
BY_ID = {"draw", "facts", "instructions", "changes", "must_tell", "variants"}


def documented() -> dict[str, set[str]]:
    """Field names by section, from the tables of the page."""
    found: dict[str, set[str]] = defaultdict(set)
    section = ""
    for line in TEXT.splitlines():
        if line.startswith("#"):
            named = re.search(r"`([^`]+)`", line)
            section = named[1] if named else ""
            counts = False
        elif line.startswith("| "):
            counts = counts or line.startswith("| field")
            cell = line.split(" | ")[0]
            if counts and not line.startswith("| field"):
                found[section] |= set(re.findall(r"`([^`]+)`", cell))
        elif not line.startswith("|"):
            counts = False
    return found


def section_of(path: str) -> str:
    """The section a path is documented under: facts.trapped is `facts.*`."""
    names, section = path.split("."), []
    for nth, name in enumerate(names):
        section.append("*" if nth and names[nth - 1] in BY_ID else name)
    return "say" if section[-1] in WORDING else ".".join(section)


@pytest.fixture
def asked(monkeypatch) -> dict[str, set[str]]:
    """Field names by section, as the code asks for them when it reads the example."""
    found: dict[str, set[str]] = defaultdict(set)
    finish = Fields.finish

    def recording(fields: Fields) -> None:
        found[section_of(fields.path)] |= fields.asked
        finish(fields)

    monkeypatch.setattr(Fields, "finish", recording)
    parse_scenario(EXAMPLE, "air-masuk-rumah", load_region())
    return found


def test_the_page_names_the_fields_the_code_reads(asked):
    assert documented() == asked


def test_the_page_names_every_kind_of_draw():
    assert set(DRAW_KINDS) < documented()["draw.*"]


def test_the_example_can_be_drawn():
    region = load_region()
    scenario = parse_scenario(EXAMPLE, "air-masuk-rumah", region)

    variants = {draw(scenario, seed, region=region).variant for seed in range(30)}

    assert variants == {"biasa", "surut"}


SOUNDS = [("background", Background), ("sound", Sound)]


@pytest.mark.parametrize(("field", "words"), SOUNDS)
def test_the_page_lists_every_sound(field, words):
    [line, *_] = [one for one in TEXT.splitlines() if one.startswith(f"| `{field}` |")]

    assert set(re.findall(r"`([^`]+)`", line)) - {field} == set(words)
