"""The fitted network, served by a few lines of numpy.

A document becomes a row of numbers (`Encoder`), and from that row every label gets a
probability (`Scorer`). Acts and courtesy share the encoder, so that an utterance is
encoded once. Nothing here loads scikit-learn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Vector:
    """A document as the columns that are not zero, and their tf-idf values."""

    columns: Columns
    values: Floats


class Terms:
    """All terms that the network knows, and how rare they are."""

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
        self._pieces: dict[str, list[int]] = {}

    def vector(self, doc: Doc) -> Vector:
        """The tf-idf values of a document; each block has length 1."""
        found = np.array(self._columns(doc), dtype=np.intp)
        found.sort()
        columns, counts = _counted(found)
        values: Floats = (np.float32(1.0) + np.log(counts)) * self.idf[columns]
        start = 0
        for end in np.searchsorted(columns, self._ends).tolist():
            part = values[start:end]
            if end > start:
                part /= np.sqrt(part @ part)
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
            columns = map(known.get, terms)
            found += [at for at in columns if at is not None]
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
class Encoder:
    """The first layer: what a document says, as one row of numbers."""

    terms: Terms
    weights: Floats
    """One row for each term, one column for each unit; kept on disk as halves."""
    bias: Floats

    def vectors(self, docs: Sequence[Doc]) -> tuple[Vector, ...]:
        return tuple(self.terms.vector(doc) for doc in docs)

    def units(self, vectors: Sequence[Vector]) -> Floats:
        """One row for each document, one column for each unit; never negative."""
        found = np.empty((len(vectors), len(self.bias)), dtype=np.float32)
        for row, one in zip(found, vectors, strict=True):
            np.matmul(one.values, self.weights[one.columns], out=row)
        found += self.bias
        return np.maximum(found, 0.0, out=found)


@dataclass(frozen=True, slots=True)
class Scorer:
    """The second layer: probabilities of a list of labels."""

    labels: tuple[str, ...]
    encoder: Encoder
    output: Floats
    """One row for each unit, one column for each label."""
    intercepts: Floats
    thresholds: Floats
    """The probability from which a label is given."""
    column: dict[str, int] = field(init=False)
    """Column of a label."""

    def __post_init__(self) -> None:
        places = {label: at for at, label in enumerate(self.labels)}
        object.__setattr__(self, "column", places)

    def decisions(self, units: Floats) -> Floats:
        """Log-odds; one row for each document, one column for each label."""
        found: Floats = units @ self.output + self.intercepts
        return found

    def probabilities(self, units: Floats) -> Floats:
        """Of clauses, and last of the whole utterance.

        Each clause is judged with the whole in view: by the mean of its own log-odds
        and those of the whole.
        """
        found = self.decisions(units)
        if len(found):
            found = (found + found[-1]) / 2
        one = np.float32(1.0)
        result: Floats = one / (one + np.exp(-found))
        return result

    def contributions(self, vector: Vector, label: str) -> list[tuple[str, float]]:
        """What each term adds to the log-odds of a label, the weightiest first."""
        active = self.encoder.units([vector])[0] > 0
        through = self.output[:, self.column[label]] * active
        added = vector.values * (self.encoder.weights[vector.columns] @ through)
        names = self.encoder.terms.names()
        found = [
            (names[int(at)], float(one))
            for at, one in zip(vector.columns, added, strict=True)
        ]
        return sorted(found, key=lambda one: -abs(one[1]))
