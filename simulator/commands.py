"""The command `latih112 play`: a call without a browser."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from recordings import CallRecord, write_record
from recordings.transcript import transcript
from scenarios import (
    Case,
    Library,
    LibraryMissing,
    Region,
    ScenarioInvalid,
    draw,
    load_region,
)
from simulator.play import STARTS_AT, play_operator, play_script
from simulator.robots import OPERATORS
from simulator.script import ScriptInvalid, read_script
from simulator.terminal import play_in_terminal
from simulator.understanding.reader import Reader

MODELS = Path("instance") / "models"
WHO = {"caller": "penelepon", "call_taker": "petugas"}


@click.command()
@click.argument("scenario")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
@click.option("--script", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--operator", type=click.Choice(sorted(OPERATORS)))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--offered-at", help="Kapan berdering, ISO 8601 dengan zona waktu.")
@click.option(
    "--mode", type=click.Choice(["practice", "coach", "exam"]), default="practice"
)
@click.option("--rubric", default="dasar-112@1", show_default=True)
@click.option("--library", type=click.Path(file_okay=False, path_type=Path))
@click.option("--region", default="ambon", show_default=True)
@click.option(
    "--models", type=click.Path(file_okay=False, path_type=Path), default=MODELS
)
@click.option("--json", "as_json", is_flag=True, help="Tulis rekaman panggilan.")
def play(
    scenario: str,
    seed: int,
    script: Path | None,
    operator: str | None,
    out: Path | None,
    offered_at: str | None,
    mode: str,
    rubric: str,
    library: Path | None,
    region: str,
    models: Path,
    as_json: bool,
) -> None:
    """Mainkan satu panggilan: diketik, dari naskah, atau oleh robot."""
    if script and operator:
        raise click.UsageError("Pilih salah satu: --script atau --operator.")
    starts_at = _moment(offered_at)
    known = load_region(region)
    case = _case(scenario, seed, library, known)
    reader = Reader.load(known, cache_dir=models)
    if script is not None:
        try:
            lines = read_script(script.read_text(encoding="utf-8"))
            record = play_script(
                case,
                lines,
                reader=reader,
                rubric=rubric,
                mode=mode,
                offered_at=starts_at,
            )
        except ScriptInvalid as wrong:
            raise click.ClickException(str(wrong)) from wrong
    elif operator is not None:
        record = play_operator(
            case,
            operator,
            reader=reader,
            rubric=rubric,
            mode=mode,
            offered_at=starts_at,
        )
    else:
        record = play_in_terminal(case, reader=reader, rubric=rubric, mode=mode)
    _give(record, out, as_json=as_json)


def _case(scenario: str, seed: int, library: Path | None, region: Region) -> Case:
    try:
        return draw(Library(region, library).get(scenario), seed, region=region)
    except (LibraryMissing, ScenarioInvalid) as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _moment(text: str | None) -> datetime:
    if text is None:
        return STARTS_AT
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise click.BadParameter(
            "harus tanggal dan jam ISO 8601", param_hint="--offered-at"
        ) from wrong
    if moment.tzinfo is None:
        raise click.BadParameter("harus menyebut zona waktu", param_hint="--offered-at")
    return moment


def _give(record: CallRecord, out: Path | None, *, as_json: bool) -> None:
    text = write_record(record)
    if out is not None:
        out.write_text(text, encoding="utf-8")
    if as_json:
        sys.stdout.write(text)
    elif out is None:
        show(record)
    else:
        click.echo(json.dumps({"events": len(record.events), "hash": record.head_hash}))


def show(record: CallRecord) -> None:
    """Print the conversation."""
    for turn in transcript(record):
        at = f"{turn.began_ms / 1000:6.1f}"
        click.echo(f"{at}  {WHO.get(turn.who, turn.who):<10} {turn.text}")
