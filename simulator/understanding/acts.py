"""Which acts an utterance performs: rules, model, the line before, and labelling rules.

Rules are certain, the model is asked about every clause and the whole, and cases that
the labelling rules decide (`docs/language-data.md`) are decided here in one place.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from recordings.events import Span, ValueFound
from scenarios.vocabulary import DialogueAct as A
from simulator.understanding.dialogue import (
    elliptic_acts,
    only_a_number,
    only_a_place,
    open_acts,
)
from simulator.understanding.features import context_of, docs_of
from simulator.understanding.heard import Heard
from simulator.understanding.rules import find
from simulator.understanding.scorer import Floats, Scorer, Vector

CERTAIN = 0.97
"""Confidence of an act that a rule found."""
FAIR = 0.8
"""Confidence of an act understood from the line before."""
OPEN_SHARE = 0.8
"""So much of its threshold is enough for an act that would bring out an open fact."""
BESIDE_RULE = 0.7
"""A model must be this sure of a second act in words that a rule has read."""
BESIDE_GUESS = 0.6
"""So much of the likeliest guess a second guess in the same words must have."""
OUTSIDE = 0.3
"""Words that look so much like no act at all need a surer guess than that look."""
VETOED = 0.01
"""A rule is overruled where the model finds its act less likely than this."""
NEVER_VETOED = frozenset({A.ACKNOWLEDGE})
"""«Saya sampaikan.» stands beside so much that no model trusts it."""
_ACKNOWLEDGES = frozenset(
    "catat mengerti paham dicatat mencatat diterima dengar simak sampaikan".split()
)
_LONG_AGO = re.compile(r"\b(?:menit|jam) (?:yang )?(?:lalu|silam|tadi)\b(?!.*\blagi\b)")
"""Minutes that have passed promise no arrival."""
_REASONS = frozenset(
    "supaya karena sebab menunda menentukan perlu takut butuh demi"
    " memudahkan membantu memperlambat maksud tujuan menghambat".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """An act with the words it rests on and why it was given."""

    act: str
    confidence: float
    span: Span
    because: str
    """`rule`, `model` or `line before`."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a model thinks of each clause and of the whole."""

    scorer: Scorer
    vectors: tuple[Vector, ...]
    spans: tuple[Span, ...]
    table: Floats
    """One row for each clause and for the whole, one column for each label."""

    def best(self, label: str) -> float:
        """The highest probability of a label; 1.0 when nothing was said."""
        if not len(self.table):
            return 1.0
        return float(self.table[:, self.scorer.column[label]].max())

    def given(
        self, wanted: Collection[str] = frozenset()
    ) -> list[tuple[str, float, Span]]:
        """Labels above their thresholds, where they are likeliest.

        The confidence is measured from the threshold of the label, which is 0.5 on
        its scale whatever it is among probabilities.

        Args:
            wanted: Labels of which a little less than their threshold is enough.
        """
        if not len(self.table):
            return []
        top, best = self.table.max(axis=0), self.table.argmax(axis=0)
        needed = self.scorer.thresholds.copy()
        for label in wanted:
            needed[self.scorer.column[label]] *= OPEN_SHARE
        sure = _from_threshold(top, self.scorer.thresholds)
        return [
            (self.scorer.labels[at], float(sure[at]), self.spans[int(best[at])])
            for at in np.flatnonzero(top >= needed).tolist()
        ]


def _from_threshold(probability: Floats, threshold: Floats) -> Floats:
    """Probabilities bent so that their thresholds come to 0.5."""
    one = np.float32(1.0)
    speaks = probability * (one - threshold)
    result: Floats = speaks / (speaks + threshold * (one - probability))
    return result


def score(heard: Heard, after: Heard | None, *scorers: Scorer) -> tuple[Scores, ...]:
    """Ask scorers that share an encoder about each clause and the whole."""
    docs, ranges = docs_of(heard, context_of(after) if after else frozenset())
    encoder = scorers[0].encoder
    vectors = encoder.vectors(docs)
    units = encoder.units(vectors)
    spans = tuple(heard.span_of(*one) for one in ranges)
    return tuple(
        Scores(scorer, vectors, spans, scorer.probabilities(units))
        for scorer in scorers
    )


def acts_of(
    heard: Heard,
    *,
    after: Heard | None,
    values: Sequence[ValueFound],
    open_facts: Sequence[str],
    first_turn: bool,
    scores: Scores,
) -> list[Found]:
    """The acts of an utterance, in the order of their words."""
    elliptic = elliptic_acts(heard, after)
    if elliptic is not None:
        return [Found(act, FAIR, heard.whole, "line before") for act in elliptic]
    if only_a_place(heard, values):
        return [Found(A.CONFIRM_LOCATION, FAIR, heard.whole, "rule")]
    if only_a_number(heard):
        return [Found(A.VERIFY_READBACK, FAIR, heard.whole, "rule")]
    found = _by_rule(heard, scores)
    guessed = _by_model(scores, open_acts(open_facts))
    for act in _undisputed(_inside(guessed, scores), found.values()):
        found.setdefault(act.act, act)
    settled = _settle(found, heard, values, first_turn=first_turn)
    return sorted(settled.values(), key=lambda one: one.span)


