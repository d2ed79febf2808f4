"""Read-back: the caller confirms what is right and puts right what is not."""

from collections.abc import Callable, Sequence

from recordings.events import ActFound, Span, ValueFound
from scenarios.vocabulary import DialogueAct, Told
from simulator.caller import CallerState
from simulator.wording import Utterance, generic, written

SHORTEST_END_DIGITS = 3
"""«nomor akhir 452» is enough to be confirmed."""

_CONFIRMS = frozenset({DialogueAct.CONFIRM_LOCATION, DialogueAct.VERIFY_READBACK})
_ASKS_WHERE = frozenset({DialogueAct.ASK_LOCATION, DialogueAct.CONFIRM_LOCATION})
_KECAMATAN_CHARS = len("81.71.02")

_KINDEST = ("right", "part", "claimed", "wrong")

Judge = Callable[[CallerState, Sequence[ValueFound]], Utterance | None]


def is_confirmation(act: ActFound) -> bool:
    """Whether an act asks the caller to confirm something."""
    return act.act in _CONFIRMS


def confirm(state: CallerState, values: Sequence[ValueFound]) -> Utterance:
    """What the caller says to a read-back; what is wrong comes first."""
    judged = [
        said
        for judge in (_judge_places, _judge_number)
        if (said := judge(state, values)) is not None
    ]
    wrong = [said for said in judged if said.purpose == "correct"]
    if wrong:
        return wrong[0]
    return judged[0] if judged else generic(state, "confirm_yes", "confirm")


def fits_place(state: CallerState, place_id: str) -> str:
    """How a place named by the call-taker fits: right, part, claimed or wrong.

    `claimed` is what the caller has called it, right or not: a caller says yes to
    their own words.
    """
    truth = state.case.truth
    if truth.place is None:
        return "claimed" if place_id in _claimed(state) else "wrong"
    place = state.region.places.get(place_id)
    code = place.code if place else None
    if place_id == truth.spot or (code == place_id and code == truth.place):
        return "right"
    if place_id == truth.place[:_KECAMATAN_CHARS]:
        return "part"
    if code == truth.place or code in truth.place_accepted:
        return "right" if truth.spot is None else "part"
    return "claimed" if place_id in _claimed(state) else "wrong"


def fits_named(state: CallerState, values: Sequence[ValueFound]) -> list[str]:
    """How each place named fits. A name that several places bear is taken kindly."""
    named: dict[Span, list[str]] = {}
    for value in values:
        if value.kind == "place":
            named.setdefault(value.span, []).append(value.value)
    return [
        min((fits_place(state, one) for one in places), key=_KINDEST.index)
        for places in named.values()
    ]


def _judge_places(state: CallerState, values: Sequence[ValueFound]) -> Utterance | None:
    fits = fits_named(state, values)
    if not fits:
        return None
    doubtful = {"wrong", "claimed"} & set(fits)
    if "right" in fits and doubtful:
        return _put_right(state, choice=True)
    if "wrong" not in fits:
        kind = "confirm_part" if set(fits) == {"part"} else "confirm_yes"
        return generic(state, kind, "confirm")
    return _put_right(state, choice=len(set(fits)) > 1)


def _put_right(state: CallerState, *, choice: bool) -> Utterance:
    """Name the right place, as far as this caller could ever tell it."""
    right = _right_words(state)
    if right is None:
        return generic(state, "not_there", "correct")
    if choice:
        if (said := _tells_apart(state)) is not None:
            return said
        return generic(state, "choose_place", "confirm", right=right)
    return generic(state, "correct_place", "correct", right=right)


def _tells_apart(state: CallerState) -> Utterance | None:
    """What this caller still has to say when asked whether it is here or there."""
    for fact in state.facts:
        confirms = any(
            answer.act == DialogueAct.CONFIRM_LOCATION and not answer.about
            for answer in fact.answers
        )
        open_ = fact.told != Told.NEVER and fact.id not in state.disclosed
        if confirms and open_ and fact.value:
            key = f"say.{fact.id}"
            return written(state, fact.say, "confirm", key=key, facts=(fact.id,))
    return None


def _right_words(state: CallerState) -> str | None:
    truth = state.case.truth
    knows = any(
        answer.act == DialogueAct.ASK_LOCATION and fact.told != "never"
        for fact in state.facts
        for answer in fact.answers
    )
    return (truth.spot_name or truth.place_name) if knows else None


def _judge_number(state: CallerState, values: Sequence[ValueFound]) -> Utterance | None:
    said = [value.value for value in values if value.kind == "phone"]
    right = state.case.truth.callback_number
    if not said or right is None:
        return None
    if fits_number(said[0], right):
        return generic(state, "confirm_yes", "confirm")
    return generic(state, "correct_number", "correct", right=right)


def fits_number(said: str, right: str) -> bool:
    """Whether digits are the number, or its end of at least three digits."""
    digits = "".join(filter(str.isdigit, right))
    given = "".join(filter(str.isdigit, said))
    return len(given) >= SHORTEST_END_DIGITS and digits.endswith(given)


def _claimed(state: CallerState) -> set[str]:
    """The places the caller has given as the place."""
    where = {
        fact.id
        for fact in state.facts
        if any(answer.act in _ASKS_WHERE for answer in fact.answers)
    }
    words = " ".join(
        heard.said for heard in state.lines if not where.isdisjoint(heard.facts)
    )
    return {place.id for place, _ in state.region.find_in(words)}
