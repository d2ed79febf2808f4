"""Callers who can only press a key: once for yes, twice for no."""

from scenarios import Region
from simulator import answers, compliance, confirmation
from simulator.caller import CallerState
from simulator.understanding.reading import Reading
from simulator.wording import Utterance, generic, written


def answer(state: CallerState, reading: Reading, region: Region) -> Utterance | None:
    """The tone a caller gives, or None when the question is none for yes or no.

    One utterance gets one answer: to the last thing in it that has one, as people do.
    """
    if (said := _place(state, reading, region)) is not None:
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


def first_words(state: CallerState) -> Utterance | None:
    """What is heard from a caller without words when the line opens."""
    first = state.case.opening
    return written(state, first.say, "opening", key="say.opening", facts=first.facts)


def _place(state: CallerState, reading: Reading, region: Region) -> Utterance | None:
    places = [value.value for value in reading.values if value.kind == "place"]
    if not places:
        return None
    fits = confirmation.fits_place(state, places[-1], region)
    right = fits in {"right", "part", "claimed"}
    return generic(state, "tone_yes" if right else "tone_no", "confirm")
