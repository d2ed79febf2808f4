"""Where one thing said ends and the next begins.

A call-taker does several things in one breath, and recognised speech has no commas.
Clauses end at punctuation, and in long stretches also before words that open a new
thought. They may come out too short; nobody minds, since the reader also sees the
whole utterance.
"""

from collections.abc import Sequence

# Words that open a new thought in the middle of a long stretch.
OPENERS = frozenset(
    "jangan kalau supaya agar karena tetapi lalu kemudian apakah siapa sambil"
    " sekarang berapa tolong mohon coba bisa boleh nanti jadi terus dan sebelum"
    " setelah begitu segera saya kami kita ada adakah".split()
)
HARD_MARKS = frozenset(".!?;…:–—")
LONG = 6
"""Words in a stretch from which on openers divide it."""
SHORT = 3
"""Words a piece must have before an opener may end it."""


def clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """Divide standard words and punctuation into clauses.

    Args:
        words: Standard words, with punctuation marks as words of their own.

    Returns:
        Index ranges, end not included, without the punctuation.
    """
    pieces: list[tuple[int, int]] = []
    for start, end in _stretches(words):
        pieces.extend(_divided(words, start, end))
    return pieces


def _stretches(words: Sequence[str]) -> list[tuple[int, int]]:
    found, start = [], 0
    for at, word in enumerate([*words, "."]):
        if word and not word[0].isalnum():
            if at > start:
                found.append((start, at))
            start = at + 1
    return _with_short_ones_joined(words, found)


def _with_short_ones_joined(
    words: Sequence[str], pieces: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Join a single word to what a comma parts it from: «Bu, di mana?»."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        before = joined[-1] if joined else None
        tied = before is not None and words[before[1]][0] not in HARD_MARKS
        if before is not None and tied and min(end - start, before[1] - before[0]) == 1:
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _divided(words: Sequence[str], start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= LONG:
        return [(start, end)]
    cuts = [start]
    for at in range(start + SHORT, end - 1):
        if words[at] in OPENERS and at - cuts[-1] >= SHORT:
            cuts.append(at)
    return list(zip(cuts, [*cuts[1:], end], strict=True))
