"""Robots over the whole library: every call ends, and each fault shows where it is.

The bars are those a release must meet: the oracle earns at least 90 of 100 without a
critical miss; a robot with one fault loses at least a quarter of the area it sins in,
where that area applies, and less of every other; one that says nothing passes no
emergency.
"""

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from recordings.events import CallClosed
from scenarios import Library, draw, load_region
from scoring import Scorecard, load_rubric, score
from simulator.play import play_operator
from simulator.understanding.reader import Reader

SINS = {"wrong_agency": "routing", "rude": "courtesy", "slow": "speed"}
ORACLE_PERCENT = 90
LEAST_LOSS = 0.25


@dataclass(frozen=True, slots=True)
class Played:
    """One call of one robot, marked."""

    scenario: str
    seed: int
    operator: str
    emergency: bool
    ended: bool
    card: Scorecard


def play_all(operators: list[str], seeds: int, *, models: Path) -> list[Played]:
    """Play and mark every scenario of the library with every robot."""
    region, rubric = load_region("ambon"), load_rubric("dasar-112")
    reader = Reader.load(region, cache_dir=models)
    played = []
    library = Library(region)
    for scenario in (library.get(one) for one in library.paths):
        for seed in range(seeds):
            case = draw(scenario, seed, region=region)
            for operator in operators:
                record = play_operator(
                    case, operator, reader=reader, rubric=rubric.name
                )
                ended = record.last(CallClosed) is not None
                card = score(case, record, rubric)
                emergency = case.truth.emergency
                played.append(
                    Played(scenario.id, seed, operator, emergency, ended, card)
                )
    return played


def losses(mine: Scorecard, best: Scorecard) -> dict[str, float]:
    """Share of each area lost against the oracle in the same call."""
    lost = {}
    for area in mine.areas:
        own, oracle = mine.area(area), best.area(area)
        if own.out_of and oracle.out_of:
            lost[area] = oracle.points / oracle.out_of - own.points / own.out_of
    return lost


def report(played: list[Played]) -> bool:
    """Print what was found; True when every bar is met."""
    oracle = {(p.scenario, p.seed): p for p in played if p.operator == "oracle"}
    good = _report_oracle(list(oracle.values()))
    for operator, area in SINS.items():
        mine = [p for p in played if p.operator == operator]
        good &= not mine or _report_sinner(operator, area, mine, oracle)
    silent = [p for p in played if p.operator == "silent" and p.emergency]
    passed = [p for p in silent if p.card.passed]
    print(f"silent: {len(passed)} of {len(silent)} emergencies passed")
    unended = [p for p in played if not p.ended]
    print(f"calls that did not end: {len(unended)} of {len(played)}")
    return good and not passed and not unended


def _report_oracle(played: list[Played]) -> bool:
    by_scenario = defaultdict(list)
    for one in played:
        by_scenario[one.scenario].append(one)
    below = 0
    for scenario, calls in sorted(by_scenario.items()):
        marks = [one.card.total.percent or 0 for one in calls]
        critical = [
            f"{c.seed}:{','.join(c.card.critical)}" for c in calls if c.card.critical
        ]
        low = [
            f"{c.seed}:{c.card.total.percent}"
            for c in calls
            if (c.card.total.percent or 0) < ORACLE_PERCENT
        ]
        below += len(low) + len(critical)
        print(
            f"oracle {scenario}: min {min(marks)} mean {mean(marks):.1f}"
            f" below {low[:6]} critical {critical[:6]}"
        )
    return below == 0


def _report_sinner(
    operator: str, area: str, mine: list[Played], oracle: dict[tuple[str, int], Played]
) -> bool:
    short, spilled = [], []
    sums: dict[str, list[float]] = defaultdict(list)
    for one in mine:
        lost = losses(one.card, oracle[one.scenario, one.seed].card)
        for name, share in lost.items():
            sums[name].append(share)
        if area not in lost:
            continue
        if lost[area] < LEAST_LOSS:
            short.append((one.scenario, one.seed, round(lost[area], 2)))
        worse = {
            n: round(s, 2) for n, s in lost.items() if n != area and s >= lost[area]
        }
        if worse:
            spilled.append((one.scenario, one.seed, worse))
    means = {name: round(mean(shares), 2) for name, shares in sums.items()}
    print(f"{operator}: mean loss by area {means}")
    print(f"  lost under a quarter of {area}: {len(short)} {short[:8]}")
    print(f"  lost as much elsewhere: {len(spilled)} {spilled[:8]}")
    return not short and not spilled


def main() -> int:
    """Run the sweep; 1 when a bar is missed."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--seeds", type=int, default=50)
    read.add_argument("--operators", default="oracle,wrong_agency,rude,slow,silent")
    read.add_argument("--models", type=Path, default=Path("instance/models"))
    asked = read.parse_args()
    operators = asked.operators.split(",")
    return 0 if report(play_all(operators, asked.seeds, models=asked.models)) else 1


if __name__ == "__main__":
    raise SystemExit(main())
