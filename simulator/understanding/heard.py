"""An utterance as the reader hears it: standard words that remember where they stand.

Colloquial and Ambonese words become standard Indonesian; place names, long numbers and
names of persons become one word each, so that rules and models need not know them.
Every match in the standard text can be quoted from the words as said.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from recordings.events import Span
from scenarios.language.clauses import clauses
from scenarios.language.colloquial import standard
from scenarios.language.tokens import Token, tokens

PLACE = "namatempat"
"""Stands for a place of the region."""
NUMBER = "deretangka"
"""Stands for a telephone number or another row of digits."""
PERSON = "namaorang"
"""Stands for the name of a person, so that nobody is judged by a name."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The standard words of an utterance and the way back to the words as said."""

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    """Where each word stands in `text`."""
    norm: str
    """The words with one space between them."""
    starts: tuple[int, ...]
    """Where each word begins in `norm`."""
    clauses: tuple[tuple[int, int], ...]
    """Index ranges of words."""

    def words_at(self, start: int, end: int) -> tuple[int, int]:
        """Which words a stretch of `norm` covers, the end not included."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return max(first, 0), max(last, 0) + 1

    def said(self, start: int, end: int) -> Span:
        """The span in `text` of a stretch of `norm`."""
        first, after = self.words_at(start, end)
        while after - first > 1 and not self.words[after - 1][0].isalnum():
            after -= 1
        while after - first > 1 and not self.words[first][0].isalnum():
            first += 1
        return self.span_of(first, after)

    def clauses_of(self, span: Span) -> Span:
        """The span of all clauses that a span touches."""
        touched = [
            found
            for found in (self.span_of(*one) for one in self.clauses)
            if found[0] < span[1] and span[0] < found[1]
        ]
        return (touched[0][0], touched[-1][1]) if touched else span

    def span_of(self, first: int, after: int) -> Span:
        """The span in `text` of the words `first` up to `after`."""
        if not self.words:
            return (0, len(self.text))
        return (self.spans[first][0], self.spans[after - 1][1])

    @property
    def whole(self) -> Span:
        """The span from the first word to the last."""
        real = [i for i, word in enumerate(self.words) if word[0].isalnum()]
        return self.span_of(real[0], real[-1] + 1) if real else (0, len(self.text))

    @property
    def word_count(self) -> int:
        return sum(word[0].isalnum() for word in self.words)


def hear(
    text: str,
    *,
    places: Sequence[Span] = (),
    numbers: Sequence[Span] = (),
    people: Sequence[Span] = (),
) -> Heard:
    """Put an utterance into standard words.

    Args:
        text: What was said.
        places: Where places of the region are named; they become one word.
        numbers: Where telephone numbers stand; they become one word.
        people: Where persons are named; a name becomes one word.
    """
    masked = sorted(
        (*span, mask)
        for mask, named in ((PLACE, places), (NUMBER, numbers), (PERSON, people))
        for span in named
    )
    words: list[str] = []
    spans: list[Span] = []
    for word, span in _standard_words(tokens(text), masked):
        words.append(word)
        spans.append(span)
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return Heard(
        text=text,
        words=tuple(words),
        spans=tuple(spans),
        norm=" ".join(words),
        starts=tuple(starts),
        clauses=tuple(clauses(words)),
    )


def _standard_words(
    said: Sequence[Token], masked: list[tuple[int, int, str]]
) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    pending = list(reversed(masked))
    for token in said:
        while pending and pending[-1][1] <= token.start:
            pending.pop()
        if pending and token.end > pending[-1][0]:
            start, end, mask = pending[-1]
            if not found or found[-1][1] != (start, end):
                found.append((mask, (start, end)))
        elif token.is_word:
            span = (token.start, token.end)
            found.extend((word, span) for word in standard(token.text))
        elif token.ends_clause:
            found.append((token.text[-1], (token.start, token.end)))
    return found
