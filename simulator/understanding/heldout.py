"""Reading lines of writers whom the models never saw.

The corpus is divided by writer; each part is read by a reader that was fitted to the
rest. From that come both the report (`evaluation`) and the thresholds (`thresholds`).
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from scenarios.region import load_region
from simulator.understanding.acts import Scores
from simulator.understanding.corpus import Line, load_corpus
from simulator.understanding.courtesy import MARKERS
from simulator.understanding.figures import Judged
from simulator.understanding.fitting import (
    ACT_LABELS,
    COURTESY_LABELS,
    POSITIVE,
    fit_models,
    shows_no_violation,
)
from simulator.understanding.reader import Reader, Understood

PARTS = 6
"""Into how many parts the writers are divided."""
AT_ONCE = 2
"""Fits that run side by side."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How sure models were of lines they never saw, beside what is true."""

    truth: NDArray[np.int8]
    """1 given, 0 absent, -1 nobody knows; one row for each line."""
    scores: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Part:
    """What a reader made of the lines of some writers."""

    acts: list[Judged]
    courtesy: list[Judged]
    act_scores: Scored
    courtesy_scores: Scored


def read_held_out(share: float = 1.0) -> list[Part]:
    """Read every line of the corpus by a reader that never saw its writer.

    Args:
        share: From how many of the other writers the reader learns; below 1 for a
            learning curve.
    """
    lines = [*load_corpus("acts"), *load_corpus("courtesy")]
    writers = [line.writer for line in lines]
    read = partial(_part, share=share)
    with ProcessPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(read, parts(writers, PARTS)))


def parts(writers: Sequence[str], count: int) -> list[frozenset[str]]:
    """Divide writers into parts of about as many lines each."""
    sizes = {name: writers.count(name) for name in sorted(set(writers))}
    bins: list[set[str]] = [set() for _ in range(min(count, len(sizes)))]
    loads = [0] * len(bins)
    for name, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        lightest = loads.index(min(loads))
        bins[lightest].add(name)
        loads[lightest] += size
    return [frozenset(one) for one in bins]


def some(writers: Iterable[str], share: float) -> frozenset[str]:
    """A share of the writers, always the same ones; at least one."""
    names = sorted(set(writers), key=lambda name: sha256(name.encode()).digest())
    return frozenset(names[: max(1, round(share * len(names)))])


def _part(out: frozenset[str], share: float) -> Part:
    region = load_region()
    acts, courtesy = load_corpus("acts"), load_corpus("courtesy")

    def taught(lines: Sequence[Line]) -> list[Line]:
        others = [line for line in lines if line.writer not in out]
        chosen = some((line.writer for line in others), share)
        return [line for line in others if line.writer in chosen]

    models = fit_models(region, acts=taught(acts), courtesy=taught(courtesy))
    return judge(
        Reader(*models, region),
        [line for line in acts if line.writer in out],
        [line for line in courtesy if line.writer in out],
    )


def judge(reader: Reader, acts: Sequence[Line], courtesy: Sequence[Line]) -> Part:
    """Read labelled lines and put what was given beside what is true."""
    for_acts = [reader.understand(line.text, after=line.after) for line in acts]
    for_tone = [reader.understand(line.text, after=line.after) for line in courtesy]
    calm = [
        (line, understood)
        for line, understood in zip(acts, for_acts, strict=True)
        if shows_no_violation(line.labels)
    ]
    return Part(
        [_of_acts(*one) for one in zip(acts, for_acts, strict=True)],
        [_of_tone(*one) for one in zip(courtesy, for_tone, strict=True)],
        _scored(
            [(line.labels, frozenset()) for line in acts],
            [one.act_scores for one in for_acts],
            ACT_LABELS,
        ),
        _scored(
            [
                *((line.labels, frozenset(MARKERS)) for line in courtesy),
                *((frozenset[str](), POSITIVE) for _ in calm),
            ],
            [one.courtesy_scores for one in for_tone]
            + [one.courtesy_scores for _, one in calm],
            COURTESY_LABELS,
        ),
    )


def _of_acts(line: Line, understood: Understood) -> Judged:
    return Judged(
        truth=line.labels,
        given=understood.reading.act_names,
        persona=line.persona,
        style=line.style,
        text=line.text,
    )


def _of_tone(line: Line, understood: Understood) -> Judged:
    return Judged(
        truth=line.labels,
        given=frozenset(one.label for one in understood.reading.courtesy),
        persona=line.persona,
        style=line.style,
        unknown=frozenset(MARKERS) - line.never,
        never=line.never,
        text=line.text,
    )


def _scored(
    lines: Sequence[tuple[frozenset[str], frozenset[str]]],
    scores: Iterable[Scores],
    labels: Sequence[str],
) -> Scored:
    """Args: lines as (labels given, labels of which nothing is known)."""
    truth = [
        [1 if one in given else -1 if one in unknown else 0 for one in labels]
        for given, unknown in lines
    ]
    sure = [[one.best(label) for label in labels] for one in scores]
    return Scored(np.array(truth, dtype=np.int8), np.array(sure, dtype=np.float32))
