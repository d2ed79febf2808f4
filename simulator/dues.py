"""What happens by itself: silence, changes of the situation, agencies, hanging up.

Nothing runs in the background. Each rule says when its next thing is due, from the
events alone; `advance` lets everything due by now happen, in the order it was due.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recordings import CallRecord
from recordings.events import (
    AgencyAnswered,
    CallerHungUp,
    SituationChanged,
    TicketFieldSet,
)
from scenarios import Case
from scenarios.case import Change
from simulator import answers, replies, tones
from simulator.caller import CallerState
from simulator.chance import chance
from simulator.conditions import comes
from simulator.step import Step
from simulator.temperament import Move, rules
from simulator.wording import generic, written

OPENS_BY_ITSELF_MS = 2_500
TYPING_HOLDS_BACK_MS = 20_000
LEAVES_HOLD_AFTER_MS = 120_000
PATIENCE_AT_WORK_MS = 20_000
FAREWELL_LINGERS_MS = 6_000
AGENCY_ANSWERS_MS = (6_000, 14_000)
LONGER_EACH_TIME = 0.35
"""Each further «Halo?» waits this much longer, as a share of the patience."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that will happen unless something else happens first."""

    at_ms: int
    happen: Callable[[Step], None]


def dues(state: CallerState) -> Iterator[Due]:
    """Everything that is coming, in no order."""
    if state.answered_ms is None or state.closed or state.frozen:
        return
    yield from _agency_answers(state)
    if state.hung_up:
        return
    yield from _changes(state)
    yield from _hanging_up(state)
    if state.held_since_ms is not None:
        yield from _on_hold(state, state.held_since_ms)
    elif not state.opened:
        yield Due(_held_back(state, state.answered_ms + OPENS_BY_ITSELF_MS), _open)
    else:
        yield from _silence(state)


def advance(case: Case, record: CallRecord, now_ms: int) -> CallRecord:
    """Let what is due by `now_ms` happen, each thing at its own time."""
    while True:
        state = CallerState(case, record)
        coming = [due for due in dues(state) if due.at_ms <= now_ms]
        if not coming:
            return record
        first = min(coming, key=lambda due: due.at_ms)
        last_ms = record.events[-1].at_ms
        step = Step(case, record, at_ms=max(first.at_ms, last_ms))
        first.happen(step)
        if len(step.record.events) == len(record.events):
            raise AssertionError("something due must leave an event")
        record = step.record


def next_due_ms(case: Case, record: CallRecord) -> int | None:
    """When something happens by itself; None when nothing will."""
    coming = [due.at_ms for due in dues(CallerState(case, record))]
    return min(coming, default=None)


# --- the first words ------------------------------------------------------------


def _open(step: Step) -> None:
    said = (
        replies.opening(step.state)
        if step.case.caller.speaks == "words"
        else tones.first_words(step.state)
    )
    step.say(said or generic(step.state, "silence", "opening"), because_of=None)


# --- silence --------------------------------------------------------------------


def _silence(state: CallerState) -> Iterator[Due]:
    if _leaving(state):
        return
    patience = state.case.caller.patience_ms
    if state.at_work:
        patience = max(patience, PATIENCE_AT_WORK_MS)
    wait = round(patience * (1 + LONGER_EACH_TIME * state.prompts))
    at_ms = _held_back(state, state.quiet_since_ms + wait)
    if state.prompts >= state.case.caller.gives_up_after:
        yield Due(at_ms, _give_up)
    else:
        yield Due(at_ms, _prompt)


def _held_back(state: CallerState, at_ms: int) -> int:
    """Later than it was due, while keys are moving."""
    if state.typed_ms is None:
        return at_ms
    return max(at_ms, state.typed_ms + TYPING_HOLDS_BACK_MS)


def _prompt(step: Step) -> None:
    state = step.state
    if state.case.caller.speaks != "words":
        step.say(generic(state, "silence", "prompt"), because_of=None)
        return
    step.feel(Move(rules()["silence"], "silence"), because_of=None)
    more = answers.volunteer(state) if state.prompts == 0 else None
    kind = "prompt_first" if state.prompts == 0 else "prompt_again"
    step.say(more or generic(step.state, kind, "prompt"), because_of=None)