def _by_rule(heard: Heard, scores: Scores) -> dict[str, Found]:
    found: dict[str, Found] = {}
    for hit in find("acts.yaml", heard):
        sure = hit.name in NEVER_VETOED or scores.best(hit.name) >= VETOED
        if hit.name not in found and sure:
            found[hit.name] = Found(hit.name, CERTAIN, hit.span, "rule")
    return found


def _by_model(scores: Scores, wanted: frozenset[str]) -> list[Found]:
    return [Found(*one, "model") for one in scores.given(wanted)]


def _inside(guessed: Sequence[Found], scores: Scores) -> list[Found]:
    """Guesses that are likelier than that the utterance performs no act."""
    outside = scores.best(A.OTHER)
    return [
        one for one in guessed if outside < OUTSIDE or scores.best(one.act) >= outside
    ]


def _undisputed(
    guessed: Sequence[Found], certain: Collection[Found]
) -> Iterator[Found]:
    """Guesses that no better reading of the same words disputes."""
    for one in guessed:
        by_rule = any(_overlap(one.span, other.span) for other in certain)
        best = max(g.confidence for g in guessed if g.span == one.span)
        if one.confidence >= (BESIDE_RULE if by_rule else BESIDE_GUESS * best):
            yield one


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _settle(
    found: dict[str, Found],
    heard: Heard,
    values: Sequence[ValueFound],
    *,
    first_turn: bool,
) -> dict[str, Found]:
    """Apply the labelling rules where acts compete."""
    kept = dict(found)
    words = frozenset(heard.words)
    _settle_readback(kept, values)
    _settle_closing(kept, heard, first_turn=first_turn)
    if _LONG_AGO.search(heard.norm) and _is_guess(kept.get(A.INFORM_ETA)):
        del kept[A.INFORM_ETA]
    if A.ACKNOWLEDGE in kept and len(kept) > 1 and not words & _ACKNOWLEDGES:
        del kept[A.ACKNOWLEDGE]
    if not words & _REASONS and _is_guess(kept.get(A.EXPLAIN_REASON)):
        del kept[A.EXPLAIN_REASON]
    if A.CONFIRM_LOCATION in kept and A.ASK_SUSPECT_PRESENT in kept:
        _drop_if_model(kept, A.ASK_SUSPECT_PRESENT)
    if A.RUDE in kept and A.WARN_PRANK in kept:
        _drop_the_weaker(kept, A.RUDE, A.WARN_PRANK)
    if len(kept) > 1:
        kept.pop(A.OTHER, None)
    return kept


def _settle_readback(kept: dict[str, Found], values: Sequence[ValueFound]) -> None:
    """The place alone is confirmed; several data together are read back."""
    if A.VERIFY_READBACK in kept and A.CONFIRM_LOCATION in kept:
        kinds = {value.kind for value in values}
        only_place = kinds <= {"place", "rt_rw"}
        rule = kept[A.VERIFY_READBACK].because == "rule"
        del kept[A.CONFIRM_LOCATION if not only_place or rule else A.VERIFY_READBACK]
    if A.VERIFY_READBACK in kept and A.ASK_LOCATION in kept:
        _drop_if_model(kept, A.ASK_LOCATION)
    if A.CONFIRM_LOCATION in kept and A.ASK_LOCATION in kept:
        _drop_the_weaker(kept, A.CONFIRM_LOCATION, A.ASK_LOCATION)


def _settle_closing(kept: dict[str, Found], heard: Heard, *, first_turn: bool) -> None:
    if first_turn:
        kept.pop(A.CLOSE_CALL, None)
    if A.CLOSE_CALL in kept and A.OPEN_GREET in kept:
        _drop_the_weaker(kept, A.CLOSE_CALL, A.OPEN_GREET)
    if A.CLOSE_CALL in kept and A.STAY_ON_LINE in kept:
        _drop_the_weaker(kept, A.CLOSE_CALL, A.STAY_ON_LINE)
    if A.ASK_ANYTHING_ELSE in kept:
        kept.pop(A.OPEN_GREET, None)
    if A.OPEN_GREET in kept and A.ASK_NATURE in kept:
        _drop_if_model(kept, A.ASK_NATURE)
    if A.OPEN_GREET in kept and A.SMALL_TALK in kept:
        del kept[A.SMALL_TALK]


def _is_guess(found: Found | None) -> bool:
    return found is not None and found.because == "model"


def _drop_if_model(kept: dict[str, Found], act: str) -> None:
    if kept[act].because == "model" and kept[act].confidence < FAIR:
        del kept[act]


def _drop_the_weaker(kept: dict[str, Found], one: str, other: str) -> None:
    del kept[one if kept[one].confidence < kept[other].confidence else other]
