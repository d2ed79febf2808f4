"""Texts with {names} in braces, and what may stand for the names."""

import re
from collections.abc import Collection, Mapping

from scenarios.kinds import NOT_FILLED, Kind, Unfit
from scenarios.problems import unknown_word

_NAME = re.compile(r"\{([^{}]*)\}")


def template(offered: Collection[str], excused: Collection[str] = ()) -> Kind[str]:
    """A text in which only names on offer stand in braces.

    Args:
        offered: «spot.name», «number».
        excused: Names of draws that are wrong themselves; said once, at the draw.
    """

    def read(text: str) -> str:
        if not text.strip():
            raise Unfit(NOT_FILLED)
        if braces_left := set("{}") & set(_NAME.sub("", text)):
            raise Unfit(f"«{min(braces_left)}» tanpa pasangan; nama ditulis {{nama}}")
        for name in _NAME.findall(text):
            if name not in offered and name.partition(".")[0] not in excused:
                raise Unfit(f"nama dalam kurung {unknown_word(name, offered)}")
        return text.strip()

    return Kind(read, "")


def fill(text: str, words: Mapping[str, str]) -> str:
    """Put the words in once; what they hold is not looked at again."""
    return _NAME.sub(lambda found: words[found[1]], text)
