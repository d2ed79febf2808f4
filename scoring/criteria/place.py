"""Would the crew arrive? The place as it was verified, and as the ticket has it."""

from dataclasses import dataclass
from enum import Enum

from recordings.call_record import Quote
from scenarios.case import Truth
from scenarios.vocabulary import DialogueAct
from scoring.criteria.doubt import not_assessable
from scoring.evidence import Evidence
from scoring.finding import Outcome, Verdict
from scoring.said import Said

VERIFYING = (DialogueAct.CONFIRM_LOCATION, DialogueAct.VERIFY_READBACK)
YES_TONE, NO_TONE = "tone_once", "tone_twice"


class Reach(Enum):
    """Where a crew would end up with a place."""

    WRONG = 0
    NEXT_DOOR = 1
    RIGHT = 2


REACHED = {
    Reach.RIGHT: Outcome.MET,
    Reach.NEXT_DOOR: Outcome.PARTLY,
    Reach.WRONG: Outcome.NOT_MET,
}


def reach(place: str, truth: Truth) -> Reach:
    """Where a crew would end up with this place."""
    if place in {truth.place, truth.spot, *truth.place_accepted}:
        return Reach.RIGHT
    return Reach.NEXT_DOOR if place in truth.neighbours else Reach.WRONG


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceVerified:
    """The place was said back, and a crew would arrive there.

    A kelurahan next door is half of it. A place said back wrongly and put right later
    counts as right.
    """

    def assess(self, seen: Evidence) -> Verdict:
        tries = [(said, *found) for said in seen.said if (found := _tried(seen, said))]
        best = max(tries, key=lambda attempt: attempt[1].value, default=None)
        if best is not None and best[1] is Reach.RIGHT:
            return self._verdict(seen, *best)
        if doubtful := seen.doubtful(VERIFYING):
            return not_assessable(seen, doubtful)
        if best is not None:
            return self._verdict(seen, *best)
        return _unverified(seen)

    def _verdict(
        self, seen: Evidence, said: Said, reached: Reach, reply: Quote | None
    ) -> Verdict:
        quotes = (said.quote(seen.call), *((reply,) if reply else ()))
        return Verdict(
            outcome=REACHED[reached],
            reason=f"place_verified_{reached.name.lower()}",
            params={"place": seen.case.truth.place or ""},
            quotes=quotes,
            by_reading=True,
        )


def _unverified(seen: Evidence) -> Verdict:
    """Nothing was said back, or what was said back has been erased."""
    tried = next((said for said in seen.said if said.did(VERIFYING)), None)
    if tried is not None and tried.erased:
        return Verdict(outcome=Outcome.NOT_ASSESSABLE, reason="words_erased")
    return Verdict(
        outcome=Outcome.NOT_MET,
        reason="place_unconfirmed" if tried else "place_never_said_back",
        quotes=(tried.quote(seen.call),) if tried else (),
        by_reading=bool(seen.said),
    )


def _tried(seen: Evidence, said: Said) -> tuple[Reach, Quote | None] | None:
    """Where the place said back leads, with the caller's reply; None without a try.

    What the truth cannot tell apart (a landmark it does not name) rests on the
    caller's yes.
    """
    if not said.did(VERIFYING):
        return None
    agreed, reply = _reply(seen, said)
    truth = seen.case.truth
    places = [value.value for value in said.values if value.kind == "place"]
    named = [place for place in places if not _whole_district(place, truth)]
    if places and not named:
        return None
    reached = max(
        (reach(place, truth) for place in named),
        key=lambda reached: reached.value,
        default=None,
    )
    if agreed is False:
        return None
    if reached in {Reach.RIGHT, Reach.NEXT_DOOR}:
        return reached, reply
    if agreed and not _known_elsewhere(named, truth):
        return Reach.RIGHT, reply
    return None if reached is None else (Reach.WRONG, reply)


def _whole_district(place: str, truth: Truth) -> bool:
    """Whether it is only the kecamatan round the right place: too wide for a crew."""
    return truth.place is not None and truth.place.startswith(f"{place}.")


def _known_elsewhere(named: list[str], truth: Truth) -> bool:
    """Whether a named place is surely another: a twin, or another kelurahan's code."""
    return any(place in truth.confusable or "." in place for place in named)


def _reply(seen: Evidence, said: Said) -> tuple[bool | None, Quote | None]:
    """Whether the caller agreed, by word or by key tone; None when neither."""
    for seq, line in seen.lines:
        if said.is_answered_by(line) and line.purpose in {"confirm", "correct"}:
            return line.purpose == "confirm", seen.call.quote(seq)
    for seq, sound in seen.sounds:
        if said.is_answered_by(sound) and sound.sound in {YES_TONE, NO_TONE}:
            return sound.sound == YES_TONE, seen.call.quote(seq)
    return None, None
