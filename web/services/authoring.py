"""Writing scenarios: versions, checking with messages at their lines, keeping."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from scenarios import (
    Case,
    Problem,
    Region,
    Scenario,
    ScenarioInvalid,
    draw,
    parse_scenario,
)
from scenarios.language.names import name_of
from scenarios.vocabulary import Told
from web.errors import Missing
from web.models import ScenarioVersion
from web.services.library import NewScenario, add_scenario
from web.services.scope import NOT_THERE, Viewer, scoped
from web.texts import N_

LINES_AROUND = 2
NAME_RULE = N_(
    "harus huruf kecil atau angka, kata-katanya disambung «-», paling panjang 60"
)
_NAME = re.compile(r"(?=.{1,60}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")

TEMPLATE = """\
version: 1
title: Judul singkat
status: draft
region: ambon
incident_type: kebakaran_bangunan
difficulty: 2
minutes: 4
sensitive: []
about: Apa yang terjadi dan di mana jebakannya.
learning: [Memastikan lokasi]
approval: {status: draft, source: "belum ada", approver: null}

draw:
  caller: {person: any, age: [25, 60]}
  spot: {place: [ongkoliong]}
  number: {phone: true}
  time: {time: ["07:00", "21:00"]}

caller:
  is: caller
  relation: saksi
  addresses_taker: [Pak, Bu]
  register: mixed
  distress: 2
  patience_s: 8
  reaction_s: [0.4, 1.0]
  ani: shown
  gives_up_after: 4
time: "{time}"
background: []

opening: {facts: [what], say: ["Halo, 112? Ada kebakaran di sini."]}

facts:
  what:
    label: apa yang terjadi
    value: kebakaran
    told: volunteered
    answers: [ask_nature]
    say: ["Ada api di ruko."]
  place:
    label: lokasi
    value: "{spot.name}"
    told: asked
    answers: [ask_location, ask_landmark]
    say: ["Di {spot.name}."]
  callback:
    label: nomor yang bisa dihubungi
    value: "{number}"
    told: asked
    answers: [ask_callback]
    say: ["{number}."]
instructions: {}
changes: {}
truth:
  emergency: true
  place: spot
  callback_number: "{number}"
  caller_name: "{caller.name}"
  priority: 2
  agencies: {required: [damkar], acceptable: [polresta], wrong: [perkim]}
  disposition: emergency
must_ask: [place]
must_tell: {}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What an instructor looks for in the library."""

    text: str = ""
    incident_type: str = ""
    difficulty: int = 0
    status: str = ""

    def keeps(self, row: ScenarioVersion) -> bool:
        """Whether a scenario is among what is looked for."""
        return (
            self.text.lower() in f"{row.title} {row.scenario_id}".lower()
            and self.incident_type in {"", row.incident_type}
            and self.difficulty in {0, row.difficulty}
            and self.status in {"", row.status}
        )


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of a file with what is wrong in it."""

    number: int
    text: str
    problems: tuple[Problem, ...]


def versions(
    session: Session, viewer: Viewer, scenario_id: str
) -> list[ScenarioVersion]:
    """All versions of a scenario, the latest first."""
    query = scoped(viewer, ScenarioVersion).where(
        ScenarioVersion.scenario_id == scenario_id
    )
    return list(session.scalars(query.order_by(ScenarioVersion.version.desc())))


def version(
    session: Session, viewer: Viewer, scenario_id: str, number: int | None
) -> ScenarioVersion:
    """One version of a scenario; the latest unless a number is given.

    Raises:
        Missing: There is none.
    """
    for row in versions(session, viewer, scenario_id):
        if number in {None, row.version}:
            return row
    raise Missing(NOT_THERE)


def parsed(text: str, scenario_id: str, region: Region) -> Scenario:
    """Read a written scenario.

    Raises:
        ScenarioInvalid: With every problem found.
    """
    if not _NAME.fullmatch(scenario_id):
        wrong = Problem(1, 1, "nama", NAME_RULE)
        raise ScenarioInvalid(Path(f"{scenario_id}.yaml"), [wrong])
    return parse_scenario(text, scenario_id, region)


def problems(text: str, scenario_id: str, region: Region) -> list[Problem]:
    """Everything wrong with a written scenario, in the order of its lines."""
    try:
        parsed(text, scenario_id, region)
    except ScenarioInvalid as invalid:
        return list(invalid.problems)
    return []


def marked_lines(text: str, found: list[Problem]) -> list[MarkedLine]:
    """The lines around the problems, each with its messages."""
    wrong = {problem.line for problem in found}
    shown = {
        near
        for line in wrong
        for near in range(line - LINES_AROUND, line + LINES_AROUND + 1)
    }
    return [
        MarkedLine(number, line, tuple(p for p in found if p.line == number))
        for number, line in enumerate(text.split("\n"), 1)
        if number in shown
    ]


def keep(
    session: Session, viewer: Viewer, scenario: Scenario, text: str, *, now: datetime
) -> ScenarioVersion:
    """Keep a checked scenario as a new version. The caller commits.

    Raises:
        UserMistake: The centre has this version with another text.
    """
    new = NewScenario(
        id=scenario.id,
        version=scenario.version,
        digest=scenario.digest,
        text=text,
        status=scenario.status,
        title=scenario.title,
        incident_type=scenario.incident_type,
        difficulty=scenario.difficulty,
    )
    return add_scenario(
        session, new, centre_id=viewer.centre_id, author=viewer.name, now=now
    )


def next_version(text: str, current: int) -> str:
    """The text with its version raised, ready to be changed."""
    return re.sub(r"(?m)^version:\s*\d+", f"version: {current + 1}", text, count=1)


def page(
    row: ScenarioVersion, region: Region, *, seed: int, language: str
) -> dict[str, Any]:
    """What an instructor reads about a scenario: one case of it, drawn by a seed."""
    case = draw(parse_scenario(row.text, row.scenario_id, region), seed, region=region)
    return {
        "case": case,
        "seed": seed,
        "agencies": {one.id: one.short for one in region.agencies.values()},
        "incident": region.incidents[case.truth.incident_type].name
        if case.truth.incident_type
        else None,
        "questions": {
            fact.id: _questions(case, fact.id, language) for fact in case.facts
        },
        "told": {told.value: name_of("told", told, locale=language) for told in Told},
        "disposition": name_of("disposition", case.truth.disposition, locale=language),
    }


def _questions(case: Case, fact_id: str, language: str) -> str:
    answers = case.fact(fact_id).answers
    named = (
        " ".join(
            [
                name_of("act", one.act, locale=language),
                *(name_of("concept", c, locale=language) for c in one.about),
            ]
        )
        for one in answers
    )
    return "; ".join(dict.fromkeys(named))
