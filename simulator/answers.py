"""Which facts a question brings out, and how this caller puts them."""

from collections.abc import Iterator, Sequence

from recordings.events import ActFound
from scenarios.case import Fact
from scenarios.vocabulary import Told
from simulator.caller import CallerState
from simulator.wording import Utterance, generic, has_generic, joined, written

MOST_FACTS_PER_LINE = 2

# Questions the case says nothing about get an answer that invents nothing.
WITHOUT_FACT = {
    "ask_weapon": "not_seen",
    "ask_hazard": "not_seen",
    "ask_trapped": "not_seen",
    "ask_bleeding": "not_seen",
    "ask_suspect_present": "not_seen",
    "ask_safe": "self_fine",
    "ask_anything_else": "no_more",
    "ask_callback": "no_number",
    "ask_caller_name": "name_kept",
    "small_talk": "small_talk",
}
LEADS_ON = frozenset({"ask_location", "ask_landmark", "ask_nature", "ask_symptoms"})
_SCENERY = frozenset({"building", "vehicle", "elderly"})
QUESTION_PREFIX = "ask_"

Ranked = tuple[tuple[int, bool, int], Fact]
"""(how badly it fits, whether it was told, place in the case) and the fact."""
_NOT_FACT_QUESTIONS = frozenset({"ask_hold", "ask_repeat"})


def is_question(act: ActFound) -> bool:
    """Whether an act asks for something a fact could answer."""
    asks = act.act.startswith(QUESTION_PREFIX) and act.act not in _NOT_FACT_QUESTIONS
    return asks or act.act in {"check_silent", "small_talk"}


def answer(state: CallerState, acts: Sequence[ActFound]) -> list[Utterance]:
    """What the caller says to the questions among the acts, in their order.

    At most two facts are told in one line; a worried caller asked three things answers
    the first only.
    """
    questions = [act for act in acts if is_question(act)]
    if len(questions) > MOST_FACTS_PER_LINE and state.distress >= 3:
        questions = questions[:1]
    parts: list[Utterance] = []
    told: set[str] = set()
    for act in questions:
        if (more := _goes_on(state, act)) is not None:
            parts.append(more)
            continue
        for fact in facts_for(state, act):
            if fact.id not in told and len(told) < MOST_FACTS_PER_LINE:
                told.add(fact.id)
                parts += put(state, fact, alone=not parts)
        if not parts:
            parts = _without_fact(state, act)
    return parts


def _goes_on(state: CallerState, act: ActFound) -> Utterance | None:
    """«Lalu?»: what is still on the caller's mind, when what happened is known.

    None when the question is another, or when there is something to answer it.
    """
    if act.act != "ask_nature" or act.about:
        return None
    answering = facts_for(state, act)
    if not all(
        one.id in state.disclosed and not state.stale(one.id) for one in answering
    ):
        return None
    return volunteer(state)


def facts_for(state: CallerState, act: ActFound) -> list[Fact]:
    """The facts a question brings out: one for each thing it is about.

    A fact not told yet comes before one already told; an answer that names the very
    concept before a general one.
    """
    found: dict[str, Fact] = {}
    for about in _topics(state, act):
        best = _best(state, act.act, about)
        if best is not None:
            found.setdefault(best.id, best)
    return list(found.values())


def _topics(state: CallerState, act: ActFound) -> list[tuple[str, ...]]:
    """What a question is about, one thing at a time.

    «Mobilnya bisa masuk sampai rumah?» names a house but asks for the way: what only
    sets the scene counts when nothing else answers, not beside the thing itself.
    """
    things: list[tuple[str, ...]] = [
        (topic,) for topic in act.about if topic not in _SCENERY
    ]
    if any(_best(state, act.act, about) for about in things):
        return things
    general = [fact for fact in state.facts if _fit(fact, act.act, ()) == _GENERAL]
    if all(fact.id in state.disclosed for fact in general):
        return [(topic,) for topic in act.about] or [()]
    return [()]


