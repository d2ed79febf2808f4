"""Fitting the models from the corpus; the only place that loads scikit-learn.

Each label gets a linear support vector machine over pieces of words, words, and
notions. A line often does several things, so it teaches twice: as a whole, and by its
clauses, of which each label gets the one whose words speak most for it.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.understanding.features import BLOCKS, Doc
from simulator.understanding.scorer import Block, Floats, Scorer, Terms
from simulator.understanding.side_by_side import InOrder, one_by_one

FREEDOM = 1.0
"""How much the lines may bend a model (scikit-learn's C)."""
ROUNDS, TOLERANCE = 30, 0.1
"""When fitting a label ends; more changes no figure."""
STEEPNESS = 3.0
"""How fast a margin (about -1 to 1) becomes a probability."""


@dataclass(frozen=True, slots=True)
class Example:
    """A line for training: its clauses, the whole last, and what it is."""

    docs: tuple[Doc, ...]
    labels: frozenset[str]
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
    """One row for each line, and for each clause that carries some of its labels."""
    targets: NDArray[np.int8]
    """1 given, 0 absent, -1 nobody knows."""


class Fitter:
    """Fits scorers that share their terms, so that a document is counted once."""

    def __init__(
        self, *corpora: Sequence[Example], in_order: InOrder = one_by_one
    ) -> None:
        self._corpora = corpora
        self._in_order = in_order
        docs = [doc for corpus in corpora for one in corpus for doc in one.docs]
        self.vectors = Vectors(docs)
        self.terms = self.vectors.terms()

    def fit(self, corpus: int, labels: Sequence[str], thresholds: Floats) -> Scorer:
        """Fit a scorer to one of the corpora.

        Args:
            corpus: Which of them, from 0.
            labels: What to tell apart, in the order of the scorer.
            thresholds: From which probability each label is given.
        """
        examples = self._corpora[corpus]
        before = sum(len(o.docs) for c in self._corpora[:corpus] for o in c)
        rows = self.vectors.matrix[before : before + sum(len(o.docs) for o in examples)]
        table = _table(examples, labels, rows)
        weights, intercepts = _fit_rows(table, self._in_order)
        return Scorer(tuple(labels), self.terms, weights, intercepts, thresholds)


def _table(examples: Sequence[Example], labels: Sequence[str], matrix: Any) -> Table:  # noqa: ANN401
    """Whole lines teach their labels; each clause teaches those that it carries."""
    sizes = [len(one.docs) for one in examples]
    owner = np.repeat(np.arange(len(examples)), sizes)
    whole = np.cumsum(sizes) - 1
    rows = np.array([_row(one, labels) for one in examples], dtype=np.int8)
    targets = rows[owner]
    teaches = np.zeros(len(owner), dtype=np.bool_)
    teaches[whole] = True
    likely = _likeliness(matrix, matrix[whole], rows)
    for one, last in zip(examples, whole, strict=True):
        first = last - len(one.clauses)
        for at, given in _assign(one, labels, likely[first:last]):
            teaches[first + at] = True
            targets[first + at] = _row(one, labels, given)
    return Table(matrix[teaches], targets[teaches])


def _likeliness(matrix: Any, lines: Any, rows: NDArray[np.int8]) -> Floats:  # noqa: ANN401 (scipy)
    """How much the words of each clause speak for each label: naive Bayes, no prior.

    Only for comparing the clauses of one line.
    """
    holds = (rows == 1).astype(np.float32)
    inside = lines.T @ holds + 1.0
    outside = np.asarray(lines.sum(axis=0)).ravel()[:, None] - inside + 2.0
    odds = np.log(inside / inside.sum(axis=0)) - np.log(outside / outside.sum(axis=0))
    result: Floats = matrix @ odds.astype(np.float32)
    return result


def _assign(
    one: Example, labels: Sequence[str], likely: Floats
) -> list[tuple[int, frozenset[str]]]:
    """Give each label of a line to the clause whose words speak most for it."""
    names: list[set[str]] = [set() for _ in one.clauses]
    for label in one.labels & set(labels) if names else ():
        names[int(likely[:, labels.index(label)].argmax())].add(label)
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


def _fit_rows(table: Table, in_order: InOrder) -> tuple[Floats, Floats]:
    """Weights and intercepts of all labels, each from the lines that say it or not."""
    matrix, targets = table.matrix.astype(np.float64), table.targets
    weights = np.zeros((matrix.shape[1], targets.shape[1]), dtype=np.float32)
    intercepts = np.full(targets.shape[1], -STEEPNESS, dtype=np.float32)
    for pattern in np.unique(targets >= 0, axis=1).T:
        alike = np.flatnonzero(((targets >= 0) == pattern[:, None]).all(axis=0))
        rows = matrix if pattern.all() else matrix[pattern]
        columns = [targets[pattern, label] for label in alike.tolist()]
        fitted = in_order(partial(_fit_label, rows), columns)
        for label, (weight, intercept) in zip(alike.tolist(), fitted, strict=True):
            weights[:, label], intercepts[label] = weight, intercept
    return weights, intercepts


def _fit_label(
    rows: Any,  # noqa: ANN401 (scipy matrix)
    wanted: NDArray[np.int8],
) -> tuple[Floats, float]:
    """A linear support vector machine: one label against the rest."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.svm import LinearSVC

    if not 0 < wanted.sum() < len(wanted):
        return np.zeros(rows.shape[1], dtype=np.float32), -STEEPNESS
    model = LinearSVC(C=FREEDOM, max_iter=ROUNDS, tol=TOLERANCE, random_state=112)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(rows, wanted)
    weights = (model.coef_[0] * STEEPNESS).astype(np.float32)
    return weights, float(model.intercept_[0]) * STEEPNESS
