"""Why a label was given: the rule or the features, and the words."""

from typing import Any

from recordings.events import Span
from simulator.understanding.acts import Scores
from simulator.understanding.reader import Understood

SHOWN = 6
"""How many features are named."""


def explain(understood: Understood) -> list[dict[str, Any]]:
    """Reasons for each act and courtesy label, in the order of the reading."""
    text = understood.reading.text
    found = [
        _reason(one.act, one.because, one.span, text, understood.act_scores)
        for one in understood.acts
    ]
    return found + [
        _reason(one.label, one.because, one.span, text, understood.courtesy_scores)
        for one in understood.courtesy
    ]


def _reason(
    label: str, because: str, span: Span, text: str, scores: Scores
) -> dict[str, Any]:
    features = _features(label, scores) if because == "model" else []
    return {
        "label": str(label),
        "because": because,
        "span": list(span),
        "quote": text[span[0] : span[1]],
        "features": features,
    }


def _features(label: str, scores: Scores) -> list[tuple[str, float]]:
    column = scores.scorer.column[label]
    best = int(scores.table[:, column].argmax())
    added: dict[str, float] = {}
    for vector in (scores.vectors[best], scores.vectors[-1]):
        for name, value in scores.scorer.contributions(vector, label):
            added[name] = added.get(name, 0.0) + value / 2
    weightiest = sorted(added.items(), key=lambda one: -abs(one[1]))
    return [(name, round(value, 3)) for name, value in weightiest[:SHOWN]]
