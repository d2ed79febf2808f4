"""Writing turned into what is said: numbers, abbreviations, stage directions.

espeak-ng reads 112 as «seratus dua belas», spells «Jl.» and says «garis miring» in
RT 004/003. Here the text is brought into words first; the ear of the trainee never
hears punctuation.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from scenarios.language.numbers import in_words
from simulator.speech.numerals import digits, number, ordinal
from simulator.speech.pronunciation import pronounced

_DATA = Path(__file__).parent / "data" / "lexicon.yaml"
_Step = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_CLOCK = r"([01]?\d|2[0-3])[.:]([0-5]\d)"
_ROMAN = {"II": 2, "III": 3, "IV": 4, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "XI": 11}
_ALL_VOWELS = frozenset("AEIOU")
_LETTER_NAMES = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "a bé cé dé é éf gé ha i jé ka él ém én o pé ki ér és té u fé wé éks yé "
        "zét".split(),
        strict=True,
    )
)


def aloud(text: str) -> str:
    """Bring a line of the caller into what the engine reads rightly.

    Words whose letters mislead it come as phonemes in `[[...]]`.
    """
    return pronounced(worded(text))


def worded(text: str) -> str:
    """The line as words alone; é marks an e-taling in the name of a letter."""
    for pattern, spoken in _steps():
        text = pattern.sub(spoken, text)
    text = re.sub(r"\s+([,.!?;:])", r"\1", " ".join(text.split()))
    text = re.sub(r",(?:\s*,)+", ",", text)
    return re.sub(r",\s*(?=[.!?])", "", text).strip(" ,")


def spell(letters: str) -> str:
    """Letter by letter: PLN is «pé él én»."""
    return " ".join(_LETTER_NAMES.get(letter, letter) for letter in letters.upper())


@cache
def _steps() -> tuple[_Step, ...]:
    data = _data()
    return (
        *_without_what_is_not_said(),
        *_addresses(data),
        *_clock_times(data),
        *_numbers_read_by_digits(data),
        *_quantities(data),
        *_short_forms(data),
    )


def _without_what_is_not_said() -> tuple[_Step, ...]:
    return (
        # «(0911) 352000» is a telephone number, not a stage direction.
        (re.compile(r"\((?!\s*[\d +-]+\))[^)]*\)|\[[^\]]*\]|\*[^*]*\*|<[^>]*>"), " "),
        (re.compile(r"[«»\"“”()]"), " "),
        (re.compile(r"\s*(?:\.{2,}|…)\s*"), ", "),
        (re.compile(r"\s+[–—-]+\s+"), ", "),
        (re.compile(r"(?<![^\W\d_])m{2,}(?![^\W\d_])", re.I), "mmm"),
        (re.compile(r"(?<![^\W\d_])hm{1,}(?![^\W\d_])", re.I), "hmm"),
        (re.compile(r"(?<![^\W\d_])s{2,}t+(?![^\W\d_])", re.I), "ssst"),
        (re.compile(r"([aeiou])\1{2,}", re.I), r"\1"),
        (re.compile(r"([^\W\d_]{2,}?)2(nya|an|lah)?(?![\w²])"), _twice),
    )


def _addresses(data: Any) -> tuple[_Step, ...]:  # noqa: ANN401 - lexicon.yaml
    titles = "|".join(map(re.escape, data["titles"]))
    numbered = "|".join(map(re.escape, data["numbered"]))
    return (
        (
            re.compile(
                r"\bRT[ ./]*(?:RW[ .]*)?(\d+)(?:\s*[/,]\s*|\s+(?=RW))"
                r"(?:RW[ .]*)?(\d+)\b",
                re.I,
            ),
            lambda m: f"ér té {_house(m[1])}, ér wé {_house(m[2])}",
        ),
        (
            re.compile(r"\b(RT|RW)[ .]*(\d+)\b", re.I),
            lambda m: f"{spell(m[1])} {_house(m[2])}",
        ),
        (
            re.compile(
                rf"\b({titles})\.\s*(?=\w)|\b(Jl|Jln|Gg|Kel|Kec)\s+(?=[A-Z])", re.I
            ),
            lambda m: f"{data['titles'][(m[1] or m[2]).lower()]} ",
        ),
        (
            re.compile(rf"\b({numbered})\.?\s*(?=\d)", re.I),
            lambda m: f"{data['numbered'][m[1].lower()]} ",
        ),
        (
            re.compile(r"\b(nomor \d+)([A-Z])\b", re.I),
            lambda m: f"{m[1]} {spell(m[2])}",
        ),
    )


def _clock_times(data: Any) -> tuple[_Step, ...]:  # noqa: ANN401 - lexicon.yaml
    units = "|".join(re.escape(unit) for unit in data["units"] if unit != "x")
    zone = r"(?:\s*(WIT|WIB|WITA)\b)?"
    no_unit = rf"(?!\d|[.,:]\d|\s*(?:{units})(?!\w))"
    return (
        (
            re.compile(
                rf"\b(?:(jam|pukul|pkl\.?)\s+)?{_CLOCK}\s*[-–—]\s*{_CLOCK}\b", re.I
            ),
            lambda m: f"{_clock(m[1], m[2], m[3])} sampai {_clock(m[1], m[4], m[5])}",
        ),
        (
            re.compile(
                rf"(?<![\d.,])\b(?:(jam|pukul|pkl\.?)\s+)?{_CLOCK}{no_unit}{zone}", re.I
            ),
            lambda m: f"{_clock(m[1], m[2], m[3])} {m[4] or ''}",
        ),
        (re.compile(r"\bpkl\.?\s+(?=\d)", re.I), "pukul "),
    )


def _numbers_read_by_digits(data: Any) -> tuple[_Step, ...]:  # noqa: ANN401
    counted = "|".join(map(re.escape, data["counted"].split()))
    return (
        (
            re.compile(r"(?<![\w+])\+62[ -]*(\d[\d -]{5,}\d)"),
            lambda m: f"plus enam dua, {digits(m[1])}",
        ),
        (re.compile(r"(?<![\w.,])0\d[\d -]{4,}\d(?![\w,])"), lambda m: digits(m[0])),
        (
            re.compile(
                r"\b(telepon|telp\.?|HP|WA|nomor(?: saya| beta| HP| WA)?)([ :]+)"
                r"(\d[\d -]{3,}\d)(?!\w)",
                re.I,
            ),
            lambda m: f"{m[1]} {digits(m[3])}",
        ),
        (
            re.compile(r"(?<![\w.,])\d{3,5}(?:[ -]\d{3,5})+(?![\w,])(?<!\d{4}-\d{4})"),
            lambda m: digits(m[0]),
        ),
        (
            re.compile(r"\b([A-Z]{1,2}) (\d{1,4}) ([A-Z]{1,3})\b"),
            lambda m: f"{spell(m[1])}, {digits(m[2])}, {spell(m[3])}",
        ),
        (
            re.compile(
                rf"(?<![\w.,/-])(1[12]\d)(?![\w/-]|[.,]\d|\s*(?:{counted})(?!\w))", re.I
            ),
            lambda m: digits(m[1]),
        ),
    )


def _quantities(data: Any) -> tuple[_Step, ...]:  # noqa: ANN401 - lexicon.yaml
    longest_first = sorted(data["units"], key=len, reverse=True)
    units = "|".join(map(re.escape, longest_first))
    roman = "|".join(sorted(_ROMAN, key=len, reverse=True))
    return (
        (
            re.compile(rf"\bRp\.?\s*({_NUMBER})(?:\s*(rb|ribu|jt|juta))?", re.I),
            lambda m: f"{m[1]} {m[2] or ''} rupiah",
        ),
        # A point before one or two digits, where no clock time was found: 1.5 m.
        (re.compile(r"(?<=\d)\.(?=\d{1,2}(?!\d))"), ","),
        (re.compile(r"\bke[- ]?(\d{1,4})\b", re.I), lambda m: ordinal(int(m[1]))),
        (re.compile(rf"({_NUMBER})\s*[-–—]\s*(?={_NUMBER})"), r"\1 sampai "),
        (re.compile(rf"({_NUMBER})\s*/\s*(?={_NUMBER})"), r"\1 per "),
        (
            re.compile(rf"(?<!\w)({_NUMBER})\s*({units})(?!\w)", re.I),
            lambda m: f"{m[1]} {data['units'][m[2].lower()]}",
        ),
        (re.compile(_NUMBER), lambda m: f" {number(m[0])} "),
        (re.compile(rf"\b({roman})\b"), lambda m: in_words(_ROMAN[m[1]])),
    )


def _short_forms(data: Any) -> tuple[_Step, ...]:  # noqa: ANN401 - lexicon.yaml
    exact = {word: spell(word) for word in data["spelled"].split()}
    exact |= data["abbreviations"]
    return (
        _any_of(exact),
        _any_of(data["words"], re.I),
        (re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])"), " atau "),
        (re.compile(r"\b([A-Z])\.\s*(?=[A-Z])"), lambda m: f"{spell(m[1])} "),
        (re.compile(r"(?<![^\W\d_])[A-Z]{2,}(?![^\W\d_])"), _capitals),
    )


def _any_of(spoken: dict[str, str], flags: int = 0) -> _Step:
    longest_first = "|".join(map(re.escape, sorted(spoken, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", flags)
    return pattern, lambda m: spoken[m[0].lower() if flags else m[0]]


def _house(written: str) -> str:
    return digits(written) if written.startswith("0") else in_words(int(written))


def _clock(word: str | None, hour: str, minute: str) -> str:
    before = "pukul" if word and word.lower().startswith("p") else "jam"
    past = f" lewat {in_words(int(minute))} menit" if int(minute) else ""
    return f"{before} {in_words(int(hour))}{past}"


def _twice(match: re.Match[str]) -> str:
    if match[1].lower() in {"m", "cm", "km"}:
        return match[0]
    return f"{match[1]}-{match[1]}{match[2] or ''}"


def _capitals(match: re.Match[str]) -> str:
    """A shout is a word; capitals that cannot be said are letters."""
    word = match[0]
    return word if _ALL_VOWELS & set(word) else spell(word)


@cache
def _data() -> Any:  # noqa: ANN401 - the shape of lexicon.yaml
    return yaml.safe_load(_DATA.read_text(encoding="utf-8"))
