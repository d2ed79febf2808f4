"""Numbers as Indonesian says them."""

import re

_DIGITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()
_SCALES = ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"))
_LARGEST = 10**12
_LONGEST_BREATH_DIGITS = 5
_GROUP_DIGITS = 4


def cardinal(number: int) -> str:
    """The whole number in words: 112 is «seratus dua belas».

    Raises:
        ValueError: Below 0, or 10^12 and more; read those by `digits`.
    """
    if not 0 <= number < _LARGEST:
        raise ValueError(f"{number} has no words here")
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return "sebelas" if number == 11 else _teen(number)
    if number < 100:
        return _and_rest(f"{_DIGITS[number // 10]} puluh", number % 10)
    for size, name in _SCALES:
        if number >= size:
            many, rest = divmod(number, size)
            # One thousand and one hundred are a single word; a million is not.
            one = many == 1 and size in {100, 1000}
            return _and_rest(f"se{name}" if one else f"{cardinal(many)} {name}", rest)
    raise AssertionError(number)


def digits(number: str) -> str:
    """Read digit by digit, with the pauses the writer left between groups.

    A group too long for a breath is parted in threes, from eight digits on in fours:
    352000 is two groups, 081234567890 three.
    """
    groups = [part for run in re.findall(r"\d+", number) for part in _breaths(run)]
    return ", ".join(" ".join(_DIGITS[int(d)] for d in group) for group in groups)


def number(written: str) -> str:
    """A number as it stands in a text: 1.500, 1,5, 007, 12.

    Points part thousands, the comma is the decimal one; a leading zero or a length
    that no quantity has is read by digits.
    """
    whole, _, decimals = written.replace(".", "").partition(",")
    if (whole.startswith("0") and len(whole) > 1) or len(whole) > 12:
        said = digits(whole)
    else:
        said = cardinal(int(whole))
    return f"{said} koma {digits(decimals)}" if decimals else said


def ordinal(place: int) -> str:
    """«pertama», «kedua», «kedua puluh satu»."""
    return "pertama" if place == 1 else f"ke{cardinal(place)}"


def _teen(number: int) -> str:
    return "sepuluh" if number == 10 else f"{_DIGITS[number - 10]} belas"


def _and_rest(said: str, rest: int) -> str:
    return f"{said} {cardinal(rest)}" if rest else said


def _breaths(run: str) -> list[str]:
    if len(run) <= _LONGEST_BREATH_DIGITS:
        return [run]
    size = 3 if len(run) < 2 * _GROUP_DIGITS else _GROUP_DIGITS
    cuts = list(range(0, len(run), size))
    if len(run) - cuts[-1] == 1:  # no digit is left alone at the end
        cuts.pop()
    return [run[a:b] for a, b in zip(cuts, [*cuts[1:], len(run)], strict=True)]
