"""When a criterion applies: named conditions that a rubric may put to an item.

A condition that does not hold makes the item «tidak berlaku»; the sentence for it is
the reason `na_` + its name in data/reasons.yaml.
"""

from collections.abc import Callable, Mapping

from scenarios.vocabulary import Disposition
from scoring.evidence import Evidence

Condition = Callable[[Evidence], bool]

FALSE_REPORTS = frozenset({Disposition.PRANK, Disposition.GHOST, Disposition.TEST})

CONDITIONS: Mapping[str, Condition] = {
    "emergency": lambda seen: seen.case.truth.emergency,
    "real": lambda seen: seen.case.truth.disposition not in FALSE_REPORTS,
    "false_report": lambda seen: seen.case.truth.disposition in FALSE_REPORTS,
    "speaks": lambda seen: seen.case.caller.speaks == "words",
    "silent": lambda seen: seen.case.caller.speaks != "words",
    "silent_or_false": lambda seen: (
        seen.case.caller.speaks != "words"
        or seen.case.truth.disposition in FALSE_REPORTS
    ),
    "place_known": lambda seen: seen.case.truth.place is not None,
    "callback_known": lambda seen: seen.case.truth.callback_number is not None,
    "help_needed": lambda seen: bool(seen.case.truth.agencies_required),
    "dispatched": lambda seen: bool(seen.desk.dispatches),
    "talked": lambda seen: bool(seen.said),
    "held": lambda seen: bool(seen.holds),
    "voice": lambda seen: any(said.means == "recognised" for said in seen.said),
}


def unmet(conditions: tuple[str, ...], seen: Evidence) -> str | None:
    """The first condition that does not hold; None when the item applies."""
    return next((name for name in conditions if not CONDITIONS[name](seen)), None)
