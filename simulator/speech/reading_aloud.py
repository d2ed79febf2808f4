"""Writing turned into what is said: numbers, abbreviations, stage directions.

espeak-ng reads 112 as «seratus dua belas», spells «Jl.» and says «garis miring» in
RT 004/003. Here the text is brought into words first; the ear of the trainee never
hears punctuation.
"""

import re
from functools import cache
from pathlib import Path

import yaml

_DATA = Path(__file__).parent / "data" / "lexicon.yaml"
_DIGITS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
)

_STAGE_DIRECTION = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_RT_RW = re.compile(r"\bRT\s*(\d+)\s*/\s*(?:RW\s*)?(\d+)", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:(jam|pukul)\s+)?([01]?\d|2[0-3])[.:]([0-5]\d)\b")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\d \-]{5,}\d)(?!\w)")
_SERVICE = re.compile(r"\b(11[0-9]|12[0-9])\b")
_LEADING_ZERO = re.compile(r"\b0\d+\b")
_ELLIPSIS = re.compile(r"\s*(?:\.{3,}|…)\s*")


def aloud(text: str) -> str:
    """Bring a line of the caller into words an engine can read."""
    text = _STAGE_DIRECTION.sub(" ", text)
    text = _ELLIPSIS.sub(", ", text)
    text = _RT_RW.sub(_say_rt_rw, text)
    text = _CLOCK.sub(_say_clock, text)
    text = _PHONE.sub(lambda match: digits(match[0]), text)
    text = _SERVICE.sub(lambda match: digits(match[0]), text)
    text = _LEADING_ZERO.sub(lambda match: digits(match[0]), text)
    for pattern, spoken in _lexicon():
        text = pattern.sub(spoken, text)
    return " ".join(text.split()).strip(" ,")


def digits(number: str) -> str:
    """Read digit by digit, with the pauses the writer left between groups."""
    groups = re.findall(r"\d+", number)
    return ", ".join(" ".join(_DIGITS[int(d)] for d in group) for group in groups)


def _say_rt_rw(match: re.Match[str]) -> str:
    return f"er te {digits(match[1])}, er we {digits(match[2])}"


def _say_clock(match: re.Match[str]) -> str:
    minutes = "" if match[3] == "00" else f" lewat {int(match[3])} menit"
    return f"{match[1] or 'jam'} {int(match[2])}{minutes}"


@cache
def _lexicon() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(str(written))}(?!\w)", flag), str(spoken))
        for group, flag in (("abbreviations", 0), ("words", re.IGNORECASE))
        for written, spoken in entries[group].items()
    )
