"""Callers who can only press a key: once for yes, twice for no."""

from simulator import answers, compliance, confirmation
from simulator.caller import CallerState
from simulator.understanding.reading import Reading
from simulator.wording import Utterance, generic


def answer(state: CallerState, reading: Reading) -> Utterance | None:
    """The tone a caller gives, or None when the question is none for yes or no.

    One utterance gets one answer: to the last thing in it that has one, as people do.
    """
    if (said := _place(state, reading)) is not None:
        return said
    for act in reversed(reading.acts):
        for fact in answers.facts_for(state, act):
            if fact.yes is not None:
                kind = "tone_yes" if fact.yes else "tone_no"
                tone = generic(state, kind, "answer")
                return Utterance(tone.text, "answer", (fact.id,))
    taken = compliance.take(state, reading.acts)
    if taken is not None and taken.instruction is not None:
        return taken.said
    return None


def _place(state: CallerState, reading: Reading) -> Utterance | None:
    fits = confirmation.fits_named(state, reading.values)
    if not fits:
        return None
    if fits[-1] == "wrong":
        return generic(state, "tone_no", "correct")
    return generic(state, "tone_yes", "confirm")
