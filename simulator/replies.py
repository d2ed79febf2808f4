"""What the caller says to an utterance: one rule after another, the first that fits."""

from collections.abc import Callable, Sequence

from recordings.events import ActFound
from scenarios import Region
from scenarios.vocabulary import DialogueAct as A
from simulator import answers, compliance, confirmation, tones
from simulator.caller import CallerState
from simulator.step import Step
from simulator.temperament import Move, protests, rules, severity_of
from simulator.understanding.reading import Reading
from simulator.wording import Utterance, generic, joined, topic_word, written

_UNDERSTANDING = frozenset({A.EMPATHISE, A.REASSURE})
_HELP_COMES = frozenset({A.INFORM_DISPATCH, A.INFORM_TRANSFER, A.INFORM_ETA})
_LISTENS = frozenset({A.ACKNOWLEDGE, A.EXPLAIN_REASON, A.THANK, A.OPEN_GREET})
_TOPICS = (
    (("place", "location", "area", "where", "landmark"), "location"),
    (("persons", "patient", "trapped", "injured", "conscious"), "people"),
)

Rule = Callable[[Step, Reading, int, Region], bool]
"""Adds what it has to say; True when the turn is answered."""


def reply(step: Step, reading: Reading, seq: int, region: Region) -> None:
    """Let the caller answer an utterance.

    Args:
        step: The call, with the utterance and its reading already in it.
        reading: What the caller understood.
        seq: Of the utterance.
        region: Knows the places that were named.
    """
    for rule in RULES:
        if rule(step, reading, seq, region):
            return


# --- the rules, in their order ------------------------------------------------


