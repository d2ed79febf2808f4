"""From which probability each label is given: chosen once, kept as data.

`python -m simulator.understanding.thresholds` fits without some of the personas, looks
how sure the models are of their lines, and writes for each label the threshold with the
best F to `data/thresholds.yaml`. Choosing needs several fits; a machine that starts
the first time needs one.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from scenarios.vocabulary import SAFETY_CRITICAL_ACTS, VIOLATION_SEVERITY
from simulator.understanding.scorer import Floats

FILE = Path(__file__).parent / "data" / "thresholds.yaml"
CANDIDATES = np.concatenate([np.arange(0.02, 0.10, 0.01), np.arange(0.10, 0.91, 0.02)])
"""Below the first, nonsense would be given acts."""
THRESHOLD = 0.5
"""Used for a label that is too rare to choose one."""
FEWEST = 4
"""Examples from which on a threshold is chosen."""
_HEADER = """\
# From which probability a label is given. Written by
# `make thresholds`; not by hand.
"""


def kept_thresholds(kind: str, labels: Sequence[str]) -> Floats:
    """The thresholds of `acts` or `courtesy`, in the order of the labels."""
    kept = yaml.safe_load(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    chosen = kept.get(kind, {})
    return np.array([chosen.get(one, THRESHOLD) for one in labels], dtype=np.float32)


def keep_thresholds(chosen: dict[str, dict[str, float]]) -> None:
    """Write thresholds by kind and label."""
    text = yaml.safe_dump(chosen, sort_keys=True, allow_unicode=True)
    FILE.write_text(_HEADER + text, encoding="utf-8")


def choose(
    truth: NDArray[np.int8], scores: Floats, labels: Sequence[str]
) -> dict[str, float]:
    """For each label the threshold with the best F, smoothed over its neighbours.

    Args:
        truth: One row for each line, one column for each label: 1 given, 0 absent,
            -1 nobody knows.
        scores: The probabilities that models gave that never saw the line's persona.
        labels: Names of the columns.
    """
    chosen = {}
    for column, label in enumerate(labels):
        known = truth[:, column] >= 0
        holds = truth[known, column] == 1
        if holds.sum() >= FEWEST:
            marks = [
                _f(holds, scores[known, column] >= one, recall_weight(label))
                for one in CANDIDATES
            ]
            wide = np.convolve(np.pad(marks, 2, mode="edge"), _SMOOTH, "valid")
            chosen[label] = round(float(CANDIDATES[int(wide.argmax())]), 2)
    return chosen


_SMOOTH = np.array([0.1, 0.2, 0.4, 0.2, 0.1])


_SEVERITY = {label.value: one for label, one in VIOLATION_SEVERITY.items()}


def recall_weight(label: str) -> float:
    """How much finding all weighs against finding only the right (beta of F-beta).

    Missing a question on which a life hangs is worse than hearing it once too often. A
    violation that is heavy waits for a person's word before it fails anybody, so it is
    rather found once too often; a light one is not.
    """
    if label in SAFETY_CRITICAL_ACTS:
        return 1.5
    severity = _SEVERITY.get(label)
    if severity is None:
        return 1.0
    return 1.1 if severity in ("severe", "fatal") else 0.8


def _f(truth: NDArray[np.bool_], given: NDArray[np.bool_], beta: float) -> float:
    right = float((truth & given).sum())
    weight = beta**2
    total = weight * float(truth.sum()) + float(given.sum())
    return (1 + weight) * right / total if right else 0.0


def main() -> None:
    """Choose the thresholds anew and keep them."""
    from simulator.understanding.fitting import ACT_LABELS, COURTESY_LABELS
    from simulator.understanding.heldout import read_held_out

    read = read_held_out()
    keep_thresholds(
        {
            kind: choose(
                np.concatenate([one.truth for one in scored]),
                np.concatenate([one.scores for one in scored]),
                labels,
            )
            for kind, scored, labels in (
                ("acts", [part.act_scores for part in read], ACT_LABELS),
                ("courtesy", [part.courtesy_scores for part in read], COURTESY_LABELS),
            )
        }
    )


if __name__ == "__main__":
    main()
