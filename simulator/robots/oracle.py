"""The oracle: a call-taker who handles every call as it should be handled.

A generator of deeds: after each one it looks at the desk again and goes on from there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scenarios import Region
from scenarios.case import MustTell
from simulator.robots.deeds import (
    NATURAL_PAUSE_MS,
    Deed,
    close,
    dispatch,
    enter,
    say,
)
from simulator.robots.desk import Desk
from simulator.robots.phrasing import Phrasing
from simulator.robots.silent_line import silent_call

ANSWERS_AFTER_MS = 3_000
MOST_TRIES = 3
QUESTIONS_BEFORE_SENDING = 2
SENDS_AFTER_MS = 38_000
"""From here on sending comes before the next question."""
UNKNOWN_CALLER = "Bapak atau Ibu"
LED_IN = frozenset({"instruct_cpr_start"})
"""Instructions that are announced before their steps."""
MOST_TURNS = 60


class Oracle:
    """Handles any of the library's calls properly.

    Args:
        desk: What it may know at the beginning; `desk` is renewed before every step.
    """

    asks_back = True
    """Whether it reads places and numbers back."""
    most_questions = 99

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = Phrasing(
            seed=desk.case.seed,
            honorific=desk.honorific if desk.can_be_heard else UNKNOWN_CALLER,
            local_time=desk.case.local_time,
        )
        self._comforted = 0

    # --- the whole call ----------------------------------------------------------

    def deeds(self) -> Iterator[Deed]:
        """Everything it does, in order."""
        yield Deed({"do": "answer"}, ANSWERS_AFTER_MS)
        yield self.utter(self.greeting())
        if self.desk.case.caller.speaks != "words":
            yield from self._silent_call()
        elif self.desk.case.truth.emergency or self.desk.case.truth.agencies_required:
            yield from self._incident()
        else:
            yield from self._no_emergency()

    def greeting(self) -> str:
        return self.words.say("greet")

    # --- an incident ---------------------------------------------------------------

    def _incident(self) -> Iterator[Deed]:
        yield from self._mourn()
        yield from self._locate()
        if not self.desk.place:
            yield from self._locate_by("ask_landmark")
        yield from self._first_questions()
        yield from self.send()
        yield from self.tell(critical_first=True)
        yield from self._call_back()
        yield from self.ask_the_rest()
        yield from self.tell(critical_first=False)
        yield from self._fill_in()
        yield from self._take_leave()

    def _mourn(self) -> Iterator[Deed]:
        if self._is_mourning():
            yield self.spoken(self.words.say("condolence"))

    def _locate(self) -> Iterator[Deed]:
        for act in ("ask_location", "ask_landmark", "ask_location"):
            if self.desk.place:
                break
            yield from self._locate_by(act)
        yield from self._settle_place()

    def _locate_by(self, act: str) -> Iterator[Deed]:
        yield self.spoken(self.question(act, ()))

    def _settle_place(self) -> Iterator[Deed]:
        if not self.asks_back:
            yield from self._note_place()
            return
        if len(twins := self.desk.twins) > 1:
            one, other = twins[-1], twins[0]
            yield self.spoken(self.words.say("which", one=one.name, other=other.name))
        yield self.spoken(self.question("ask_landmark", ()))
        for _ in range(MOST_TRIES):
            place = self.desk.place
            if place is None:
                return
            yield from self._note_place()
            spoken = place.name
            if place.kelurahan and place.kelurahan not in place.name:
                spoken = f"{place.name}, {place.kelurahan}"
            yield self.spoken(self.words.say("read_place", place=spoken))
            if self.desk.place is place:
                return
        yield from self._note_place()

    def _note_place(self) -> Iterator[Deed]:
        place = self.desk.place
        if place is None:
            return
        yield enter("location.place", place.code)
        if place.name != place.kelurahan:
            yield enter("location.landmark", place.name)

    def _first_questions(self) -> Iterator[Deed]:
        """What decides who goes, before anybody is sent."""
        if not self.desk.last_words:
            yield self.spoken(self.question("ask_nature", ()))
        for fact in self.desk.most_urgent()[:QUESTIONS_BEFORE_SENDING]:
            yield from self._ask(fact)
            if self.desk.since_answer_ms > SENDS_AFTER_MS:
                return

    def ask_the_rest(self) -> Iterator[Deed]:
        asked = 0
        for fact in self.desk.case.must_ask:
            if asked >= self.most_questions or self.desk.hung_up:
                return
            if not self.desk.heard_fact(fact):
                asked += 1
                yield from self._ask(fact)

    def _ask(self, fact: str) -> Iterator[Deed]:
        for attempt in range(MOST_TRIES):
            if self.desk.heard_fact(fact) or self.desk.hung_up:
                return
            yield self.spoken(self._question(fact, attempt))

    def _question(self, fact: str, attempt: int) -> str:
        """How to ask for something; another way each time it was not understood."""
        if attempt == 0 and self.words.has("by_fact", fact):
            return self.words.say("by_fact", fact)
        ways = [
            (act, about)
            for act, about in self.desk.questions_for(fact)
            if self.words.has("questions", act)
        ]
        act, about = ways[attempt % len(ways)]
        return self.question(act, about)

    def send(self) -> Iterator[Deed]:
        truth = self.desk.case.truth
        agencies = self.agencies()
        if not agencies:
            return
        priority = truth.priority or 2
        yield enter("incident_type", truth.incident_type)
        yield enter("priority", str(priority))
        yield dispatch(agencies, priority)
        yield self.spoken(self.words.say("forwarding", agencies=self.names(agencies)))

    def agencies(self) -> tuple[str, ...]:
        return self.desk.case.truth.agencies_required

    def names(self, agencies: tuple[str, ...]) -> str:
        """How agencies are called when speaking to a caller."""
        short = [self._region.agencies[one].short for one in agencies]
        return " dan ".join(filter(None, [", ".join(short[:-1]), short[-1]]))

    @property
    def _region(self) -> Region:
        return self.desk.region

    def tell(self, *, critical_first: bool) -> Iterator[Deed]:
        for must in self.desk.case.must_tell:
            urgent = must.critical or bool(must.acts[0].startswith("instruct_"))
            if urgent == critical_first and not self.desk.hung_up:
                yield from self._tell_one(must)

    def _tell_one(self, must: MustTell) -> Iterator[Deed]:
        agencies = self.names(self.agencies()) if self.agencies() else ""
        topics: list[tuple[str, ...]] = [(topic,) for topic in must.about] or [()]
        if must.acts[0] in LED_IN:
            topics.insert(0, ())
        for about in topics:
            act = self._act_for(must, about)
            for attempt in range(MOST_TRIES):
                if self.desk.settled(act, about):
                    break
                text = self.words.instruction(
                    act,
                    about,
                    again=attempt > 0 or self.desk.told(act, about),
                    agencies=agencies,
                    who=self.desk.who(),
                )
                yield self.spoken(text)
                if self.desk.hung_up:
                    return
                if self.desk.last_purpose != "refuse":
                    break

    def _act_for(self, must: MustTell, about: tuple[str, ...]) -> str:
        """The act among those that do it which has words for the concept."""
        for act in must.acts:
            if about and self.words.has("instructions", f"{act}/{about[0]}"):
                return act
        known = [act for act in must.acts if self.words.has("instructions", act)]
        return known[0] if known else must.acts[0]

    def _call_back(self) -> Iterator[Deed]:
        if self.desk.case.truth.callback_number is None or self.desk.hung_up:
            return
        ani = self.desk.record.offered.ani
        if ani is not None:
            end = ani.replace(" ", "")[-3:]
            yield self.spoken(self.words.say("number_shown", end=end))
            yield enter("callback_number", ani)
            return
        yield self.spoken(self.question("ask_callback", ()))
        number = self.desk.number_heard()
        if number is None:
            return
        yield enter("callback_number", number)
        if self.asks_back:
            yield self.spoken(self.words.say("read_number", number=number))

    def _fill_in(self) -> Iterator[Deed]:
        truth = self.desk.case.truth
        if truth.persons and not self.desk.persons() and self.asks_back:
            yield from self._ask_once("ask_victim_count")
        if persons := self.desk.persons():
            yield enter("persons", persons)
        if truth.caller_name and self.asks_back:
            yield from self._ask_once("ask_caller_name")
        if truth.caller_name and truth.caller_name in self.desk.heard:
            yield enter("caller_name", truth.caller_name)

    def _ask_once(self, act: str) -> Iterator[Deed]:
        if self.desk.case.caller.speaks == "words" and not self.desk.hung_up:
            yield self.spoken(self.question(act, ()))

    def _take_leave(self) -> Iterator[Deed]:
        if not self.desk.hung_up:
            kind = "mourning" if self._is_mourning() else "emergency"
            agencies = self.names(self.agencies())
            yield self.utter(self.words.say("close", kind, agencies=agencies))
        yield close(self.desk.case.truth.disposition)

    # --- no emergency ----------------------------------------------------------------

    def _no_emergency(self) -> Iterator[Deed]:
        yield self.spoken(self.question("ask_nature", ("danger",)))
        yield self.spoken(self.question("ask_safe", ("adult_present",)))
        yield from self.ask_the_rest()
        yield from self.tell(critical_first=False)
        if not self.desk.hung_up:
            yield self.utter(self.words.say("close", "child"))
        yield close(self.desk.case.truth.disposition)

    # --- nobody speaks ---------------------------------------------------------

    def _silent_call(self) -> Iterator[Deed]:
        yield from silent_call(self)

    # --- how it speaks ---------------------------------------------------------

    def spoken(self, text: str) -> Deed:
        """Say something; a frightened caller is answered as a person first."""
        if self.desk.distress >= 3:
            text = " ".join(filter(None, [self._comfort(), text]))
        return replace(self.utter(text), takes_up=True)

    def _comfort(self) -> str:
        """Every other time something for the caller: what is felt, then that it counts.

        More would be a litany; less leaves the caller alone with it.
        """
        nth, self._comforted = self._comforted, self._comforted + 1
        if nth % 4 == 0:
            mood = "panic" if self.desk.distress >= 4 else "tense"
            return self.words.say("empathy", mood)
        return self.words.say("nod") if nth % 2 == 0 else ""

    def question(self, act: str, about: Sequence[str]) -> str:
        """A question, about whom the caller has spoken of."""
        return self.words.question(act, about, who=self.desk.who())

    def take_up(self, deed: Deed) -> Deed:
        """The deed with an answer to what the caller brought up before it."""
        brought_up = self.desk.brought_up() if deed.takes_up else ""
        if not brought_up:
            return deed
        heeding = self.words.heeding(brought_up, sent=bool(self.desk.dispatched))
        text = f"{heeding} {deed.what['text']}"
        return replace(deed, what={**deed.what, "text": text})

    def utter(self, text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
        """Say exactly this."""
        return say(text, after_ms=after_ms)

    def kindly(self, text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
        """Say something that is for the caller too, not only for the ticket."""
        return self.utter(text, after_ms=after_ms)

    def _is_mourning(self) -> bool:
        card = self.desk.case.must_tell
        return any("empathise" in must.acts for must in card)
