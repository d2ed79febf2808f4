"""A call typed in the terminal, in real time: for a quick try without a browser."""

import select
import shlex
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import click

from recordings import CallRecord, fresh_salt
from recordings.events import AgencyAnswered, CallerHungUp, CallerSounded, CallerSpoke
from scenarios import Case
from simulator.clock import ServerClock
from simulator.live_call import LiveCall, WrongMoment
from simulator.understanding.reader import Reader

TICK_S = 0.25
HELP = """LATIHAN. Ketik ucapan lalu Enter. Perintah:
  /jawab                         menjawab panggilan
  /tiket location.place 81.71...  mengisi kolom tiket
  /kirim damkar,dinkes 1         meneruskan ke instansi dengan prioritas
  /tarik damkar                  menarik penugasan
  /tahan  /lanjut                menahan dan melanjutkan
  /tutup emergency               menutup (emergency information prank ghost ...)
  /bantuan"""

Command = Callable[[LiveCall, list[str], int], object]
COMMANDS: Mapping[str, Command] = {
    "/jawab": lambda live, words, at: live.answer(at),
    "/tiket": lambda live, words, at: live.enter(
        words[0], " ".join(words[1:]) or None, at
    ),
    "/kirim": lambda live, words, at: live.dispatch(
        tuple(words[0].split(",")), int(words[1]), at
    ),
    "/tarik": lambda live, words, at: live.recall(words[0], at),
    "/tahan": lambda live, words, at: live.hold(at),
    "/lanjut": lambda live, words, at: live.resume(at),
    "/tutup": lambda live, words, at: live.close(words[0], at),
}


def play_in_terminal(
    case: Case, *, reader: Reader, rubric: str, mode: str
) -> CallRecord:
    """Let a person take the call at the keyboard."""
    live = LiveCall.offer(
        case, mode=mode, rubric=rubric, offered_at=datetime.now(UTC), reader=reader
    )
    click.echo(HELP)
    click.echo(f"\n*** BERDERING *** nomor pemanggil: {case.ani or 'tidak tampil'}")
    shown = len(live.record.events)
    while not live.record.closed:
        try:
            line = _typed_line()
        except EOFError:
            click.echo("* panggilan dihentikan")
            break
        now_ms = ServerClock(live.record).call_ms(datetime.now(UTC))
        try:
            if line is None:
                live.advance(now_ms)
            else:
                _do(live, line, now_ms)
        except WrongMoment as wrong:
            click.echo(f"! {wrong}")
        shown = _show_new(live, shown)
    return live.record.sealed_with(fresh_salt)


def _typed_line() -> str | None:
    ready, _, _ = select.select([sys.stdin], [], [], TICK_S)
    if not ready:
        return None
    line = sys.stdin.readline()
    if line == "":
        raise EOFError
    return line.strip()


def _do(live: LiveCall, line: str, at_ms: int) -> None:
    if line in {"", "/bantuan"}:
        click.echo(HELP)
        return
    if not line.startswith("/"):
        live.hear(line, began_ms=at_ms, ended_ms=at_ms)
        return
    try:
        name, *words = shlex.split(line)
        COMMANDS[name](live, words, at_ms)
    except (KeyError, IndexError, ValueError):
        click.echo(f"! Perintah «{line}» tidak dikenal atau kurang lengkap. /bantuan")


def _show_new(live: LiveCall, shown: int) -> int:
    for event in live.events_from(shown):
        if isinstance(event, CallerSpoke):
            click.echo(f"penelepon> {event.text}")
        elif isinstance(event, CallerSounded):
            click.echo(f"penelepon> ({event.sound})")
        elif isinstance(event, AgencyAnswered):
            click.echo(f"* {event.agency} menerima: {event.read_back or '-'}")
        elif isinstance(event, CallerHungUp):
            click.echo("* penelepon menutup telepon; tutup dengan /tutup ...")
    return len(live.record.events)
