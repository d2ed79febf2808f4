"""Rubrics: criteria, their kinds and points, as written in a file.

Reading gathers every problem with its place, as for scenarios.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from scenarios.kinds import FLAG, TEXT, one_of, whole
from scenarios.problems import Gathering, ScenarioInvalid
from scenarios.reader import Fields, fields_of
from scenarios.yaml_text import text_of
from scoring.conditions import CONDITIONS
from scoring.criteria import KINDS, Kind
from scoring.criterion import Criterion

RUBRICS = Path(__file__).parent / "rubrics"
SEVERITIES = ("minor", "moderate", "severe", "fatal")
MOST_POINTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """One version of a rubric."""

    id: str
    version: int
    digest: str
    """sha256 of the file's text."""
    text: str
    title: str
    pass_percent: int
    areas: Mapping[str, str]
    """Area id -> Indonesian name, in the order of the file."""
    criteria: tuple[Criterion, ...]

    @property
    def name(self) -> str:
        """Id and version: dasar-112@1."""
        return f"{self.id}@{self.version}"


@cache
def load_rubric(id_or_path: str | Path) -> Rubric:
    """Read and check a rubric: one of the package by its id, or a file.

    Raises:
        ScenarioInvalid: With every problem found.
        FileNotFoundError: There is no such rubric.
    """
    path = Path(id_or_path)
    if not path.suffix:
        path = RUBRICS / f"{str(id_or_path).partition('@')[0]}.yaml"
    found = Gathering()
    raw = path.read_bytes()
    rubric = _rubric(path.stem, text_of(raw, found), found)
    if found.problems:
        raise ScenarioInvalid(path, found.problems)
    return rubric


def packaged_rubrics() -> list[Rubric]:
    """The rubrics that come with the product."""
    return [load_rubric(path.stem) for path in sorted(RUBRICS.glob("*.yaml"))]


def _rubric(rubric_id: str, text: str | None, found: Gathering) -> Rubric:
    read = fields_of(text, found)
    areas = read.section("areas")
    named = {area: areas.text(area) for area in areas.names()}
    rubric = Rubric(
        id=rubric_id,
        version=read.whole_number("version", 1, 999),
        digest=hashlib.sha256((text or "").encode()).hexdigest(),
        text=text or "",
        title=read.text("title"),
        pass_percent=read.whole_number("pass_percent", 1, 100),
        areas=named,
        criteria=tuple(
            _criterion(criterion_id, entry, named)
            for criterion_id, entry in read.sections("criteria").items()
        ),
    )
    read.finish()
    return rubric


def _criterion(criterion_id: str, entry: Fields, areas: Mapping[str, str]) -> Criterion:
    criterion = Criterion(
        id=criterion_id,
        title=entry.text("title"),
        area=entry.one("area", one_of(areas)),
        points=entry.whole_number("points", 0, MOST_POINTS),
        critical=entry.one("critical", FLAG, False),
        when=entry.many("when", one_of(CONDITIONS), ()),
        withheld_from=entry.one("withheld_from", one_of(SEVERITIES), None),
        kind=_kind(KINDS[entry.one("kind", one_of(KINDS))], entry),
    )
    entry.finish()
    return criterion


def _kind(cls: type[Kind], entry: Fields) -> Kind:
    given: dict[str, Any] = {}
    for one in fields(cls):  # type: ignore[arg-type]
        if one.name in entry or _needed(one):
            given[one.name] = _parameter(one, entry)
    return cls(**given)


def _needed(one: "Field[Any]") -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _parameter(one: "Field[Any]", entry: Fields) -> object:
    """One parameter, by what its metadata allows."""
    allowed = one.metadata
    if "vocabulary" in allowed:
        return entry.many(one.name, one_of(allowed["vocabulary"]))
    if "names" in allowed:
        return entry.many(one.name, one_of(allowed["names"]))
    if "choices" in allowed:
        return entry.one(one.name, one_of(allowed["choices"]))
    if "switch" in allowed:
        return entry.one(one.name, FLAG)
    if "least" in allowed:
        return entry.one(one.name, whole(allowed["least"], allowed["most"]))
    return entry.one(one.name, TEXT)
