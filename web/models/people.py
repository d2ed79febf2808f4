"""Centres, the people who train at them, and where each of them is signed in."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from recordings.tables import Base, UtcDateTime
from web.permissions import Role

ROLES_IN_SQL = ", ".join(f"'{role}'" for role in Role)


class Centre(Base):
    """A place where 112 calls are answered; everything belongs to one."""

    __tablename__ = "centre"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    region: Mapped[str] = mapped_column(String(40))
    timezone: Mapped[str] = mapped_column(String(40))
    """IANA name; clock times are shown in it."""


class User(Base):
    """A person with an account. The id is random and may be shown."""

    __tablename__ = "user_account"
    __table_args__ = (
        UniqueConstraint("centre_id", "username", name="user_username_once"),
        CheckConstraint(f"role IN ({ROLES_IN_SQL})", name="user_role_known"),
        CheckConstraint("username = lower(username)", name="user_username_lower"),
    )

    id: Mapped[str] = mapped_column(
        String(36), primary_key=True, default=lambda: str(uuid.uuid4())
    )
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    username: Mapped[str] = mapped_column(String(60))
    role: Mapped[str] = mapped_column(String(20))
    agency: Mapped[str | None] = mapped_column(String(60))
    """The OPD that sent the person, as people write it; None when not known."""
    password_hash: Mapped[str] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    wrong_tries: Mapped[int] = mapped_column(default=0)
    """Wrong passwords in a row."""
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    centre: Mapped[Centre] = relationship()


class SignIn(Base):
    """One browser a person is signed in with, until it is revoked or runs out.

    The cookie holds a random token, the table only its hash: who reads the table
    cannot sign in with it.
    """

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    centre_id: Mapped[str] = mapped_column(ForeignKey("centre.id"))
    user_id: Mapped[str] = mapped_column(
        ForeignKey("user_account.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ip: Mapped[str] = mapped_column(String(45))
    agent: Mapped[str] = mapped_column(String(200))
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship()
