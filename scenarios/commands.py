"""The command `latih112 scenarios`: look at, check and draw from the library."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from scenarios import case_json
from scenarios.case import Case
from scenarios.draw import draw
from scenarios.library import Library, LibraryMissing
from scenarios.problems import ScenarioInvalid
from scenarios.region import REGIONS, Region, load_region
from scenarios.scenario import STATUSES, Scenario, load_scenario
from scenarios.sheets import case_sheet, scenario_sheet

Command = TypeVar("Command", bound=Callable[..., Any])


def _options(command: Command) -> Command:
    """The options every one of these commands takes."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Keluaran JSON."),
        click.option("--region", default="ambon", show_default=True, help="Wilayah."),
        click.option(
            "--library",
            type=click.Path(file_okay=False, path_type=Path),
            help="Folder pustaka; bawaan: skenario dari produk ini.",
        ),
    ):
        command = option(command)
    return command


@click.group()
def scenarios() -> None:
    """Pustaka skenario."""


@scenarios.command("list")
@_options
@click.option("--type", "incident_type", help="Hanya jenis kejadian ini.")
@click.option("--difficulty", type=click.IntRange(1, 5), help="Hanya tingkat ini.")
@click.option("--status", type=click.Choice(STATUSES), help="Hanya status ini.")
def list_(
    library: Path | None,
    region: str,
    *,
    as_json: bool,
    incident_type: str | None,
    difficulty: int | None,
    status: str | None,
) -> None:
    """Daftar skenario."""
    try:
        fitting = _library(library, region).list(
            incident_type=incident_type, difficulty=difficulty, status=status
        )
    except ScenarioInvalid as invalid:
        advice = "Seluruh pustaka: latih112 scenarios check"
        raise click.ClickException(f"{invalid}\n{advice}") from None
    if as_json:
        _give_json([one.to_json() for one in fitting])
        return
    for one in fitting:
        place = f"{one.id}@{one.version}"
        click.echo(f"{place:<28} {one.difficulty}  {one.status:<7} {one.title}")


@scenarios.command()
@click.argument(
    "paths", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@_options
def check(
    paths: tuple[Path, ...], library: Path | None, region: str, *, as_json: bool
) -> None:
    """Periksa berkas skenario, atau seluruh pustaka."""
    known = _region(region)
    files = paths or tuple(map(_shown, _library(library, region).paths.values()))
    invalid = [wrong for path in files if (wrong := _wrong(path, known))]
    if as_json:
        _give_json([_problems_json(one) for one in invalid])
    for one in () if as_json else invalid:
        click.echo(str(one))
    if invalid:
        raise click.exceptions.Exit(1)
    if not as_json:
        click.echo(f"{len(files)} skenario diperiksa, tidak ada masalah")


@scenarios.command()
@click.argument("scenario")
@_options
def show(scenario: str, library: Path | None, region: str, *, as_json: bool) -> None:
    """Tampilkan satu skenario seperti ditulis pengarangnya."""
    wanted = _scenario(scenario, library, region)
    if as_json:
        _give_json(case_json.plain(wanted))
    else:
        click.echo(scenario_sheet(wanted, _region(region)))


@scenarios.command("draw")
@click.argument("scenario")
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True)
@_options
def draw_(
    scenario: str, seed: int, library: Path | None, region: str, *, as_json: bool
) -> None:
    """Undi satu kasus: apa yang diketahui penelepon, dan kebenarannya."""
    known = _region(region)
    case: Case = draw(_scenario(scenario, library, region), seed, region=known)
    if as_json:
        _give_json(case.to_json())
    else:
        click.echo(case_sheet(case, known))


def _region(region_id: str) -> Region:
    known = sorted(path.name for path in REGIONS.iterdir() if path.is_dir())
    if region_id not in known:
        raise click.BadParameter(
            f"«{region_id}» tidak dikenal. Pilihan: {', '.join(known)}.",
            param_hint="--region",
        )
    return load_region(region_id)


def _library(root: Path | None, region_id: str) -> Library:
    try:
        return Library(_region(region_id), root)
    except LibraryMissing as missing:
        raise click.BadParameter(str(missing), param_hint="--library") from None


def _scenario(ref: str, root: Path | None, region_id: str) -> Scenario:
    try:
        return _library(root, region_id).get(ref)
    except (LibraryMissing, ScenarioInvalid) as wrong:
        raise click.ClickException(str(wrong)) from None


def _wrong(path: Path, region: Region) -> ScenarioInvalid | None:
    try:
        load_scenario(path, region)
    except ScenarioInvalid as invalid:
        return invalid
    return None


def _shown(path: Path) -> Path:
    """The path as somebody working here would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _problems_json(invalid: ScenarioInvalid) -> dict[str, Any]:
    problems = [case_json.plain(problem) for problem in invalid.problems]
    return {"path": str(invalid.path), "problems": problems}


def _give_json(values: Sequence[Any] | dict[str, Any]) -> None:
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))
