"""Distress (ECCS 1 to 5) as the three moods in which lines are written."""

CALM = "calm"
TENSE = "tense"
PANIC = "panic"


def eccs(level: float) -> int:
    """The whole ECCS step of a level with one decimal; halves round up."""
    return max(1, min(5, int(level + 0.5)))


def mood_of(distress: int) -> str:
    """ECCS 1 and 2 are calm, 3 is tense, 4 and 5 are panic."""
    return CALM if distress <= 2 else TENSE if distress == 3 else PANIC
