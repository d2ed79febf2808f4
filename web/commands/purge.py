"""`latih112 purge`: erasing words and voices whose time has come."""

import click

from recordings import database
from recordings.audio import AudioStore
from recordings.retention import Due, Retention, due_for_erasure, erase_due
from web.clock import now
from web.commands.application import ready_application
from web.config import AUDIO_DAYS, WORDS_DAYS
from web.extensions import db
from web.services.erasure import forget_quotes
from web.settings import settings


@click.command(help="Hapus ucapan dan suara yang lewat masa simpan; nilai tetap ada.")
@click.option("--dry-run", is_flag=True, help="Tunjukkan saja, jangan hapus.")
def purge(dry_run: bool) -> None:
    with ready_application():
        keep = Retention(
            audio_days=settings()[AUDIO_DAYS], words_days=settings()[WORDS_DAYS]
        )
        due = _find(keep) if dry_run else _erase(keep)
    done = "akan dihapus" if dry_run else "dihapus"
    click.echo(
        f"Ucapan pada {len(due.words)} panggilan dan suara pada {len(due.audio)} "
        f"panggilan {done}."
    )


def _find(keep: Retention) -> Due:
    with database.reading(db.engine) as connection:
        return due_for_erasure(connection, now(), keep=keep)


def _erase(keep: Retention) -> Due:
    audio = AudioStore(settings().data_dir / "audio")
    with database.writing(db.engine) as connection:
        due = erase_due(connection, audio, now(), keep=keep)
        forget_quotes(connection, due.words)
    database.forget_erased(db.engine)
    return due
