"""`latih112 users`: accounts, for who runs the application."""

import json
import sys

import click
from sqlalchemy.orm import Session

from web.clock import now
from web.commands.application import ready_application, says_mistakes
from web.config import REGION
from web.extensions import reading, writing
from web.models import User
from web.permissions import Role
from web.services import accounts, passwords
from web.settings import settings


@click.group(help="Akun.")
def users() -> None:
    pass


@users.command("list", help="Semua akun.")
@click.option("--json", "as_json", is_flag=True, help="Keluaran JSON.")
def list_users(as_json: bool) -> None:
    with ready_application(), reading() as session:
        rows = [
            _public(user)
            for user in accounts.everybody(session, centre_id=settings()[REGION])
        ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        closed = "" if row["active"] else "  (ditutup)"
        click.echo(
            f"{row['username']:<20} {row['role']:<12} {row['name']}, "
            f"{row['agency'] or 'tanpa instansi'}{closed}"
        )


@users.command(help="Tambah akun; kata sandi pertama dibuat acak dan ditampilkan.")
@click.argument("username")
@click.option("--name", required=True, help="Nama orangnya.")
@click.option("--role", type=click.Choice(list(Role)), default=Role.TRAINEE)
@click.option("--agency", default=None, help="Instansi asal (OPD).")
@click.option("--password-stdin", is_flag=True, help="Baca kata sandi dari stdin.")
@says_mistakes
def add(
    username: str, name: str, role: Role, agency: str | None, password_stdin: bool
) -> None:
    password = _first_password(password_stdin)
    with ready_application():
        password_hash = passwords.hash_of_new(password, username.strip().lower())
        with writing() as session:
            accounts.add_user(
                session,
                centre_id=settings()[REGION],
                name=name,
                username=username,
                role=Role(role),
                agency=agency,
                password_hash=password_hash,
                now=now(),
            )
    _tell(f"Akun {username} dibuat.", password, given=password_stdin)


@users.command(help="Ganti kata sandi sebuah akun; semua perangkatnya dikeluarkan.")
@click.argument("username")
@click.option("--password-stdin", is_flag=True, help="Baca kata sandi dari stdin.")
@says_mistakes
def password(username: str, password_stdin: bool) -> None:
    chosen = _first_password(password_stdin)
    with ready_application():
        password_hash = passwords.hash_of_new(chosen, username.strip().lower())
        with writing() as session:
            user = _existing(session, username)
            accounts.replace_password(session, user.id, password_hash, now=now())
    _tell(f"Kata sandi {username} diganti.", chosen, given=password_stdin)


@users.command(help="Tutup akun: catatannya tinggal, tetapi tidak dapat masuk lagi.")
@click.argument("username")
@says_mistakes
def deactivate(username: str) -> None:
    with ready_application(), writing() as session:
        accounts.deactivate(session, _existing(session, username), now=now())
    click.echo(f"Akun {username} ditutup.")


def _existing(session: Session, username: str) -> User:
    user = accounts.by_username(
        session, centre_id=settings()[REGION], username=username
    )
    if user is None:
        raise click.ClickException(f"akun «{username}» tidak ada")
    return user


def _first_password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    return passwords.random_password()


def _tell(done: str, password: str, *, given: bool) -> None:
    click.echo(done)
    if not given:
        click.echo(f"Kata sandi: {password}")


def _public(user: User) -> dict[str, str | bool | None]:
    return {
        "username": user.username,
        "name": user.name,
        "role": user.role,
        "agency": user.agency,
        "active": user.active,
    }
