"""What the caller says to an utterance: one rule after another, the first that fits."""

from collections.abc import Callable, Sequence

from recordings.events import ActFound
from scenarios.vocabulary import DialogueAct as A
from simulator import answers, clues, compliance, confirmation, tones
from simulator.caller import CallerState
from simulator.moment import Moment
from simulator.temperament import Move, protests, puts_off, rules, severity_of
from simulator.understanding.reading import Reading
from simulator.wording import Utterance, generic, joined, written

_UNDERSTANDING = frozenset({A.EMPATHISE, A.REASSURE})
LINE_NOISE = "line_noise"
"""All that is heard from a line on which nobody is."""

Rule = Callable[[Moment, Reading, int], bool]
"""Adds what it has to say; True when the turn is answered."""


def reply(now: Moment, reading: Reading, seq: int) -> None:
    """Let the caller answer an utterance.

    Args:
        now: The call, with the utterance and its reading already in it.
        reading: What the caller understood.
        seq: Of the utterance.
    """
    for rule in RULES:
        if rule(now, reading, seq):
            return


# --- the rules, in their order ------------------------------------------------


def _cannot_speak(now: Moment, reading: Reading, seq: int) -> bool:
    speaks = now.state.case.caller.speaks
    if speaks == "words":
        return False
    if not now.state.opened:
        open_line(now, because_of=seq)
    elif speaks == "tones":
        said = tones.answer(now.state, reading)
        if said is not None:
            _take_if_instruction(now, reading, seq)
            now.say(said, because_of=seq)
    return True


def _is_busy(now: Moment, reading: Reading, seq: int) -> bool:
    """Whoever counts compressions does not talk; a new instruction gets through.

    The work itself can be heard, so that nobody takes the silence for a dead line.
    Other work only delays the answer (`Moment.say`).
    """
    if now.at_ms >= now.state.busy_until_ms or not compliance.takes_breath(now.state):
        return False
    taken = compliance.take(now.state, reading.acts)
    if taken and taken.outcome != "again" and taken.instruction is not None:
        return False
    if sound := compliance.sound_of_work(now.state):
        now.sound(sound, because_of=seq)
    return True


def _protests(now: Moment, reading: Reading, seq: int) -> bool:
    if not protests(reading):
        return False
    state = now.state
    rude_before = state.purposes()["protest"]
    if not now.state.case.truth.emergency and rude_before >= rules()["leaves_after"]:
        now.say(generic(state, "offended_leave", "leave"), because_of=seq)
        return True
    costs_turn = state.distress >= rules()["protest_costs_turn_at"]
    if costs_turn or (severity_of(reading) in {"severe", "fatal"} and rude_before == 0):
        now.say(generic(state, "protest", "protest"), because_of=seq)
        # Offended once, the caller answers when asked again.
        return state.streak("protest") == 0
    return False


def _is_put_off(now: Moment, reading: Reading, seq: int) -> bool:
    """Sent elsewhere, or taken for a joker, while help is really needed."""
    if not now.state.opened or not puts_off(now.state, reading):
        return False
    accused = _has(reading.acts, {A.WARN_PRANK})
    kind = "accused" if accused else "sent_away"
    now.say(generic(now.state, kind, "protest"), because_of=seq)
    return True


def _takes_leave(now: Moment, reading: Reading, seq: int) -> bool:
    if not _has(reading.acts, {A.CLOSE_CALL}) or not now.state.opened:
        return False
    rest = [act for act in reading.acts if answers.is_question(act)]
    if rest:
        return False
    if clues.clings(now.state):
        now.say(generic(now.state, "dont_go", "protest"), because_of=seq)
    else:
        now.say(generic(now.state, "farewell", "farewell"), because_of=seq)
    return True


def _opens(now: Moment, reading: Reading, seq: int) -> bool:
    if now.state.opened:
        return False
    parts = [opening(now.state)]
    given = [now.state.fact(one) for one in now.state.case.opening.facts]
    asked = [
        act
        for act in reading.acts
        if answers.is_question(act)
        and not any(answers.answered_by(given, act))
        and answers.facts_for(now.state, act)
    ]
    parts += answers.answer(now.state, asked)[:1]
    now.say(joined(parts), because_of=seq)
    return True


def _goes_on(now: Moment, reading: Reading, seq: int) -> bool:
    """«Lalu?»: the next thing on the mind, or that there is nothing more."""
    if not clues.is_nudge(reading):
        return False
    more = answers.volunteer(now.state)
    nods = more is None and _has(reading.acts, {A.ACKNOWLEDGE})
    if not nods:
        now.say(more or generic(now.state, "no_more", "answer"), because_of=seq)
    return not nods


