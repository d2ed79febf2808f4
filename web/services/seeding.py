"""What a database must hold before anybody signs in, and a cast to try it with.

Everything here may run at every start: what is there already stays as it is.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from scenarios.library import Library
from scenarios.region import Region
from scoring import load_rubric
from web.errors import UserMistake
from web.models import Centre, User
from web.permissions import Role
from web.services import accounts, library, passwords
from web.services.library import THE_PRODUCT, NewRubric, NewScenario

RUBRICS = ("dasar-112",)
PASSWORDS_FILE = "demo-passwords.json"


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person of the demonstration."""

    name: str
    username: str
    role: Role
    agency: str


DEMO_CAST = (
    CastMember("Yola", "yola", Role.TRAINEE, "Dinas Kesehatan"),
    CastMember("Frets", "frets", Role.INSTRUCTOR, "Kominfo"),
    CastMember("Salma", "salma", Role.COORDINATOR, "Kominfo"),
)


@dataclass(frozen=True, slots=True)
class DemoAccount:
    """What is printed for who wants to try."""

    username: str
    password: str
    role: Role


def seed_centre(
    session: Session, region: Region, *, now: datetime
) -> list[UserMistake]:
    """The region's centre with the scenarios and rubrics of the product.

    Returns:
        Versions that the centre already has with a text of its own: they stay, and the
        product's text is left out.
    """
    centre = session.get(Centre, region.id)
    if centre is None:
        centre = Centre(
            id=region.id,
            name=f"Pusat Panggilan Darurat 112 {region.name}",
            region=region.id,
            timezone=region.timezone,
        )
        session.add(centre)
        session.flush()
    left_out: list[UserMistake] = []
    _seed_scenarios(session, region, left_out, now=now)
    _seed_rubrics(session, centre.id, left_out, now=now)
    return left_out


def seed_demo(
    session: Session, *, centre_id: str, data_dir: Path, now: datetime
) -> list[DemoAccount]:
    """A trainee, an instructor and a coordinator; passwords are drawn at random.

    They are kept in the data folder, readable by its owner only, so that each start
    can print them again.
    """
    kept = _kept_passwords(data_dir / PASSWORDS_FILE)
    for member in DEMO_CAST:
        _seed_member(session, member, kept[member.username], centre_id, now)
    return [
        DemoAccount(member.username, kept[member.username], member.role)
        for member in DEMO_CAST
    ]


def has_users(session: Session) -> bool:
    """Whether anybody can sign in yet."""
    return session.scalar(select(User.id).limit(1)) is not None


def _seed_scenarios(
    session: Session, region: Region, left_out: list[UserMistake], *, now: datetime
) -> None:
    package = Library(region)
    for summary in package.list():
        new = NewScenario(
            id=summary.id,
            version=summary.version,
            digest=summary.digest,
            text=package.text(summary.id),
            status=summary.status,
            title=summary.title,
            incident_type=summary.incident_type,
            difficulty=summary.difficulty,
        )
        with _noting(left_out):
            library.add_scenario(
                session, new, centre_id=region.id, author=THE_PRODUCT, now=now
            )


def _seed_rubrics(
    session: Session, centre_id: str, left_out: list[UserMistake], *, now: datetime
) -> None:
    for rubric_id in RUBRICS:
        rubric = load_rubric(rubric_id)
        new = NewRubric(
            id=rubric.id,
            version=rubric.version,
            digest=rubric.digest,
            text=_rubric_text(rubric_id),
            title=rubric.title,
        )
        with _noting(left_out):
            library.add_rubric(
                session, new, centre_id=centre_id, author=THE_PRODUCT, now=now
            )


@contextmanager
def _noting(left_out: list[UserMistake]) -> Iterator[None]:
    try:
        yield
    except UserMistake as mistake:
        left_out.append(mistake)


def _rubric_text(rubric_id: str) -> str:
    file = resources.files("scoring").joinpath("rubrics", f"{rubric_id}.yaml")
    return file.read_text(encoding="utf-8")


def _seed_member(
    session: Session,
    member: CastMember,
    password: str,
    centre_id: str,
    now: datetime,
) -> None:
    if accounts.by_username(session, centre_id=centre_id, username=member.username):
        return
    accounts.add_user(
        session,
        centre_id=centre_id,
        name=member.name,
        username=member.username,
        role=member.role,
        agency=member.agency,
        password_hash=passwords.hashed(password),
        now=now,
    )


def _kept_passwords(path: Path) -> dict[str, str]:
    if path.exists():
        kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    drawn = {member.username: passwords.random_password() for member in DEMO_CAST}
    path.touch(mode=0o600)
    path.write_text(json.dumps(drawn, indent=2), encoding="utf-8")
    return drawn
