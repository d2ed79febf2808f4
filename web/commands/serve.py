"""`latih112 serve`: the web application on this machine."""

import click
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from web.clock import now
from web.commands.application import made_application, says_mistakes, seed
from web.config import HOST, PORT, REGION, THREADS, WORKERS, Settings
from web.extensions import reading, writing
from web.permissions import ROLE_NAMES
from web.schema import bring_up_to_date
from web.services.seeding import DemoAccount, has_users, seed_demo
from web.settings import settings

KILL_AFTER_S = 10
"""Work under way is finished within this time when the server is told to stop."""


@click.command(help="Jalankan aplikasi web; basis data dibuat atau disesuaikan dahulu.")
@click.option("--demo", is_flag=True, help="Tambah tiga akun untuk mencoba.")
@click.option("--host", default=None, help="Alamat yang didengarkan.")
@click.option("--port", type=click.IntRange(1, 65535), default=None, help="Nomor port.")
@says_mistakes
def serve(demo: bool, host: str | None, port: int | None) -> None:
    app = made_application()
    with app.app_context():
        held = settings()
        bring_up_to_date()
        seed()
        cast = _demo_cast(held) if demo else []
        empty = _nobody_yet()
    host, port = host or held[HOST], port or held[PORT]
    _say_where(host, port, cast, empty=empty)
    _listen(held, host, port)


def _listen(held: Settings, host: str, port: int) -> None:
    server = Granian(
        target="web.wsgi:application",
        factory=True,
        interface=Interfaces.WSGI,
        address=host,
        port=port,
        workers=held[WORKERS],
        blocking_threads=held[THREADS],
        workers_kill_timeout=KILL_AFTER_S,
        websockets=False,
        log_level=LogLevels.warning,
    )
    server.serve()


def _demo_cast(held: Settings) -> list[DemoAccount]:
    with writing() as session:
        return seed_demo(
            session, centre_id=held[REGION], data_dir=held.data_dir, now=now()
        )


def _nobody_yet() -> bool:
    with reading() as session:
        return not has_users(session)


def _say_where(host: str, port: int, cast: list[DemoAccount], *, empty: bool) -> None:
    click.echo(f"Latih 112 berjalan di http://{host}:{port} (Ctrl-C untuk berhenti)")
    if cast:
        click.echo("Akun contoh (nama pengguna / kata sandi):")
    for member in cast:
        click.echo(
            f"  {member.username:<8} {member.password:<22} {ROLE_NAMES[member.role]}"
        )
    if empty:
        click.echo(
            "Belum ada akun. Buat yang pertama: "
            "latih112 users add NAMA --name 'Nama Lengkap' --role coordinator"
        )
