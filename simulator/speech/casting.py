"""Which voice a caller gets, and how distress moves it.

A caller keeps one voice through the call. Variant, pitch and rate follow from the
seed in turn, so that callers with seeds in a row differ as much as the engine allows;
`seed_in_turn` gives a trainee's calls such seeds. The figures of voices.yaml were
measured on espeak-ng 1.52 (docs/evaluation/voices.md). Distress moves rate, pitch and
range; above 350 words a minute the engine breaks down.
"""

import math
import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scenarios.case import CallerProfile

_DATA = Path(__file__).parent / "data" / "voices.yaml"
CHILD_BELOW_YEARS = 13
TEEN_BELOW_YEARS = 18
ELDERLY_FROM_YEARS = 62
ROUND = 24
"""Castings of a group, all of another variant, pitch or both, until it begins again."""
_SEMITONES_A_PITCH_STEP = 0.17
"""Rise of F0 by one step of pitch, measured over all variants used (0.14 to 0.20)."""
_HEARD_SEMITONES = 1.0
_HEARD_RATE = 0.06
"""Differences of median F0 and of rate that a listener notices between two voices."""
_STAGE_DIRECTION = re.compile(r"\(([^)]*)\)")


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
    breath_words: int | None = None
    """Words said in one breath; None: pauses stand where they are written."""

    def fingerprint(self) -> tuple[object, ...]:
        """What, with the text, decides how a clip sounds."""
        return tuple(asdict(self).values())


def cast(
    caller: CallerProfile, *, seed: int, distress: int, line: str = ""
) -> VoiceSettings:
    """Choose the voice of a caller and colour it by distress.

    Args:
        caller: Sex and age decide the group of voices.
        seed: That of the case; the same caller always has the same voice.
        distress: ECCS 1 to 5.
        line: What is about to be said; with «(berbisik)» in it the caller whispers.
    """
    group = _voices()["groups"][_group(caller)]
    turn = seed % ROUND
    variants = list(group["voices"])
    nth, level = turn % len(variants), turn // len(variants) % group["pitches"]
    low, high, volume = group["voices"][variants[nth]]
    rates = group["rates_wpm"]
    base = VoiceSettings(
        variant=f"id+{variants[nth]}",
        rate_wpm=rates[(turn + turn // len(variants)) % len(rates)],
        pitch=round(low + (high - low) * level / (group["pitches"] - 1)),
        pitch_range=group["pitch_range"],
        volume=volume,
    )
    spoken = coloured(base, distress)
    return _whispered(spoken, caller) if _is_whispered(line) else spoken


def coloured(base: VoiceSettings, distress: int) -> VoiceSettings:
    """The same voice, calmer or more afraid.

    Rate, pitch and range rise together; from 4 on the breath grows short.
    """
    move = _voices()["distress"][distress]
    return replace(
        base,
        rate_wpm=max(110, min(330, round(base.rate_wpm * move["rate"]))),
        pitch=_up(base.pitch, move["pitch"]),
        pitch_range=_up(base.pitch_range, move["pitch_range"]),
        volume=min(1.0, base.volume * move["volume"]),
        breath_words=move["breath"],
    )


def seed_in_turn(drawn: int, *, turn: int) -> int:
    """A seed near the drawn one whose voice is that of the given turn.

    Args:
        drawn: Any seed, from 0.
        turn: How many calls this trainee had before. Twenty turns in a row give
            twenty voices that `difference` tells apart.
    """
    return drawn - drawn % ROUND + turn % ROUND


def difference(one: VoiceSettings, other: VoiceSettings) -> float:
    """How well two voices are told apart; from 1 on a listener does.

    Variants have other formants and always differ. The same variant is told apart by
    pitch and rate, each in multiples of what is noticed.
    """
    if one.variant != other.variant:
        return math.inf
    semitones = _SEMITONES_A_PITCH_STEP * abs(one.pitch - other.pitch)
    rate = abs(math.log(one.rate_wpm / other.rate_wpm))
    return math.hypot(semitones / _HEARD_SEMITONES, rate / _HEARD_RATE)


def _is_whispered(line: str) -> bool:
    directions = " ".join(_STAGE_DIRECTION.findall(line)).lower()
    return any(word in directions for word in _voices()["whisper"]["directions"])


def _whispered(spoken: VoiceSettings, caller: CallerProfile) -> VoiceSettings:
    whisper = _voices()["whisper"]
    sex = "female" if caller.age < CHILD_BELOW_YEARS else caller.sex
    return replace(
        spoken,
        variant=f"id+{whisper['variant'][sex]}",
        volume=spoken.volume * whisper["volume"],
    )


def _group(caller: CallerProfile) -> str:
    if caller.age < CHILD_BELOW_YEARS:
        return "child"
    if caller.age < TEEN_BELOW_YEARS:
        return f"teen_{caller.sex}"
    age = "elderly" if caller.age >= ELDERLY_FROM_YEARS else "adult"
    return f"{age}_{caller.sex}"


def _up(value: int, share: float) -> int:
    return round(value + (99 - value) * share)


@cache
def _voices() -> Any:  # noqa: ANN401 - the shape of voices.yaml
    return yaml.safe_load(_DATA.read_text(encoding="utf-8"))
