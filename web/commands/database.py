"""`latih112 db`: creating and upgrading the database."""

import click

from web.commands.application import made_application, says_mistakes, seed
from web.schema import bring_up_to_date, is_current, write_migration


@click.group(help="Susunan basis data.")
def db() -> None:
    pass


@db.command(help="Buat basis data, atau sesuaikan dengan versi aplikasi ini.")
@says_mistakes
def upgrade() -> None:
    with made_application().app_context():
        done = bring_up_to_date()
        seed()
    click.echo("Basis data disesuaikan." if done else "Basis data sudah sesuai.")


@db.command(help="Apakah basis data sesuai dengan versi aplikasi ini; 1 bila tidak.")
@click.pass_context
def check(ctx: click.Context) -> None:
    with made_application().app_context():
        current = is_current()
    click.echo("sesuai" if current else "belum sesuai: latih112 db upgrade")
    ctx.exit(0 if current else 1)


@db.command(help="Untuk pengembang: tulis migrasi menurut tabel yang berubah.")
@click.argument("message")
def revision(message: str) -> None:
    with made_application().app_context():
        if not is_current():
            raise click.ClickException("jalankan dahulu: latih112 db upgrade")
        write_migration(message)
