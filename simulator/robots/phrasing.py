"""The robots' words, from data/phrases.yaml."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from simulator.chance import chance
from simulator.robots.desk import CHILD

_DATA = Path(__file__).parent / "data" / "phrases.yaml"
ROBOT_NAMES = ("Rina", "Yanti", "Budi", "Heri")
_SALAM = ((11, "selamat pagi"), (15, "selamat siang"), (18, "selamat sore"))


class Phrasing:
    """One robot's way of putting things in one call.

    Args:
        seed: Of the case; the same case is put in the same words.
        honorific: Of the caller.
        local_time: HH:MM, for the greeting.
    """

    def __init__(self, *, seed: int, honorific: str, local_time: str) -> None:
        self._seed = seed
        self._to_child = honorific == CHILD
        self._count = 0
        self._values = {
            "h": honorific,
            "name": chance(seed, "robot.name", 0).choice(ROBOT_NAMES),
            "salam": salam(local_time),
        }

    def say(self, *path: str, **values: str) -> str:
        """One of the phrases under a path of keys, filled in.

        Raises:
            KeyError: There are no such phrases.
        """
        found: Any = _phrases()
        for key in path:
            found = found[key]
        choices: Sequence[str] = [found] if isinstance(found, str) else found
        nth, self._count = self._count, self._count + 1
        chosen = chance(self._seed, f"robot.{'.'.join(path)}", nth).choice(choices)
        return chosen.format(**self._values, **values)

    def has(self, kind: str, key: str) -> bool:
        """Whether there are phrases of a kind under a key."""
        return key in _phrases()[kind]

    def question(self, act: str, about: Sequence[str], **values: str) -> str:
        """How to ask for something; the most particular wording there is."""
        return self._particular(["questions"], act, about, **values)

    def instruction(
        self, act: str, about: Sequence[str], *, again: bool = False, **values: str
    ) -> str:
        """How to tell the caller to do something.

        Args:
            act: Of the instruction.
            about: Concepts it is about.
            again: After a refusal: in other words, where there are any.
            values: For {names} in the phrase.
        """
        kinds = ["instructions_again"] if again else []
        return self._particular([*kinds, "instructions"], act, about, **values)

    def heeding(self, brought_up: str, *, sent: bool) -> str:
        """How to take up what the caller brought up unasked.

        Args:
            brought_up: The caller's words.
            sent: Whether somebody has been sent already.
        """
        words = brought_up.lower()
        for topic, reply in _phrases()["heed"]["questions"].items():
            asks = "?" in words and any(word in words for word in reply["words"])
            if asks and (sent or not reply.get("once_sent")):
                return self.say("heed", "questions", topic, "say")
        return self.say("heed", "after_sending" if sent else "before_sending")

    def _particular(
        self, kinds: Sequence[str], act: str, about: Sequence[str], **values: str
    ) -> str:
        own = [f"{kind}_child" for kind in kinds] if self._to_child else []
        for kind in [*own, *kinds]:
            known = _phrases().get(kind, {})
            for key in (*(f"{act}/{concept}" for concept in about), act):
                if key in known:
                    return self.say(kind, key, **values)
        raise KeyError(act)


def salam(local_time: str) -> str:
    """The greeting for a time of day."""
    hour = int(local_time[:2])
    if hour < 4:
        return "selamat malam"
    return next((word for until, word in _SALAM if hour < until), "selamat malam")


@cache
def _phrases() -> Mapping[str, Any]:
    phrases: Mapping[str, Any] = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return phrases
