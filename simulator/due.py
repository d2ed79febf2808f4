"""Things that will happen by themselves unless something else happens first.

Nothing runs in the background: each rule says when its next thing is due, from the
events alone, and `engine.advance` lets it happen.
"""

from collections.abc import Callable
from dataclasses import dataclass

from simulator.moment import Moment


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is coming."""

    at_ms: int
    happen: Callable[[Moment], None]
    """Must leave an event, or it would be due for ever."""
