"""How the network learns: two layers, from lines of which only some labels are known.

One hidden layer is shared by all labels of acts and courtesy, so that what one label
teaches about words serves the others (measured against a support vector machine for
each label: micro-F1 of acts 0.88 to 0.91, severe violations 0.75 to 0.81; see
docs/evaluation). scikit-learn's `MLPClassifier` knows neither unknown labels nor
sparse steps, hence these lines of our own.

Learning is done in double precision, but for the first layer, whose products with a
sparse matrix come out alike on every processor: differences between processors stay far
below anything that could turn a verdict (docs/decisions/0008).
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

Doubles = NDArray[np.float64]
Singles = NDArray[np.float32]

UNITS = 128
ROUNDS = 6
"""How often all lines are gone through."""
BATCH = 512
RATE = 0.035
"""The first step; steps become shorter to the last."""
FORGOTTEN = 0.5
"""Share of units that a step does without, so that none is relied on alone."""
SPREAD = 0.05
"""Deviation of the first layer's weights at the start."""
SCALE = 128.0
"""Lines over which an error counts as one."""
_SMALL = 1e-8


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights of a network."""

    weights: Singles
    """Terms x units."""
    bias: Doubles
    output: Doubles
    """Units x labels."""
    intercepts: Doubles

    def decisions(self, matrix: Any) -> Doubles:  # noqa: ANN401 (scipy matrix)
        """Log-odds of documents given as rows of a sparse matrix."""
        units = np.maximum(matrix @ self.weights + self.bias, 0.0)
        result: Doubles = units @ self.output + self.intercepts
        return result


def learn(matrix: Any, targets: NDArray[np.int8], seed: int) -> Learned:  # noqa: ANN401
    """Fit a network.

    Args:
        matrix: One sparse row (CSR) for each line, one column for each term.
        targets: One row for each line, one column for each label: 1 given, 0 absent,
            -1 nobody knows.
        seed: Decides where learning starts and in which order lines are met.
    """
    with threadpool_limits(1):
        return _learn(matrix, targets, seed)


def _learn(matrix: Any, targets: NDArray[np.int8], seed: int) -> Learned:  # noqa: ANN401
    """`learn` on one core: the matrices are too small to be shared among several."""
    random = np.random.default_rng(seed)
    rows = matrix.astype(np.float32)
    known = (targets >= 0).astype(np.float64)
    wanted = np.maximum(targets, 0).astype(np.float64)
    first = _SparseSteps(random.normal(0, SPREAD, (rows.shape[1], UNITS)))
    bias = _Steps(np.zeros(UNITS))
    width = 1 / np.sqrt(UNITS)
    output = _Steps(random.uniform(-width, width, (UNITS, targets.shape[1])))
    intercepts = _Steps(np.zeros(targets.shape[1]))
    batches = -(-rows.shape[0] // BATCH)
    for done in range(ROUNDS * batches):
        if done % batches == 0:
            order = random.permutation(rows.shape[0])
        chosen = order[done % batches * BATCH :][:BATCH]
        lines = rows[chosen]
        units = (lines @ first.weights).astype(np.float64) + bias.weights
        kept = (random.random(units.shape) > FORGOTTEN) / (1 - FORGOTTEN) * (units > 0)
        units *= kept
        sure = _logistic(units @ output.weights + intercepts.weights)
        error = (sure - wanted[chosen]) * known[chosen] / SCALE
        back = error @ output.weights.T * kept
        rate = RATE * (1 - done / (ROUNDS * batches))
        first.step(lines, back, rate)
        bias.step(back.sum(axis=0), rate)
        output.step(units.T @ error, rate)
        intercepts.step(error.sum(axis=0), rate)
    return Learned(first.weights, bias.weights, output.weights, intercepts.weights)


def _logistic(odds: Doubles) -> Doubles:
    result: Doubles = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return result


class _Steps:
    """Weights that follow Adam (Kingma and Ba 2015, arXiv 1412.6980)."""

    def __init__(self, weights: Doubles) -> None:
        self.weights = weights
        self._mean = np.zeros_like(weights)
        self._square = np.zeros_like(weights)
        self._taken = 0

    def step(self, slope: Doubles, rate: float) -> None:
        self._taken += 1
        self._mean += 0.1 * (slope - self._mean)
        self._square += 0.001 * (slope * slope - self._square)
        mean = self._mean / (1 - 0.9**self._taken)
        square = self._square / (1 - 0.999**self._taken)
        self.weights -= rate * mean / (np.sqrt(square) + _SMALL)


class _SparseSteps:
    """Weights of which a step moves only the rows of terms that were met.

    Adam without its first moment and with one second moment for each row: the mean
    square of what each line of the batch asks of it. Single precision: the rows are
    many, and products with a sparse matrix come out alike on every processor.
    """

    def __init__(self, weights: Doubles) -> None:
        self.weights = weights.astype(np.float32)
        self._square = np.zeros(len(weights))
        self._place = np.zeros(len(weights), dtype=np.int32)
        """Where a term that a step meets stands among those it meets."""
        self._taken = 0

    def step(self, lines: Any, back: Doubles, rate: float) -> None:  # noqa: ANN401
        from scipy.sparse import csr_matrix

        self._taken += 1
        here = np.zeros(len(self.weights), dtype=np.bool_)
        here[lines.indices] = True
        met = np.flatnonzero(here)
        self._place[met] = np.arange(len(met), dtype=np.int32)
        places = self._place[lines.indices]
        asked = np.repeat(np.square(back).mean(axis=1), np.diff(lines.indptr))
        asked *= np.square(lines.data, dtype=np.float64)
        square = 0.999 * self._square[met] + 0.001 * np.bincount(places, asked)
        self._square[met] = square
        size = np.sqrt(square / (1 - 0.999**self._taken)) + _SMALL
        scaled = lines.data * (rate / size).astype(np.float32)[places]
        narrow = csr_matrix(
            (scaled, places, lines.indptr), shape=(lines.shape[0], len(met))
        )
        self.weights[met] -= narrow.T @ back.astype(np.float32)
