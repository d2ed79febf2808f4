"""Scenario and rubric versions of a centre: added, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from web.errors import UserMistake
from web.models import RubricVersion, ScenarioVersion
from web.texts import N_

THE_PRODUCT = "latih112"
"""Author of what comes with the product."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewScenario:
    """A checked scenario file, ready to be kept."""

    id: str
    version: int
    digest: str
    text: str
    status: str
    title: str
    incident_type: str
    difficulty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRubric:
    """A checked rubric file, ready to be kept."""

    id: str
    version: int
    digest: str
    text: str
    title: str


def add_scenario(
    session: Session, new: NewScenario, *, centre_id: str, author: str, now: datetime
) -> ScenarioVersion:
    """Keep a version of a scenario; the same version again changes nothing.

    Raises:
        UserMistake: The centre has this version with another text.
    """
    kept = session.scalar(
        select(ScenarioVersion).where(
            ScenarioVersion.centre_id == centre_id,
            ScenarioVersion.scenario_id == new.id,
            ScenarioVersion.version == new.version,
        )
    )
    if kept is not None:
        _refuse_other_text(kept, new.digest)
        return kept
    row = ScenarioVersion(
        centre_id=centre_id,
        scenario_id=new.id,
        version=new.version,
        digest=new.digest,
        text=new.text,
        status=new.status,
        title=new.title,
        incident_type=new.incident_type,
        difficulty=new.difficulty,
        author=author,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def add_rubric(
    session: Session, new: NewRubric, *, centre_id: str, author: str, now: datetime
) -> RubricVersion:
    """Keep a version of a rubric; the same version again changes nothing.

    Raises:
        UserMistake: The centre has this version with another text.
    """
    kept = session.scalar(
        select(RubricVersion).where(
            RubricVersion.centre_id == centre_id,
            RubricVersion.rubric_id == new.id,
            RubricVersion.version == new.version,
        )
    )
    if kept is not None:
        _refuse_other_text(kept, new.digest)
        return kept
    row = RubricVersion(
        centre_id=centre_id,
        rubric_id=new.id,
        version=new.version,
        digest=new.digest,
        text=new.text,
        title=new.title,
        author=author,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def latest_scenarios(session: Session, *, centre_id: str) -> list[ScenarioVersion]:
    """The latest version of every scenario, easiest first."""
    latest = (
        select(
            ScenarioVersion.scenario_id, func.max(ScenarioVersion.version).label("top")
        )
        .where(ScenarioVersion.centre_id == centre_id)
        .group_by(ScenarioVersion.scenario_id)
        .subquery()
    )
    rows = session.scalars(
        select(ScenarioVersion)
        .join(
            latest,
            (latest.c.scenario_id == ScenarioVersion.scenario_id)
            & (latest.c.top == ScenarioVersion.version),
        )
        .where(ScenarioVersion.centre_id == centre_id)
        .order_by(ScenarioVersion.difficulty, ScenarioVersion.scenario_id)
    )
    return list(rows)


def _refuse_other_text(kept: ScenarioVersion | RubricVersion, digest: str) -> None:
    if kept.digest != digest:
        raise UserMistake(
            N_("%(ref)s sudah ada dengan isi lain. Naikkan angka version."),
            "version",
            ref=kept.ref,
        )
