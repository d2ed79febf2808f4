"""Sopan, ramah and empati, 1 to 5 in halves, shown beside the total.

They do not enter the points. Each rests on what was shown at its opportunities, on
violations, and on caps that nothing shown can lift.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from recordings.call_record import Quote
from recordings.replies import emotion_replies
from scenarios.vocabulary import COURTESY_AXES, CourtesyLabel
from scoring.criteria.courtesy import REQUESTS, before_holds
from scoring.evidence import Evidence
from scoring.said import Said
from scoring.violations import Violation

AXES = ("sopan", "ramah", "empati")
LOWEST, HIGHEST = 1.0, 5.0
WORDS_OF_A_TURN = 3
"""A turn of fewer words offers no room for an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisItem:
    """One thing that moved an axis, with the words of it."""

    shows: str
    step: float
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """The value of one axis and what it rests on."""

    value: float | None
    """None when the call gave no occasion."""
    items: tuple[AxisItem, ...] = ()
    capped_by: str | None = None


def axes(seen: Evidence) -> Mapping[str, Axis]:
    """Place the call on the three axes."""
    if not seen.said:
        return dict.fromkeys(AXES, Axis(value=None))
    return {name: _axis(name, seen) for name in AXES}


def _axis(name: str, seen: Evidence) -> Axis:
    wounds = [v for v in seen.violations if name in COURTESY_AXES[_label(v)]]
    if name == "empati" and not emotion_replies(seen.call) and not wounds:
        return Axis(value=None)
    shown = [item for rule in _recipe()[name] if (item := _judged(rule, seen))]
    taken = [_taken(violation) for violation in wounds]
    total = _recipe()["start"] + sum(item.step for item in (*shown, *taken))
    most, capped_by = _cap(name, seen, wounds)
    value = max(LOWEST, min(HIGHEST, most, total))
    return Axis(
        value=round(value * 2) / 2,
        items=(*shown, *taken),
        capped_by=capped_by if total > most else None,
    )


def _label(violation: Violation) -> CourtesyLabel:
    return CourtesyLabel(violation.label)


def _taken(violation: Violation) -> AxisItem:
    step = _recipe()["violations"][violation.severity]
    return AxisItem(shows=violation.label, step=step, quotes=(violation.quote,))


# --- what was shown -------------------------------------------------------------------


def _judged(rule: Mapping[str, Any], seen: Evidence) -> AxisItem | None:
    chances = _chances(rule["at"], seen)
    if not chances:
        return None
    quotes = [
        quote for chance in chances if (quote := _shown(rule, seen, chance)) is not None
    ]
    share = 100 * len(quotes)
    if "below_percent" in rule:
        step = rule["step"] if share < rule["below_percent"] * len(chances) else 0.0
    elif quotes and share >= rule.get("from_percent", 0) * len(chances):
        step = rule["step"]
    else:
        step = rule.get("missed", 0.0)
    return AxisItem(shows=rule["shows"], step=step, quotes=tuple(quotes[:3]))


def _chances(at: str, seen: Evidence) -> Sequence[Sequence[Said]]:
    match at:
        case "first":
            return [seen.said[:2]]
        case "last":
            return [seen.said[-2:]]
        case "turns":
            return [(s,) for s in seen.said if len(s.text.split()) >= WORDS_OF_A_TURN]
        case "requests":
            return [(s,) for s in seen.said if s.did(REQUESTS) and not s.urgent]
        case "holds":
            return before_holds(seen)
    return [seen.said]


def _shown(
    rule: Mapping[str, Any], seen: Evidence, chance: Sequence[Said]
) -> Quote | None:
    """Words that show it; those that come with a violation show nothing."""
    wounding = seen.wounding
    for said in chance:
        found = said.showed(rule["labels"]) or said.did(rule.get("acts", ()))
        if found and said.seq not in wounding:
            return said.quote(seen.call, found)
    return None


# --- caps -----------------------------------------------------------------------------


def _cap(
    name: str, seen: Evidence, wounds: Sequence[Violation]
) -> tuple[float, str | None]:
    severe = sum(violation.severity == "severe" for violation in wounds)
    holds_good = {
        "fatal": any(v.severity == "fatal" for v in seen.violations),
        "severe": severe >= 1,
        "two_severe": severe > 1,
        "empathy_never": not any(r.recognised for r in emotion_replies(seen.call)),
        "any_violation": bool(wounds),
    }
    caps = [
        (cap["most"], reason)
        for reason, cap in _recipe()["caps"].items()
        if holds_good[reason] and name in cap.get("axes", AXES)
    ]
    return min(caps, default=(HIGHEST, None))


@cache
def _recipe() -> Mapping[str, Any]:
    text = files("scoring").joinpath("data/axes.yaml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.safe_load(text)
    return loaded
