"""From corpus lines to fitted models.

`python -m simulator.understanding.fitting REGION FOLDER` fits the reader of a region
and keeps it; what fitting takes in memory is given back when the process ends.
"""

import fcntl
import sys
from collections.abc import Sequence
from pathlib import Path

from scenarios.region import load_region
from scenarios.vocabulary import CourtesyLabel, DialogueAct
from simulator.understanding import cache
from simulator.understanding.classifier import Example, Fitter
from simulator.understanding.corpus import Line, load_corpus
from simulator.understanding.courtesy import MARKERS, MODELLED, is_violation
from simulator.understanding.features import context_of, docs_of, known_stems
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


def shows_no_violation(acts: frozenset[str]) -> bool:
    """Whether a line of the acts corpus is one that hurts nobody."""
    return bool(acts) and not acts & _TONE_UNKNOWN


def example_of(
    line: Line, region: Gazetteer, unknown: frozenset[str] = frozenset()
) -> Example:
    """A corpus line as the models see it."""
    heard, _ = hear_with_values(line.text, region)
    before = hear_with_values(line.after, region)[0] if line.after else None
    docs, _ranges = docs_of(heard, context_of(before) if before else frozenset())
    return Example(tuple(docs), line.labels, unknown)


def courtesy_examples(
    courtesy: Sequence[Line], acts: Sequence[Example], region: Gazetteer
) -> list[Example]:
    """Courtesy lines, and act lines as examples of saying it without any violation."""
    found = [example_of(line, region, MARKERS) for line in courtesy]
    # The whole line is enough to show what is no violation.
    found += [
        Example(one.docs[-1:], frozenset(), POSITIVE)
        for one in acts
        if shows_no_violation(one.labels)
    ]
    return found


def fit_models(
    region: Gazetteer,
    *,
    acts: Sequence[Line] | None = None,
    courtesy: Sequence[Line] | None = None,
    in_order: InOrder = one_by_one,
) -> tuple[Scorer, Scorer]:
    """Fit the models of acts and of courtesy.

    Args:
        region: Whose places are recognised in the lines.
        acts: Lines to learn acts from; None: the corpus.
        courtesy: Lines to learn courtesy from; None: the corpus.
        in_order: How the labels are gone through.
    """
    act_lines = load_corpus("acts") if acts is None else acts
    tone_lines = load_corpus("courtesy") if courtesy is None else courtesy
    act_examples = [example_of(line, region) for line in act_lines]
    fitter = Fitter(
        act_examples,
        courtesy_examples(tone_lines, act_examples, region),
        in_order=in_order,
    )
    return (
        fitter.fit(0, ACT_LABELS, kept_thresholds("acts", ACT_LABELS)),
        fitter.fit(1, COURTESY_LABELS, kept_thresholds("courtesy", COURTESY_LABELS)),
    )


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
