"""Numbers of a text as they are said: by digits with breaths, ordinals, decimals."""

import re

from scenarios.language.numbers import in_words, spelled

_LONGEST_BREATH_DIGITS = 5
_GROUP_DIGITS = 4


def digits(number: str) -> str:
    """Read digit by digit, with the pauses the writer left between groups.

    A group too long for a breath is parted in threes, from eight digits on in fours:
    352000 is two groups, 081234567890 three.
    """
    groups = [part for run in re.findall(r"\d+", number) for part in _breaths(run)]
    return ", ".join(spelled(group) for group in groups)


def number(written: str) -> str:
    """A number as it stands in a text: 1.500, 1,5, 007, 12.

    Points part thousands, the comma is the decimal one; a leading zero or a length
    that no quantity has is read by digits.
    """
    whole, _, decimals = written.replace(".", "").partition(",")
    if (whole.startswith("0") and len(whole) > 1) or len(whole) > 12:
        said = digits(whole)
    else:
        said = in_words(int(whole))
    return f"{said} koma {digits(decimals)}" if decimals else said


def ordinal(place: int) -> str:
    """«pertama», «kedua», «kedua puluh satu»."""
    return "pertama" if place == 1 else f"ke{in_words(place)}"


def _breaths(run: str) -> list[str]:
    if len(run) <= _LONGEST_BREATH_DIGITS:
        return [run]
    size = 3 if len(run) < 2 * _GROUP_DIGITS else _GROUP_DIGITS
    cuts = list(range(0, len(run), size))
    if len(run) - cuts[-1] == 1:  # no digit is left alone at the end
        cuts.pop()
    return [run[a:b] for a, b in zip(cuts, [*cuts[1:], len(run)], strict=True)]
