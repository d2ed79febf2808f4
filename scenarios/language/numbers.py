"""Numbers as people say them: «kosong delapan satu dua», «dua puluh satu», «jam tiga».

All functions take standard words in lower case (`colloquial.standard`); digits may be
written as digits.
"""

from collections.abc import Sequence

DIGITS = {
    "nol": 0,
    "kosong": 0,
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan",
          "sembilan")  # fmt: skip
_WHOLE = {"sepuluh": 10, "sebelas": 11, "seratus": 100, "seribu": 1000}
_SCALES = {"puluh": 10, "ratus": 100, "ribu": 1000}
_NAMED_SCALES = ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"),
                 (10, "puluh"))  # fmt: skip
LARGEST = 10**12
"""From here on a number is said digit by digit."""
# After these a smaller number may follow: «seratus sepuluh», «dua puluh satu».
_JOINED = frozenset({*_SCALES, "seratus", "seribu"})
_DOUBLED = {"dobel": 2, "double": 2, "ganda": 2}


def as_digits(word: str) -> str | None:
    """The digits of one word said digit by digit; None when it is no digit."""
    if word.isascii() and word.isdigit():
        return word
    value = DIGITS.get(word)
    return None if value is None else str(value)


def digit_run(words: Sequence[str], start: int) -> tuple[str, int]:
    """Read digits from `start` on for as long as they last.

    Returns:
        The digits and the index after the last of them; («», start) if none.
    """
    digits, at = "", start
    while at < len(words):
        times = _DOUBLED.get(words[at], 1)
        here = at + 1 if times > 1 else at
        found = as_digits(words[here]) if here < len(words) else None
        if found is None:
            break
        digits += found * times
        at = here + 1
    return digits, at


def to_number(words: Sequence[str]) -> int | None:
    """The number that the words name together; None when they name none."""
    if not words:
        return None
    if len(words) == 1 and words[0].isascii() and words[0].isdigit():
        return int(words[0])
    total = part = 0
    for word in words:
        if word in DIGITS:
            part += DIGITS[word]
        elif word in _WHOLE:
            part += _WHOLE[word]
        elif word == "belas":
            part += 10
        elif word in _SCALES:
            scale = _SCALES[word]
            if scale == 1000:
                total, part = total + max(part, 1) * scale, 0
            else:
                units = part % 10
                part += max(units, 1) * scale - units
        else:
            return None
    return total + part


def number_at(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The longest number that begins at `start`, and the index after it.

    A row of bare digits («satu dua tiga») is several numbers, of which the first is
    read.
    """
    first = words[start]
    if first.isascii() and first.isdigit():
        return int(first), start + 1
    end = start
    while end < len(words) and _continues(words, start, end):
        end += 1
    value = to_number(words[start:end]) if end > start else None
    return None if value is None else (value, end)


def _continues(words: Sequence[str], start: int, end: int) -> bool:
    word = words[end]
    if word in _SCALES or word == "belas":
        return end > start
    joins = end == start or words[end - 1] in _JOINED
    return joins and (word in _WHOLE or word in DIGITS)


def in_words(number: int) -> str:
    """A number in standard Indonesian words: 112 is «seratus dua belas».

    Raises:
        ValueError: Below 0, or 10^12 and more; say those by `spelled`.
    """
    if not 0 <= number < LARGEST:
        raise ValueError(f"{number} has no words here")
    if number < 10:
        return _WORDS[number]
    if number < 20:
        return _teen(number)
    scale, name = next(one for one in _NAMED_SCALES if number >= one[0])
    count, rest = divmod(number, scale)
    # One hundred and one thousand are a single word; a million is not.
    one = count == 1 and scale in (100, 1000)
    head = f"se{name}" if one else f"{in_words(count)} {name}"
    return f"{head} {in_words(rest)}" if rest else head


def _teen(number: int) -> str:
    if number < 12:
        return "sepuluh" if number == 10 else "sebelas"
    return f"{_WORDS[number - 10]} belas"


def spelled(digits: str) -> str:
    """Digits said one by one: «0812» is «nol delapan satu dua»."""
    return " ".join(_WORDS[int(digit)] for digit in digits)


_PAST = ("lewat", "lebih", ".", ":")
_BEFORE = ("kurang",)
_PARTS_OF_HOUR = {"setengah": 30, "separuh": 30, "seperempat": 15}
_PARTS_OF_DAY = {
    "pagi": (0, 11),
    "subuh": (0, 11),
    "siang": (10, 15),
    "sore": (13, 18),
    "malam": (18, 24),
}


def clock_at(words: Sequence[str], start: int) -> tuple[str, int] | None:
    """A clock time after «jam» or «pukul» at `start`, as HH:MM.

    Returns:
        The time and the index after it; None when there is none.
    """
    if words[start] not in ("jam", "pukul") or start + 1 >= len(words):
        return None
    half = words[start + 1] == "setengah"
    at = start + 1 + half
    found = number_at(words, at) if at < len(words) else None
    if found is None or found[0] > 24:
        return None
    hour, at = found
    minute, at = (30, at) if half else _minutes_past(words, at)
    hour -= half or minute < 0
    if at < len(words) and words[at] in _PARTS_OF_DAY:
        hour = _hour_of_day(hour, words[at])
        at += 1
    return f"{hour % 24:02d}:{minute % 60:02d}", at


def _minutes_past(words: Sequence[str], at: int) -> tuple[int, int]:
    """Minutes after the hour, or before it and then negative, and the index after."""
    if at + 1 >= len(words) or words[at] not in (*_PAST, *_BEFORE):
        return 0, at
    quarter = words[at + 1] == "seperempat"
    found = (15, at + 2) if quarter else number_at(words, at + 1)
    if found is None or not 0 < found[0] <= 59:
        return 0, at
    end = found[1] + (found[1] < len(words) and words[found[1]] == "menit")
    return -found[0] if words[at] in _BEFORE else found[0], end


def _hour_of_day(hour: int, part: str) -> int:
    first, last = _PARTS_OF_DAY[part]
    later = hour + 12
    return later if hour < first <= later <= last else hour


def minutes_at(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """A length of time at `start`: «lima menit», «setengah jam», «satu setengah jam».

    Returns:
        The minutes and the index after the last word; None when there is none.
    """
    if words[start] == "sejam":
        return 60, start + 1
    part = _PARTS_OF_HOUR.get(words[start])
    found = (0, start) if part else number_at(words, start)
    if found is None:
        return None
    whole, at = found
    if at < len(words) and words[at] in ("menit", "menitan"):
        return (whole, at + 1) if part is None else None
    rest = _PARTS_OF_HOUR.get(words[at], 0) if at < len(words) else 0
    at += rest > 0
    if at >= len(words) or words[at] not in ("jam", "jaman"):
        return None
    return whole * 60 + rest, at + 1
