"""Which voice a caller gets, and how distress moves it.

A caller keeps one voice through the call. The figures are those measured for
espeak-ng 1.52 (voice id, rate 175): women's variants have a median pitch of 180 to
250 Hz, men's of 75 to 110, f4 at pitch 99 sounds like a child (307 Hz). Distress
moves rate, pitch and range; above 350 words a minute the engine breaks down.
"""

from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from scenarios.case import CallerProfile

_DATA = Path(__file__).parent / "data" / "voices.yaml"
CHILD_BELOW_YEARS = 13
ELDERLY_FROM_YEARS = 62


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceSettings:
    """How one line is spoken."""

    variant: str
    """espeak-ng voice with variant: id+f2."""
    rate_wpm: int
    pitch: int
    """0 to 99."""
    pitch_range: int
    """0 to 99: how lively."""
    volume: float
    """0 to 1."""

    def fingerprint(self) -> tuple[object, ...]:
        """What, with the text, decides how a clip sounds."""
        return tuple(asdict(self).values())


def cast(caller: CallerProfile, *, seed: int, distress: int) -> VoiceSettings:
    """Choose the voice of a caller and colour it by distress.

    Args:
        caller: Sex and age decide the group of voices.
        seed: That of the case; the same caller always has the same voice.
        distress: ECCS 1 to 5.
    """
    table = _voices()
    group = table["groups"][_group(caller)]
    random = Random(f"{seed}:voice:0")
    chosen = random.choice(group["variants"])
    base = VoiceSettings(
        variant=f"id+{chosen}",
        rate_wpm=group["rate_wpm"] + random.randint(-8, 8),
        pitch=_between(group["pitch"] + random.randint(-6, 6), 0, 99),
        pitch_range=group["pitch_range"],
        volume=group["volume"],
    )
    return coloured(base, distress)


def coloured(base: VoiceSettings, distress: int) -> VoiceSettings:
    """The same voice, calmer or more afraid: rate, pitch and range rise together."""
    move = _voices()["distress"][distress]
    return replace(
        base,
        rate_wpm=_between(round(base.rate_wpm * move["rate"]), 110, 330),
        pitch=_between(base.pitch + move["pitch"], 0, 99),
        pitch_range=_between(base.pitch_range + move["pitch_range"], 0, 99),
        volume=min(1.0, base.volume * move["volume"]),
    )


def _group(caller: CallerProfile) -> str:
    if caller.age < CHILD_BELOW_YEARS:
        return "child"
    age = "elderly" if caller.age >= ELDERLY_FROM_YEARS else "adult"
    return f"{age}_{caller.sex}"


def _between(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


@cache
def _voices() -> Any:  # noqa: ANN401 - the shape of voices.yaml
    return yaml.safe_load(_DATA.read_text(encoding="utf-8"))
