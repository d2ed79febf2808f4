"""The one source of chance in a call: seed, purpose, how many times before.

Never a function of seq, so that one more ticket edit or hint does not give another
caller.
"""

from random import Random


def chance(seed: int, purpose: str, nth: int) -> Random:
    """The random source for the nth time (from 0) of a purpose."""
    return Random(f"{seed}:{purpose}:{nth}")
