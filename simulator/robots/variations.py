"""Robots with one fault each, to see that the mark finds it where it is."""

from collections.abc import Iterator
from dataclasses import replace

from simulator.robots.deeds import NATURAL_PAUSE_MS, Deed, close, dispatch
from simulator.robots.desk import Desk
from simulator.robots.oracle import ANSWERS_AFTER_MS, Oracle

SLOW_ANSWER_MS = 28_000
PROMPTED_SOON_MS = 1_000
LONGEST_PAUSE_MS = 8_000
LATE_FACTOR = 2
GIVES_UP_MS = 15_000
LONGEST_SILENCE = 20


class WrongAgency(Oracle):
    """Sends somebody who cannot help."""

    def agencies(self) -> tuple[str, ...]:
        truth = self.desk.case.truth
        listed = {*truth.agencies_required, *truth.agencies_acceptable}
        wrong = truth.agencies_wrong or tuple(
            one for one in self.desk.region.agencies if one not in listed
        )
        return wrong[:1]

    def _no_emergency(self) -> Iterator[Deed]:
        yield dispatch(self.agencies(), 2)
        yield from super()._no_emergency()

    def _silent_call(self) -> Iterator[Deed]:
        if not self.desk.case.truth.agencies_required:
            yield dispatch(self.agencies(), 2)
        yield from super()._silent_call()


class Rude(Oracle):
    """Asks the right things in the wrong way.

    Its fault is manners alone: where it does say something for the caller, it does
    not bark in the same breath.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._turns = 0
        self._kind = False
        self._bark = ""

    def utter(self, text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
        self._turns += 1
        text = _bare(text, self.desk)
        barks = self._turns % 2 and not self._kind
        self._bark = f"{self.words.say('rude', 'before')} " if barks else ""
        self._kind = False
        return super().utter(f"{self._bark}{text}", after_ms=after_ms)

    def take_up(self, deed: Deed) -> Deed:
        taken = super().take_up(deed)
        if taken is deed or not self._bark:
            return taken
        text = taken.what["text"].replace(self._bark, "")
        return replace(taken, what={**taken.what, "text": text})

    def kindly(self, text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
        self._kind = True
        return super().kindly(text, after_ms=after_ms)

    def _comfort(self) -> str:
        comfort = super()._comfort()
        self._kind = bool(comfort)
        return comfort

    def greeting(self) -> str:
        return "112. Di mana lokasinya?"

    def _take_leave(self) -> Iterator[Deed]:
        if not self.desk.hung_up:
            yield self.utter("Sudah, saya tutup.")
        yield close(self.desk.case.truth.disposition)


class Slow(Oracle):
    """Does everything right, long after it was due."""

    def deeds(self) -> Iterator[Deed]:
        for deed in super().deeds():
            pause_ms = self._pause_ms(deed)
            yield replace(deed, after_ms=max(pause_ms, deed.after_ms))

    def _pause_ms(self, deed: Deed) -> int:
        match deed.what["do"]:
            case "answer":
                return SLOW_ANSWER_MS
            case "say":
                patience_ms = self.desk.case.caller.patience_ms
                return min(patience_ms - PROMPTED_SOON_MS, LONGEST_PAUSE_MS)
            case "dispatch":
                # Long after the centre's own time for it.
                late_ms = LATE_FACTOR * self.desk.case.targets.dispatch_ms
                answered_ms = self.desk.record.answered_ms or 0
                return answered_ms + late_ms - self.desk.record.events[-1].at_ms
        return 0

    def greeting(self) -> str:
        return self.words.say("greet_only")

    def _incident(self) -> Iterator[Deed]:
        yield from self._mourn()
        yield from self.ask_the_rest()
        yield from self._locate()
        yield from self._call_back()
        yield from self.tell(critical_first=True)
        yield from self.send()
        yield from self.tell(critical_first=False)
        yield from self._fill_in()
        yield from self._take_leave()


class Silent(Oracle):
    """Answers and never says a word."""

    def deeds(self) -> Iterator[Deed]:
        yield Deed({"do": "answer"}, ANSWERS_AFTER_MS)
        for _ in range(LONGEST_SILENCE):
            if self.desk.hung_up:
                break
            yield Deed({"do": "wait"}, GIVES_UP_MS)
        yield close("ghost")


class Careless(Oracle):
    """Takes the first thing it hears for granted and asks little."""

    asks_back = False
    most_questions = 1


class Chatty(Oracle):
    """Kind, thorough, and far too many words."""

    def utter(self, text: str, *, after_ms: int = NATURAL_PAUSE_MS) -> Deed:
        return super().utter(f"{self.words.say('chatty')} {text}", after_ms=after_ms)

    def greeting(self) -> str:
        return f"{self.words.say('greet_only')} {self.words.question('ask_nature', ())}"


def _bare(text: str, desk: Desk) -> str:
    """The same words without address, please or softener."""
    text = text.replace("Boleh saya tahu lokasinya di mana", "Lokasinya di mana")
    text = text.replace("Boleh saya tahu nama", "Siapa nama")
    for word in (f", {desk.honorific}", f" {desk.honorific}", "Tolong ", "Boleh "):
        text = text.replace(word, "")
    return text
