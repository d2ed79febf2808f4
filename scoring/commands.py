"""The command `latih112 grade`: the scorecard of a call record."""

import json
from pathlib import Path

import click

from recordings import CallRecord, RecordInvalid, read_record
from scenarios import Case, ScenarioInvalid
from scoring.marking import score
from scoring.rubric import Rubric, load_rubric
from scoring.terminal import lines_of


@click.command()
@click.argument("call", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--rubric", "name", help="Nama rubrik atau berkas; bawaan: yang tercatat."
)
@click.option("--json", "as_json", is_flag=True, help="Tulis lembar penilaian JSON.")
def grade(call: Path, *, name: str | None, as_json: bool) -> None:
    """Nilai sebuah rekaman panggilan, dengan kutipan sebagai dasarnya."""
    record, case = _read(call)
    scorecard = score(case, record, _rubric(name or record.offered.rubric))
    if as_json:
        click.echo(json.dumps(scorecard.to_json(), ensure_ascii=False))
        return
    for line in lines_of(scorecard, case):
        click.echo(line)


def _read(path: Path) -> tuple[CallRecord, Case]:
    """The record, once its chain has been found whole, and the case in it."""
    try:
        record = read_record(path.read_text(encoding="utf-8"))
        return record, Case.from_json(record.case_json)
    except UnicodeDecodeError as wrong:
        raise click.ClickException(f"{path.name}: bukan teks UTF-8.") from wrong
    except RecordInvalid as wrong:
        raise click.ClickException(f"{path.name}: {wrong}") from wrong
    except (LookupError, TypeError, ValueError) as wrong:
        raise click.ClickException(
            f"{path.name}: kasus di dalam rekaman tidak utuh ({wrong}). "
            "Ambil lagi rekaman aslinya."
        ) from wrong


def _rubric(name: str) -> Rubric:
    try:
        return load_rubric(name)
    except FileNotFoundError as wrong:
        raise click.ClickException(
            f"Rubrik «{name}» tidak ada. Pilih dengan --rubric: nama atau berkas .yaml."
        ) from wrong
    except ScenarioInvalid as wrong:
        raise click.ClickException(str(wrong)) from wrong
