"""What is trained with and how it was marked: scenarios, rubrics, scorecards."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from recordings.tables import Base, UtcDateTime

REASON_MIN_CHARS = 10


class ScenarioVersion(Base):
    """One version of a scenario, as it was written. Never changes."""

    __tablename__ = "scenario_version"
    __table_args__ = (
        UniqueConstraint(
            "centre_id", "scenario_id", "version", name="scenario_version_once"
        ),
        CheckConstraint("version >= 1", name="scenario_version_counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    scenario_id: Mapped[str] = mapped_column(String(60))
    version: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(20))
    """draft or stable, as the text says."""
    title: Mapped[str] = mapped_column(String(200))
    incident_type: Mapped[str] = mapped_column(String(60))
    difficulty: Mapped[int]
    author: Mapped[str] = mapped_column(String(120))
    """Name of who wrote it; `latih112` for those that come with the product."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def ref(self) -> str:
        """Id and version, as calls name it: `kebakaran-pasar@3`."""
        return f"{self.scenario_id}@{self.version}"


class RubricVersion(Base):
    """One version of a rubric, as it was written. Never changes."""

    __tablename__ = "rubric_version"
    __table_args__ = (
        UniqueConstraint(
            "centre_id", "rubric_id", "version", name="rubric_version_once"
        ),
        CheckConstraint("version >= 1", name="rubric_version_counts"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    rubric_id: Mapped[str] = mapped_column(String(60))
    version: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(String(200))
    author: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def ref(self) -> str:
        """Id and version, as calls name it: `dasar-112@1`."""
        return f"{self.rubric_id}@{self.version}"


class ScorecardRow(Base):
    """The machine's scorecard of a call under one rubric version.

    `scorecard` never changes. `passed`, `percent` and `critical` are what counts now:
    the machine's word until an instructor's adjustment moves them.
    """

    __tablename__ = "scorecard"
    __table_args__ = (
        UniqueConstraint(
            *("centre_id", "call_id", "digest", "head_hash", "scorer"),
            name="scorecard_once",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"), index=True)
    rubric: Mapped[str] = mapped_column(String(80))
    """Id and version."""
    digest: Mapped[str] = mapped_column(String(64))
    """Of the rubric's text."""
    head_hash: Mapped[str] = mapped_column(String(64))
    """Of the call's last event when it was marked."""
    scorer: Mapped[str] = mapped_column(String(40))
    """Version of the marking: `scoring.marking.SCORER`."""
    scorecard: Mapped[dict[str, Any]] = mapped_column(JSON)
    passed: Mapped[bool | None]
    """None until a human has confirmed, where that is needed."""
    percent: Mapped[float | None]
    """None when nothing could be assessed."""
    critical: Mapped[int] = mapped_column(default=0)
    """How many critical criteria were missed."""
    marked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When its trainee first read it, in the debrief; no list shows it before."""
    confirmed_by: Mapped[str | None] = mapped_column(ForeignKey("user_account.id"))
    """The instructor who looked at the whole of it; exams are decided by that."""
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    adjustments: Mapped[list["AdjustmentRow"]] = relationship(
        back_populates="scorecard", order_by="AdjustmentRow.id"
    )


class AdjustmentRow(Base):
    """An instructor's correction of one finding.

    The machine's finding stays as it was; what counts is the latest adjustment, and
    the earlier ones remain to be read.
    """

    __tablename__ = "adjustment"
    __table_args__ = (
        CheckConstraint("points >= 0", name="adjustment_points_not_negative"),
        CheckConstraint(
            f"length(reason) >= {REASON_MIN_CHARS}", name="adjustment_says_why"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    scorecard_id: Mapped[int] = mapped_column(ForeignKey("scorecard.id"), index=True)
    criterion: Mapped[str] = mapped_column(String(60))
    outcome: Mapped[str] = mapped_column(String(20))
    points: Mapped[int | None]
    """None when the criterion is left out of the total."""
    reason: Mapped[str] = mapped_column(Text)
    adjusted_by: Mapped[str] = mapped_column(ForeignKey("user_account.id"))
    adjusted_at: Mapped[datetime] = mapped_column(UtcDateTime)

    scorecard: Mapped[ScorecardRow] = relationship(back_populates="adjustments")


class HandIn(Base):
    """A practice call that its trainee shows to the centre's instructors.

    Without it, a practice call is seen by nobody but the trainee.
    """

    __tablename__ = "hand_in"
    __table_args__ = (
        UniqueConstraint("centre_id", "call_id", name="hand_in_once"),
        Index("ix_hand_in_waiting", "centre_id", "reviewed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"))
    handed_in_by: Mapped[str] = mapped_column(ForeignKey("user_account.id"))
    handed_in_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reviewed_by: Mapped[str | None] = mapped_column(ForeignKey("user_account.id"))
    reviewed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def _refuse_change(
    _mapper: Mapper[Any], _connection: Connection, row: ScenarioVersion | RubricVersion
) -> None:
    raise TypeError(f"{row.ref} never changes; write a new version")


for _immutable in (ScenarioVersion, RubricVersion):
    event.listen(_immutable, "before_update", _refuse_change)
