"""Every robot over the whole library and many seeds: do calls end, does anything leak?

python -m simulator.robots.sweep --seeds 50 --operator oracle
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click

from recordings import CallRecord
from recordings.events import (
    CallClosed,
    CallerSpoke,
    SituationChanged,
    UtteranceRead,
)
from recordings.sequences import heard_facts
from scenarios import Case, Library, Region, draw, load_region
from scenarios.case import Fact
from scenarios.vocabulary import Told
from simulator.play import play_operator
from simulator.robots import OPERATORS
from simulator.understanding.reader import Reader

RUBRIC = "dasar-112@1"
MODELS = Path("instance") / "models"
UNASKED = frozenset({"opening", "change", "volunteer"})
"""Purposes of lines that answer no question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What was noticed about one call."""

    seed: int
    ended: bool
    leaks: tuple[str, ...]
    """Facts told that were neither asked for nor to be told unasked."""
    stammers: int
    """Lines said twice running without being asked to repeat."""
    misheard: tuple[str, ...]
    """Utterances of the robot that the caller did not understand."""
    unheard: tuple[str, ...]
    """Must-ask facts that never came out."""
    lasted_ms: int


def watch(case: Case, record: CallRecord) -> Watched:
    """Look through one call."""
    heard = heard_facts(record)
    return Watched(
        seed=case.seed,
        ended=record.last(CallClosed) is not None,
        leaks=tuple(leaks(case, record)),
        stammers=sum(1 for _ in _stammers(record)),
        misheard=tuple(_misheard(record)),
        unheard=tuple(one for one in case.must_ask if one not in heard),
        lasted_ms=record.events[-1].at_ms,
    )


def leaks(case: Case, record: CallRecord) -> Iterator[str]:
    """Facts that came out although nothing called for them."""
    for seq, line in record.all(CallerSpoke):
        for fact_id in line.facts:
            fact = case.fact(fact_id)
            if not _called_for(case, record, seq, line, fact):
                yield f"{fact_id} ({line.purpose}, {seq})"


def _called_for(
    case: Case, record: CallRecord, seq: int, line: CallerSpoke, fact: Fact
) -> bool:
    by_itself = (
        fact.id in case.opening.facts
        if line.purpose == "opening"
        else fact.id in _disclosed_by_changes(case, record, seq)
        if line.purpose == "change"
        else fact.told == Told.VOLUNTEERED
    )
    if by_itself:
        return True
    if any(fact.id in one.facts for one in case.instructions):
        return True
    return fact.told != Told.NEVER and _asked_for(record, line, fact)


def _disclosed_by_changes(case: Case, record: CallRecord, seq: int) -> set[str]:
    came = {one.change for at, one in record.all(SituationChanged) if at < seq}
    return {f for one in case.changes if one.id in came for f in one.disclosed}


def _asked_for(record: CallRecord, line: CallerSpoke, fact: Fact) -> bool:
    """Whether the utterance the line answers asks for the fact.

    Somebody asked to repeat may say again what was said before.
    """
    if line.because_of is None:
        return False
    acts = record.acts_of(line.because_of)
    if any(act.act == "ask_repeat" for act in acts):
        return True
    return any(
        act.act == answer.act
        and (
            not act.about
            or not answer.about
            or not set(act.about).isdisjoint(answer.about)
        )
        for act in acts
        for answer in fact.answers
    )


def _stammers(record: CallRecord) -> Iterator[int]:
    lines = record.all(CallerSpoke)
    for (_, before), (seq, line) in pairwise(lines):
        asked = line.because_of is not None and record.has_act(
            line.because_of, "ask_repeat"
        )
        if line.text == before.text and not asked and line.text[:1] != "(":
            yield seq


def _misheard(record: CallRecord) -> Iterator[str]:
    of = {read.of: read for _, read in record.all(UtteranceRead)}
    for _, line in record.all(CallerSpoke):
        if line.purpose == "not_understood" and line.because_of in of:
            yield record.quote(line.because_of).text


def sweep(
    library: Library,
    region: Region,
    reader: Reader,
    *,
    scenario: str,
    operator: str,
    seeds: Sequence[int],
) -> list[Watched]:
    """Play one scenario with one robot over many seeds."""
    template = library.get(scenario)
    found = []
    for seed in seeds:
        case = draw(template, seed, region=region)
        record = play_operator(case, operator, reader=reader, rubric=RUBRIC)
        found.append(watch(case, record))
    return found


def summary(watched: Sequence[Watched]) -> dict[str, object]:
    """The figures over many calls."""
    minutes = [one.lasted_ms / 60_000 for one in watched]
    return {
        "calls": len(watched),
        "not_ended": [one.seed for one in watched if not one.ended],
        "leaks": dict(Counter(leak for one in watched for leak in one.leaks)),
        "stammers": sum(one.stammers for one in watched),
        "misheard": dict(Counter(text for one in watched for text in one.misheard)),
        "unheard": dict(Counter(fact for one in watched for fact in one.unheard)),
        "minutes": f"{min(minutes):.1f}-{max(minutes):.1f}",
    }


@click.command()
@click.option("--seeds", default=50, show_default=True)
@click.option("--operator", "operators", multiple=True, default=["oracle"])
@click.option("--scenario", "scenarios", multiple=True)
@click.option(
    "--models", type=click.Path(file_okay=False, path_type=Path), default=MODELS
)
def main(
    seeds: int, operators: tuple[str, ...], scenarios: tuple[str, ...], models: Path
) -> None:
    """Mainkan robot pada semua skenario dan laporkan yang janggal."""
    region = load_region()
    library = Library(region)
    reader = Reader.load(region, cache_dir=models)
    for operator in operators:
        if operator not in OPERATORS:
            raise click.BadParameter(f"robot «{operator}» tidak ada")
        for scenario in scenarios or tuple(library.ids()):
            found = sweep(
                library,
                region,
                reader,
                scenario=scenario,
                operator=operator,
                seeds=range(seeds),
            )
            figures = json.dumps(summary(found), ensure_ascii=False, indent=1)
            click.echo(f"{operator} {scenario}\n{figures}")


if __name__ == "__main__":
    main()
