"""Figures about readings held against labels: F1, recall, intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUNDS = 400
"""Resamples for an interval."""
INTERVAL = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its true labels and the labels that were given."""

    truth: frozenset[str]
    given: frozenset[str]
    persona: str
    style: str
    unknown: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How often labels were rightly given, wrongly given and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else float("nan")

    @property
    def recall(self) -> float:
        total = self.right + self.missed
        return self.right / total if total else float("nan")

    @property
    def precision(self) -> float:
        total = self.right + self.wrong
        return self.right / total if total else float("nan")

    @property
    def support(self) -> int:
        return self.right + self.missed


def count(lines: Sequence[Judged], labels: frozenset[str]) -> Counts:
    """Count over lines and labels together (micro)."""
    right = wrong = missed = 0
    for line in lines:
        asked = labels - line.unknown
        truth, given = line.truth & asked, line.given & asked
        right += len(truth & given)
        wrong += len(given - truth)
        missed += len(truth - given)
    return Counts(right, wrong, missed)


def by_label(lines: Sequence[Judged], labels: frozenset[str]) -> dict[str, Counts]:
    return {label: count(lines, frozenset({label})) for label in sorted(labels)}


def macro_f1(lines: Sequence[Judged], labels: frozenset[str]) -> float:
    """The mean F1 of the labels that occur in the lines."""
    counts = by_label(lines, labels).values()
    marks = [one.f1 for one in counts if one.support]
    return float(np.mean(marks)) if marks else float("nan")


def share(
    lines: Sequence[Judged], holds: Callable[[Judged], bool]
) -> tuple[float, int]:
    """The share of lines for which something holds, and of how many."""
    if not lines:
        return float("nan"), 0
    return sum(map(holds, lines)) / len(lines), len(lines)


def interval(
    lines: Sequence[Judged], figure: Callable[[Sequence[Judged]], float]
) -> tuple[float, float]:
    """Bootstrap interval (95 %) of a figure over lines, with a fixed seed."""
    random = np.random.default_rng(112)
    drawn = [
        figure([lines[i] for i in random.integers(0, len(lines), len(lines))])
        for _ in range(ROUNDS)
    ]
    low, high = np.percentile(np.array(drawn, dtype=np.float64), INTERVAL)
    return float(low), float(high)


def micro_interval(
    lines: Sequence[Judged], labels: frozenset[str]
) -> tuple[float, float]:
    """Bootstrap interval of micro-F1; counted once a line, summed once a draw."""
    table = np.array(
        [(c.right, c.wrong, c.missed) for c in (count([one], labels) for one in lines)]
    )
    random = np.random.default_rng(112)
    sums: NDArray[np.int64] = np.stack(
        [
            table[random.integers(0, len(table), len(table))].sum(axis=0)
            for _ in range(ROUNDS)
        ]
    )
    marks = 2 * sums[:, 0] / np.maximum(1, 2 * sums[:, 0] + sums[:, 1] + sums[:, 2])
    low, high = np.percentile(marks, INTERVAL)
    return float(low), float(high)
