"""The page on rubric files names exactly what the code knows, and its example loads."""

import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from scenarios.reader import Fields
from scenarios.vocabulary import (
    VIOLATION_SEVERITY,
    Concept,
    CourtesyLabel,
    DialogueAct,
)
from scoring import Outcome, load_rubric, score
from scoring.conditions import CONDITIONS
from scoring.criteria import KINDS
from scoring.violations import SEVERITIES
from tests.scoring.calls import CASE, ACall

PAGE = Path(__file__).parents[2] / "docs" / "rubric-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
[EXAMPLE] = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
KIND_TEXTS = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", TEXT, re.S | re.M))

LISTS = {DialogueAct: "acts", Concept: "concepts", CourtesyLabel: "labels"}


def section(heading):
    [found] = re.findall(rf"^## {heading}\n(.*?)(?=^## )", TEXT, re.S | re.M)
    return found


def table(text, *heads):
    """The cells of the rows below these heads."""
    head = "| " + " | ".join(heads) + " |"
    [found] = re.findall(rf"^{re.escape(head)}\n\|[-|]+\|\n((?:\|.*\n)*)", text, re.M)
    return [
        [cell.strip() for cell in row[1:-1].split(" | ")]
        for row in found.split("\n")
        if row
    ]


def code(words):
    return " ".join(f"`{word}`" for word in words)


def type_of(one):
    """The type of a parameter, as the page writes it."""
    allowed = one.metadata
    if "vocabulary" in allowed:
        return LISTS[allowed["vocabulary"]]
    if "names" in allowed:
        return f"any of {code(allowed['names'])}"
    if "choices" in allowed:
        return f"one of {code(allowed['choices'])}"
    if "switch" in allowed:
        return "true or false"
    return f"whole, {allowed['least']} to {allowed['most']}"


def default_of(one):
    """The default of a parameter, as the page writes it."""
    if one.default is MISSING:
        return "needed"
    if isinstance(one.default, tuple):
        every = one.default == one.metadata.get("names")
        return "all" if every else code(one.default) or "none"
    if isinstance(one.default, str):
        return code([one.default])
    return str(one.default).lower()


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Field names as the code asks for them when it reads the example."""
    found = {"": set(), "criteria": set()}
    finish = Fields.finish

    def recording(read):
        found[read.path.partition(".")[0]] |= read.asked
        finish(read)

    monkeypatch.setattr(Fields, "finish", recording)
    file = tmp_path / "kebakaran-pekan-1.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    load_rubric(file)
    return found


def test_the_page_names_the_fields_of_the_file(asked):
    rows = table(section("The file"), "field", "holds")

    assert {row[0].strip("`") for row in rows} == asked[""]


def test_the_page_names_the_fields_of_a_criterion(asked):
    rows = table(section("A criterion: `criteria.\\*`"), "field", "holds")
    parameters = {one.name for kind in KINDS.values() for one in fields(kind)}

    assert {row[0].strip("`") for row in rows} == asked["criteria"] - parameters


def test_no_parameter_has_the_name_of_a_field_of_the_criterion():
    rows = table(section("A criterion: `criteria.\\*`"), "field", "holds")
    parameters = {one.name for kind in KINDS.values() for one in fields(kind)}

    assert parameters.isdisjoint(row[0].strip("`") for row in rows)


def test_the_page_names_every_kind_in_the_order_of_the_table():
    assert list(KIND_TEXTS) == list(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_the_page_names_every_parameter_with_type_and_default(name):
    known = [(f"`{p.name}`", type_of(p), default_of(p)) for p in fields(KINDS[name])]

    heads = ("parameter", "type", "default", "meaning")
    rows = table(KIND_TEXTS[name], *heads) if known else []

    assert [tuple(row[:3]) for row in rows] == known
    assert all(row[3] for row in rows)
    assert ("No parameters." in KIND_TEXTS[name]) == (not known)


def test_the_page_names_every_condition():
    rows = table(section("Conditions"), "condition", "holds when")

    assert [row[0].strip("`") for row in rows] == list(CONDITIONS)


def test_the_page_names_every_outcome():
    rows = table(section("Outcomes and points"), "outcome", "points")

    assert [row[0].strip("`") for row in rows] == list(Outcome)


def test_the_page_says_how_heavily_each_violation_weighs():
    rows = table(section("Violations"), "severity", "labels")

    assert [row[0].strip("`") for row in rows] == list(SEVERITIES)
    for severity, labels in rows:
        weighs = severity.strip("`")
        known = [label for label, one in VIOLATION_SEVERITY.items() if one == weighs]
        assert labels == code(known)


def test_the_example_marks_a_call(tmp_path):
    file = tmp_path / "kebakaran-pekan-1.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")

    rubric = load_rubric(file)
    card = score(CASE, ACall().answered(4.0).record(), rubric)

    assert sum(one.points for one in rubric.criteria) == 100
    assert [one.criterion for one in card.findings] == [c.id for c in rubric.criteria]
    assert card.rubric == "kebakaran-pekan-1@1"
