"""Silence and pranks: was danger looked for before the call was put away?"""

from dataclasses import dataclass

from recordings.call_record import Quote
from recordings.events import ActFound
from scenarios.vocabulary import Concept, DialogueAct
from scoring.criteria.doubt import not_assessable
from scoring.criteria.parameters import whole, words
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

ANY_ACT = frozenset(DialogueAct)
WARNINGS = (DialogueAct.WARN_PRANK, DialogueAct.CLOSE_CALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProbedBeforeClosing:
    """Danger was asked about before any warning or goodbye; silence was checked.

    A silent caller asks for two checks or twenty seconds of listening after the first
    as well: half is the one without the other.
    """

    danger_acts: tuple[str, ...] = words(
        DialogueAct,
        (
            DialogueAct.ASK_SAFE,
            DialogueAct.ASK_HAZARD,
            DialogueAct.ASK_WEAPON,
            DialogueAct.ASK_NATURE,
            DialogueAct.ASK_SYMPTOMS,
        ),
    )
    danger_about: tuple[str, ...] = words(
        Concept, (Concept.DANGER, Concept.OWN_SAFETY, Concept.INJURED)
    )
    """Any act about these asks for danger too."""
    checks: int = whole(2, least=1, most=10)
    listened_s: int = whole(20, most=300)

    def assess(self, seen: Evidence) -> Verdict:
        danger = self._danger(seen)
        silent = seen.case.caller.speaks != "words"
        checked = self._checked(seen) if silent else True
        outcome = _graded(danger is not None, checked, silent=silent)
        doubtful = self._doubtful(seen, danger=danger is not None, checked=checked)
        if doubtful:
            return not_assessable(seen, doubtful)
        return Verdict(
            outcome=outcome,
            reason=_reason(danger is not None, checked, silent=silent),
            params={"checks": len(self._checks(seen)), "needed": self.checks},
            quotes=(*((danger,) if danger else ()), *self._checks(seen))[:3],
            by_reading=bool(seen.said),
        )

    def _danger(self, seen: Evidence) -> Quote | None:
        for said in seen.said:
            if found := self._asks_danger(said):
                return said.quote(seen.call, found)
            if said.did(WARNINGS):
                return None
        return None

    def _doubtful(
        self, seen: Evidence, *, danger: bool, checked: bool
    ) -> tuple[Said, ...]:
        """Words in which what is missing may lie, where it would have been in time."""
        warned = seen.first(WARNINGS)
        until_ms = warned[0].began_ms if warned else None
        asking = () if danger else seen.doubtful(self.danger_acts, before_ms=until_ms)
        checking = () if checked else seen.doubtful((DialogueAct.CHECK_SILENT,))
        return tuple(said for said in seen.said if said in {*asking, *checking})

    def _asks_danger(self, said: Said) -> ActFound | None:
        return said.did(self.danger_acts) or said.did(ANY_ACT, self.danger_about)

    def _checks(self, seen: Evidence) -> list[Quote]:
        return [
            said.quote(seen.call, found)
            for said in seen.said
            if (found := said.did((DialogueAct.CHECK_SILENT,)))
        ]

    def _checked(self, seen: Evidence) -> bool:
        first = seen.first((DialogueAct.CHECK_SILENT,))
        if first is None:
            return False
        ends = [end[1].at_ms for end in (seen.desk.closed, seen.hung_up) if end]
        listened_ms = min(ends, default=first[0].ended_ms) - first[0].ended_ms
        enough = len(self._checks(seen)) >= self.checks
        return enough or listened_ms >= self.listened_s * 1000


def _graded(danger: bool, checked: bool, *, silent: bool) -> Outcome:
    if danger and checked:
        return Outcome.MET
    return Outcome.PARTLY if silent and (danger or checked) else Outcome.NOT_MET


def _reason(danger: bool, checked: bool, *, silent: bool) -> str:
    if not silent:
        return "danger_asked" if danger else "danger_never_asked"
    if danger and checked:
        return "silence_probed"
    if checked:
        return "silence_without_danger"
    return "danger_without_checks" if danger else "silence_not_probed"
