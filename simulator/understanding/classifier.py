"""Fitting the models from the corpus; the only place that loads scikit-learn.

Each label gets a linear model over pieces of words, words, and notions. A line often
does several things, so the models are fitted twice: first on whole lines, then also on
the clauses to which the first fit ascribes each label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.understanding.features import BLOCKS, Doc
from simulator.understanding.scorer import Block, Floats, Scorer, Terms

RESTRAINT = 0.3
"""Regularisation of the least squares (scikit-learn's alpha)."""
STEEPNESS = 4.0
"""How fast a least-squares score (-1 to 1) becomes a probability."""
FOLDS = 3
"""Into how many groups of personas the corpus is divided to choose thresholds."""
CANDIDATES = np.arange(0.30, 0.81, 0.025)
THRESHOLD = 0.5
"""Used for a label that is too rare to choose one."""
FEWEST = 4
"""Examples from which on a threshold is chosen."""


@dataclass(frozen=True, slots=True)
class Example:
    """A line for training: its clauses, the whole last, and what it is."""

    docs: tuple[Doc, ...]
    labels: frozenset[str]
    persona: str
    unknown: frozenset[str] = frozenset()
    """Labels of which the line says nothing."""

    @property
    def whole(self) -> Doc:
        return self.docs[-1]

    @property
    def clauses(self) -> tuple[Doc, ...]:
        return self.docs[:-1]


class Vectors:
    """The tf-idf values of documents in all blocks, and how they were made."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        from scipy.sparse import hstack
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.parts: list[tuple[str, Any, float]] = [
            (name, TfidfVectorizer(analyzer=terms, sublinear_tf=True,
                                   min_df=2 if name == "chars" else 1,
                                   dtype=np.float32), weight)
            for name, terms, weight in BLOCKS
        ]  # fmt: skip
        self.matrix: Any = hstack(
            [v.fit_transform(docs) * np.float32(weight) for _, v, weight in self.parts],
            format="csr",
        )

    def transform(self, docs: Sequence[Doc]) -> Any:  # noqa: ANN401 (scipy matrix)
        """The same values for other documents, as scikit-learn computes them."""
        from scipy.sparse import hstack

        return hstack(
            [v.transform(docs) * np.float32(weight) for _, v, weight in self.parts],
            format="csr",
        )

    def terms(self) -> Terms:
        blocks = [
            Block(name, tuple(v.get_feature_names_out()), weight)
            for name, v, weight in self.parts
        ]
        idf = np.concatenate([v.idf_ for _, v, _ in self.parts])
        return Terms(blocks, idf.astype(np.float32))


@dataclass(frozen=True, slots=True)
class Table:
    """All documents of a corpus as numbers, with the labels they teach."""

    matrix: Any
    """One row for each document of each line."""
    owner: NDArray[np.intp]
    """Which line a document belongs to."""
    teaches: NDArray[np.bool_]
    """False for clauses to which no label was ascribed."""
    targets: NDArray[np.int8]
    """1 given, 0 absent, -1 nobody knows."""


class Fitter:
    """Fits scorers that share their terms, so that a document is counted once."""

    def __init__(self, *corpora: Sequence[Example]) -> None:
        self._corpora = corpora
        docs = [doc for corpus in corpora for one in corpus for doc in one.docs]
        self.vectors = Vectors(docs)
        self.terms = self.vectors.terms()

    def fit(
        self, corpus: int, labels: Sequence[str], thresholds: Floats | None = None
    ) -> Scorer:
        """Fit a scorer to one of the corpora.

        Args:
            corpus: Which of them, from 0.
            labels: What to tell apart, in the order of the scorer.
            thresholds: From which probability each label is given; None: they are
                chosen so that personas who were left out come out best.
        """
        examples = self._corpora[corpus]
        before = sum(len(o.docs) for c in self._corpora[:corpus] for o in c)
        rows = self.vectors.matrix[before : before + sum(len(o.docs) for o in examples)]
        table = _table(examples, labels, rows)
        weights, intercepts = _fit_rows(table, table.teaches)
        if thresholds is None:
            scores = _across_personas(examples, table)
            thresholds = choose_thresholds(examples, labels, scores)
        return Scorer(tuple(labels), self.terms, weights, intercepts, thresholds)


def _table(examples: Sequence[Example], labels: Sequence[str], matrix: Any) -> Table:  # noqa: ANN401
    """Fit on whole lines, then ascribe each label of a line to its clauses."""
    sizes = [len(one.docs) for one in examples]
    owner = np.repeat(np.arange(len(examples)), sizes)
    whole = np.cumsum(sizes) - 1
    rows = np.array([_row(one, labels) for one in examples], dtype=np.int8)
    targets = rows[owner]
    teaches = np.zeros(len(owner), dtype=np.bool_)
    teaches[whole] = True
    first = Table(matrix, owner, teaches, targets)
    scores = _sigmoid(matrix, *_fit_rows(first, teaches))
    for one, last in zip(examples, whole, strict=True):
        for at, given in _assign(one, labels, scores[last - len(one.clauses) : last]):
            place = last - len(one.clauses) + at
            teaches[place] = True
            targets[place] = _row(one, labels, given)
    return first


def _assign(
    one: Example, labels: Sequence[str], scores: Floats
) -> list[tuple[int, frozenset[str]]]:
    """Give each label of a line to the clauses that carry it."""
    names: list[set[str]] = [set() for _ in one.clauses]
    for label in one.labels & set(labels) if names else ():
        column = scores[:, labels.index(label)]
        names[int(column.argmax())].add(label)
        for at in np.flatnonzero(column >= THRESHOLD):
            names[int(at)].add(label)
    return [
        (at, frozenset(found))
        for at, found in enumerate(names)
        if found or not one.labels
    ]


def _row(
    one: Example, labels: Sequence[str], given: frozenset[str] | None = None
) -> list[int]:
    """1 for a label given, 0 for one that is absent, -1 where nobody knows."""
    names = one.labels if given is None else given
    return [
        1 if label in names else -1 if label in one.unknown else 0 for label in labels
    ]


def _fit_rows(table: Table, chosen: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """Weights and intercepts of all labels; those known of the same lines together."""
    matrix, targets = table.matrix[chosen], table.targets[chosen]
    weights = np.zeros((matrix.shape[1], targets.shape[1]), dtype=np.float32)
    intercepts = np.full(targets.shape[1], -STEEPNESS, dtype=np.float32)
    known = targets >= 0
    for pattern in np.unique(known, axis=1).T:
        if not pattern.any():
            continue
        columns = np.flatnonzero((known == pattern[:, None]).all(axis=0))
        rows, wanted = matrix[pattern], targets[pattern][:, columns]
        weights[:, columns], intercepts[columns] = _fit_together(rows, wanted)
    return weights, intercepts


def _sigmoid(matrix: Any, weights: Floats, intercepts: Floats) -> Floats:  # noqa: ANN401
    result: Floats = 1.0 / (1.0 + np.exp(-(matrix @ weights + intercepts)))
    return result


def _fit_together(
    rows: Any,  # noqa: ANN401 (scipy matrix)
    wanted: NDArray[np.int8],
) -> tuple[Floats, Floats]:
    """One-against-the-rest least squares: +1 where a label holds, -1 elsewhere."""
    from sklearn.linear_model import Ridge

    share = wanted.mean(axis=0).astype(np.float32)
    model = Ridge(alpha=RESTRAINT, solver="cholesky", fit_intercept=False)
    model.fit(rows, 2.0 * (wanted - share))
    weights = np.atleast_2d(model.coef_).T * STEEPNESS
    return weights.astype(np.float32), (2.0 * share - 1.0) * STEEPNESS


def _across_personas(examples: Sequence[Example], table: Table) -> Floats:
    """Scores of each line by a fit that never saw its persona."""
    scores = np.zeros((len(examples), table.targets.shape[1]), dtype=np.float32)
    for inside, outside in groups([one.persona for one in examples], FOLDS):
        held_in = np.isin(table.owner, inside)
        fitted = _fit_rows(table, table.teaches & held_in)
        docs = _sigmoid(table.matrix[~held_in], *fitted)
        owner = table.owner[~held_in]
        for at in outside:
            scores[at] = docs[owner == at].max(axis=0)
    return scores


def groups(personas: Sequence[str], count: int) -> list[tuple[list[int], list[int]]]:
    """Divide lines by persona into `count` splits: inside and outside."""
    sizes = {name: personas.count(name) for name in sorted(set(personas))}
    bins: list[set[str]] = [set() for _ in range(min(count, len(sizes)))]
    loads = [0] * len(bins)
    for name, size in sorted(sizes.items(), key=lambda one: (-one[1], one[0])):
        lightest = loads.index(min(loads))
        bins[lightest].add(name)
        loads[lightest] += size
    return [
        (
            [i for i, name in enumerate(personas) if name not in out],
            [i for i, name in enumerate(personas) if name in out],
        )
        for out in bins
        if len(bins) > 1
    ]


def choose_thresholds(
    examples: Sequence[Example], labels: Sequence[str], scores: Floats
) -> Floats:
    """For each label the threshold with the best F1, drawn towards the middle."""
    chosen = np.full(len(labels), THRESHOLD, dtype=np.float32)
    for column, label in enumerate(labels):
        known = np.array([label not in one.unknown for one in examples])
        truth = np.array([label in one.labels for one in examples])[known]
        if truth.sum() >= FEWEST:
            marks = [_f1(truth, scores[known, column] >= c) for c in CANDIDATES]
            wide = np.convolve(
                np.pad(marks, 1, mode="edge"), [0.25, 0.5, 0.25], "valid"
            )
            chosen[column] = CANDIDATES[int(wide.argmax())]
    return chosen


def _f1(truth: NDArray[np.bool_], given: NDArray[np.bool_]) -> float:
    right = float((truth & given).sum())
    return 2 * right / float(truth.sum() + given.sum()) if right else 0.0
