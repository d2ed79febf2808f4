"""Fitting the network from the corpus; the only place that loads scikit-learn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.understanding.features import BLOCKS, Doc
from simulator.understanding.learning import Learned, learn
from simulator.understanding.scorer import Block, Encoder, Floats, Scorer, Terms
from simulator.understanding.side_by_side import InOrder, one_by_one

SEEDS = (112, 211)
"""Networks that are fitted and speak with one voice; each where it started."""


@dataclass(frozen=True, slots=True)
class Example:
    """A line for training: what is seen of it, and what it is."""

    doc: Doc
    labels: frozenset[str]
    unknown: frozenset[str] = frozenset()
    """Labels of which the line says nothing."""


class Vectors:
    """The tf-idf values of documents in all blocks, and how they were made."""

    def __init__(self, docs: Sequence[Doc], in_order: InOrder = one_by_one) -> None:
        from scipy.sparse import hstack

        made = in_order(partial(_block, docs), BLOCKS)
        self.parts: list[tuple[str, Any]] = [
            (name, one) for (name, _, _), (one, _) in zip(BLOCKS, made, strict=True)
        ]
        self.matrix: Any = hstack([values for _, values in made], format="csr")

    def transform(self, docs: Sequence[Doc]) -> Any:  # noqa: ANN401 (scipy matrix)
        """The same values for other documents, as scikit-learn computes them."""
        from scipy.sparse import hstack

        return hstack([one.transform(docs) for _, one in self.parts], format="csr")

    def terms(self) -> Terms:
        blocks = [
            Block(name, tuple(one.get_feature_names_out())) for name, one in self.parts
        ]
        idf = np.concatenate([one.idf_ for _, one in self.parts])
        return Terms(blocks, idf.astype(np.float32))


def _block(
    docs: Sequence[Doc], block: tuple[str, Callable[[Doc], list[str]], int]
) -> tuple[Any, Any]:
    """A fitted vectorizer and the values of the documents it was fitted to."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    _, terms, fewest = block
    vectorizer = TfidfVectorizer(
        analyzer=terms, sublinear_tf=True, min_df=fewest, dtype=np.float32
    )
    return vectorizer, vectorizer.fit_transform(docs)


def fit(
    examples: Sequence[Example],
    kinds: Sequence[tuple[Sequence[str], Floats]],
    *,
    in_order: InOrder = one_by_one,
) -> tuple[Scorer, ...]:
    """Fit scorers that share an encoder.

    Args:
        examples: Lines of all kinds.
        kinds: For each scorer its labels, and the probabilities from which they are
            given.
        in_order: How the networks are gone through.
    """
    vectors = Vectors([one.doc for one in examples], in_order)
    labels = [label for names, _ in kinds for label in names]
    targets = _targets(examples, labels)
    learned = in_order(partial(learn, vectors.matrix, targets), SEEDS)
    return _scorers(vectors.terms(), learned, kinds)


def _scorers(
    terms: Terms,
    learned: Sequence[Learned],
    kinds: Sequence[tuple[Sequence[str], Floats]],
) -> tuple[Scorer, ...]:
    """The networks side by side as one: their log-odds are averaged."""
    encoder = Encoder(
        terms,
        np.hstack([one.weights for one in learned])
        .astype(np.float16)
        .astype(np.float32),
        np.hstack([one.bias for one in learned]).astype(np.float32),
    )
    output = np.vstack([one.output for one in learned]) / len(learned)
    intercepts = np.mean([one.intercepts for one in learned], axis=0)
    found, first = [], 0
    for names, thresholds in kinds:
        mine = slice(first, first + len(names))
        first += len(names)
        found.append(
            Scorer(
                tuple(names),
                encoder,
                np.ascontiguousarray(output[:, mine], dtype=np.float32),
                intercepts[mine].astype(np.float32),
                thresholds,
            )
        )
    return tuple(found)


def _targets(examples: Sequence[Example], labels: Sequence[str]) -> NDArray[np.int8]:
    """1 for a label given, 0 for one that is absent, -1 where nobody knows."""
    column = {label: at for at, label in enumerate(labels)}
    targets = np.zeros((len(examples), len(labels)), dtype=np.int8)
    for row, one in zip(targets, examples, strict=True):
        row[[column[label] for label in one.unknown if label in column]] = -1
        row[[column[label] for label in one.labels if label in column]] = 1
    return targets
