"""The tables in which calls are kept.

Plain SQLAlchemy; the web application adopts `Base` for its own tables and owns the
migrations. Words that a person said stand in columns of their own, so that they can
be erased while everything the chain of hashes covers stays.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Base(DeclarativeBase):
    """What every table of the product descends from."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored and read back in UTC; SQLite alone would drop the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


class CallRow(Base):
    """One call: what lists and look-ups need without reading its events."""

    __tablename__ = "call"
    __table_args__ = (
        UniqueConstraint("centre_id", "id"),
        Index("ix_call_centre_id_offered_at", "centre_id", "offered_at"),
        CheckConstraint("mode IN ('practice', 'coach', 'exam')", name="call_mode"),
        CheckConstraint("scenario_version >= 1", name="call_scenario_version"),
        CheckConstraint(
            "(event_count = 0 AND head_hash IS NULL AND last_at_ms = 0) OR "
            "(event_count > 0 AND head_hash IS NOT NULL AND length(head_hash) = 64 "
            "AND last_at_ms >= 0)",
            name="call_head_belongs_to_events",
        ),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    """UUID."""
    centre_id: Mapped[str] = mapped_column(String(36))
    trainee_id: Mapped[str | None] = mapped_column(String(36), index=True)
    """The person the call belongs to; None when played without an account."""
    scenario_id: Mapped[str] = mapped_column(String(80))
    scenario_version: Mapped[int]
    seed: Mapped[int] = mapped_column(BigInteger)
    mode: Mapped[str] = mapped_column(String(10))
    rubric: Mapped[str] = mapped_column(String(80))
    """Id and version."""
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_sign_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When the trainee's page was last heard of."""
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    event_count: Mapped[int] = mapped_column(default=0)
    last_at_ms: Mapped[int] = mapped_column(default=0)
    """Call time of the last event."""
    head_hash: Mapped[str | None] = mapped_column(String(64))
    """Hash of the last event."""


class CallEventRow(Base):
    """One event, never changed; only words and salt may be erased."""

    __tablename__ = "call_event"
    __table_args__ = (
        CheckConstraint("seq >= 0", name="call_event_seq"),
        CheckConstraint("at_ms >= 0", name="call_event_at_ms"),
        CheckConstraint("length(hash) = 64", name="call_event_hash"),
        CheckConstraint(
            "(words IS NULL) = (salt IS NULL)", name="call_event_words_with_salt"
        ),
    )

    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(40))
    at_ms: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    """Canonical JSON as it was hashed, without what a person said."""
    words: Mapped[str | None] = mapped_column(Text)
    """What a person said, canonical JSON by field; NULL when nothing or erased."""
    salt: Mapped[str | None] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class CallRequestRow(Base):
    """An answered request of the page, so that repeating it changes nothing."""

    __tablename__ = "call_request"
    __table_args__ = (
        CheckConstraint("client_seq >= 0", name="call_request_client_seq"),
        CheckConstraint("event_count >= 0", name="call_request_event_count"),
    )

    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"), primary_key=True)
    client_seq: Mapped[int] = mapped_column(
        BigInteger, primary_key=True, autoincrement=False
    )
    reply: Mapped[str] = mapped_column(Text)
    event_count: Mapped[int]
    """How many events the call had after it."""


class ClipRow(Base):
    """That a call has a clip; the sound itself is in the audio store."""

    __tablename__ = "clip"
    __table_args__ = (
        CheckConstraint("length(hash) = 64", name="clip_hash"),
        CheckConstraint("kind IN ('call_taker', 'caller')", name="clip_kind"),
        CheckConstraint("seconds > 0", name="clip_seconds"),
    )

    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"), primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(String(10))
    """call_taker: a person's voice; caller: a synthetic one, kept as a cache."""
    seconds: Mapped[float]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ErasureRow(Base):
    """The record that something was erased, by whom and why; never what it was."""

    __tablename__ = "erasure"
    __table_args__ = (
        CheckConstraint("what IN ('words', 'audio')", name="erasure_what"),
        CheckConstraint("why IN ('retention', 'request')", name="erasure_why"),
        CheckConstraint("pieces >= 0", name="erasure_pieces"),
        Index("ix_erasure_centre_id_erased_at", "centre_id", "erased_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(String(36))
    call_id: Mapped[str] = mapped_column(ForeignKey("call.id"), index=True)
    what: Mapped[str] = mapped_column(String(10))
    why: Mapped[str] = mapped_column(String(10))
    """retention: its time had come; request: somebody asked for it."""
    asked_by: Mapped[str | None] = mapped_column(String(60))
    pieces: Mapped[int]
    """How many events lost their words, or how many clips were erased."""
    erased_at: Mapped[datetime] = mapped_column(UtcDateTime)
