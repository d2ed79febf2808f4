"""Rubrics: criteria, their kinds and points, as written in a file.

Reading gathers every problem with its place, as for scenarios.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scenarios import kinds
from scenarios.kinds import FLAG, NOT_FILLED, TEXT, one_of, whole
from scenarios.problems import Gathering, ScenarioInvalid
from scenarios.reader import Fields, fields_of, is_null
from scenarios.yaml_text import text_of
from scoring.conditions import CONDITIONS
from scoring.criteria import KINDS, Kind
from scoring.criteria.speed import AnsweredWithin
from scoring.criterion import Criterion
from scoring.violations import SEVERITIES

RUBRICS = Path(__file__).parent / "rubrics"
MOST_POINTS = 100
WORDS = ("acts", "labels")
"""Parameters of which a kind that has both needs one: else nothing can meet it."""


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

    Args:
        id_or_path: `dasar-112`, `dasar-112@1` for no other version, or a path.

    Raises:
        ScenarioInvalid: With every problem found.
        FileNotFoundError: There is no such rubric, or not in this version.
    """
    path, version = Path(id_or_path), ""
    if not path.suffix:
        name, _, version = str(id_or_path).partition("@")
        path = RUBRICS / f"{name}.yaml"
    found = Gathering()
    raw = path.read_bytes()
    rubric = _rubric(path.stem, text_of(raw, found), found)
    if found.problems:
        raise ScenarioInvalid(path, found.problems)
    if version not in {"", str(rubric.version)}:
        raise FileNotFoundError(f"{path} is {rubric.name}")
    return rubric


def packaged_rubrics() -> list[Rubric]:
    """The rubrics that come with the product."""
    return [load_rubric(path.stem) for path in sorted(RUBRICS.glob("*.yaml"))]


def _rubric(rubric_id: str, text: str | None, found: Gathering) -> Rubric:
    read = fields_of(text, found)
    areas, criteria = _entries(read, "areas"), _entries(read, "criteria")
    named = {area: areas.text(area) for area in areas.ids()}
    rubric = Rubric(
        id=rubric_id,
        version=read.whole_number("version", 1, 999),
        digest=hashlib.sha256((text or "").encode()).hexdigest(),
        text=text or "",
        title=read.text("title"),
        pass_percent=read.whole_number("pass_percent", 1, 100),
        areas=named,
        criteria=tuple(
            _criterion(criterion_id, criteria.section(criterion_id), named)
            for criterion_id in criteria.ids()
        ),
    )
    read.finish()
    return rubric


def _entries(read: Fields, name: str) -> Fields:
    """What stands below a name, which must be something."""
    node = read.value_node(name)
    if isinstance(node, yaml.MappingNode) and not node.value:
        read.report(name, NOT_FILLED)
    return read.section(name)


def _criterion(criterion_id: str, entry: Fields, areas: Mapping[str, str]) -> Criterion:
    criterion = Criterion(
        id=criterion_id,
        title=entry.text("title"),
        # Without areas that alone is the fault, not every criterion's.
        area=entry.one("area", one_of(areas) if areas else TEXT),
        points=entry.whole_number("points", 1, MOST_POINTS),
        critical=entry.one("critical", FLAG, False),
        when=entry.many("when", one_of(CONDITIONS), ()),
        withheld_from=entry.one("withheld_from", one_of(SEVERITIES), None),
        kind=_kind(entry),
    )
    entry.finish()
    return criterion


def _kind(entry: Fields) -> Kind:
    named = entry.one("kind", kinds.Kind(one_of(KINDS).read, ""))
    if not named:
        return _unknown_kind(entry)
    given: dict[str, Any] = {}
    for one in parameters(KINDS[named]):
        node = entry.value_node(one.name)
        if _needed(one) or not (node is None or is_null(node)):
            given[one.name] = _parameter(one, entry)
    kind = KINDS[named](**given)
    if not any(name in given or getattr(kind, name, True) for name in WORDS):
        entry.report("kind", "perlu acts atau labels")
    return kind


def _unknown_kind(entry: Fields) -> Kind:
    """Stands in; what may be a parameter of the kind that was meant is let pass."""
    for cls in KINDS.values():
        for one in parameters(cls):
            entry.value_node(one.name)
    return AnsweredWithin()


def parameters(cls: type[Kind]) -> "tuple[Field[Any], ...]":
    """What a rubric may set for a kind."""
    return fields(cls)  # type: ignore[arg-type]


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
    return entry.one(one.name, whole(allowed["least"], allowed["most"]))