def _answers(now: Moment, reading: Reading, seq: int) -> bool:
    state, acts = now.state, reading.acts
    parts: list[Utterance] = []
    taken = compliance.take(state, acts)
    if taken is not None:
        now.act(taken, because_of=seq)
        if taken.outcome == "followed" and taken.instruction is not None:
            now.feel(Move(taken.instruction.distress, "instructed"), because_of=seq)
            if taken.instruction.sound:
                now.sound(taken.instruction.sound, because_of=seq)
        parts.append(taken.said)
    if any(confirmation.is_confirmation(act) for act in acts):
        parts.append(confirmation.confirm(state, reading.values))
    parts += _without_repeats(answers.answer(state, acts), parts)
    if not parts:
        return False
    _mind_repeats(now, parts, seq)
    now.say(joined(_at_most_two(parts)), because_of=seq)
    return True


def _asks_to_repeat(now: Moment, reading: Reading, seq: int) -> bool:
    if not _has(reading.acts, {A.ASK_REPEAT}) or not now.state.lines:
        return False
    lines = [heard.line for heard in now.state.lines]
    last = next((line for line in reversed(lines) if line.facts), lines[-1])
    said = Utterance(last.text, last.purpose, last.facts, last.line)
    now.say(said, because_of=seq)
    return True


def _waits(now: Moment, reading: Reading, seq: int) -> bool:
    if _has(reading.acts, {A.ASK_HOLD}):
        now.say(generic(now.state, "waits", "thanks"), because_of=seq)
        return True
    return False


def _is_told(now: Moment, reading: Reading, seq: int) -> bool:
    """Comfort, news of help, or a nod: thanks, and the next thing on the mind."""
    state, acts = now.state, reading.acts
    kind = (
        "thanks_help"
        if _has(acts, clues.HELP_COMES)
        else "touched"
        if _has(acts, _UNDERSTANDING)
        else "stays"
        if _has(acts, {A.STAY_ON_LINE})
        else "heard"
        if (acts and not reading.abstained) or clues.is_kind(reading)
        else None
    )
    if kind is None or (_has(acts, {A.OTHER}) and len(acts) == 1):
        return False
    more = answers.volunteer(state)
    if more is not None:
        now.say(more, because_of=seq)
    elif _has(acts, {A.OPEN_GREET}) and state.purposes()["thanks"]:
        return True
    else:
        now.say(generic(state, kind, "thanks"), because_of=seq)
    return True


def _does_not_understand(now: Moment, reading: Reading, seq: int) -> bool:
    state = now.state
    if clues.had_asked(state):
        now.say(generic(state, "heard", "thanks"), because_of=seq)
        return True
    now.feel(Move(rules()["not_understood"], "not_understood"), because_of=seq)
    if state.streak("not_understood") >= 1:
        topic = clues.likely_topic(state)
        said = generic(now.state, "not_understood_help", "not_understood", topic=topic)
    else:
        said = generic(now.state, "not_understood", "not_understood")
    now.say(said, because_of=seq)
    return True


RULES: tuple[Rule, ...] = (
    _cannot_speak,
    _is_busy,
    _protests,
    _is_put_off,
    _opens,
    _goes_on,
    _answers,
    _takes_leave,
    _asks_to_repeat,
    _waits,
    _is_told,
    _does_not_understand,
)


# --- parts ------------------------------------------------------------------------


def open_line(now: Moment, *, because_of: int | None) -> None:
    """Let the caller be heard for the first time."""
    if now.state.case.caller.speaks == "nothing":
        now.sound(LINE_NOISE, because_of=because_of)
        return
    now.say(opening(now.state), because_of=because_of)


def opening(state: CallerState) -> Utterance:
    """The caller's first words."""
    first = state.case.opening
    said = written(state, first.say, "opening", key="say.opening", facts=first.facts)
    return said or generic(state, "silence", "opening")


def _take_if_instruction(now: Moment, reading: Reading, seq: int) -> None:
    taken = compliance.take(now.state, reading.acts)
    if taken is not None and taken.instruction is not None:
        now.act(taken, because_of=seq)
        if taken.outcome == "followed":
            now.feel(Move(taken.instruction.distress, "instructed"), because_of=seq)


def _mind_repeats(now: Moment, parts: Sequence[Utterance], seq: int) -> None:
    told = set(now.state.disclosed)
    facts = [fact for part in parts if part.purpose == "answer" for fact in part.facts]
    if facts and all(fact in told and not now.state.stale(fact) for fact in facts):
        now.feel(Move(rules()["repeated"], "repeated"), because_of=seq)


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
