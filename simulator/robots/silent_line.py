"""A line on which nobody speaks: is it empty, or can somebody only press a key?

One system of signs: press once for yes, twice for no. Whoever answers is led from
kecamatan to kelurahan by yes and no, and the line stays open as long as they hold it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING

from simulator.robots.deeds import Deed, close, enter

if TYPE_CHECKING:
    from simulator.robots.oracle import Oracle

LISTENS_MS = 11_000
STAYS_MS = 12_000
LONGEST_STAY = 8
"""Times of listening, before it is the call-taker who ends the call."""


def silent_call(robot: Oracle) -> Iterator[Deed]:
    """Probe twice and listen before anything is called a ghost."""
    for kind in ("check", "check_danger"):
        yield robot.utter(robot.words.say("silent", kind), after_ms=2_000)
        if _answered(robot):
            yield from _by_tones(robot)
            return
        yield Deed({"do": "wait"}, LISTENS_MS)
    yield robot.utter(robot.words.say("close", "ghost"))
    yield close(robot.desk.case.truth.disposition)


def _by_tones(robot: Oracle) -> Iterator[Deed]:
    yield robot.utter(robot.words.say("silent", "danger"))
    yield from _narrow(robot)
    yield from robot.send()
    yield from robot.ask_the_rest()
    yield from robot.tell(critical_first=True)
    yield from _count(robot)
    yield from _stay(robot)
    if not robot.desk.hung_up:
        agencies = robot.names(robot.agencies())
        yield robot.utter(robot.words.say("silent", "close", agencies=agencies))
    yield close(robot.desk.case.truth.disposition)


def _stay(robot: Oracle) -> Iterator[Deed]:
    """Keep the line open: whoever hides must not be the one to lose it."""
    for nth in range(LONGEST_STAY):
        if robot.desk.hung_up:
            return
        if nth % 2 == 0:
            yield robot.kindly(robot.words.say("silent", "stay"))
        yield Deed({"do": "wait"}, STAYS_MS)


def _count(robot: Oracle) -> Iterator[Deed]:
    yield robot.utter(robot.words.say("silent", "child"))
    child = ", ada anak" if _answered(robot, once=True) else ""
    yield enter("persons", f"1 orang{child}")


def _narrow(robot: Oracle) -> Iterator[Deed]:
    """From kecamatan to kelurahan by yes and no."""
    places = robot.desk.region.places.values()
    found = yield from _first_yes(
        robot, [place.id for place in places if place.kind == "kecamatan"]
    )
    if found is None:
        return
    villages = [
        place.id
        for place in places
        if place.id == place.code and place.id.startswith(f"{found}.")
    ]
    village = yield from _first_yes(robot, villages)
    if village is not None:
        yield enter("location.place", village)


def _first_yes(robot: Oracle, places: list[str]) -> Generator[Deed, None, str | None]:
    for nth, place_id in enumerate(places):
        if robot.desk.hung_up:
            return None
        name = robot.desk.region.places[place_id].name
        text = robot.words.say("silent", "narrow", place=name)
        if nth % 2:  # a hiding caller must hear that every sign arrives
            nod = robot.words.say("nod")
            yield robot.kindly(f"{nod} {text}", after_ms=400)
        else:
            yield robot.utter(text, after_ms=400)
        if _answered(robot, once=True):
            return place_id
    return None


def _answered(robot: Oracle, *, once: bool = False) -> bool:
    """Whether a tone came back; `once`: the tone for yes."""
    words = robot.desk.last_words if robot.desk.replied else ""
    return "satu nada" in words or ("dua nada" in words and not once)
