"""Words of an utterance, with the places where they were said.

Offsets are code points of the text as it came in, so that whatever is understood can
be quoted.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

# Digits stand alone («0810-33-452» is three words, «RT04» and «5mnt» two); «cepat2» and
# «14A» are one word.
_TOKEN = re.compile(
    r"(?i:r[tw])(?=\d)|\d++(?![^\W\d_])|\d++(?=[^\W\d_]{2})|[^\W_]+(?:[-'’][^\W_]+)*|[.,;:!?…–—]+|[^\w\s]"
)
_MARKS = frozenset(".,;:!?…–—")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a punctuation mark as it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def ends_clause(self) -> bool:
        return self.text[0] in _MARKS


@lru_cache(maxsize=16)
def tokens(text: str) -> tuple[Token, ...]:
    """Split a text into words and punctuation, in order.

    Remembered for a while: numbers, names and words are each sought in the same text.
    """
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def words(text: str) -> list[Token]:
    """The words of a text without its punctuation."""
    return [token for token in tokens(text) if token.is_word]