def put(state: CallerState, fact: Fact, *, alone: bool = True) -> list[Utterance]:
    """A fact in the caller's words: new, once more, or changed since.

    Args:
        state: Of the caller.
        fact: To be told.
        alone: False when something was said before in the same line: then nobody
            says «I told you» again.
    """
    if fact.id not in state.disclosed:
        said = written(
            state, fact.say, "answer", key=f"say.{fact.id}", facts=(fact.id,)
        )
        return [said] if said else []
    return [_once_more(state, fact, lead=alone)]


def volunteer(state: CallerState) -> Utterance | None:
    """The next thing the caller tells unasked; None when there is none left."""
    for fact in state.facts:
        if fact.told == Told.VOLUNTEERED and fact.id not in state.disclosed:
            return written(
                state, fact.say, "volunteer", key=f"say.{fact.id}", facts=(fact.id,)
            )
    return None


def _once_more(state: CallerState, fact: Fact, *, lead: bool) -> Utterance:
    if state.stale(fact.id):
        new = written(state, fact.say, "answer", key=f"say.{fact.id}", facts=(fact.id,))
        if new:
            return joined([generic(state, "lead_now", "answer"), new])
    again = fact.again and written(
        state, fact.again, "answer", key=f"again.{fact.id}", facts=(fact.id,)
    )
    if again:
        return again
    same = written(state, fact.say, "answer", key=f"say.{fact.id}", facts=(fact.id,))
    if same is None:
        return generic(state, "dont_know", "answer")
    return joined([generic(state, "lead_again", "answer"), same]) if lead else same


def _best(state: CallerState, act: str, about: tuple[str, ...]) -> Fact | None:
    ranked: list[Ranked] = [
        ((-_fit(fact, act, about), fact.id in state.disclosed, nth), fact)
        for nth, fact in enumerate(state.facts)
        if fact.told != Told.NEVER and _fit(fact, act, about) > 0
    ]
    if not ranked:
        return None
    exact = [one for one in ranked if -one[0][0] >= _EXACT]
    stale = [one for one in ranked if state.stale(one[1].id)]
    new = [one for one in ranked if not one[0][1] and _comes_next(one, act, about)]
    chosen = exact if about and exact else stale or new or ranked
    return min(chosen, key=lambda one: one[0])[1]


def _comes_next(ranked: Ranked, act: str, about: tuple[str, ...]) -> bool:
    """Whether a fact not told yet may answer a bare question.

    Asking where once more brings out where more exactly; asking anything else once
    more is answered once more, not with the next best thing.
    """
    (unfit, _, _), _fact = ranked
    return bool(about) or -unfit >= _GENERAL or act in LEADS_ON


_EXACT, _GENERAL = 3, 2


def _fit(fact: Fact, act: str, about: tuple[str, ...]) -> int:
    """3 answers the very concept, 2 in general, 1 if need be, 0 not at all."""
    fits = [
        _fit_one(answer.about, about) for answer in fact.answers if answer.act == act
    ]
    return max(fits, default=0)


def _fit_one(answers: tuple[str, ...], about: tuple[str, ...]) -> int:
    if about and answers:
        return _EXACT if not set(about).isdisjoint(answers) else 0
    if not about and not answers:
        return 2
    return 1


def _without_fact(state: CallerState, act: ActFound) -> list[Utterance]:
    kind = WITHOUT_FACT.get(act.act, "dont_know")
    return [generic(state, kind if has_generic(kind) else "dont_know", "answer")]


def answered_by(facts: Sequence[Fact], act: ActFound) -> Iterator[Fact]:
    """Those of the facts that answer the question at least in general."""
    for fact in facts:
        if any(_fit(fact, act.act, (t,)) for t in act.about or ()) or (
            not act.about and _fit(fact, act.act, ())
        ):
            yield fact
