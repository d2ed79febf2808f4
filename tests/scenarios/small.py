"""A small scenario that is right, and ways to spoil it."""

from pathlib import Path

from scenarios.problems import ScenarioInvalid
from scenarios.region import load_region
from scenarios.scenario import Scenario, parse_scenario

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def read(text: str, scenario_id: str = "kecil") -> Scenario:
    return parse_scenario(text, scenario_id, load_region())


def spoilt(old: str, new: str, text: str = SMALL) -> str:
    """The text with one passage replaced, which must be there exactly once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def problems_of(text: str) -> list[str]:
    """What the checker says of a text, as «line:column field: message»."""
    try:
        read(text)
    except ScenarioInvalid as invalid:
        return [str(problem) for problem in invalid.problems]
    return []


def line_of(passage: str, text: str) -> int:
    """The line on which a passage stands, which must be there exactly once."""
    assert text.count(passage) == 1, f"{passage!r} stands {text.count(passage)} times"
    return text[: text.index(passage)].count("\n") + 1
