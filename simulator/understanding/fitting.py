"""From corpus lines to fitted models.

`python -m simulator.understanding.fitting REGION FOLDER` fits the reader of a region
and keeps it; what fitting takes in memory is given back when the process ends.
"""

import fcntl
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from scenarios.region import load_region
from scenarios.vocabulary import CourtesyLabel, DialogueAct
from simulator.understanding import cache
from simulator.understanding.classifier import Example, fit
from simulator.understanding.corpus import Line, load_corpus
from simulator.understanding.courtesy import MARKERS, MODELLED, is_violation
from simulator.understanding.features import (
    context_of,
    docs_of,
    known_stems,
    remember_stems,
)
from simulator.understanding.reader import hear_with_values
from simulator.understanding.scorer import Scorer
from simulator.understanding.side_by_side import InOrder, on_all_cores, one_by_one
from simulator.understanding.thresholds import kept_thresholds
from simulator.understanding.values import Gazetteer

ACT_LABELS = tuple(act.value for act in DialogueAct)
COURTESY_LABELS = tuple(label.value for label in MODELLED)
_TONE_UNKNOWN = frozenset({DialogueAct.RUDE, DialogueAct.WARN_PRANK, DialogueAct.OTHER})
POSITIVE = frozenset(n.value for n in CourtesyLabel if not is_violation(n))
"""Of these an act line says nothing."""


BUNDLE = 1000
"""Lines that a core hears in one go."""


def shows_no_violation(acts: frozenset[str]) -> bool:
    """Whether a line of the acts corpus is one that hurts nobody."""
    return bool(acts) and not acts & _TONE_UNKNOWN


def example_of(
    line: Line,
    region: Gazetteer,
    labels: frozenset[str],
    unknown: frozenset[str],
) -> Example:
    """A corpus line as the network sees it."""
    heard, _ = hear_with_values(line.text, region)
    before = hear_with_values(line.after, region)[0] if line.after else None
    docs, _ranges = docs_of(heard, context_of(before) if before else frozenset())
    return Example(docs[-1], labels, unknown)


def act_example(line: Line, region: Gazetteer) -> Example:
    """A line of acts; one that hurts nobody also shows what is no violation.

    A line that performs no act is `other` to the network.
    """
    labels = line.labels or frozenset({DialogueAct.OTHER.value})
    tone = POSITIVE if shows_no_violation(line.labels) else frozenset(COURTESY_LABELS)
    return example_of(line, region, labels, tone)


def courtesy_example(line: Line, region: Gazetteer) -> Example:
    return example_of(line, region, line.labels, MARKERS | frozenset(ACT_LABELS))


def fit_models(
    region: Gazetteer,
    *,
    acts: Sequence[Line] | None = None,
    courtesy: Sequence[Line] | None = None,
    in_order: InOrder = one_by_one,
) -> tuple[Scorer, Scorer]:
    """Fit the scorers of acts and of courtesy.

    Args:
        region: Whose places are recognised in the lines.
        acts: Lines to learn acts from; None: the corpus.
        courtesy: Lines to learn courtesy from; None: the corpus.
        in_order: How lines and networks are gone through.
    """
    act_lines = load_corpus("acts") if acts is None else acts
    tone_lines = load_corpus("courtesy") if courtesy is None else courtesy
    examples = [
        *_heard(act_lines, partial(act_example, region=region), in_order),
        *_heard(tone_lines, partial(courtesy_example, region=region), in_order),
    ]
    kinds = (
        (ACT_LABELS, kept_thresholds("acts", ACT_LABELS)),
        (COURTESY_LABELS, kept_thresholds("courtesy", COURTESY_LABELS)),
    )
    of_acts, of_courtesy = fit(examples, kinds, in_order=in_order)
    return of_acts, of_courtesy


def _heard(
    lines: Sequence[Line], example: Callable[[Line], Example], in_order: InOrder
) -> list[Example]:
    """Lines as the network sees them; stems found elsewhere are remembered here."""
    bundles = [lines[at : at + BUNDLE] for at in range(0, len(lines), BUNDLE)]
    found = []
    for examples, stems in in_order(partial(_bundle, example), bundles):
        found += examples
        remember_stems(stems)
    return found


def _bundle(
    example: Callable[[Line], Example], lines: Sequence[Line]
) -> tuple[list[Example], dict[str, str]]:
    return [example(line) for line in lines], known_stems()


def main(region_id: str, folder: str) -> None:
    """Fit the reader of a region and keep it in a folder; one fit at a time."""
    region = load_region(region_id)
    kept = Path(folder) / cache.folder_name(region.digest)
    Path(folder).mkdir(parents=True, exist_ok=True)
    with (Path(folder) / ".fitting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.is_dir():
            acts, courtesy = fit_models(region, in_order=on_all_cores)
            cache.save(kept, {"acts": acts, "courtesy": courtesy}, known_stems())


if __name__ == "__main__":
    main(*sys.argv[1:])
