"""What a call-taker can do next, and after how long."""

from dataclasses import dataclass, field
from typing import Any

NATURAL_PAUSE_MS = 700
"""From the caller's last word to a call-taker's first."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do; `what` is that of the call script, without `at`."""

    what: dict[str, Any]
    after_ms: int = NATURAL_PAUSE_MS
    """Since the caller's last word, or since the last deed when that was later."""
    at_once: bool = field(default=False)
    """Done beside speaking: the hands need not wait for the ear."""
    takes_up: bool = field(default=False)
    """Said to this caller, who may have brought something up in the meantime."""


def say(text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
    return Deed({"do": "say", "text": text}, after_ms)


def enter(name: str, value: str | None) -> Deed:
    return Deed({"do": "set", "field": name, "value": value}, 300, at_once=True)


def dispatch(agencies: tuple[str, ...], priority: int) -> Deed:
    what = {"do": "dispatch", "agencies": list(agencies), "priority": priority}
    return Deed(what, 300, at_once=True)


def close(disposition: str) -> Deed:
    return Deed({"do": "close", "disposition": disposition}, 1_500)
