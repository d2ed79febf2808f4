"""The fitted weights, served by a few lines of numpy.

It gives the same decision values as the scikit-learn models it was taken from
(a test holds them equal), in a fraction of the time and without loading them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.understanding.features import Doc, notion_terms, pieces, word_terms

Floats = NDArray[np.float32]
Columns = NDArray[np.intp]
_WORDS_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of feature; its columns follow those of the block before it."""

    name: str
    terms: tuple[str, ...]
    """In the order of their columns."""
    weight: float


@dataclass(frozen=True, slots=True)
class Vector:
    """A document as the columns that are not zero, and their tf-idf values."""

    columns: Columns
    values: Floats


class Terms:
    """All terms that the models know, and how rare they are."""

    def __init__(self, blocks: Sequence[Block], idf: Floats) -> None:
        self.blocks = tuple(blocks)
        self.idf = idf
        self._at: dict[str, dict[str, int]] = {}
        first = 0
        ends = []
        for block in self.blocks:
            self._at[block.name] = {t: first + i for i, t in enumerate(block.terms)}
            first += len(block.terms)
            ends.append(first)
        self._ends = np.array(ends, dtype=np.intp)
        self._weights = np.array([b.weight for b in self.blocks], dtype=np.float32)
        self._pieces: dict[str, list[int]] = {}

    def vector(self, doc: Doc) -> Vector:
        """The tf-idf values of a document; each block has its own length."""
        found = np.array(self._columns(doc), dtype=np.intp)
        found.sort()
        columns, counts = _counted(found)
        values: Floats = (np.float32(1.0) + np.log(counts)) * self.idf[columns]
        borders = np.searchsorted(columns, self._ends)
        start = 0
        for end, weight in zip(borders.tolist(), self._weights, strict=True):
            part = values[start:end]
            if end > start:
                part *= weight / np.sqrt(part @ part)
            start = end
        return Vector(columns, values)

    def names(self) -> list[str]:
        """Block and term of every column, for explaining."""
        return [f"{block.name}:{term}" for block in self.blocks for term in block.terms]

    def _columns(self, doc: Doc) -> list[int]:
        found: list[int] = []
        for word in doc.stems:
            found += self._pieces_of(word)
        for name, terms in (("words", word_terms(doc)), ("notions", notion_terms(doc))):
            known = self._at[name]
            found += [known[term] for term in terms if term in known]
        return found

    def _pieces_of(self, word: str) -> list[int]:
        found = self._pieces.get(word)
        if found is None:
            known = self._at["chars"]
            found = [known[piece] for piece in pieces(word) if piece in known]
            if len(self._pieces) < _WORDS_KEPT:
                self._pieces[word] = found
        return found


def _counted(found: Columns) -> tuple[Columns, Floats]:
    """The different columns of a sorted row and how often each occurs."""
    fresh = np.ones(len(found) + 1, dtype=np.bool_)
    if len(found):
        np.not_equal(found[1:], found[:-1], out=fresh[1:-1])
    borders = np.flatnonzero(fresh)
    counts = (borders[1:] - borders[:-1]).astype(np.float32)
    return found[borders[:-1]], counts


@dataclass(frozen=True, slots=True)
class Scorer:
    """Linear scores of documents for a list of labels."""

    labels: tuple[str, ...]
    terms: Terms
    coefficients: Floats
    """One row for each term, one column for each label."""
    intercepts: Floats
    thresholds: Floats
    """The probability from which a label is given."""
    column: dict[str, int] = field(init=False)
    """Column of a label."""

    def __post_init__(self) -> None:
        places = {label: at for at, label in enumerate(self.labels)}
        object.__setattr__(self, "column", places)

    def decisions(self, vectors: Sequence[Vector]) -> Floats:
        """One row for each document, one column for each label."""
        found = np.empty((len(vectors), len(self.labels)), dtype=np.float32)
        for row, one in zip(found, vectors, strict=True):
            np.matmul(one.values, self.coefficients[one.columns], out=row)
            row += self.intercepts
        return found

    def probabilities(self, vectors: Sequence[Vector]) -> Floats:
        one = np.float32(1.0)
        result: Floats = one / (one + np.exp(-self.decisions(vectors)))
        return result

    def contributions(self, vector: Vector, label: str) -> list[tuple[str, float]]:
        """What each term adds to a label, the weightiest first."""
        weights: NDArray[Any] = self.coefficients[vector.columns, self.column[label]]
        names = self.terms.names()
        found = [
            (names[int(at)], float(value * weight))
            for at, value, weight in zip(
                vector.columns, vector.values, weights, strict=True
            )
        ]
        return sorted(found, key=lambda one: -abs(one[1]))
