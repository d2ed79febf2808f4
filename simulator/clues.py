"""What an utterance is to this caller, where its acts alone do not say it."""

import re

from scenarios.vocabulary import CourtesyLabel, DialogueAct
from simulator.asides import asking
from simulator.caller import CallerState
from simulator.temperament import rules
from simulator.understanding.reading import Reading
from simulator.wording import topic_word

HELP_COMES = frozenset(
    {DialogueAct.INFORM_DISPATCH, DialogueAct.INFORM_TRANSFER, DialogueAct.INFORM_ETA}
)
_MEANT_WELL = frozenset(
    {
        CourtesyLabel.OFFER_HELP,
        CourtesyLabel.EMOTIONAL_REACTION,
        CourtesyLabel.UNDERSTANDING,
        CourtesyLabel.REASSURANCE_ACTION,
        CourtesyLabel.PRESENCE,
        CourtesyLabel.ENCOURAGE,
        CourtesyLabel.COLLABORATIVE_WE,
        CourtesyLabel.THANKS,
        CourtesyLabel.APOLOGY,
    }
)
_ASKS_BACK = frozenset({"change", "opening", "follow"})
_TOPICS = (
    (("place", "location", "area", "where", "landmark"), "location"),
    (("persons", "patient", "trapped", "injured", "conscious"), "people"),
)
_WORD = re.compile(r"\w+")
_MOST_NUDGE_WORDS = 4
_CLINGS_FROM = 4
"""ECCS from which a caller does not let the call-taker go at once."""


def is_nudge(reading: Reading) -> bool:
    """Whether an utterance only bids the caller go on: «Lalu?», «Baik, lanjut».

    Whatever the reader made of so few words, nothing particular was asked.
    """
    words = [word.lower() for word in _WORD.findall(reading.text)]
    if not 0 < len(words) <= _MOST_NUDGE_WORDS:
        return False
    on, address = asking()["go_on"], asking()["address"]
    return any(word in on for word in words) and all(
        word in on or word in address for word in words
    )


def is_kind(reading: Reading) -> bool:
    """Whether words without any act are at least meant well: «Saya dengar, Ibu.»."""
    labels = {one.label for one in reading.courtesy}
    return "?" not in reading.text and not labels.isdisjoint(_MEANT_WELL)


def had_asked(state: CallerState) -> bool:
    """Whether the caller's own last line was a question.

    Whatever comes next is then an answer to it, such as «Gratis, Pak».
    """
    last = state.lines[-1].line if state.lines else None
    return (
        last is not None
        and last.purpose in _ASKS_BACK
        and last.text.rstrip().endswith("?")
    )


def clings(state: CallerState) -> bool:
    """Whether the caller will not let go yet: in panic, or told of no help.

    Only at the first goodbye; at the second even this caller lets the call end.
    """
    goodbyes = sum(one.act.act == DialogueAct.CLOSE_CALL for one in state.told)
    help_due = bool(state.case.truth.agencies_required)
    untold = not any(one.act.act in HELP_COMES for one in state.told)
    if state.case.caller.age < rules()["grown_up_at"]:
        return False
    return help_due and goodbyes < 2 and (untold or state.distress >= _CLINGS_FROM)


def likely_topic(state: CallerState) -> str:
    """A word for what the caller supposes was asked: the first thing still missing."""
    for fact in state.open_facts:
        for words, topic in _TOPICS:
            if any(word in fact for word in words):
                return topic_word(topic)
    return topic_word("what")
