"""From a reason code to a sentence a trainee can read."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from scoring.finding import Finding, Param

INDONESIAN, ENGLISH = "id", "en"
LANGUAGES = (INDONESIAN, ENGLISH)
TENTH_MS = 100
_NOTHING = {INDONESIAN: "tidak ada", ENGLISH: "none"}
_SECOND = {INDONESIAN: "dtk", ENGLISH: "s"}


@cache
def sentences() -> Mapping[str, Mapping[str, str]]:
    """Every reason code with its sentence in each language."""
    text = files("scoring").joinpath("data/reasons.yaml").read_text("utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return loaded


def sentence(finding: Finding, names: Mapping[str, str], language: str) -> str:
    """Say why a finding came out as it did.

    Args:
        finding: What was found.
        names: Ids (agencies, places, labels) to the names people read.
        language: `id` or `en`.
    """
    shown = {
        key: _shown(key, value, names, language)
        for key, value in finding.params.items()
    }
    return sentences()[finding.reason][language].format_map(shown)


def seconds(ms: int, language: str) -> str:
    """Seconds to a tenth, never fewer than they were: 30.02 is not «30»."""
    tenths = -(-ms // TENTH_MS)
    whole, tenth = divmod(tenths, 10)
    point = "," if language == INDONESIAN else "."
    number = f"{whole}{point}{tenth}" if tenth else str(whole)
    return f"{number} {_SECOND[language]}"


def _shown(key: str, value: Param, names: Mapping[str, str], language: str) -> str:
    if isinstance(value, int):
        return seconds(value, language) if key.endswith("_ms") else str(value)
    if isinstance(value, str):
        return names.get(value, value)
    return ", ".join(names.get(each, each) for each in value) or _NOTHING[language]


def placeholders(text: str) -> frozenset[str]:
    """The parameters a sentence mentions."""
    return frozenset(re.findall(r"{(\w+)}", text))