def _give_up(step: Step) -> None:
    kind = "gave_up" if step.case.caller.speaks == "words" else "silence"
    step.say(generic(step.state, kind, "leave"), because_of=None)


def _on_hold(state: CallerState, since_ms: int) -> Iterator[Due]:
    every_ms = rules()["on_hold_every_s"] * 1_000
    felt = state.moved_by("on_hold")
    if state.level < 5.0 and state.case.caller.reactivity > 0:
        yield Due(since_ms + every_ms * (1 + felt), _mind_waiting)
    yield Due(since_ms + LEAVES_HOLD_AFTER_MS, _hang_up("gave_up"))


def _mind_waiting(step: Step) -> None:
    before = len(step.record.events)
    step.feel(Move(rules()["on_hold"], "on_hold"), because_of=None)
    if len(step.record.events) == before:
        step.sound("breathing")


# --- the situation ----------------------------------------------------------------


def _changes(state: CallerState) -> Iterator[Due]:
    for change in state.case.changes:
        due_ms = (state.answered_ms or 0) + change.after_ms
        if change.id not in state.changed and comes(change, state, due_ms=due_ms):
            yield Due(due_ms, _change_happens(change))


def _change_happens(change: Change) -> Callable[[Step], None]:
    def happen(step: Step) -> None:
        seq = step.add(SituationChanged(at_ms=step.at_ms, change=change.id))
        step.feel(Move(change.distress, "situation"), because_of=seq)
        if change.sound:
            step.sound(change.sound, because_of=seq)
        said = change.say and written(
            step.state,
            change.say,
            "change",
            key=f"change.{change.id}",
            facts=change.disclosed,
        )
        if said and (step.state.held_since_ms is None):
            step.say(said, because_of=seq)

    return happen


# --- the end ----------------------------------------------------------------------


def _hanging_up(state: CallerState) -> Iterator[Due]:
    for change in state.case.changes:
        if change.hangs_up and change.id in state.changed:
            ended = state.line_ended("change") or state.changed[change.id]
            yield Due(max(ended, state.changed[change.id]), _hang_up("situation"))
    left = state.line_ended("leave")
    if left is not None:
        gave_up = state.prompts >= state.case.caller.gives_up_after
        yield Due(left, _hang_up("gave_up" if gave_up else "offended"))
    if _said_last(state, "farewell"):
        farewell = state.line_ended("farewell") or 0
        yield Due(farewell + FAREWELL_LINGERS_MS, _hang_up("farewell"))


def _leaving(state: CallerState) -> bool:
    """Whether the caller is about to hang up and waits for nothing more."""
    return _said_last(state, "farewell") or _said_last(state, "leave")


def _said_last(state: CallerState, purpose: str) -> bool:
    """Whether these were the last words and nobody has taken them up."""
    last = state.lines[-1] if state.lines else None
    if last is None or last.line.purpose != purpose:
        return False
    return not state.spoken or state.spoken[-1][0] < last.seq


def _hang_up(reason: str) -> Callable[[Step], None]:
    def happen(step: Step) -> None:
        step.add(CallerHungUp(at_ms=step.at_ms, reason=reason))

    return happen


# --- agencies ----------------------------------------------------------------------


def _agency_answers(state: CallerState) -> Iterator[Due]:
    for agency, sent_ms, nth in state.agencies_to_answer():
        random = chance(state.case.seed, f"agency.{agency}", nth)
        yield Due(sent_ms + random.randint(*AGENCY_ANSWERS_MS), _agency(agency))


def _agency(agency: str) -> Callable[[Step], None]:
    def happen(step: Step) -> None:
        step.add(
            AgencyAnswered(
                at_ms=step.at_ms,
                agency=agency,
                answer="accepts",
                read_back=_read_back(step),
            )
        )

    return happen


def _read_back(step: Step) -> str | None:
    """What the agency repeats: the place as the ticket has it."""
    ticket = {one.field: one.value for _, one in step.record.all(TicketFieldSet)}
    parts = [ticket.get("location.landmark"), ticket.get("location.detail")]
    words = ", ".join(part for part in parts if part)
    return words or ticket.get("location.place")
