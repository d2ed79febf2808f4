"""How the caller takes instructions: follows, balks, or is busy with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from recordings.events import ActFound, CallerActed
from scenarios.case import Instruction
from scenarios.vocabulary import DialogueAct, Form
from simulator.caller import CallerState
from simulator.wording import Utterance, generic, written

_BREATHLESS = frozenset(
    {DialogueAct.INSTRUCT_CPR_START, DialogueAct.INSTRUCT_COMPRESSIONS}
)
INSTRUCTION_PREFIX = "instruct_"


@dataclass(frozen=True, slots=True)
class Taken:
    """How an instruction was taken."""

    instruction: Instruction | None
    """None when the case has nothing special to it."""
    outcome: str
    """followed, refused, or again when it was being followed already."""
    said: Utterance


def take(state: CallerState, acts: Sequence[ActFound]) -> Taken | None:
    """What the caller does with the instructions among the acts: the first new one."""
    matched = [(act, match(state, act)) for act in acts]
    for act, instruction in matched:
        if instruction is not None and instruction.id not in state.followed:
            return _new(state, instruction, act)
    for act, instruction in matched:
        if instruction is not None and is_instruction(act):
            return Taken(instruction, "again", _busy_with(state))
    if any(is_instruction(act) for act in acts):
        return Taken(None, "followed", generic(state, "follows", "follow"))
    return None


def is_instruction(act: ActFound) -> bool:
    """Whether an act tells the caller to do something."""
    return act.act.startswith(INSTRUCTION_PREFIX)


def takes_breath(state: CallerState) -> bool:
    """Whether the caller's last work leaves no breath to talk: chest compressions."""
    acts = {one.id: one.act for one in state.case.instructions}
    last = state.record.last(CallerActed)
    return last is not None and acts.get(last[1].instruction) in _BREATHLESS


def sound_of_work(state: CallerState) -> str | None:
    """What is heard while the caller is busy; None when the work is silent."""
    sounds = {one.id: one.sound for one in state.case.instructions}
    last = state.record.last(CallerActed)
    return sounds.get(last[1].instruction) if last else None


def match(state: CallerState, act: ActFound) -> Instruction | None:
    """The case's instruction an act gives; the one that shares most concepts."""
    fitting = [
        one
        for one in state.case.instructions
        if one.act == act.act
        and (not one.about or not act.about or not set(one.about).isdisjoint(act.about))
    ]
    return max(
        fitting,
        key=lambda one: (
            len(set(one.about) & set(act.about)),
            one.id not in state.followed,
        ),
        default=None,
    )


def _new(state: CallerState, instruction: Instruction, act: ActFound) -> Taken:
    led = instruction.form == Form.DIRECTIVE and act.form == Form.DIRECTIVE
    balks = state.refused[instruction.id] < instruction.refusals and not led
    if balks and instruction.say_refused is not None:
        said = written(
            state, instruction.say_refused, "refuse", key=f"refuse.{instruction.id}"
        )
        return Taken(instruction, "refused", said or generic(state, "heard", "refuse"))
    said = None
    if instruction.say_done is not None:
        said = written(
            state,
            instruction.say_done,
            "follow",
            key=f"follow.{instruction.id}",
            facts=instruction.facts,
        )
    return Taken(instruction, "followed", said or generic(state, "follows", "follow"))


def _busy_with(state: CallerState) -> Utterance:
    return generic(state, "still_doing", "follow")