def _cannot_speak(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    speaks = step.case.caller.speaks
    if speaks == "words":
        return False
    if not step.state.opened:
        first = tones.first_words(step.state)
        step.say(first or generic(step.state, "silence", "opening"), because_of=seq)
    elif speaks == "tones":
        said = tones.answer(step.state, reading, region)
        if said is not None:
            _take_if_instruction(step, reading, seq)
            step.say(said, because_of=seq)
    return True


def _is_busy(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    """While the hands work there is no talking; a new instruction gets through."""
    if step.at_ms >= step.state.busy_until_ms:
        return False
    taken = compliance.take(step.state, reading.acts)
    return taken is None or taken.outcome == "again" or taken.instruction is None


def _protests(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    if not protests(reading):
        return False
    state = step.state
    rude_before = state.purposes()["protest"]
    if not step.case.truth.emergency and rude_before >= rules()["leaves_after"]:
        step.say(generic(state, "offended_leave", "leave"), because_of=seq)
        return True
    costs_turn = state.distress >= rules()["protest_costs_turn_at"]
    if costs_turn or (severity_of(reading) in {"severe", "fatal"} and rude_before == 0):
        step.say(generic(state, "protest", "protest"), because_of=seq)
        # Offended once, the caller answers when asked again.
        return state.streak("protest") == 0
    return False


def _takes_leave(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    if not _has(reading.acts, {A.CLOSE_CALL}) or not step.state.opened:
        return False
    rest = [act for act in reading.acts if answers.is_question(act)]
    if rest:
        return False
    step.say(generic(step.state, "farewell", "farewell"), because_of=seq)
    return True


def _opens(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    if step.state.opened:
        return False
    parts = [opening(step.state)]
    given = [step.state.fact(one) for one in step.case.opening.facts]
    asked = [
        act
        for act in reading.acts
        if answers.is_question(act)
        and not any(answers.answered_by(given, act))
        and answers.facts_for(step.state, act)
    ]
    parts += answers.answer(step.state, asked)[:1]
    step.say(joined(parts), because_of=seq)
    return True


def _answers(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    state, acts = step.state, reading.acts
    parts: list[Utterance] = []
    taken = compliance.take(state, acts)
    if taken is not None:
        step.act(taken, because_of=seq)
        if taken.outcome == "followed" and taken.instruction is not None:
            step.feel(Move(taken.instruction.distress, "instructed"), because_of=seq)
            if taken.instruction.sound:
                step.sound(taken.instruction.sound, because_of=seq)
        parts.append(taken.said)
    if any(confirmation.is_confirmation(act) for act in acts):
        parts.append(confirmation.confirm(state, reading.values, region))
    parts += _without_repeats(answers.answer(state, acts), parts)
    if not parts:
        return False
    _mind_repeats(step, parts, seq)
    step.say(joined(_at_most_two(parts)), because_of=seq)
    return True


def _asks_to_repeat(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    if not _has(reading.acts, {A.ASK_REPEAT}) or not step.state.lines:
        return False
    last = step.state.lines[-1].line
    said = Utterance(last.text, last.purpose, last.facts, last.line)
    step.say(said, because_of=seq)
    return True


def _waits(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    if _has(reading.acts, {A.ASK_HOLD}):
        step.say(generic(step.state, "waits", "thanks"), because_of=seq)
        return True
    return False


def _is_told(step: Step, reading: Reading, seq: int, region: Region) -> bool:
    """Comfort, news of help, or a nod: thanks, and the next thing on the mind."""
    state, acts = step.state, reading.acts
    kind = (
        "thanks_help"
        if _has(acts, _HELP_COMES)
        else "touched"
        if _has(acts, _UNDERSTANDING) and state.distress >= 3
        else "stays"
        if _has(acts, {A.STAY_ON_LINE})
        else "heard"
        if acts and not reading.abstained
        else None
    )
    if kind is None or (_has(acts, {A.OTHER}) and len(acts) == 1):
        return False
    more = answers.volunteer(state)
    if more is not None:
        step.say(more, because_of=seq)
    elif _has(acts, {A.OPEN_GREET}) and state.purposes()["thanks"]:
        return True
    else:
        step.say(generic(state, kind, "thanks"), because_of=seq)
    return True


def _does_not_understand(
    step: Step, reading: Reading, seq: int, region: Region
) -> bool:
    state = step.state
    step.feel(Move(rules()["not_understood"], "not_understood"), because_of=seq)
    if state.streak("not_understood") >= 1:
        topic = generic_topic(state)
        said = generic(step.state, "not_understood_help", "not_understood", topic=topic)
    else:
        said = generic(step.state, "not_understood", "not_understood")
    step.say(said, because_of=seq)
    return True


RULES: tuple[Rule, ...] = (
    _cannot_speak,
    _is_busy,
    _protests,
    _opens,
    _answers,
    _takes_leave,
    _asks_to_repeat,
    _waits,
    _is_told,
    _does_not_understand,
)


# --- parts ------------------------------------------------------------------------


def opening(state: CallerState) -> Utterance:
    """The caller's first words."""
    first = state.case.opening
    said = written(state, first.say, "opening", key="say.opening", facts=first.facts)
    return said or generic(state, "silence", "opening")


def generic_topic(state: CallerState) -> str:
    """What the caller supposes was asked: the first thing still missing."""
    for fact in state.open_facts:
        for words, topic in _TOPICS:
            if any(word in fact for word in words):
                return topic_word(topic)
    return topic_word("what")


def _take_if_instruction(step: Step, reading: Reading, seq: int) -> None:
    taken = compliance.take(step.state, reading.acts)
    if taken is not None and taken.instruction is not None:
        step.act(taken, because_of=seq)
        if taken.outcome == "followed":
            step.feel(Move(taken.instruction.distress, "instructed"), because_of=seq)


def _mind_repeats(step: Step, parts: Sequence[Utterance], seq: int) -> None:
    told = set(step.state.disclosed)
    facts = [fact for part in parts if part.purpose == "answer" for fact in part.facts]
    if facts and all(fact in told and not step.state.stale(fact) for fact in facts):
        step.feel(Move(rules()["repeated"], "repeated"), because_of=seq)


def _without_repeats(
    more: Sequence[Utterance], parts: Sequence[Utterance]
) -> list[Utterance]:
    """Answers that say something the line does not say yet."""
    given = {fact for part in parts for fact in part.facts}
    if not parts:
        return list(more)
    return [part for part in more if part.facts and not set(part.facts) <= given]


def _at_most_two(parts: Sequence[Utterance]) -> Sequence[Utterance]:
    return parts[: answers.MOST_FACTS_PER_LINE + 1]


def _has(acts: Sequence[ActFound], wanted: frozenset[A] | set[A]) -> bool:
    return any(act.act in wanted for act in acts)
