"""Accounts: signing in and out, where a person is signed in, passwords."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from web.errors import Missing, UserMistake
from web.models import SignIn, User
from web.permissions import Role
from web.services.scope import Viewer
from web.texts import N_

TRIES_BEFORE_LOCK = 8
LOCKED_FOR = timedelta(minutes=5)
SEEN_EVERY = timedelta(minutes=1)
"""How exactly the time a person was last seen is kept; each keeping is a write."""

REFUSED = N_("Nama pengguna atau kata sandi tidak cocok.")
WRONG_CURRENT = N_("Kata sandi yang sekarang tidak cocok.")
LOCKED = N_(
    "Terlalu banyak kata sandi yang salah. "
    "Akun ini dapat dicoba lagi setelah lima menit."
)


@dataclass(frozen=True, slots=True)
class Known:
    """What is needed to check a password, without keeping a transaction open."""

    user_id: str | None
    """None for a username that nobody has."""
    username: str
    password_hash: str | None


def look_up(session: Session, *, centre_id: str, username: str, now: datetime) -> Known:
    """Find who wants to sign in.

    Raises:
        UserMistake: Too many wrong passwords; the account waits a few minutes.
    """
    user = by_username(session, centre_id=centre_id, username=username)
    if user is None or not user.active:
        return Known(None, username, None)
    if user.locked_until and user.locked_until > now:
        raise UserMistake(LOCKED, "password")
    return Known(user.id, user.username, user.password_hash)


def known(session: Session, user_id: str) -> Known:
    """What is needed to check the password of somebody signed in."""
    user = session.get_one(User, user_id)
    return Known(user.id, user.username, user.password_hash)


def open_sign_in(
    session: Session, user_id: str, *, ip: str, agent: str, now: datetime
) -> str:
    """Sign a person in and return the token, which is kept nowhere else."""
    user = session.get_one(User, user_id)
    user.wrong_tries, user.locked_until = 0, None
    token = secrets.token_urlsafe(32)
    session.add(
        SignIn(
            centre_id=user.centre_id,
            user_id=user.id,
            token_hash=_hash(token),
            created_at=now,
            last_seen_at=now,
            ip=ip[:45],
            agent=agent[:200],
        )
    )
    return token


def count_wrong_try(session: Session, user_id: str, *, now: datetime) -> None:
    """Count a wrong password; after several in a row the account waits."""
    user = session.get_one(User, user_id)
    user.wrong_tries += 1
    if user.wrong_tries >= TRIES_BEFORE_LOCK:
        user.wrong_tries, user.locked_until = 0, now + LOCKED_FOR


@dataclass(frozen=True, slots=True)
class Recognised:
    """Somebody signed in, with what every page needs of them."""

    viewer: Viewer
    sign_in_id: int
    zone: str
    """Time zone of the centre."""
    seen_is_due: bool
    """Whether it is time to keep that the person was seen."""


def recognise(
    session: Session,
    *,
    token: str,
    now: datetime,
    idle: timedelta,
    lifetime: timedelta,
) -> Recognised | None:
    """Whose token it is; None when the sign-in has ended or never was."""
    found = session.scalar(
        select(SignIn)
        .where(SignIn.token_hash == _hash(token), SignIn.revoked_at.is_(None))
        .options(joinedload(SignIn.user).joinedload(User.centre))
    )
    if found is None or not found.user.active:
        return None
    if now - found.last_seen_at > idle or now - found.created_at > lifetime:
        return None
    user = found.user
    return Recognised(
        Viewer(
            user_id=user.id,
            centre_id=user.centre_id,
            role=Role(user.role),
            name=user.name,
        ),
        sign_in_id=found.id,
        zone=user.centre.timezone,
        seen_is_due=now - found.last_seen_at >= SEEN_EVERY,
    )


def see(session: Session, sign_in_id: int, *, now: datetime) -> None:
    """Keep that the person was seen."""
    session.get_one(SignIn, sign_in_id).last_seen_at = now


def open_sign_ins(
    session: Session, *, user_id: str, since: datetime
) -> Sequence[SignIn]:
    """Where the person is signed in, seen since then, the latest first."""
    return session.scalars(
        select(SignIn)
        .where(
            SignIn.user_id == user_id,
            SignIn.revoked_at.is_(None),
            SignIn.last_seen_at >= since,
        )
        .order_by(SignIn.last_seen_at.desc(), SignIn.id.desc())
    ).all()


def revoke(session: Session, *, user_id: str, sign_in_id: int, now: datetime) -> None:
    """End one of the person's own sign-ins; ending it twice changes nothing.

    Raises:
        Missing: It is not theirs, or there is none.
    """
    sign_in = session.get(SignIn, sign_in_id)
    if sign_in is None or sign_in.user_id != user_id:
        raise Missing(N_("Tempat masuk itu tidak ada."))
    if sign_in.revoked_at is None:
        sign_in.revoked_at = now


def revoke_all(
    session: Session, *, user_id: str, now: datetime, keep: int | None = None
) -> None:
    """End every sign-in of the person, except the one to keep."""
    session.execute(
        update(SignIn)
        .where(
            SignIn.user_id == user_id,
            SignIn.revoked_at.is_(None),
            SignIn.id != (keep or 0),
        )
        .values(revoked_at=now)
    )


def replace_password(
    session: Session,
    user_id: str,
    password_hash: str,
    *,
    now: datetime,
    keep_sign_in: int | None = None,
) -> None:
    """Give the person another password and end their sign-ins, except one to keep."""
    user = session.get_one(User, user_id)
    user.password_hash = password_hash
    user.wrong_tries, user.locked_until = 0, None
    revoke_all(session, user_id=user_id, now=now, keep=keep_sign_in)


def add_user(
    session: Session,
    *,
    centre_id: str,
    name: str,
    username: str,
    role: Role,
    agency: str | None,
    password_hash: str,
    now: datetime,
) -> User:
    """Add an account.

    Raises:
        UserMistake: The username is taken or malformed, or the name is empty.
    """
    username = _checked_username(session, centre_id=centre_id, username=username)
    if not name.strip():
        raise UserMistake(N_("Nama belum diisi."), "name")
    user = User(
        centre_id=centre_id,
        name=name.strip(),
        username=username,
        role=role,
        agency=agency,
        password_hash=password_hash,
        created_at=now,
    )
    session.add(user)
    session.flush()
    return user


def deactivate(session: Session, user: User, *, now: datetime) -> None:
    """Close an account: it stays in the records, but nobody signs in with it."""
    user.active = False
    revoke_all(session, user_id=user.id, now=now)


def by_username(session: Session, *, centre_id: str, username: str) -> User | None:
    """The account with that username, written in any case; None when there is none."""
    return session.scalar(
        select(User).where(
            User.centre_id == centre_id, User.username == username.strip().lower()
        )
    )


def everybody(session: Session, *, centre_id: str) -> Sequence[User]:
    """All accounts of the centre by name, the closed ones too."""
    return session.scalars(
        select(User).where(User.centre_id == centre_id).order_by(User.name)
    ).all()


def _checked_username(session: Session, *, centre_id: str, username: str) -> str:
    username = username.strip().lower()
    usable = username.replace(".", "").replace("-", "").replace("_", "")
    if not (2 <= len(username) <= 60 and usable.isascii() and usable.isalnum()):
        raise UserMistake(
            N_("Nama pengguna: 2 sampai 60 huruf, angka, titik, atau tanda hubung."),
            "username",
        )
    if by_username(session, centre_id=centre_id, username=username) is not None:
        raise UserMistake(N_("Nama pengguna itu sudah dipakai."), "username")
    return username


def _hash(token: str) -> str:
    # The token is random and long: one round of SHA-256 is enough.
    return hashlib.sha256(token.encode()).hexdigest()
